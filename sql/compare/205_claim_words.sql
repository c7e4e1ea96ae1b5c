-- By which keys can claims meet? Grain of cmp_claim_word: one row a term of a claim: the stems of its words and of the
-- full names of whom it names (so that HTS and Hayat Tahrir al-Sham meet), what it counts, the minute it gives, and
-- that it is denied.
CREATE OR REPLACE TEMP TABLE cmp_claim_word AS
WITH words AS (
    SELECT
        claim_no,
        unnest(cmp_words(text)) AS word
    FROM cmp_claim
    UNION ALL
    SELECT
        claim_no,
        unnest(cmp_words(regexp_replace(entity_id, '^[A-Z]+:', ''))) AS word
    FROM cmp_claim_fact
    WHERE entity_id IS NOT NULL
    UNION ALL
    -- "It had been warned", the ministry denied: a pronoun that opens what somebody says is mostly the speaker.
    SELECT
        cmp_claim.claim_no,
        unnest(cmp_words(regexp_replace(facts.speaker_entity_id, '^[A-Z]+:', ''))) AS word
    FROM cmp_claim
    INNER JOIN facts ON cmp_claim.source_fact_id = facts.fact_id
    WHERE facts.speaker_entity_id IS NOT NULL AND regexp_matches(lower(cmp_claim.text), '^(i|we|he|she|it|they)\b')
)

SELECT
    words.claim_no,
    coalesce(cmp_outcome.outcome, cmp_stem(coalesce(cmp_irregular_verb.base, words.word))) AS term
FROM words
LEFT JOIN cmp_irregular_verb ON words.word = cmp_irregular_verb.form
LEFT JOIN cmp_outcome ON words.word = cmp_outcome.word
ANTI JOIN cmp_function_word ON words.word = cmp_function_word.word
WHERE length(words.word) >= 2
UNION
SELECT
    claim_no,
    'count:' || coalesce(outcome, head) AS term
FROM cmp_quantity
WHERE coalesce(outcome, head) <> ''
UNION
SELECT
    claim_no,
    'denied:' AS term
FROM cmp_claim
WHERE is_denial
UNION
SELECT
    claim_no,
    'minute:' || strftime(date_start, '%Y-%m-%dT%H:%M') AS term
FROM cmp_claim_fact
WHERE kind = 'date' AND type = 'TIME' AND precision = 'minute' AND resolved;
