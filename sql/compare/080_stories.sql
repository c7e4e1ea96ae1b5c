-- Which event does each article tell of? Fills articles.story_id and rebuilds stories, one row an event.
CREATE OR REPLACE TEMP TABLE cmp_story AS
WITH grouped AS (
    SELECT
        cmp_newest.article_no,
        cmp_newest.document_no,
        coalesce(cmp_group.root, cmp_newest.article_no) AS story_no
    FROM cmp_newest
    LEFT JOIN cmp_group ON cmp_newest.article_no = cmp_group.node
),

named AS (
    SELECT
        grouped.story_no,
        'story:' || arg_min(
            cmp_version.article_id,
            struct_pack(
                at := coalesce(cmp_article.published_at, TIMESTAMP '9999-01-01'), id := cmp_version.article_id
            )
        ) AS story_id
    FROM grouped
    INNER JOIN cmp_version ON grouped.document_no = cmp_version.document_no
    INNER JOIN cmp_article ON cmp_version.article_no = cmp_article.article_no
    GROUP BY grouped.story_no
)

SELECT
    grouped.article_no,
    grouped.document_no,
    grouped.story_no,
    named.story_id
FROM grouped
INNER JOIN named ON grouped.story_no = named.story_no;

UPDATE articles
SET story_id = placed.story_id
FROM (
    SELECT
        cmp_version.article_id,
        cmp_story.story_id
    FROM cmp_version
    INNER JOIN cmp_story ON cmp_version.document_no = cmp_story.document_no
) AS placed
WHERE articles.article_id = placed.article_id AND articles.story_id IS DISTINCT FROM placed.story_id;

DELETE FROM stories;

INSERT INTO stories BY NAME
-- The middle of a story is the article most like the others of it.
WITH ends AS (
    SELECT
        a AS article_no,
        b AS other_no,
        sim
    FROM cmp_edge
    UNION ALL
    SELECT
        b AS article_no,
        a AS other_no,
        sim
    FROM cmp_edge
),

closeness AS (
    SELECT
        ends.article_no,
        sum(ends.sim) AS sim
    FROM ends
    INNER JOIN cmp_story AS one ON ends.article_no = one.article_no
    INNER JOIN cmp_story AS two ON ends.other_no = two.article_no AND one.story_no = two.story_no
    GROUP BY ends.article_no
)

SELECT
    cmp_story.story_id,
    arg_max(
        cmp_newest.title,
        struct_pack(sim := coalesce(closeness.sim, 0), id := cmp_newest.article_id)
    ) FILTER (WHERE cmp_newest.title IS NOT NULL) AS title,
    min(cmp_newest.published_at) AS first_published_at,
    max(cmp_newest.published_at) AS last_published_at,
    count(*) AS n_articles,
    count(DISTINCT cmp_newest.source_id) AS n_sources
FROM cmp_story
INNER JOIN cmp_newest ON cmp_story.article_no = cmp_newest.article_no
LEFT JOIN closeness ON cmp_story.article_no = closeness.article_no
GROUP BY cmp_story.story_id
ORDER BY cmp_story.story_id;
