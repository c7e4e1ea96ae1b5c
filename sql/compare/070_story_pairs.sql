-- Which articles may tell the same event? Grain of cmp_edge: one row a pair of articles (a < b) with the cosine of
-- their term vectors, times 1,000,000.
CREATE OR REPLACE TEMP TABLE cmp_edge AS
-- A term finds candidates where at most a hundred articles have it (4,950 pairs at worst), and for the twenty heaviest
-- such terms of an article; two of them in common are needed. On ECB+ fewer terms lost pairs, more gained nothing, and
-- one in common brought twice as many pairs and no better stories.
WITH keys AS (
    SELECT
        cmp_story_term.article_no,
        cmp_story_term.term,
        cmp_newest.published_at
    FROM cmp_story_term
    INNER JOIN cmp_newest ON cmp_story_term.article_no = cmp_newest.article_no
    WHERE cmp_story_term.df BETWEEN 2 AND 100
    QUALIFY
        row_number() OVER (
            PARTITION BY cmp_story_term.article_no ORDER BY cmp_story_term.weight DESC, cmp_story_term.term ASC
        ) <= 20
),

-- A week: coverage of one event ends within days, and a similar event a week later is another one.
candidates AS (
    SELECT
        one.article_no AS a,
        two.article_no AS b,
        one.published_at IS NOT NULL AND two.published_at IS NOT NULL AS dated
    FROM keys AS one
    INNER JOIN keys AS two
        ON
            one.term = two.term
            AND one.article_no < two.article_no
            AND coalesce(abs(epoch(one.published_at) - epoch(two.published_at)) <= 7 * 86400, TRUE)
    GROUP BY one.article_no, two.article_no, dated
    HAVING count(*) >= 2
),

-- Materialized, because the two sides joined by term first would be every pair of articles that share a word.
terms_of_a AS MATERIALIZED (
    SELECT
        candidates.*,
        cmp_story_term.term,
        cmp_story_term.weight
    FROM candidates
    INNER JOIN cmp_story_term ON candidates.a = cmp_story_term.article_no
)

SELECT
    one.a,
    one.b,
    -- Where a date is missing nothing but the words speaks for one event, and they must agree by a quarter more; by
    -- four tenths more where no name and no number is common to both, as two guides to one topic have the words alone.
    cast(
        sum(one.weight * two.weight) // (
            if(one.dated, 100, 125) * if(bool_or(regexp_matches(one.term, '^(name:|\p{N})')), 1, 1.4)
        ) AS BIGINT
    ) AS sim
FROM terms_of_a AS one
INNER JOIN cmp_story_term AS two ON one.b = two.article_no AND one.term = two.term
GROUP BY one.a, one.b, one.dated;
