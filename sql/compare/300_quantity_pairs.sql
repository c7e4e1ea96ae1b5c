-- Where do two claims of a pair give numbers for the same thing? Grain of cmp_number_pair: one row a pair of claims
-- and a thing counted.
CREATE OR REPLACE TEMP TABLE cmp_number_pair AS
-- Materialized, here and wherever both sides of a pair are looked up: joined by what they have in common first, they
-- would be every pair of claims of the corpus that count people.
WITH numbers_of_a AS MATERIALIZED (
    SELECT
        cmp_claim_pair.b,
        cmp_quantity.*
    FROM cmp_claim_pair
    INNER JOIN cmp_quantity ON cmp_claim_pair.a = cmp_quantity.claim_no
),

candidates AS MATERIALIZED (
    SELECT
        one.claim_no AS a,
        one.b,
        coalesce(one.outcome, one.head) || '/' || one.unit AS thing,
        one.outcome IS NOT NULL AS is_outcome,
        one.fact_id AS fact_a,
        two.fact_id AS fact_b,
        one.lowest <= two.highest AND two.lowest <= one.highest AS compatible,
        one.size AS size_a,
        two.size AS size_b,
        -- Two frigates are two frigates, whatever is told of them; two people may be any two.
        one.size = two.size AND one.size > 1 AND one.unit IN ('', 'count') AND one.head <> '' AND NOT one.counts_people
            AS is_same_count,
        one.words AS words_a,
        two.words AS words_b,
        one.head NOT IN ('', 'age') AND one.share = two.share AND least(one.size, two.size) > 1 AS may_differ
    FROM numbers_of_a AS one
    INNER JOIN cmp_quantity AS two
        ON
            one.b = two.claim_no
            AND coalesce(one.outcome, one.head) = coalesce(two.outcome, two.head)
            AND one.unit = two.unit
),

-- One such word in common is the least that ties two numbers to one predicate.
words_of_a AS MATERIALIZED (
    SELECT
        candidates.a,
        candidates.b,
        candidates.fact_a,
        candidates.fact_b,
        cmp_number_word.term
    FROM candidates
    INNER JOIN cmp_number_word
        ON candidates.a = cmp_number_word.claim_no AND candidates.fact_a = cmp_number_word.fact_id
),

in_common AS (
    SELECT
        one.a,
        one.b,
        one.fact_a,
        one.fact_b,
        count(DISTINCT one.term) AS n_shared
    FROM words_of_a AS one
    INNER JOIN cmp_number_word AS two ON one.b = two.claim_no AND one.fact_b = two.fact_id AND one.term = two.term
    GROUP BY one.a, one.b, one.fact_a, one.fact_b
)

-- Measures that differ may be of different things where the text does not say what is measured, ages are of different
-- people, "one" is an article more often than a count, and a share is compared with shares only. A number that is more
-- than ten times the other is hardly a newer count of the same.
-- One number that fits answers for all numbers of the same thing in the pair: a sentence may give several.
SELECT
    candidates.*,
    (candidates.is_outcome OR in_common.n_shared IS NOT NULL)
    AND (
        candidates.compatible
        OR (
            candidates.may_differ
            AND greatest(candidates.size_a, candidates.size_b) <= 10 * least(candidates.size_a, candidates.size_b)
        )
    ) AS comparable
FROM candidates
LEFT JOIN in_common
    ON
        candidates.a = in_common.a
        AND candidates.b = in_common.b
        AND candidates.fact_a = in_common.fact_a
        AND candidates.fact_b = in_common.fact_b
QUALIFY row_number() OVER (
    PARTITION BY candidates.a, candidates.b, candidates.thing
    ORDER BY
        candidates.compatible DESC,
        comparable DESC,
        coalesce(in_common.n_shared, 0) DESC,
        candidates.fact_a ASC,
        candidates.fact_b ASC
) = 1;
