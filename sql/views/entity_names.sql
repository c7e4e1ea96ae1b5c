-- Question: under which names does each person, organisation, place or piece of equipment appear?
-- Grain: one row is one entity.
CREATE OR REPLACE VIEW entity_names AS
WITH forms AS (
    SELECT
        entity_aliases.entity_id,
        entity_aliases.alias,
        sum(entity_aliases.n_mentions)::BIGINT AS n_mentions,
        string_agg(DISTINCT entity_aliases.method, ' and ' ORDER BY entity_aliases.method) AS methods
    FROM entity_aliases
    GROUP BY entity_aliases.entity_id, entity_aliases.alias
),

names AS (
    SELECT
        forms.entity_id,
        count(*) AS n_forms,
        string_agg(
            forms.alias || ' (' || forms.n_mentions || ', ' || forms.methods || ')',
            '; ' ORDER BY forms.n_mentions DESC, forms.alias ASC
        ) AS forms
    FROM forms
    GROUP BY forms.entity_id
)

SELECT
    entities.name,
    entities.type,
    entities.n_mentions,
    entities.n_articles,
    coalesce(names.n_forms, 0) AS n_forms,
    names.forms,
    entities.entity_id
FROM entities
LEFT JOIN names ON entities.entity_id = names.entity_id
ORDER BY entities.n_mentions DESC, entities.entity_id ASC;

COMMENT ON VIEW entity_names IS 'Who and what the texts speak of and under which names; the most mentioned first.';
COMMENT ON COLUMN entity_names.name IS 'The canonical name.';
COMMENT ON COLUMN entity_names.type IS 'PER, ORG, LOC, EQUIPMENT or OTHER.';
COMMENT ON COLUMN entity_names.n_mentions IS 'Mentions in the corpus, newest versions only.';
COMMENT ON COLUMN entity_names.n_articles IS 'Documents that mention it.';
COMMENT ON COLUMN entity_names.n_forms IS 'Surface forms.';
COMMENT ON COLUMN entity_names.forms IS 'Each form with its mentions and how it was merged; the most frequent first.';
COMMENT ON COLUMN entity_names.entity_id IS 'The entity.';
