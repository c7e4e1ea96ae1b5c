-- How does each claim of a newest version stand to its cluster's own wording? Fills claims.stance. Reads the tables
-- alone, since views ask for it of every claim and a join with all relations costs them seconds.
-- What changes nothing is not written: merging updates of one row takes DuckDB long.
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
    ),

    replaced AS (
        SELECT DISTINCT supersedes_id AS article_id
        FROM articles
    )

    SELECT
        own.claim_id,
        CASE
            WHEN claim_clusters.cluster_id IS NULL OR later.article_id IS NOT NULL THEN NULL
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
    SEMI JOIN cmp_scope ON own.article_id = cmp_scope.article_id
    LEFT JOIN claim_clusters ON own.cluster_id = claim_clusters.cluster_id
    LEFT JOIN replaced AS later ON own.article_id = later.article_id
    LEFT JOIN claims AS wordings ON claim_clusters.claim_id = wordings.claim_id
    LEFT JOIN relations ON own.claim_id = relations.claim_id
) AS judged
WHERE claims.claim_id = judged.claim_id AND claims.stance IS DISTINCT FROM judged.stance;
