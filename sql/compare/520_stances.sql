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

-- Which claim speaks for its outlet? Of those of an outlet with one stance to one cluster the body's says it more
-- exactly than the headline's, and the newest article speaks for the outlet. Fills claims.n_same_stance.
UPDATE claims
SET n_same_stance = judged.n_same_stance
FROM (
    WITH told AS (
        SELECT
            claims.claim_id,
            count(*) OVER same_stance AS n,
            row_number() OVER (
                PARTITION BY claims.cluster_id, articles.source_id, claims.stance
                ORDER BY
                    coalesce(claims.is_headline, FALSE) ASC,
                    articles.published_at DESC NULLS LAST,
                    claims.claim_id ASC
            ) AS place
        FROM claims
        SEMI JOIN cmp_scope ON claims.article_id = cmp_scope.article_id
        INNER JOIN articles ON claims.article_id = articles.article_id
        INNER JOIN claim_clusters ON claims.cluster_id = claim_clusters.cluster_id
        ANTI JOIN articles AS later ON articles.article_id = later.supersedes_id
        WINDOW same_stance AS (PARTITION BY claims.cluster_id, articles.source_id, claims.stance)
    )

    SELECT
        claims.claim_id,
        told.n AS n_same_stance
    FROM claims
    SEMI JOIN cmp_scope ON claims.article_id = cmp_scope.article_id
    LEFT JOIN told ON claims.claim_id = told.claim_id AND told.place = 1
) AS judged
WHERE claims.claim_id = judged.claim_id AND claims.n_same_stance IS DISTINCT FROM judged.n_same_stance;
