-- Which articles may tell the same event? Grain of cmp_edge: one row a pair of articles (a < b) with the cosine of
-- their term vectors, times 1,000,000.
CREATE OR REPLACE TEMP TABLE cmp_edge AS
-- A term finds candidates where at most a hundred articles have it (4,950 pairs at worst), and for the twelve
-- heaviest such terms of an article: pairs that share none of twelve rare terms do not reach the threshold.
WITH keys AS (
    SELECT
        article_no,
        term
    FROM cmp_story_term
    WHERE df BETWEEN 2 AND 100
    QUALIFY row_number() OVER (PARTITION BY article_no ORDER BY weight DESC, term ASC) <= 12
),

candidates AS (
    SELECT DISTINCT
        one.article_no AS a,
        two.article_no AS b
    FROM keys AS one
    INNER JOIN keys AS two ON one.term = two.term AND one.article_no < two.article_no
),

-- A week: coverage of one event ends within days, and a similar event a week later is another one.
in_window AS (
    SELECT
        candidates.a,
        candidates.b,
        one.published_at IS NOT NULL AND two.published_at IS NOT NULL AS dated
    FROM candidates
    INNER JOIN cmp_newest AS one ON candidates.a = one.article_no
    INNER JOIN cmp_newest AS two ON candidates.b = two.article_no
    WHERE coalesce(abs(epoch(one.published_at) - epoch(two.published_at)) <= 7 * 86400, TRUE)
)

SELECT
    in_window.a,
    in_window.b,
    -- Where a date is missing nothing but the words speaks for one event, and they must agree by a quarter more.
    cast(sum(one.weight * two.weight) // if(in_window.dated, 100, 125) AS BIGINT) AS sim
FROM in_window
INNER JOIN cmp_story_term AS one ON in_window.a = one.article_no
INNER JOIN cmp_story_term AS two ON in_window.b = two.article_no AND one.term = two.term
GROUP BY in_window.a, in_window.b, in_window.dated;
