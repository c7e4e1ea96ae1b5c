-- Fills origins, one row an edge from a claim or an article to what it rests on.
DELETE FROM origins
WHERE article_id NOT IN (SELECT cmp_kept_article.article_id FROM cmp_kept_article);

INSERT INTO origins BY NAME
WITH copied AS (
    SELECT DISTINCT
        'claim' AS subject_kind,
        claims.claim_id AS subject_id,
        claims.article_id,
        cmp_copied.source_id
    FROM cmp_copied
    INNER JOIN claims ON cmp_copied.paragraph_id = claims.paragraph_id
    UNION
    SELECT DISTINCT
        'article' AS subject_kind,
        article_id AS subject_id,
        article_id,
        source_id
    FROM cmp_copied
),

-- A claim that names nobody and was not seen elsewhere before rests on its own outlet.
own AS (
    SELECT
        'claim' AS subject_kind,
        claims.claim_id AS subject_id,
        claims.article_id,
        articles.source_id
    FROM claims
    INNER JOIN articles ON claims.article_id = articles.article_id
    SEMI JOIN cmp_scope ON claims.article_id = cmp_scope.article_id
    WHERE
        claims.claim_id NOT IN (SELECT cmp_stated_origin.subject_id FROM cmp_stated_origin)
        AND claims.claim_id NOT IN (SELECT copied.subject_id FROM copied)
),

edges AS (
    SELECT
        subject_kind,
        subject_id,
        article_id,
        origin_kind || ':' || origin_key AS origin_id,
        origin_kind,
        origin_name,
        start_char,
        end_char,
        method,
        fact_id
    FROM cmp_stated_origin
    UNION ALL
    SELECT
        outlets.subject_kind,
        outlets.subject_id,
        outlets.article_id,
        cmp_source_origin.origin_kind || ':' || cmp_source_origin.origin_key AS origin_id,
        cmp_source_origin.origin_kind,
        cmp_source_origin.origin_name,
        NULL AS start_char,
        NULL AS end_char,
        outlets.method,
        NULL AS fact_id
    FROM (
        SELECT
            *,
            'copied' AS method
        FROM copied
        UNION ALL
        SELECT
            *,
            'inferred' AS method
        FROM own
    ) AS outlets
    INNER JOIN cmp_source_origin ON outlets.source_id = cmp_source_origin.source_id
)

-- The same origin may be named twice in one sentence: the first naming stands for both.
SELECT *
FROM edges
QUALIFY
    row_number() OVER (
        PARTITION BY subject_kind, subject_id, origin_id ORDER BY method, start_char NULLS LAST, fact_id NULLS LAST
    ) = 1
ORDER BY subject_kind, subject_id, origin_id;
