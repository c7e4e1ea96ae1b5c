-- Which event does each article tell of? Grain: one row the newest version of a document, with its story.
CREATE OR REPLACE TEMP TABLE cmp_every_story AS
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
