-- Question: through which articles did a text reach this one, and where does the trail end?
-- Grain: one row is one article that copies or cites another article, or cites something outside the warehouse.
-- Each article has at most one parent, the one it rests on most, so a chain is a path and its length is the depth.
CREATE OR REPLACE VIEW origin_chain AS
WITH RECURSIVE newest AS (
    SELECT
        articles.article_id,
        articles.source_id,
        articles.story_id,
        articles.title,
        articles.url,
        articles.published_at,
        coalesce(sources.outlet, articles.source_id) AS outlet,
        sources.domain,
        -- The last moment at which it can have been published.
        CASE articles.published_precision
            WHEN 'day' THEN articles.published_at + INTERVAL 1 DAY
            WHEN 'month' THEN articles.published_at + INTERVAL 1 MONTH
            WHEN 'year' THEN articles.published_at + INTERVAL 1 YEAR
            ELSE articles.published_at
        END AS published_by
    FROM articles
    LEFT JOIN sources ON articles.source_id = sources.source_id
    ANTI JOIN articles AS later ON articles.article_id = later.supersedes_id
),

copied AS (
    SELECT
        text_reuse.later_article_id AS article_id,
        text_reuse.earlier_article_id AS parent_id,
        'copied' AS method,
        count(*) AS weight
    FROM text_reuse
    WHERE text_reuse.scope = 'cross_source' AND text_reuse.order_known
    GROUP BY text_reuse.later_article_id, text_reuse.earlier_article_id
),

cited_names AS (
    SELECT
        newest.article_id,
        newest.source_id,
        newest.story_id,
        newest.published_by,
        lower(origins.origin_name) AS name_key,
        origins.origin_name AS name,
        bool_or(origins.subject_kind = 'article') AS speaks_for_article,
        count(*) AS weight
    FROM origins
    INNER JOIN newest ON origins.article_id = newest.article_id
    WHERE
        origins.method = 'cited'
        -- Who is quoted in an article is a source of that claim, not of the article.
        AND origins.origin_kind IN ('outlet', 'agency')
        AND lower(origins.origin_name)
        NOT IN (lower(newest.outlet), lower(newest.source_id), coalesce(newest.domain, ''))
    GROUP BY
        newest.article_id, newest.source_id, newest.story_id, newest.published_by, lower(origins.origin_name),
        origins.origin_name
),

-- A cited outlet is its last article of the same story, unless that is known to be later than this one.
cited AS (
    SELECT
        cited_names.article_id,
        arg_max(
            newest.article_id, (coalesce(newest.published_at, '-infinity'::TIMESTAMP), newest.article_id)
        ) AS parent_id,
        'cited' AS method,
        max(cited_names.weight) AS weight
    FROM cited_names
    INNER JOIN newest
        ON
            cited_names.story_id = newest.story_id
            AND cited_names.name_key IN (lower(newest.outlet), lower(newest.source_id), newest.domain)
    WHERE coalesce(cited_names.published_by >= newest.published_at, TRUE)
    GROUP BY cited_names.article_id, cited_names.name_key
),

edges AS (
    SELECT copied.*
    FROM copied
    UNION ALL
    SELECT cited.*
    FROM cited
),

-- Copying is stronger evidence than a citation; then the larger share of the text decides.
parents AS (
    SELECT
        edges.article_id,
        edges.parent_id,
        edges.method
    FROM edges
    INNER JOIN newest ON edges.parent_id = newest.article_id
    QUALIFY row_number() OVER (
        PARTITION BY edges.article_id
        ORDER BY
            edges.method = 'copied' DESC, edges.weight DESC, newest.published_at ASC NULLS LAST, edges.parent_id ASC
    ) = 1
),

-- What the root as a whole cites ("Original source: ..."), where that is no article here.
named AS (
    SELECT
        cited_names.article_id,
        arg_max(cited_names.name, (cited_names.weight, cited_names.name)) AS name
    FROM cited_names
    ANTI JOIN parents ON cited_names.article_id = parents.article_id
    WHERE cited_names.speaks_for_article
    GROUP BY cited_names.article_id
),

walk AS (
    SELECT
        newest.article_id,
        newest.article_id AS at_id,
        0 AS depth,
        newest.outlet AS path,
        NULL::VARCHAR AS first_method,
        [newest.article_id] AS seen
    FROM newest
    UNION ALL
    SELECT
        walk.article_id,
        parents.parent_id AS at_id,
        walk.depth + 1 AS depth,
        walk.path || ' <- ' || newest.outlet AS path,
        coalesce(walk.first_method, parents.method) AS first_method,
        list_append(walk.seen, parents.parent_id) AS seen
    FROM walk
    INNER JOIN parents ON walk.at_id = parents.article_id
    INNER JOIN newest ON parents.parent_id = newest.article_id
    WHERE NOT list_contains(walk.seen, parents.parent_id)
),

ends AS (
    SELECT walk.*
    FROM walk
    QUALIFY row_number() OVER (PARTITION BY walk.article_id ORDER BY walk.depth DESC) = 1
)

SELECT
    stories.title AS story,
    newest.outlet,
    newest.title,
    ends.depth + if(named.name IS NULL, 0, 1) AS depth,
    ends.path || coalesce(' <- ' || named.name, '') AS path,
    coalesce(named.name, root.outlet) AS root,
    coalesce(ends.first_method, 'cited') AS method,
    newest.published_at,
    root.published_at AS root_published_at,
    newest.url,
    root.url AS root_url,
    newest.article_id,
    root.article_id AS root_article_id,
    newest.story_id
FROM ends
INNER JOIN newest ON ends.article_id = newest.article_id
INNER JOIN newest AS root ON ends.at_id = root.article_id
LEFT JOIN named ON ends.at_id = named.article_id
LEFT JOIN stories ON newest.story_id = stories.story_id
WHERE ends.depth > 0 OR named.name IS NOT NULL
ORDER BY depth DESC, newest.story_id ASC, newest.published_at ASC NULLS LAST, newest.article_id ASC;

COMMENT ON VIEW origin_chain IS 'The path from each article to the root it copies or cites; the longest first.';
COMMENT ON COLUMN origin_chain.story IS 'Title of the story.';
COMMENT ON COLUMN origin_chain.outlet IS 'Outlet of the article.';
COMMENT ON COLUMN origin_chain.title IS 'Its headline.';
COMMENT ON COLUMN origin_chain.depth IS 'Steps from the article to the root.';
COMMENT ON COLUMN origin_chain.path IS 'The steps, from this outlet back to the root.';
COMMENT ON COLUMN origin_chain.root IS
'Where the trail ends: an outlet of the warehouse, or the outlet or agency that it cites.';
COMMENT ON COLUMN origin_chain.method IS
'How the first step is known: copied (text reuse) or cited (the text says so).';
COMMENT ON COLUMN origin_chain.published_at IS 'When the article was published, UTC.';
COMMENT ON COLUMN origin_chain.root_published_at IS 'When the last article of the trail was published, UTC.';
COMMENT ON COLUMN origin_chain.url IS 'Address of the article.';
COMMENT ON COLUMN origin_chain.root_url IS 'Address of the last article of the trail.';
COMMENT ON COLUMN origin_chain.article_id IS 'The article.';
COMMENT ON COLUMN origin_chain.root_article_id IS 'The last article of the trail.';
COMMENT ON COLUMN origin_chain.story_id IS 'The story.';
