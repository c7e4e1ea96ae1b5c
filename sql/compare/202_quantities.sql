-- What do the numbers of a claim count or measure? Grain of cmp_number: one row a quantity within a claim.
CREATE OR REPLACE TEMP TABLE cmp_number AS
SELECT
    claim_no,
    fact_id,
    head_word,
    cmp_stem(head_word) AS head,
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
    -- A share ("four of the six tanks") is two quantities with one end: the part begins first.
    if(
        count(*) OVER (PARTITION BY claim_no, end_char) > 1,
        if(start_char = min(start_char) OVER (PARTITION BY claim_no, end_char), 'part', 'whole'),
        'all'
    ) AS share,
    cmp_words(substring(claim_text, 1, cast(start_char - claim_start AS INTEGER))) AS words_before,
    cmp_words(substring(claim_text, cast(end_char - claim_start AS INTEGER) + 1)) AS words_after
FROM cmp_claim_fact
WHERE
    kind = 'quantity'
    AND coalesce(value_low, value_high) IS NOT NULL
    AND (head_word <> '' OR unit IS NOT NULL);

-- What happened to those counted: ten killed are not ten injured. The last content word before the number and the
-- first three from it on hold the verb of an active and of a passive clause, and little else.
CREATE OR REPLACE TEMP TABLE cmp_number_word AS
WITH placed AS (
    SELECT
        fact_id,
        claim_no,
        head,
        unnest(words_before) AS word,
        -generate_subscripts(words_before, 1) AS place,
        TRUE AS is_before
    FROM cmp_number
    UNION ALL
    SELECT
        fact_id,
        claim_no,
        head,
        unnest(words_after) AS word,
        generate_subscripts(words_after, 1) AS place,
        FALSE AS is_before
    FROM cmp_number
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

SELECT
    content.claim_no,
    content.fact_id,
    content.is_before,
    content.nth,
    cmp_outcome.outcome,
    coalesce(cmp_outcome.outcome, cmp_stem(content.word)) AS term
FROM content
LEFT JOIN cmp_outcome ON content.word = cmp_outcome.word
WHERE content.nth <= if(content.is_before, 1, 3) AND cmp_stem(content.word) <> content.head;

-- Where people are counted, the outcome is the thing counted: "17 dead", "killing 17 people" and "17 people died" are
-- counts of one thing. Between two outcomes ("two were injured and 14 people died") nothing is chosen.
CREATE OR REPLACE TEMP TABLE cmp_quantity AS
WITH nearest AS (
    SELECT
        claim_no,
        fact_id,
        coalesce(max(outcome) FILTER (WHERE is_before), arg_min(outcome, nth)) AS outcome
    FROM cmp_number_word
    WHERE outcome IS NOT NULL
    GROUP BY claim_no, fact_id
    HAVING coalesce(max(outcome) FILTER (WHERE is_before) = arg_min(outcome, nth) FILTER (WHERE NOT is_before), TRUE)
)

SELECT
    cmp_number.claim_no,
    cmp_number.fact_id,
    cmp_number.head,
    cmp_number.unit,
    cmp_number.words,
    cmp_number.lowest,
    cmp_number.highest,
    cmp_number.size,
    cmp_number.share,
    cmp_people_word.word IS NOT NULL AS counts_people,
    coalesce(
        cmp_outcome.outcome,
        if(cmp_people_word.word IS NOT NULL, nearest.outcome, NULL)
    ) AS outcome
FROM cmp_number
LEFT JOIN nearest ON cmp_number.claim_no = nearest.claim_no AND cmp_number.fact_id = nearest.fact_id
LEFT JOIN cmp_outcome ON cmp_number.head_word = cmp_outcome.word
LEFT JOIN cmp_people_word ON cmp_number.head_word = cmp_people_word.word;
