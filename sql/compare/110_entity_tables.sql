-- Rebuilds entities, one row an entity, and entity_aliases, one row a surface form of one, from what each mention was
-- found to name. Grain of cmp_form: one row an entity and a way to write it.
CREATE OR REPLACE TEMP TABLE cmp_form AS
WITH forms AS (
    SELECT
        facts.entity_id,
        facts.entity,
        facts.text,
        coalesce(contains(facts.merge_rule, 'seed'), FALSE) AS is_seed,
        cmp_version.is_newest,
        count(*) AS n
    FROM facts
    INNER JOIN cmp_version ON facts.article_id = cmp_version.article_id
    WHERE facts.kind = 'mention' AND facts.entity_id IS NOT NULL
    GROUP BY facts.entity_id, facts.entity, facts.text, is_seed, cmp_version.is_newest
)

SELECT
    *,
    regexp_replace(entity_id, '^[A-Z]+:', '') AS standing,
    cmp_name_key(entity) AS name
FROM forms;

DELETE FROM entities;

INSERT INTO entities BY NAME
-- The canonical name is the most frequent way to write the name that stands for the entity.
WITH written AS (
    SELECT
        entity_id,
        entity AS name
    FROM cmp_form
    WHERE name = standing
    GROUP BY entity_id, entity
    QUALIFY row_number() OVER (PARTITION BY entity_id ORDER BY sum(n) DESC, entity ASC) = 1
),

articles_of AS (
    SELECT
        facts.entity_id,
        count(DISTINCT facts.article_id) AS n_articles
    FROM facts
    INNER JOIN cmp_version ON facts.article_id = cmp_version.article_id
    WHERE facts.kind = 'mention' AND facts.entity_id IS NOT NULL AND cmp_version.is_newest
    GROUP BY facts.entity_id
)

SELECT
    cmp_form.entity_id,
    any_value(written.name) AS name,
    split_part(cmp_form.entity_id, ':', 1) AS type,
    cast(coalesce(sum(cmp_form.n) FILTER (WHERE cmp_form.is_newest), 0) AS BIGINT) AS n_mentions,
    coalesce(any_value(articles_of.n_articles), 0) AS n_articles
FROM cmp_form
INNER JOIN written ON cmp_form.entity_id = written.entity_id
LEFT JOIN articles_of ON cmp_form.entity_id = articles_of.entity_id
GROUP BY cmp_form.entity_id
ORDER BY cmp_form.entity_id;

DELETE FROM entity_aliases;

INSERT INTO entity_aliases BY NAME
WITH methods AS (
    SELECT
        entity_id,
        text AS alias,
        n,
        CASE
            WHEN cmp_name_key(text) = standing THEN 'canonical'
            WHEN name <> standing AND cmp_skeleton(name) = cmp_skeleton(standing) THEN 'spelling'
            WHEN name <> standing THEN 'story'
            WHEN is_seed THEN 'seed'
            ELSE 'article'
        END AS method
    FROM cmp_form
)

SELECT
    entity_id,
    alias,
    -- Canonical before article before seed before spelling before story: the simplest reason that holds.
    min(method) AS method,
    cast(sum(n) AS BIGINT) AS n_mentions
FROM methods
GROUP BY entity_id, alias
ORDER BY entity_id, alias;
