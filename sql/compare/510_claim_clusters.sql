-- Who confirms each claim independently? Fills claim_clusters, one row a claim as the sources share it. All counts
-- are over its carriers in newest versions: the clearest wording and the claims that agree with it.
DELETE FROM claim_clusters
WHERE story_id NOT IN (SELECT cmp_kept_story.story_id FROM cmp_kept_story);

INSERT INTO claim_clusters BY NAME
WITH outlets AS (
    SELECT
        cluster_id,
        count(DISTINCT article_no) AS n_articles,
        count(DISTINCT source_id) AS n_sources,
        count(DISTINCT owner_group) AS n_owner_groups
    FROM cmp_carrier
    GROUP BY cluster_id
),

roots AS (
    SELECT
        cmp_carrier_origin.cluster_id,
        count(DISTINCT cmp_component.root) AS n_origins
    FROM cmp_carrier_origin
    INNER JOIN cmp_component ON cmp_carrier_origin.origin_no = cmp_component.node
    GROUP BY cmp_carrier_origin.cluster_id
),

-- A conflict of any carrier counts, an update only of the wording shown: that another number in the same sentence has
-- grown since says nothing of the rest. Conflicts with what an outlet has replaced since are past.
sides AS (
    SELECT
        cluster_id,
        relation,
        claim_a AS claim_id,
        claim_b AS other_id
    FROM claim_relations
    WHERE relation IN ('conflicts', 'updates')
    UNION ALL
    SELECT
        cluster_id,
        relation,
        claim_b AS claim_id,
        claim_a AS other_id
    FROM claim_relations
    WHERE relation IN ('conflicts', 'updates')
),

differences AS (
    SELECT
        sides.cluster_id,
        bool_or(sides.relation = 'conflicts' AND others.claim_id IS NOT NULL) AS has_conflict,
        bool_or(sides.relation = 'updates' AND cmp_speaks.claim_id IS NOT NULL) AS has_update
    FROM sides
    INNER JOIN cmp_carrier ON sides.cluster_id = cmp_carrier.cluster_id AND sides.claim_id = cmp_carrier.claim_id
    LEFT JOIN cmp_speaks ON sides.cluster_id = cmp_speaks.cluster_id AND sides.claim_id = cmp_speaks.claim_id
    LEFT JOIN cmp_clustered AS others ON sides.other_id = others.claim_id
    GROUP BY sides.cluster_id
)

SELECT
    cmp_speaks.cluster_id,
    cmp_claim.story_id,
    cmp_clear_text(cmp_claim.text) AS text,
    cmp_speaks.claim_id,
    outlets.n_articles,
    outlets.n_sources,
    outlets.n_owner_groups,
    coalesce(roots.n_origins, 1) AS n_origins,
    CASE
        WHEN differences.has_conflict THEN 'conflict'
        WHEN differences.has_update THEN 'update'
        WHEN outlets.n_sources >= 2 AND outlets.n_owner_groups >= 2 AND roots.n_origins >= 2 THEN 'corroborated'
        WHEN outlets.n_sources >= 2 THEN 'echo'
        ELSE 'single_source'
    END AS status
FROM cmp_speaks
INNER JOIN cmp_claim ON cmp_speaks.claim_no = cmp_claim.claim_no
INNER JOIN outlets ON cmp_speaks.cluster_id = outlets.cluster_id
LEFT JOIN roots ON cmp_speaks.cluster_id = roots.cluster_id
LEFT JOIN differences ON cmp_speaks.cluster_id = differences.cluster_id
ORDER BY cmp_speaks.cluster_id;
