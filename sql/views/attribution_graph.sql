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

kinds AS (
    SELECT ['image_supplier', 'agency', 'outlet', 'document', 'official', 'unknown'] AS by_telling
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
        edges.name_key,
        min(list_position(kinds.by_telling, edges.origin_kind)) AS kind_no,
        edges.outlet,
        min(edges.origin_name) AS origin,
        count(DISTINCT edges.article_id) AS n_articles,
        count(DISTINCT edges.subject_id) FILTER (WHERE edges.subject_kind = 'claim') AS n_claims,
        concat_ws(
            ', ',
            if(bool_or(edges.method = 'cited'), 'cited', NULL),
            if(bool_or(edges.method = 'copied'), 'copied', NULL),
            if(bool_or(edges.method = 'inferred'), 'inferred', NULL)
        ) AS how,
        -- The newest edge that can be read in the text, else the newest.
        arg_min(
            struct_pack(
                article_id := edges.article_id,
                claim_id := if(edges.subject_kind = 'claim', edges.subject_id, NULL),
                start_char := edges.start_char,
                end_char := edges.end_char
            ),
            (
                edges.start_char IS NULL,
                edges.subject_kind = 'article',
                -coalesce(epoch(edges.published_at), '-inf'::DOUBLE),
                edges.subject_id,
                coalesce(edges.start_char, 0)
            )
        ) AS example
    FROM edges
    CROSS JOIN kinds
    GROUP BY edges.source_id, edges.name_key, edges.outlet
),

examples AS (
    SELECT
        graph.*,
        -- An origin may have another kind in another story; the most telling one holds for all.
        kinds.by_telling[min(graph.kind_no) OVER (PARTITION BY graph.name_key)] AS origin_kind,
        graph.example.article_id,
        graph.example.claim_id,
        graph.example.start_char,
        graph.example.end_char
    FROM graph
    CROSS JOIN kinds
)

SELECT
    examples.outlet,
    examples.origin,
    examples.origin_kind,
    examples.n_articles,
    examples.n_claims,
    examples.how,
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
    examples.source_id
FROM examples
LEFT JOIN articles ON examples.article_id = articles.article_id
LEFT JOIN claims ON examples.claim_id = claims.claim_id
ORDER BY
    examples.n_articles DESC,
    examples.n_claims DESC,
    examples.source_id ASC,
    examples.name_key ASC;

COMMENT ON VIEW attribution_graph IS 'Who cites, copies or relies on whom; the heaviest edges first.';
COMMENT ON COLUMN attribution_graph.outlet IS 'The outlet that relies.';
COMMENT ON COLUMN attribution_graph.origin IS 'What it relies on.';
COMMENT ON COLUMN attribution_graph.origin_kind IS
'outlet, agency, official, image_supplier, document or unknown: the most telling that any story has.';
COMMENT ON COLUMN attribution_graph.n_articles IS 'Articles of the outlet that do so, newest versions only.';
COMMENT ON COLUMN attribution_graph.n_claims IS 'Claims that do so; 0 where only whole articles do.';
COMMENT ON COLUMN attribution_graph.how IS
'cited (the text says so), copied (text reuse says so), inferred, or several of them.';
COMMENT ON COLUMN attribution_graph.example IS
'A claim that rests on it, else the text around the words that name it, else a headline.';
COMMENT ON COLUMN attribution_graph.example_url IS 'Address of the example''s article.';
COMMENT ON COLUMN attribution_graph.source_id IS 'The outlet''s id.';
