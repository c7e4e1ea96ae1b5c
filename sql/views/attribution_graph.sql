-- Question: who cites, copies or relies on whom, and how often?
-- Grain: one row is one outlet and one origin that its articles or claims rest on.
CREATE OR REPLACE VIEW attribution_graph AS
WITH newest AS (
    SELECT
        articles.article_id,
        articles.source_id,
        articles.published_at,
        coalesce(sources.outlet, articles.source_id) AS outlet,
        sources.domain
    FROM articles
    LEFT JOIN sources ON articles.source_id = sources.source_id
    ANTI JOIN articles AS later ON articles.article_id = later.supersedes_id
),

-- An outlet that names itself relies on nobody.
edges AS (
    SELECT
        newest.source_id,
        newest.outlet,
        newest.published_at,
        origins.origin_kind,
        origins.origin_name,
        lower(origins.origin_name) AS name_key,
        origins.subject_kind,
        origins.subject_id,
        origins.article_id,
        origins.method,
        origins.start_char,
        origins.end_char
    FROM origins
    INNER JOIN newest ON origins.article_id = newest.article_id
    WHERE lower(origins.origin_name) NOT IN (lower(newest.outlet), lower(newest.source_id), coalesce(newest.domain, ''))
),

graph AS (
    SELECT
        edges.source_id,
        edges.origin_kind,
        edges.name_key,
        edges.outlet,
        min(edges.origin_name) AS origin,
        count(DISTINCT edges.article_id) AS n_articles,
        count(DISTINCT edges.subject_id) FILTER (WHERE edges.subject_kind = 'claim') AS n_claims,
        string_agg(DISTINCT edges.method, ', ' ORDER BY edges.method) AS how
    FROM edges
    GROUP BY edges.source_id, edges.origin_kind, edges.name_key, edges.outlet
),

-- The newest edge that can be read in the text, else the newest.
examples AS (
    SELECT
        edges.source_id,
        edges.origin_kind,
        edges.name_key,
        edges.subject_kind,
        edges.subject_id,
        edges.article_id,
        edges.start_char,
        edges.end_char
    FROM edges
    QUALIFY row_number() OVER (
        PARTITION BY edges.source_id, edges.origin_kind, edges.name_key
        ORDER BY
            edges.start_char IS NULL ASC,
            edges.subject_kind = 'article' ASC,
            edges.published_at DESC NULLS LAST,
            edges.subject_id ASC,
            edges.start_char ASC
    ) = 1
)

SELECT
    graph.outlet,
    graph.origin,
    graph.origin_kind,
    graph.n_articles,
    graph.n_claims,
    graph.how,
    coalesce(
        claims.text,
        -- Eighty code points on both sides show the words in their sentence.
        trim(regexp_replace(
            substring(
                articles.raw_text,
                greatest(examples.start_char - 79, 1),
                examples.end_char - greatest(examples.start_char - 80, 0) + 80
            ),
            '\s+', ' ', 'g'
        )),
        articles.title
    ) AS example,
    articles.url AS example_url,
    graph.source_id
FROM graph
INNER JOIN examples
    ON
        graph.source_id = examples.source_id
        AND graph.origin_kind = examples.origin_kind
        AND graph.name_key = examples.name_key
LEFT JOIN articles ON examples.article_id = articles.article_id
LEFT JOIN claims ON examples.subject_id = claims.claim_id AND examples.subject_kind = 'claim'
ORDER BY
    graph.n_articles DESC, graph.n_claims DESC, graph.source_id ASC, graph.origin_kind ASC, graph.name_key ASC;

COMMENT ON VIEW attribution_graph IS 'Who cites, copies or relies on whom; the heaviest edges first.';
COMMENT ON COLUMN attribution_graph.outlet IS 'The outlet that relies.';
COMMENT ON COLUMN attribution_graph.origin IS 'What it relies on.';
COMMENT ON COLUMN attribution_graph.origin_kind IS 'outlet, agency, official, image_supplier, document or unknown.';
COMMENT ON COLUMN attribution_graph.n_articles IS 'Articles of the outlet that do so, newest versions only.';
COMMENT ON COLUMN attribution_graph.n_claims IS 'Claims that do so; 0 where only whole articles do.';
COMMENT ON COLUMN attribution_graph.how IS
'cited (the text says so), copied (text reuse says so), inferred, or several of them.';
COMMENT ON COLUMN attribution_graph.example IS
'A claim that rests on it, else the text around the words that name it, else a headline.';
COMMENT ON COLUMN attribution_graph.example_url IS 'Address of the example''s article.';
COMMENT ON COLUMN attribution_graph.source_id IS 'The outlet''s id.';
