-- Which version of its document is each article? Fills articles.version_no and supersedes_id, and tells the newest.
-- Grain of cmp_version: one row an article; document_no is the smallest article number of its versions.
CREATE OR REPLACE TEMP TABLE cmp_version AS
SELECT
    cmp_article.article_no,
    cmp_article.article_id,
    coalesce(cmp_component.root, cmp_article.article_no) AS document_no,
    row_number() OVER in_time AS version_no,
    lag(cmp_article.article_id) OVER in_time AS supersedes_id,
    lead(cmp_article.article_id) OVER in_time IS NULL AS is_newest
FROM cmp_article
LEFT JOIN cmp_component ON cmp_article.article_no = cmp_component.node
WINDOW in_time AS (
    PARTITION BY coalesce(cmp_component.root, cmp_article.article_no)
    ORDER BY cmp_article.published_at NULLS LAST, cmp_article.fetched_at NULLS LAST, cmp_article.article_id
);

-- Only what changes is written, here and below: a run that brings little new writes little.
UPDATE articles
SET version_no = cmp_version.version_no, supersedes_id = cmp_version.supersedes_id
FROM cmp_version
WHERE
    articles.article_id = cmp_version.article_id
    AND (
        articles.version_no IS DISTINCT FROM cmp_version.version_no
        OR articles.supersedes_id IS DISTINCT FROM cmp_version.supersedes_id
    );

-- Grain: one row the newest version of a document. All counts and all matching that follow look at these only.
CREATE OR REPLACE TEMP TABLE cmp_newest AS
SELECT
    cmp_article.*,
    cmp_version.document_no
FROM cmp_article
INNER JOIN cmp_version ON cmp_article.article_no = cmp_version.article_no
WHERE cmp_version.is_newest;
