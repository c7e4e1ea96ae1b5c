-- Who and what is named? Grain of cmp_mention: one row a mention, with its entity across the corpus.
CREATE OR REPLACE TEMP TABLE cmp_name AS
SELECT
    cmp_spelled.fact_id,
    cmp_spelled.name,
    cmp_spelled.type,
    cmp_scope.story_no
FROM cmp_spelled
INNER JOIN cmp_scope ON cmp_spelled.article_id = cmp_scope.article_id;

-- Grain: one row a name within a story, with the name that stands for it there.
CREATE OR REPLACE TEMP TABLE cmp_story_name AS
WITH counted AS (
    SELECT
        story_no,
        type,
        name,
        count(*) AS n,
        cmp_skeleton(name) AS skeleton
    FROM cmp_name
    GROUP BY story_no, type, name
),

-- Skeletons below five letters are shared by unrelated names (Omar and Amir differ in one letter only).
spelling AS (
    SELECT
        story_no,
        type,
        name,
        if(
            length(skeleton) >= 5,
            first_value(name) OVER (PARTITION BY story_no, type, skeleton ORDER BY n DESC, name ASC),
            name
        ) AS standing
    FROM counted
),

-- "Coroner Ada Vinn" is the Ada Vinn of the story.
full_names AS (
    SELECT
        longer.story_no,
        longer.standing AS longer,
        min(person.standing) AS standing
    FROM spelling AS longer
    INNER JOIN spelling AS person
        ON
            longer.story_no = person.story_no
            AND person.type = 'PER'
            AND regexp_extract(longer.standing, '[^ ]+ ([^ ]+ [^ ]+)$', 1) = person.standing
    WHERE longer.type = 'PER' AND person.standing <> ''
    GROUP BY longer.story_no, longer.standing
),

-- A surname alone is the one person of the story who bears it; where two do, it stays alone.
surnames AS (
    SELECT
        spelling.story_no,
        regexp_extract(spelling.standing, '[^ ]+$') AS surname,
        min(spelling.standing) AS standing
    FROM spelling
    ANTI JOIN full_names ON spelling.story_no = full_names.story_no AND spelling.standing = full_names.longer
    WHERE spelling.type = 'PER' AND contains(spelling.standing, ' ')
    GROUP BY spelling.story_no, regexp_extract(spelling.standing, '[^ ]+$')
    HAVING count(DISTINCT spelling.standing) = 1
),

-- "Skylens" alone is the one organisation of the story whose longer name begins with it.
first_words AS (
    SELECT
        story_no,
        regexp_extract(standing, '^[^ ]+') AS first_word,
        min(standing) AS standing
    FROM spelling
    WHERE type = 'ORG' AND contains(standing, ' ')
    GROUP BY story_no, regexp_extract(standing, '^[^ ]+')
    HAVING count(DISTINCT standing) = 1
)

SELECT
    spelling.story_no,
    spelling.type,
    spelling.name,
    coalesce(full_names.standing, surnames.standing, first_words.standing, spelling.standing) AS standing
FROM spelling
LEFT JOIN surnames
    ON spelling.story_no = surnames.story_no AND if(spelling.type = 'PER', spelling.standing, NULL) = surnames.surname
LEFT JOIN full_names
    ON
        spelling.story_no = full_names.story_no
        AND if(spelling.type = 'PER', spelling.standing, NULL) = full_names.longer
LEFT JOIN first_words
    ON
        spelling.story_no = first_words.story_no
        AND if(spelling.type = 'ORG', spelling.standing, NULL) = first_words.first_word;

CREATE OR REPLACE TEMP TABLE cmp_mention AS
SELECT
    cmp_name.fact_id,
    cmp_name.story_no,
    cmp_name.type,
    cmp_name.name,
    cmp_name.type || ':' || cmp_story_name.standing AS entity_id
FROM cmp_name
INNER JOIN cmp_story_name
    ON
        cmp_name.story_no = cmp_story_name.story_no
        AND cmp_name.type = cmp_story_name.type
        AND cmp_name.name = cmp_story_name.name;

-- Under which name does a story know each entity? The most frequent way to write the name that stands for it.
-- Grain: one row a story and an entity.
CREATE OR REPLACE TEMP TABLE cmp_entity AS
SELECT
    cmp_mention.story_no,
    cmp_mention.entity_id,
    any_value(cmp_mention.type) AS type,
    mode(facts.entity ORDER BY facts.entity) AS name
FROM cmp_mention
INNER JOIN facts ON cmp_mention.fact_id = facts.fact_id
WHERE cmp_mention.type || ':' || cmp_mention.name = cmp_mention.entity_id
GROUP BY cmp_mention.story_no, cmp_mention.entity_id;

UPDATE facts
SET entity_id = cmp_mention.entity_id
FROM cmp_mention
WHERE facts.fact_id = cmp_mention.fact_id AND facts.entity_id IS DISTINCT FROM cmp_mention.entity_id;
