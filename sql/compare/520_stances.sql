-- How does each claim of a newest version stand to its cluster's own wording? Fills claims.stance. Reads the tables
-- alone, since views ask for it of every claim and a join with all relations costs them seconds.
UPDATE claims SET stance = NULL WHERE stance IS NOT NULL;

UPDATE claims
SET stance = judged.stance
FROM (
    WITH relations AS (
        SELECT
            if(
                claim_relations.claim_a = claim_clusters.claim_id, claim_relations.claim_b, claim_relations.claim_a
            ) AS claim_id,
            any_value(claim_relations.relation) AS relation,
            any_value(claim_relations.aspect) AS aspect
        FROM claim_relations
        INNER JOIN claim_clusters ON claim_relations.cluster_id = claim_clusters.cluster_id
        WHERE claim_clusters.claim_id IN (claim_relations.claim_a, claim_relations.claim_b)
        GROUP BY ALL
    )

    SELECT
        own.claim_id,
        CASE
            WHEN own.conditional THEN 'conditional'
            WHEN relations.relation IN ('conflicts', 'updates') AND relations.aspect = 'polarity' THEN 'denies'
            WHEN relations.relation IN ('conflicts', 'updates') THEN 'differs'
            WHEN own.certainty IN ('probable', 'possible', 'unknown') THEN 'hedges'
            WHEN relations.relation = 'agrees' OR own.claim_id = claim_clusters.claim_id THEN 'supports'
            -- Relations are between articles: within the article of the cluster's wording, polarity tells.
            WHEN own.article_id = wordings.article_id AND own.polarity = wordings.polarity THEN 'supports'
            ELSE 'vague'
        END AS stance
    FROM claims AS own
    INNER JOIN claim_clusters ON own.cluster_id = claim_clusters.cluster_id
    ANTI JOIN articles AS later ON own.article_id = later.supersedes_id
    LEFT JOIN claims AS wordings ON claim_clusters.claim_id = wordings.claim_id
    LEFT JOIN relations ON own.claim_id = relations.claim_id
) AS judged
WHERE claims.claim_id = judged.claim_id;
