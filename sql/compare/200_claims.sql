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
    -- Said to be denied, though worded as if it were so: "denied that it had been warned".
    -- What follows a "but" is mostly no part of it.
    coalesce(claims.certainty = 'denied' AND claims.polarity = 'positive', FALSE)
    AND NOT regexp_matches(lower(claims.text), '\b(but|confirm\w*)\b') AS is_denial,
    if(
        coalesce(quotations.speaker_flag, 'named') = 'named',
        coalesce(quotations.speaker_entity_id, nullif(cmp_name_key(quotations.speaker), '')),
        NULL
    ) AS speaker,
    -- What "we" did is another thing from each mouth, and what "you" should do is advice.
    regexp_matches(claims.text, '\b([Ww]e|us|[Oo]urs?|[Mm]y|me|[Yy]ou|[Yy]ours?)\b|(^|\p{Ll}[,;]? )I\b') AS is_personal,
    -- "No. 1" is a number, and "not only" what is.
    (
        coalesce(claims.certainty = 'denied', FALSE)
        OR regexp_matches(
            regexp_replace(lower(claims.text), '\bno\. ?\p{N}|\bnot (only|just|merely)\b', '', 'g'),
            '\b(not|no|never|nobody|nothing|none|neither|nor|without|cannot|den(y|ies|ied|ying))\b|n[''’]t\b'
        )
    ) AS negates
FROM claims
INNER JOIN cmp_article ON claims.article_id = cmp_article.article_id
INNER JOIN cmp_version ON cmp_article.article_no = cmp_version.article_no
INNER JOIN cmp_story ON cmp_version.document_no = cmp_story.document_no
LEFT JOIN facts AS quotations ON claims.source_fact_id = quotations.fact_id AND quotations.kind = 'quotation'
WHERE
    NOT coalesce(claims.conditional, FALSE)
    AND NOT ends_with(rtrim(claims.text, '"”’'' '), '?');

-- Grain: one row a mention, quantity or date that lies within a claim.
CREATE OR REPLACE TEMP TABLE cmp_claim_fact AS
SELECT
    cmp_claim.claim_no,
    cmp_claim.article_no,
    cmp_claim.story_no,
    cmp_claim.start_char AS claim_start,
    cmp_claim.text AS claim_text,
    facts.*,
    regexp_extract(cmp_plain(facts.object), '\p{L}+$') AS head_word
FROM cmp_claim
INNER JOIN facts
    ON
        cmp_claim.sentence_id = facts.sentence_id
        AND cmp_claim.start_char <= facts.start_char
        AND cmp_claim.end_char >= facts.end_char
WHERE facts.kind IN ('mention', 'quantity', 'date');
