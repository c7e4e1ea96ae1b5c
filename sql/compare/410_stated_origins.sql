-- What do claims and articles say that they rest on? Grain of cmp_stated: one row a claim and an origin its text names.
-- A placeholder speaker (a stock name) is no origin. One without a name is an origin of its article alone: nobody
-- can tell two unnamed officials apart.
CREATE OR REPLACE TEMP TABLE cmp_speaker AS
WITH carried AS (
    SELECT
        claims.claim_id,
        claims.article_id,
        facts.fact_id,
        coalesce(facts.speaker_start, facts.start_char) AS start_char,
        coalesce(facts.speaker_end, facts.end_char) AS end_char,
        facts.speaker_flag,
        facts.via,
        facts.sentence_id,
        facts.speaker_entity_id,
        coalesce(entities.name, facts.speaker) AS speaker
    FROM claims
    INNER JOIN facts ON claims.source_fact_id = facts.fact_id AND facts.kind = 'quotation'
    LEFT JOIN entities ON facts.speaker_entity_id = entities.entity_id
    WHERE coalesce(facts.speaker_flag, 'named') <> 'placeholder'
),

-- "The agency" is the one organisation of the article whose name ends in that word.
short_form AS (
    SELECT
        facts.article_id,
        regexp_extract(cmp_name_key(entities.name), '[^ ]+$') AS word,
        min(entities.name) AS name
    FROM cmp_mention
    INNER JOIN facts ON cmp_mention.fact_id = facts.fact_id
    INNER JOIN entities ON cmp_mention.entity_id = entities.entity_id AND entities.type = 'ORG'
    GROUP BY facts.article_id, regexp_extract(cmp_name_key(entities.name), '[^ ]+$')
    HAVING count(DISTINCT entities.entity_id) = 1
)

SELECT
    carried.* EXCLUDE (speaker),
    coalesce(short_form.name, carried.speaker) AS speaker,
    carried.speaker_entity_id IS NULL
    AND short_form.name IS NULL
    -- A name has capitals; a single word that is no entity is a role or a thing ("Regulator", "tests"), and a document
    -- that is no entity ("one report", "photographic evidence") could be any.
    AND (
        carried.speaker_flag IN ('anonymous', 'document')
        OR regexp_matches(carried.speaker, '^\p{Ll}')
        OR NOT contains(cmp_name_key(carried.speaker), ' ')
    ) AS nameless
FROM carried
LEFT JOIN short_form
    ON
        carried.speaker_entity_id IS NULL
        AND carried.article_id = short_form.article_id
        AND cmp_name_key(carried.speaker) = short_form.word;

-- A source line ("Original source: ..."), a dateline, and a citation in a sentence that claims nothing speak for the
-- whole article.
CREATE OR REPLACE TEMP TABLE cmp_citation AS
WITH cited AS (
    SELECT
        article_id,
        sentence_id,
        fact_id,
        start_char,
        end_char,
        coalesce(rule IN ('source_line', 'dateline'), FALSE) AS is_line,
        coalesce(rule = 'dateline', FALSE) AS is_dateline,
        if(cited_kind = 'footnote', cited_url, coalesce(cited, cited_url)) AS name,
        if(cited_kind = 'agency', 'agency', 'outlet') AS kind
    FROM facts
    WHERE kind = 'citation'
),

claiming AS (
    SELECT DISTINCT sentence_id FROM claims
)

SELECT
    cited.article_id,
    cited.sentence_id,
    cited.fact_id,
    cited.start_char,
    cited.end_char,
    cited.name,
    cited.kind,
    cited.is_line OR claiming.sentence_id IS NULL AS of_article
FROM cited
INNER JOIN cmp_article ON cited.article_id = cmp_article.article_id
LEFT JOIN claiming ON cited.sentence_id = claiming.sentence_id
-- In its own articles a wire's dateline names the wire itself, often by a short form.
WHERE cited.name IS NOT NULL AND NOT (cited.is_dateline AND cmp_article.source_kind = 'wire');

CREATE OR REPLACE TEMP TABLE cmp_stated AS
SELECT
    claim_id,
    article_id,
    sentence_id,
    fact_id,
    start_char,
    end_char,
    speaker AS name,
    CASE
        WHEN nameless THEN 'unknown'
        WHEN speaker_flag = 'document' THEN 'document'
        ELSE 'official'
    END AS kind
FROM cmp_speaker
WHERE speaker IS NOT NULL
UNION ALL
SELECT
    claim_id,
    article_id,
    sentence_id,
    fact_id,
    start_char,
    end_char,
    via AS name,
    'outlet' AS kind
FROM cmp_speaker
WHERE via IS NOT NULL
UNION ALL
SELECT
    claims.claim_id,
    claims.article_id,
    claims.sentence_id,
    cmp_citation.fact_id,
    cmp_citation.start_char,
    cmp_citation.end_char,
    cmp_citation.name,
    cmp_citation.kind
FROM claims
INNER JOIN cmp_citation ON claims.sentence_id = cmp_citation.sentence_id
WHERE NOT cmp_citation.of_article;
