-- Rebuilds entities, one row an entity, and entity_aliases, one row a surface form of one.
DELETE FROM entities;

INSERT INTO entities BY NAME
WITH named AS (
    SELECT
        cmp_mention.entity_id,
        facts.article_id,
        cmp_mention.type,
        facts.entity,
        cmp_mention.type || ':' || cmp_mention.name = cmp_mention.entity_id AS is_standing,
        coalesce(cmp_version.is_newest, FALSE) AS is_newest
    FROM cmp_mention
    INNER JOIN facts ON cmp_mention.fact_id = facts.fact_id
    INNER JOIN cmp_version ON facts.article_id = cmp_version.article_id
),

-- The canonical name is the most frequent way to write the name that stands for the entity.
written AS (
    SELECT
        entity_id,
        entity AS name,
        row_number() OVER (PARTITION BY entity_id ORDER BY count(*) DESC, entity) AS place
    FROM named
    WHERE is_standing
    GROUP BY entity_id, entity
)

SELECT
    named.entity_id,
    any_value(written.name) AS name,
    any_value(named.type) AS type,
    count(*) FILTER (WHERE named.is_newest) AS n_mentions,
    count(DISTINCT named.article_id) FILTER (WHERE named.is_newest) AS n_articles
FROM named
INNER JOIN written ON named.entity_id = written.entity_id AND written.place = 1
GROUP BY named.entity_id
ORDER BY named.entity_id;

DELETE FROM entity_aliases;

INSERT INTO entity_aliases BY NAME
WITH forms AS (
    SELECT
        cmp_mention.entity_id,
        facts.text AS alias,
        CASE
            WHEN cmp_mention.type || ':' || cmp_name_key(facts.text) = cmp_mention.entity_id THEN 'canonical'
            WHEN cmp_mention.method IS NOT NULL THEN cmp_mention.method
            WHEN contains(facts.merge_rule, 'seed') THEN 'seed'
            ELSE 'article'
        END AS method
    FROM cmp_mention
    INNER JOIN facts ON cmp_mention.fact_id = facts.fact_id
)

SELECT
    entity_id,
    alias,
    -- Canonical before article before seed before spelling before story: the simplest reason that holds.
    min(method) AS method,
    count(*) AS n_mentions
FROM forms
GROUP BY entity_id, alias
ORDER BY entity_id, alias;
