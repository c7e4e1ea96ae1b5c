-- Which paragraphs tell in other words what an earlier one tells? Adds to text_reuse, one row a pair of paragraphs.
-- Two statements of one paragraph that agree with two of the other are the least that shows a rewriting; one is news.
DELETE FROM text_reuse
WHERE
    kind = 'rewritten' AND unit IS DISTINCT FROM 'sentence'
    AND later_article_id NOT IN (SELECT cmp_kept_article.article_id FROM cmp_kept_article);

INSERT INTO text_reuse BY NAME
WITH agreeing AS (
    SELECT
        least(one.paragraph_id, two.paragraph_id) AS x,
        greatest(one.paragraph_id, two.paragraph_id) AS y
    FROM cmp_relation
    INNER JOIN cmp_claim AS one ON cmp_relation.a = one.claim_no
    INNER JOIN cmp_claim AS two ON cmp_relation.b = two.claim_no
    WHERE cmp_relation.relation = 'agrees'
    GROUP BY x, y
    HAVING count(DISTINCT one.sentence_id) >= 2 AND count(DISTINCT two.sentence_id) >= 2
),

pairs AS (
    SELECT
        if(one.time_no < two.time_no, one.paragraph_no, two.paragraph_no) AS earlier_no,
        if(one.time_no < two.time_no, two.paragraph_no, one.paragraph_no) AS later_no
    FROM agreeing
    INNER JOIN cmp_long_paragraph AS one ON agreeing.x = one.paragraph_id
    INNER JOIN cmp_long_paragraph AS two ON agreeing.y = two.paragraph_id
),

-- Materialized, because the two sides joined by shingle first would be every pair of paragraphs that share a phrase.
runs_of_earlier AS MATERIALIZED (
    SELECT
        pairs.earlier_no,
        pairs.later_no,
        cmp_shingle.shingle
    FROM pairs
    INNER JOIN cmp_shingle ON pairs.earlier_no = cmp_shingle.paragraph_no
),

shared AS (
    SELECT
        earlier.earlier_no,
        earlier.later_no,
        count(*) AS n_shared
    FROM runs_of_earlier AS earlier
    INNER JOIN cmp_shingle AS later ON earlier.later_no = later.paragraph_no AND earlier.shingle = later.shingle
    GROUP BY earlier.earlier_no, earlier.later_no
)

SELECT
    earlier.paragraph_id AS earlier_paragraph_id,
    later.paragraph_id AS later_paragraph_id,
    earlier.article_id AS earlier_article_id,
    later.article_id AS later_article_id,
    if(earlier.source_id = later.source_id, 'source', 'cross_source') AS scope,
    'paragraph' AS unit,
    'rewritten' AS kind,
    coalesce(earlier.published_at < later.published_at, FALSE) AS order_known,
    round(coalesce(shared.n_shared, 0) / later.n_shingles, 6) AS share,
    round(
        coalesce(shared.n_shared, 0) / (earlier.n_shingles + later.n_shingles - coalesce(shared.n_shared, 0)), 6
    ) AS score
FROM pairs
INNER JOIN cmp_long_paragraph AS earlier ON pairs.earlier_no = earlier.paragraph_no
INNER JOIN cmp_long_paragraph AS later ON pairs.later_no = later.paragraph_no
LEFT JOIN shared ON pairs.earlier_no = shared.earlier_no AND pairs.later_no = shared.later_no
ANTI JOIN text_reuse AS known
    ON earlier.paragraph_id = known.earlier_paragraph_id AND later.paragraph_id = known.later_paragraph_id
ORDER BY earlier_paragraph_id, later_paragraph_id;
