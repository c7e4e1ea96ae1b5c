-- Which articles of one source are versions of one document? Grain: one row a pair (a < b) of article numbers.
CREATE OR REPLACE TEMP TABLE cmp_pair AS
WITH lead_paragraph AS (
    SELECT
        article_no,
        arg_min(words, position) AS words
    FROM cmp_paragraph
    WHERE kind = 'body'
    GROUP BY article_no
),

ordered AS (
    SELECT
        cmp_article.article_no,
        cmp_article.source_id,
        cmp_article.canonical_url,
        cmp_article.content_sha256,
        nullif(cmp_plain(cmp_article.title), '') AS title,
        nullif(array_to_string(lead_paragraph.words, ' '), '') AS opening,
        row_number() OVER (
            ORDER BY cmp_article.published_at NULLS LAST, cmp_article.fetched_at NULLS LAST, cmp_article.article_id
        ) AS time_no
    FROM cmp_article
    LEFT JOIN lead_paragraph ON cmp_article.article_no = lead_paragraph.article_no
),

same_key AS (
    SELECT
        article_no,
        lag(article_no) OVER (PARTITION BY source_id, canonical_url ORDER BY time_no) AS before_url,
        lag(article_no) OVER (PARTITION BY source_id, content_sha256 ORDER BY time_no) AS before_text,
        canonical_url IS NOT NULL AS has_url,
        content_sha256 IS NOT NULL AS has_text
    FROM ordered
),

-- Documents of a daily series share their title for years: only the three nearest in time are looked at.
near_in_time AS (
    SELECT
        article_no,
        title,
        opening,
        [
            lag(article_no, 1) OVER same_title,
            lag(article_no, 2) OVER same_title,
            lag(article_no, 3) OVER same_title
        ] AS same_title_nos,
        [
            lag(article_no, 1) OVER same_opening,
            lag(article_no, 2) OVER same_opening,
            lag(article_no, 3) OVER same_opening
        ] AS same_opening_nos
    FROM ordered
    WINDOW
        same_title AS (PARTITION BY source_id, title ORDER BY time_no),
        same_opening AS (PARTITION BY source_id, opening ORDER BY time_no)
),

candidates AS (
    SELECT
        article_no AS later_no,
        unnest(same_title_nos) AS earlier_no
    FROM near_in_time
    WHERE title IS NOT NULL
    UNION
    SELECT
        article_no AS later_no,
        unnest(same_opening_nos) AS earlier_no
    FROM near_in_time
    WHERE opening IS NOT NULL
),

candidate_article AS (
    SELECT later_no AS article_no FROM candidates
    WHERE earlier_no IS NOT NULL
    UNION
    SELECT earlier_no AS article_no FROM candidates
    WHERE earlier_no IS NOT NULL
),

involved AS (
    SELECT DISTINCT
        cmp_shingle.article_no,
        cmp_shingle.shingle
    FROM cmp_shingle
    SEMI JOIN candidate_article ON cmp_shingle.article_no = candidate_article.article_no
),

sizes AS (
    SELECT
        article_no,
        count(*) AS n
    FROM involved
    GROUP BY article_no
),

-- Materialized, because the two sides joined by shingle first would be every pair of articles that share a phrase.
runs_of_later AS MATERIALIZED (
    SELECT
        candidates.later_no,
        candidates.earlier_no,
        involved.shingle
    FROM candidates
    INNER JOIN involved ON candidates.later_no = involved.article_no
),

contained AS (
    SELECT
        later.later_no,
        later.earlier_no,
        count(*) AS n_shared
    FROM runs_of_later AS later
    INNER JOIN involved AS earlier ON later.earlier_no = earlier.article_no AND later.shingle = earlier.shingle
    GROUP BY later.later_no, later.earlier_no
),

-- Containment .8 of the shorter text: an update adds paragraphs or corrects a few, it does not rewrite a fifth.
near_identical AS (
    SELECT
        contained.later_no,
        contained.earlier_no
    FROM contained
    INNER JOIN sizes AS later ON contained.later_no = later.article_no
    INNER JOIN sizes AS earlier ON contained.earlier_no = earlier.article_no
    WHERE contained.n_shared >= 0.8 * least(later.n, earlier.n)
),

pairs AS (
    SELECT
        article_no,
        before_url AS other_no
    FROM same_key
    WHERE has_url AND before_url IS NOT NULL
    UNION
    SELECT
        article_no,
        before_text AS other_no
    FROM same_key
    WHERE has_text AND before_text IS NOT NULL
    UNION
    SELECT
        later_no AS article_no,
        earlier_no AS other_no
    FROM near_identical
)

SELECT DISTINCT
    least(article_no, other_no) AS a,
    greatest(article_no, other_no) AS b
FROM pairs;
