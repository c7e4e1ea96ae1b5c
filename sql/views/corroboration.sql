-- Question: which claims does more than one outlet carry, and on how many independent origins do they rest?
-- Grain: one row is one claim (cluster) that at least two outlets carry.
CREATE OR REPLACE VIEW corroboration AS
WITH newest AS (
    SELECT
        articles.article_id,
        coalesce(sources.outlet, articles.source_id) AS outlet
    FROM articles
    LEFT JOIN sources ON articles.source_id = sources.source_id
    ANTI JOIN articles AS later ON articles.article_id = later.supersedes_id
),

shared AS (
    SELECT claim_clusters.*
    FROM claim_clusters
    WHERE claim_clusters.n_sources >= 2
),

-- How each claim stands to the cluster's own wording; what is only on the same matter is on neither side.
sides AS (
    SELECT
        shared.cluster_id,
        shared.claim_id,
        FALSE AS differs
    FROM shared
    UNION ALL
    SELECT
        shared.cluster_id,
        if(claim_relations.claim_a = shared.claim_id, claim_relations.claim_b, claim_relations.claim_a) AS claim_id,
        claim_relations.relation <> 'agrees' AS differs
    FROM shared
    INNER JOIN claim_relations
        ON
            shared.cluster_id = claim_relations.cluster_id
            AND shared.claim_id IN (claim_relations.claim_a, claim_relations.claim_b)
    WHERE claim_relations.relation IN ('agrees', 'conflicts', 'updates')
),

-- What a stock name says supports nothing, unless the cluster has no other wording.
placeholders AS (
    SELECT facts.fact_id
    FROM facts
    WHERE facts.speaker_flag = 'placeholder'
),

carried AS (
    SELECT
        sides.cluster_id,
        sides.claim_id,
        sides.differs,
        newest.article_id,
        newest.outlet
    FROM sides
    INNER JOIN claims ON sides.claim_id = claims.claim_id
    INNER JOIN newest ON claims.article_id = newest.article_id
    INNER JOIN shared ON sides.cluster_id = shared.cluster_id
    LEFT JOIN placeholders ON claims.source_fact_id = placeholders.fact_id
    WHERE
        coalesce(claims.conditional, FALSE) = FALSE
        AND (placeholders.fact_id IS NULL OR sides.claim_id = shared.claim_id)
),

outlets AS (
    SELECT
        carried.cluster_id,
        string_agg(DISTINCT carried.outlet, ', ' ORDER BY carried.outlet) FILTER (WHERE NOT carried.differs) AS saying,
        string_agg(DISTINCT carried.outlet, ', ' ORDER BY carried.outlet) FILTER (WHERE carried.differs) AS differing
    FROM carried
    GROUP BY carried.cluster_id
),

-- Of several origins that one sentence names, the one nearest to the event; they are not independent of one another.
claim_edges AS (
    SELECT
        origins.subject_id AS claim_id,
        if(origins.origin_kind = 'unknown', 'unnamed', origins.origin_name) AS name
    FROM origins
    WHERE origins.subject_kind = 'claim'
    QUALIFY row_number() OVER (
        PARTITION BY origins.subject_id
        ORDER BY
            list_position(
                ['image_supplier', 'document', 'official', 'unknown', 'agency', 'outlet'], origins.origin_kind
            ) ASC,
            origins.origin_id ASC
    ) = 1
),

copied AS (
    SELECT
        origins.subject_id AS article_id,
        origins.origin_name AS name
    FROM origins
    WHERE origins.subject_kind = 'article' AND origins.method = 'copied'
),

-- What the sentence names, else what the article copies, else the outlet itself.
named_origins AS (
    SELECT
        carried.cluster_id,
        carried.outlet,
        coalesce(claim_edges.name, copied.name, carried.outlet) AS name
    FROM carried
    LEFT JOIN claim_edges ON carried.claim_id = claim_edges.claim_id
    LEFT JOIN copied ON carried.article_id = copied.article_id
    WHERE NOT carried.differs
),

others AS (
    SELECT
        named_origins.cluster_id,
        named_origins.name,
        nullif(named_origins.name, named_origins.outlet) AS other_name
    FROM named_origins
),

-- An outlet that carries the claim itself is followed to its own origin, which is another row.
root_origins AS (
    SELECT
        others.cluster_id,
        others.name
    FROM others
    ANTI JOIN named_origins ON others.cluster_id = named_origins.cluster_id AND others.other_name = named_origins.outlet
),

origin_lists AS (
    SELECT
        root_origins.cluster_id,
        string_agg(DISTINCT root_origins.name, ', ' ORDER BY root_origins.name) AS names
    FROM root_origins
    GROUP BY root_origins.cluster_id
)

SELECT
    shared.text AS claim,
    shared.status,
    shared.n_origins,
    shared.n_sources,
    outlets.saying AS outlets,
    origin_lists.names AS origins,
    outlets.differing AS differing_outlets,
    stories.title AS story,
    shared.n_owner_groups,
    shared.n_articles,
    shared.cluster_id,
    shared.story_id
FROM shared
LEFT JOIN stories ON shared.story_id = stories.story_id
LEFT JOIN outlets ON shared.cluster_id = outlets.cluster_id
LEFT JOIN origin_lists ON shared.cluster_id = origin_lists.cluster_id
ORDER BY
    list_position(['corroborated', 'conflict', 'update', 'echo'], shared.status) ASC,
    shared.n_origins DESC,
    shared.n_sources DESC,
    -- Origins that are named say more than outlets that name nobody.
    origin_lists.names = outlets.saying ASC NULLS LAST,
    shared.n_owner_groups DESC,
    shared.cluster_id ASC;

COMMENT ON VIEW corroboration IS
'Which claims several outlets carry, and on how many independent origins: corroborated, in conflict, or an echo.';
COMMENT ON COLUMN corroboration.story IS 'Title of the story.';
COMMENT ON COLUMN corroboration.claim IS 'The claim in its clearest wording.';
COMMENT ON COLUMN corroboration.status IS
'corroborated (two or more independent origins), echo (several outlets, one origin), conflict or update.';
COMMENT ON COLUMN corroboration.n_origins IS 'Independent origins, after copies and shared suppliers collapse.';
COMMENT ON COLUMN corroboration.n_sources IS 'Outlets that say so.';
COMMENT ON COLUMN corroboration.n_owner_groups IS 'Owners of these outlets.';
COMMENT ON COLUMN corroboration.n_articles IS 'Documents that say so, newest versions only.';
COMMENT ON COLUMN corroboration.outlets IS 'These outlets.';
COMMENT ON COLUMN corroboration.differing_outlets IS
'The outlets that deny it or say it with another number or date; see disagreements.';
COMMENT ON COLUMN corroboration.origins IS
'Whom these outlets name or copy, else the outlet itself; n_origins is smaller where these rest on one another, '
'and unnamed sources count for none.';
COMMENT ON COLUMN corroboration.cluster_id IS 'The claim as the sources share it; see claim_matrix for the wordings.';
COMMENT ON COLUMN corroboration.story_id IS 'The story.';
