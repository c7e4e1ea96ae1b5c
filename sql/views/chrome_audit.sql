-- Question: what did cleaning cut, by which rule, and was it right to?
-- Grain: one row is one kind of removed text and one rule.
CREATE OR REPLACE VIEW chrome_audit AS
WITH spans AS (
    SELECT
        removed_spans.kind,
        removed_spans.rule,
        removed_spans.score,
        removed_spans.text,
        removed_spans.article_id,
        removed_spans.start_char,
        removed_spans.end_char - removed_spans.start_char AS n_chars,
        articles.source_id
    FROM removed_spans
    INNER JOIN articles ON removed_spans.article_id = articles.article_id
),

counts AS (
    SELECT
        spans.kind,
        spans.rule,
        count(*) AS n_spans,
        count(DISTINCT spans.article_id) AS n_articles,
        sum(spans.n_chars)::BIGINT AS n_chars,
        min(spans.score) AS lowest_score,
        -- The longest and the least sure cut are where a mistake costs most.
        arg_max(spans.text, (spans.n_chars, spans.text)) AS longest,
        arg_min(spans.text, (spans.score, spans.text)) AS least_sure
    FROM spans
    GROUP BY spans.kind, spans.rule
),

-- The text cut most often is what the rule is for.
texts AS (
    SELECT
        spans.kind,
        spans.rule,
        spans.text,
        count(*) AS n_spans
    FROM spans
    GROUP BY spans.kind, spans.rule, spans.text
),

examples AS (
    SELECT
        texts.kind,
        texts.rule,
        arg_max(texts.text, (texts.n_spans, texts.text)) AS example
    FROM texts
    GROUP BY texts.kind, texts.rule
),

by_outlet AS (
    SELECT
        spans.kind,
        spans.rule,
        coalesce(sources.outlet, spans.source_id) AS outlet,
        count(*) AS n_spans
    FROM spans
    LEFT JOIN sources ON spans.source_id = sources.source_id
    GROUP BY spans.kind, spans.rule, coalesce(sources.outlet, spans.source_id)
),

-- Five names show whether a rule is one site's; a list of thousands shows nothing.
outlets AS (
    SELECT
        by_outlet.kind,
        by_outlet.rule,
        count(*) AS n_outlets,
        array_to_string(
            list_slice(list(by_outlet.outlet ORDER BY by_outlet.n_spans DESC, by_outlet.outlet ASC), 1, 5), ', '
        ) AS names
    FROM by_outlet
    GROUP BY by_outlet.kind, by_outlet.rule
)

SELECT
    counts.kind,
    counts.rule,
    counts.n_spans,
    counts.n_chars,
    counts.n_articles,
    outlets.n_outlets,
    outlets.names AS outlets,
    round(counts.lowest_score, 3) AS lowest_score,
    substring(examples.example, 1, 200) AS example,
    substring(counts.longest, 1, 200) AS longest,
    substring(counts.least_sure, 1, 200) AS least_sure
FROM counts
INNER JOIN outlets
    ON
        counts.kind IS NOT DISTINCT FROM outlets.kind
        AND counts.rule IS NOT DISTINCT FROM outlets.rule
INNER JOIN examples
    ON
        counts.kind IS NOT DISTINCT FROM examples.kind
        AND counts.rule IS NOT DISTINCT FROM examples.rule
ORDER BY counts.n_chars DESC, counts.kind ASC, counts.rule ASC;

COMMENT ON VIEW chrome_audit IS
'What cleaning cut and by which rule, with examples to judge it by; the most text first.';
COMMENT ON COLUMN chrome_audit.kind IS 'What was cut, such as navigation or comment_form; see removed_spans.';
COMMENT ON COLUMN chrome_audit.rule IS 'The rule or model that decided.';
COMMENT ON COLUMN chrome_audit.n_spans IS 'Spans that it cut.';
COMMENT ON COLUMN chrome_audit.n_chars IS 'Code points that it cut.';
COMMENT ON COLUMN chrome_audit.n_articles IS 'Article versions in which it cut.';
COMMENT ON COLUMN chrome_audit.n_outlets IS 'Outlets of these articles.';
COMMENT ON COLUMN chrome_audit.outlets IS 'Up to five of them, those with most spans first.';
COMMENT ON COLUMN chrome_audit.lowest_score IS 'The least sure of its decisions, from 0 to 1.';
COMMENT ON COLUMN chrome_audit.example IS 'The text that it cut most often, up to 200 code points.';
COMMENT ON COLUMN chrome_audit.longest IS 'The longest text that it cut, up to 200 code points.';
COMMENT ON COLUMN chrome_audit.least_sure IS 'The text of its least sure decision, up to 200 code points.';
