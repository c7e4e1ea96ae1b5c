-- Question: for which claims do outlets give numbers that cannot all be true, and who gives which?
-- Grain: one row is one claim (cluster) and one thing counted or measured in it.
CREATE OR REPLACE VIEW value_conflicts AS
WITH newest AS (
    SELECT
        articles.article_id,
        articles.source_id,
        articles.published_at,
        coalesce(sources.outlet, articles.source_id) AS outlet
    FROM articles
    LEFT JOIN sources ON articles.source_id = sources.source_id
    ANTI JOIN articles AS later ON articles.article_id = later.supersedes_id
),

-- Only claims that the comparison has found to differ in a number: others in the cluster may count something else.
differing AS (
    SELECT claim_relations.claim_a AS claim_id
    FROM claim_relations
    WHERE claim_relations.relation IN ('conflicts', 'updates') AND claim_relations.aspect = 'number'
    UNION
    SELECT claim_relations.claim_b AS claim_id
    FROM claim_relations
    WHERE claim_relations.relation IN ('conflicts', 'updates') AND claim_relations.aspect = 'number'
),

stated AS (
    SELECT
        claims.claim_id,
        claims.cluster_id,
        claims.sentence_id,
        claims.start_char,
        claims.end_char,
        newest.source_id,
        newest.outlet,
        newest.published_at
    FROM claims
    INNER JOIN differing ON claims.claim_id = differing.claim_id
    INNER JOIN newest ON claims.article_id = newest.article_id
    WHERE coalesce(claims.conditional, FALSE) = FALSE
),

quantities AS (
    SELECT
        facts.sentence_id,
        facts.start_char,
        facts.end_char,
        facts.text,
        facts.modifier,
        facts.value_low,
        facts.value_high,
        lower(facts.object) AS object,
        facts.unit
    FROM facts
    WHERE
        facts.kind = 'quantity'
        -- A bare count may count anything.
        AND coalesce(facts.object, nullif(facts.unit, 'count')) IS NOT NULL
        AND coalesce(facts.value_low, facts.value_high) IS NOT NULL
),

-- "about" means rounded: to two significant figures at the finest, which moves a number by up to 5 %.
bounds AS (
    SELECT
        stated.claim_id,
        stated.cluster_id,
        stated.source_id,
        stated.outlet,
        stated.published_at,
        coalesce(quantities.object, '') AS object,
        coalesce(quantities.unit, '') AS unit,
        quantities.value_low,
        quantities.value_high,
        CASE
            WHEN quantities.modifier IN ('exact', 'about') OR quantities.modifier IS NULL THEN quantities.text
            WHEN starts_with(lower(quantities.text), quantities.modifier) THEN quantities.text
            ELSE quantities.modifier || ' ' || quantities.text
        END AS wording,
        coalesce(quantities.value_low, '-inf'::DOUBLE) * if(quantities.modifier = 'about', 0.95, 1) AS lowest,
        coalesce(quantities.value_high, 'inf'::DOUBLE) * if(quantities.modifier = 'about', 1.05, 1) AS highest
    FROM stated
    INNER JOIN quantities
        ON
            stated.sentence_id = quantities.sentence_id
            AND stated.start_char <= quantities.start_char
            AND stated.end_char >= quantities.end_char
),

-- A claim with two numbers for one thing ("from 3 to 5 workers") says neither alone.
clear AS (
    SELECT bounds.*
    FROM bounds
    QUALIFY count(*) OVER (PARTITION BY bounds.claim_id, bounds.object, bounds.unit) = 1
),

-- One outlet, one number: its newest.
by_outlet AS (
    SELECT clear.*
    FROM clear
    QUALIFY row_number() OVER (
        PARTITION BY clear.cluster_id, clear.object, clear.unit, clear.source_id
        ORDER BY clear.published_at DESC NULLS LAST, clear.claim_id ASC
    ) = 1
),

conflicts AS (
    SELECT
        by_outlet.cluster_id,
        by_outlet.object,
        by_outlet.unit,
        min(coalesce(by_outlet.value_low, by_outlet.value_high)) AS low,
        max(coalesce(by_outlet.value_high, by_outlet.value_low)) AS high,
        count(*) AS n_sources,
        string_agg(
            by_outlet.wording || ' (' || by_outlet.outlet || ')',
            '; ' ORDER BY by_outlet.published_at NULLS LAST, by_outlet.source_id
        ) AS who_says,
        min(by_outlet.published_at) AS first_at,
        max(by_outlet.published_at) AS last_at
    FROM by_outlet
    GROUP BY by_outlet.cluster_id, by_outlet.object, by_outlet.unit
    HAVING max(by_outlet.lowest) > min(by_outlet.highest)
)

SELECT
    stories.title AS story,
    claim_clusters.text AS claim,
    nullif(conflicts.object, '') AS object,
    nullif(conflicts.unit, '') AS unit,
    conflicts.low,
    conflicts.high,
    conflicts.who_says,
    conflicts.n_sources,
    claim_clusters.status,
    conflicts.first_at,
    conflicts.last_at,
    conflicts.cluster_id,
    claim_clusters.story_id
FROM conflicts
INNER JOIN claim_clusters ON conflicts.cluster_id = claim_clusters.cluster_id
LEFT JOIN stories ON claim_clusters.story_id = stories.story_id
ORDER BY conflicts.n_sources DESC, conflicts.cluster_id ASC, conflicts.object ASC, conflicts.unit ASC;

COMMENT ON VIEW value_conflicts IS
'Numbers for one thing that cannot all be true, and who gives which; status says whether it is an update.';
COMMENT ON COLUMN value_conflicts.story IS 'Title of the story.';
COMMENT ON COLUMN value_conflicts.claim IS 'The claim in its clearest wording.';
COMMENT ON COLUMN value_conflicts.object IS 'What is counted.';
COMMENT ON COLUMN value_conflicts.unit IS 'Unit of measure, currency or percent.';
COMMENT ON COLUMN value_conflicts.low IS 'The lowest number given.';
COMMENT ON COLUMN value_conflicts.high IS 'The highest number given.';
COMMENT ON COLUMN value_conflicts.who_says IS 'Each outlet''s newest number in its words, in the order of publication.';
COMMENT ON COLUMN value_conflicts.n_sources IS 'Outlets that give a number.';
COMMENT ON COLUMN value_conflicts.status IS
'Status of the claim; update where the later number replaces the earlier one.';
COMMENT ON COLUMN value_conflicts.first_at IS 'When the first of these numbers was published, UTC.';
COMMENT ON COLUMN value_conflicts.last_at IS 'When the last of them was published, UTC.';
COMMENT ON COLUMN value_conflicts.cluster_id IS 'The claim as the sources share it.';
COMMENT ON COLUMN value_conflicts.story_id IS 'The story.';
