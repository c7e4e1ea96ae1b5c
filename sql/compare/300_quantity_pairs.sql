-- Where do two claims of a pair give numbers for the same thing? Grain of cmp_number_pair: one row a pair of claims
-- and a thing counted.
CREATE OR REPLACE TEMP TABLE cmp_quantity AS
SELECT
    claim_no,
    fact_id,
    start_char,
    text,
    modifier,
    coalesce(head, '') AS head,
    coalesce(unit, '') AS unit,
    object,
    -- "About" leaves a tenth on either side; a rounded figure (1,000 for 1,012) is the same within two hundredths.
    coalesce(value_low, 0) * if(modifier = 'about', 0.9, 0.98) AS lowest,
    coalesce(value_high, 'infinity') * if(modifier = 'about', 1.1, 1.02) AS highest,
    coalesce(value_low, value_high) AS size,
    -- The words within fifty characters tell what happened to those counted: ten killed are not ten injured.
    substring(
        claim_text,
        greatest(cast(start_char - claim_start AS INTEGER) - 49, 1),
        cast(end_char - start_char AS INTEGER) + 100
    ) AS context
FROM cmp_claim_fact
WHERE
    kind = 'quantity'
    AND coalesce(value_low, value_high) IS NOT NULL
    AND (head <> '' OR unit IS NOT NULL);

CREATE OR REPLACE TEMP TABLE cmp_quantity_word AS
WITH words AS (
    SELECT
        claim_no,
        fact_id,
        head,
        unnest(cmp_words(context)) AS word
    FROM cmp_quantity
)

SELECT DISTINCT
    words.claim_no,
    words.fact_id,
    cmp_stem(words.word) AS term
FROM words
ANTI JOIN cmp_function_word ON words.word = cmp_function_word.word
WHERE
    length(words.word) >= 3
    AND NOT regexp_matches(words.word, '^\p{N}')
    AND cmp_stem(words.word) <> words.head;

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
        trim(concat(nullif(one.modifier, 'exact'), ' ', one.text)) AS words_a,
        trim(concat(nullif(two.modifier, 'exact'), ' ', two.text)) AS words_b,
        coalesce(one.object, one.unit) AS object
    FROM cmp_claim_pair
    INNER JOIN cmp_quantity AS one ON cmp_claim_pair.a = one.claim_no
    INNER JOIN cmp_quantity AS two ON cmp_claim_pair.b = two.claim_no AND one.head = two.head AND one.unit = two.unit
),

-- Names and stems around both numbers; a single one in common is the least that ties them to one predicate.
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

-- One number that fits answers for all numbers of the same thing in the pair: a sentence may give several.
SELECT candidates.*
FROM candidates
INNER JOIN in_common
    ON
        candidates.a = in_common.a
        AND candidates.b = in_common.b
        AND candidates.fact_a = in_common.fact_a
        AND candidates.fact_b = in_common.fact_b
QUALIFY row_number() OVER (
    PARTITION BY candidates.a, candidates.b, candidates.thing
    ORDER BY candidates.compatible DESC, in_common.n_shared DESC, candidates.fact_a ASC, candidates.fact_b ASC
) = 1;
