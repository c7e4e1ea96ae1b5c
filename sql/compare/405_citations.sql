-- Whom do articles cite, besides in quotations? Grain of cmp_citation: one row a citation.
-- A source line ("Original source: ..."), a dateline, and a citation in a sentence that claims nothing speak for the
-- whole article.
CREATE OR REPLACE TEMP TABLE cmp_citation AS
WITH cited AS (
    SELECT
        article_id,
        sentence_id,
        fact_id,
        start_char,
        end_char,
        coalesce(rule IN ('source_line', 'dateline'), FALSE) AS is_line,
        coalesce(rule = 'dateline', FALSE) AS is_dateline,
        if(cited_kind = 'footnote', cited_url, coalesce(cited, cited_url)) AS name,
        if(cited_kind = 'agency', 'agency', 'outlet') AS kind
    FROM facts
    WHERE kind = 'citation' AND article_id IN (SELECT cmp_scope.article_id FROM cmp_scope)
),

claiming AS (
    SELECT DISTINCT claims.sentence_id FROM claims
    SEMI JOIN cmp_scope ON claims.article_id = cmp_scope.article_id
)

SELECT
    cited.article_id,
    cited.sentence_id,
    cited.fact_id,
    cited.start_char,
    cited.end_char,
    cited.name,
    cited.kind,
    cited.is_line OR claiming.sentence_id IS NULL AS of_article
FROM cited
INNER JOIN cmp_article ON cited.article_id = cmp_article.article_id
LEFT JOIN claiming ON cited.sentence_id = claiming.sentence_id
-- In its own articles a wire's dateline names the wire itself, often by a short form.
WHERE cited.name IS NOT NULL AND NOT (cited.is_dateline AND cmp_article.source_kind = 'wire');
