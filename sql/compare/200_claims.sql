-- Which claims can support or contradict one another? Grain of cmp_claim: one row a claim that is neither conditional
-- nor a question; those support nothing and stay without a cluster.
CREATE OR REPLACE TEMP TABLE cmp_claim AS
SELECT
    row_number() OVER (ORDER BY claims.claim_id) AS claim_no,
    claims.*,
    cmp_article.article_no,
    cmp_article.source_id,
    cmp_article.owner_group,
    cmp_article.published_at,
    cmp_article.published_precision,
    cmp_version.document_no,
    cmp_version.is_newest,
    cmp_story.story_no,
    cmp_story.story_id,
    (
        coalesce(claims.certainty = 'denied', FALSE)
        OR regexp_matches(
            lower(claims.text),
            '\b(not|no|never|nobody|nothing|none|neither|nor|without|cannot|den(y|ies|ied|ying))\b|n[''’]t\b'
        )
    ) AS negates
FROM claims
INNER JOIN cmp_article ON claims.article_id = cmp_article.article_id
INNER JOIN cmp_version ON cmp_article.article_no = cmp_version.article_no
INNER JOIN cmp_story ON cmp_version.document_no = cmp_story.document_no
WHERE
    NOT coalesce(claims.conditional, FALSE)
    AND NOT ends_with(rtrim(claims.text, '"”’'' '), '?');

-- Grain: one row a mention, quantity or date that lies within a claim.
CREATE OR REPLACE TEMP TABLE cmp_claim_fact AS
SELECT
    cmp_claim.claim_no,
    cmp_claim.article_no,
    cmp_claim.start_char AS claim_start,
    cmp_claim.text AS claim_text,
    facts.*,
    cmp_stem(regexp_extract(cmp_plain(facts.object), '\p{L}+$')) AS head
FROM cmp_claim
INNER JOIN facts
    ON
        cmp_claim.sentence_id = facts.sentence_id
        AND cmp_claim.start_char <= facts.start_char
        AND cmp_claim.end_char >= facts.end_char
WHERE facts.kind IN ('mention', 'quantity', 'date');

-- Grain: one row a term of a claim: the stems of its words and of the full names of whom it names (so that HTS and
-- Hayat Tahrir al-Sham meet). Numbers and days are no keys of their own: claims that differ in them have to meet.
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
)

SELECT DISTINCT
    words.claim_no,
    cmp_stem(words.word) AS term
FROM words
ANTI JOIN cmp_function_word ON words.word = cmp_function_word.word
WHERE length(words.word) >= 2;
