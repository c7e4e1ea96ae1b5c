-- Which stories are to be compared again? All that follows looks within one story at a time, so a story whose articles,
-- sources and names are what they were keeps its rows. Grain of cmp_story_hash: one row a story with all that it is
-- made of, but for the contents of its articles: an article that is new or made anew has no story yet.
CREATE OR REPLACE TEMP TABLE cmp_story_hash AS
SELECT
    cmp_every_story.story_no,
    any_value(cmp_every_story.story_id) AS story_id,
    bool_or(articles.story_id IS NULL) AS has_new,
    md5(
        any_value(cmp_code.digest) || string_agg(
            concat_ws(
                '|',
                articles.article_id,
                cmp_version.version_no,
                cmp_version.is_newest,
                sources.source_id,
                sources.outlet,
                sources.domain,
                sources.owner_group,
                sources.kind
            ),
            chr(10) ORDER BY articles.article_id
        )
    ) AS compared_with
FROM cmp_every_story
INNER JOIN cmp_version ON cmp_every_story.document_no = cmp_version.document_no
INNER JOIN articles ON cmp_version.article_id = articles.article_id
LEFT JOIN sources ON articles.source_id = sources.source_id
CROSS JOIN cmp_code
GROUP BY cmp_every_story.story_no;

-- Names are one where they are the same but for case, accents and punctuation, and of the type that the corpus mostly
-- gives them. Grain: one row a mention.
CREATE OR REPLACE TEMP TABLE cmp_spelled AS
WITH keys AS (
    SELECT DISTINCT
        entity,
        cmp_name_key(entity) AS name
    FROM facts
    WHERE kind = 'mention'
),

spelled AS (
    SELECT
        facts.fact_id,
        facts.article_id,
        facts.type,
        facts.entity_id,
        keys.name
    FROM facts
    INNER JOIN keys ON facts.entity = keys.entity
    WHERE facts.kind = 'mention' AND keys.name <> ''
),

typed AS (
    SELECT
        name,
        type,
        row_number() OVER (PARTITION BY name ORDER BY count(*) DESC, type) AS place
    FROM spelled
    GROUP BY name, type
)

SELECT
    spelled.fact_id,
    spelled.article_id,
    spelled.name,
    typed.type,
    coalesce(NOT starts_with(spelled.entity_id, typed.type || ':'), FALSE) AS is_retyped
FROM spelled
INNER JOIN typed ON spelled.name = typed.name AND typed.place = 1;

-- Articles that name a source which has changed, as speaker, as outlet or otherwise.
CREATE OR REPLACE TEMP TABLE cmp_naming AS
WITH naming AS (
    SELECT
        article_id,
        unnest([entity, speaker, via, cited, cited_url]) AS name
    FROM facts
    WHERE kind IN ('mention', 'quotation', 'citation') AND (SELECT count(*) FROM cmp_source_change) > 0
),

names AS (
    SELECT DISTINCT name
    FROM naming
),

changed AS (
    SELECT names.name
    FROM names
    SEMI JOIN cmp_source_change ON cmp_origin_key(names.name) = cmp_source_change.name_key
)

SELECT DISTINCT naming.article_id
FROM naming
SEMI JOIN changed ON naming.name = changed.name;

-- Grain: one row an article of a story that is compared again, old versions too.
CREATE OR REPLACE TEMP TABLE cmp_scope AS
WITH touched AS (
    SELECT article_id FROM cmp_reuse_change
    UNION
    SELECT article_id FROM cmp_naming
    UNION
    SELECT article_id FROM cmp_spelled
    WHERE is_retyped
),

changed AS (
    SELECT cmp_story_hash.story_no
    FROM cmp_story_hash
    LEFT JOIN stories ON cmp_story_hash.story_id = stories.story_id
    WHERE cmp_story_hash.has_new OR stories.compared_with IS DISTINCT FROM cmp_story_hash.compared_with
    UNION
    SELECT cmp_every_story.story_no
    FROM touched
    INNER JOIN cmp_version ON touched.article_id = cmp_version.article_id
    INNER JOIN cmp_every_story ON cmp_version.document_no = cmp_every_story.document_no
)

SELECT
    cmp_version.article_id,
    cmp_version.article_no,
    cmp_every_story.story_no
FROM changed
INNER JOIN cmp_every_story ON changed.story_no = cmp_every_story.story_no
INNER JOIN cmp_version ON cmp_every_story.document_no = cmp_version.document_no;

-- Grain: one row the newest version of a document of such a story.
CREATE OR REPLACE TEMP TABLE cmp_story AS
SELECT cmp_every_story.*
FROM cmp_every_story
SEMI JOIN cmp_scope ON cmp_every_story.article_no = cmp_scope.article_no;

-- What the other stories have stays. Grain: one row an article, old versions too; one row a story.
CREATE OR REPLACE TEMP TABLE cmp_kept_article AS
SELECT cmp_version.article_id
FROM cmp_version
ANTI JOIN cmp_scope ON cmp_version.article_no = cmp_scope.article_no;

CREATE OR REPLACE TEMP TABLE cmp_kept_story AS
SELECT cmp_story_hash.story_id
FROM cmp_story_hash
ANTI JOIN cmp_scope ON cmp_story_hash.story_no = cmp_scope.story_no;
