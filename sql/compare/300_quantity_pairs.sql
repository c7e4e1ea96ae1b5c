-- Where do two claims of a pair give numbers for the same thing? Grain of cmp_number_pair: one row a pair of claims
-- and a thing counted.
CREATE OR REPLACE TEMP TABLE cmp_quantity AS
SELECT
    claim_no,
    fact_id,
    coalesce(head, '') AS head,
    coalesce(unit, '') AS unit,
    -- A bare figure is given with its modifier and what it counts; a phrase has them.
    concat(
        if(modifier <> 'exact' AND regexp_matches(text, '^\p{N}'), modifier || ' ', ''),
        text,
        if(contains(text, object), '', ' ' || object)
    ) AS words,
    -- "About" leaves a tenth on either side; a rounded figure (1,000 for 1,012) is the same within two hundredths.
    coalesce(value_low, 0) * if(modifier = 'about', 0.9, 0.98) AS lowest,
    coalesce(value_high, 'infinity') * if(modifier = 'about', 1.1, 1.02) AS highest,
    coalesce(value_low, value_high) AS size,
    substring(claim_text, 1, cast(start_char - claim_start AS INTEGER)) AS text_before,
    substring(claim_text, cast(end_char - claim_start AS INTEGER) + 1) AS text_after
FROM cmp_claim_fact
WHERE
    kind = 'quantity'
    AND coalesce(value_low, value_high) IS NOT NULL
    AND (head <> '' OR unit IS NOT NULL);

-- What happened to those counted: ten killed are not ten injured. The last content word before the number and the
-- first three from it on hold the verb of an active and of a passive clause, and little else.
CREATE OR REPLACE TEMP TABLE cmp_quantity_word AS
WITH listed AS (
    SELECT
        claim_no,
        fact_id,
        head,
        cmp_words(text_before) AS words_before,
        cmp_words(text_after) AS words_after
    FROM cmp_quantity
),

placed AS (
    SELECT
        fact_id,
        claim_no,
        head,
        unnest(words_before) AS word,
        -generate_subscripts(words_before, 1) AS place,
        TRUE AS is_before
    FROM listed
    UNION ALL
    SELECT
        fact_id,
        claim_no,
        head,
        unnest(words_after) AS word,
        generate_subscripts(words_after, 1) AS place,
        FALSE AS is_before
    FROM listed
),

content AS (
    SELECT
        placed.*,
        row_number() OVER (
            PARTITION BY placed.claim_no, placed.fact_id, placed.is_before ORDER BY placed.place ASC
        ) AS nth
    FROM placed
    ANTI JOIN cmp_function_word ON placed.word = cmp_function_word.word
    WHERE length(placed.word) >= 3 AND NOT regexp_matches(placed.word, '^\p{N}')
)

SELECT DISTINCT
    claim_no,
    fact_id,
    cmp_stem(word) AS term
FROM content
WHERE nth <= if(is_before, 1, 3) AND cmp_stem(word) <> head;

CREATE OR REPLACE TEMP TABLE cmp_number_pair AS
WITH candidates AS (
    SELECT
        cmp_claim_pair.a,
        cmp_claim_pair.b,
        one.head || '/' || one.unit AS thing,
        one.fact_id AS fact_a,
        two.fact_id AS fact_b,
        one.lowest <= two.highest AND two.lowest <= one.highest AS compatible,
        one.size AS size_a,
        two.size AS size_b,
        one.words AS words_a,
        two.words AS words_b,
        one.head <> '' AS is_counted
    FROM cmp_claim_pair
    INNER JOIN cmp_quantity AS one ON cmp_claim_pair.a = one.claim_no
    INNER JOIN cmp_quantity AS two ON cmp_claim_pair.b = two.claim_no AND one.head = two.head AND one.unit = two.unit
),

-- One such word in common is the least that ties two numbers to one predicate.
in_common AS (
    SELECT
        candidates.a,
        candidates.b,
        candidates.fact_a,
        candidates.fact_b,
        count(*) AS n_shared
    FROM candidates
    INNER JOIN cmp_quantity_word AS one ON candidates.a = one.claim_no AND candidates.fact_a = one.fact_id
    INNER JOIN cmp_quantity_word AS two
        ON candidates.b = two.claim_no AND candidates.fact_b = two.fact_id AND one.term = two.term
    GROUP BY candidates.a, candidates.b, candidates.fact_a, candidates.fact_b
)

-- Measures that differ may be of different things where the text does not say what is measured; and a number that
-- is more than ten times the other is hardly a newer count of the same.
-- One number that fits answers for all numbers of the same thing in the pair: a sentence may give several.
SELECT
    candidates.*,
    in_common.n_shared IS NOT NULL
    AND (
        candidates.compatible
        OR (
            candidates.is_counted
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
