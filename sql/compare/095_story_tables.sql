-- Fills articles.story_id and rebuilds stories, one row an event.
UPDATE articles
SET story_id = placed.story_id
FROM (
    SELECT
        cmp_version.article_id,
        cmp_every_story.story_id
    FROM cmp_version
    INNER JOIN cmp_every_story ON cmp_version.document_no = cmp_every_story.document_no
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
    INNER JOIN cmp_every_story AS one ON ends.article_no = one.article_no
    INNER JOIN cmp_every_story AS two ON ends.other_no = two.article_no AND one.story_no = two.story_no
    GROUP BY ends.article_no
)

SELECT
    cmp_every_story.story_id,
    any_value(cmp_story_hash.compared_with) AS compared_with,
    arg_max(
        cmp_newest.title,
        struct_pack(sim := coalesce(closeness.sim, 0), id := cmp_newest.article_id)
    ) FILTER (WHERE cmp_newest.title IS NOT NULL) AS title,
    min(cmp_newest.published_at) AS first_published_at,
    max(cmp_newest.published_at) AS last_published_at,
    count(*) AS n_articles,
    count(DISTINCT cmp_newest.source_id) AS n_sources
FROM cmp_every_story
INNER JOIN cmp_newest ON cmp_every_story.article_no = cmp_newest.article_no
INNER JOIN cmp_story_hash ON cmp_every_story.story_no = cmp_story_hash.story_no
LEFT JOIN closeness ON cmp_every_story.article_no = closeness.article_no
GROUP BY cmp_every_story.story_id
ORDER BY cmp_every_story.story_id;
