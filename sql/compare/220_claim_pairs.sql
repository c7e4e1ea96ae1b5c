-- Which claims of a story may be the same statement? Grain of cmp_edge: one row a pair of claims (a < b) of different
-- articles, or of one that also tells what is denied, with the cosine of their term vectors, times 1,000,000.
CREATE OR REPLACE TEMP TABLE cmp_edge AS
-- A term finds candidates where at most two hundred claims of the story have it (19,900 pairs at worst), and for
-- the twelve heaviest such terms of a claim, about all that a clause has.
WITH keys AS (
    SELECT
        claim_no,
        story_no,
        term
    FROM cmp_claim_term
    WHERE df BETWEEN 2 AND 200
    QUALIFY row_number() OVER (PARTITION BY claim_no ORDER BY weight DESC, term ASC) <= 12
),

candidates AS (
    SELECT DISTINCT
        one.claim_no AS a,
        two.claim_no AS b
    FROM keys AS one
    INNER JOIN keys AS two ON one.story_no = two.story_no AND one.term = two.term AND one.claim_no < two.claim_no
    INNER JOIN cmp_claim AS claim_one ON one.claim_no = claim_one.claim_no
    INNER JOIN cmp_claim AS claim_two ON two.claim_no = claim_two.claim_no
    WHERE claim_one.article_no <> claim_two.article_no OR claim_one.is_denial <> claim_two.is_denial
),

-- Materialized, because the two sides joined by term first would be every pair of claims of the corpus.
terms_of_a AS MATERIALIZED (
    SELECT
        candidates.a,
        candidates.b,
        cmp_claim_term.term,
        cmp_claim_term.weight
    FROM candidates
    INNER JOIN cmp_claim_term ON candidates.a = cmp_claim_term.claim_no
)

SELECT
    terms_of_a.a,
    terms_of_a.b,
    cast(sum(terms_of_a.weight * cmp_claim_term.weight) // 100 AS BIGINT) AS sim
FROM terms_of_a
INNER JOIN cmp_claim_term ON terms_of_a.b = cmp_claim_term.claim_no AND terms_of_a.term = cmp_claim_term.term
GROUP BY terms_of_a.a, terms_of_a.b
-- Two short claims are alike soon: one or two words in common are a name and a topic, three are a statement.
HAVING count(*) >= 3;
