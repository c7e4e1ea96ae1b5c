-- What does each claim rest on? Grain of cmp_origin: one row a claim and an origin that its text, its article or a
-- copied paragraph names. A placeholder speaker (a stock name) is no origin; an anonymous one is an origin of its
-- article alone, since nobody can tell two unnamed officials apart.
CREATE OR REPLACE TEMP TABLE cmp_said AS
WITH carried AS (
    SELECT
        claims.claim_id,
        claims.article_id,
        facts.fact_id,
        coalesce(facts.speaker_start, facts.start_char) AS start_char,
        coalesce(facts.speaker_end, facts.end_char) AS end_char,
        facts.speaker_flag,
        facts.via,
        coalesce(entities.name, facts.speaker) AS speaker,
        coalesce(entities.type = 'ORG', FALSE)
        AND regexp_matches(
            sentences.text, '(?i)\b(satellite|aerial|drone|radar)[\w -]{0,20}\b(image|photo|picture|footage)'
        ) AS shows_images
    FROM claims
    INNER JOIN facts ON claims.source_fact_id = facts.fact_id AND facts.kind = 'quotation'
    LEFT JOIN entities ON facts.speaker_entity_id = entities.entity_id
    LEFT JOIN sentences ON facts.sentence_id = sentences.sentence_id
)

SELECT
    claim_id,
    article_id,
    fact_id,
    start_char,
    end_char,
    speaker AS name,
    CASE
        WHEN speaker_flag = 'anonymous' THEN 'unknown'
        WHEN speaker_flag = 'document' THEN 'document'
        WHEN shows_images THEN 'image_supplier'
        ELSE 'official'
    END AS kind
FROM carried
WHERE speaker IS NOT NULL AND coalesce(speaker_flag, 'named') <> 'placeholder'
UNION ALL
SELECT
    claim_id,
    article_id,
    fact_id,
    start_char,
    end_char,
    via AS name,
    'outlet' AS kind
FROM carried
WHERE via IS NOT NULL
UNION ALL
SELECT
    claims.claim_id,
    claims.article_id,
    facts.fact_id,
    facts.start_char,
    facts.end_char,
    coalesce(facts.cited, facts.cited_url) AS name,
    if(facts.cited_kind = 'agency', 'agency', 'outlet') AS kind
FROM claims
INNER JOIN facts ON claims.sentence_id = facts.sentence_id AND facts.kind = 'citation'
WHERE coalesce(facts.cited, facts.cited_url) IS NOT NULL;

-- A citation in a sentence that claims nothing ("Original source: ...") speaks for the whole article.
CREATE OR REPLACE TEMP TABLE cmp_article_citation AS
SELECT
    facts.article_id,
    facts.fact_id,
    facts.start_char,
    facts.end_char,
    coalesce(facts.cited, facts.cited_url) AS name,
    if(facts.cited_kind = 'agency', 'agency', 'outlet') AS kind
FROM facts
ANTI JOIN claims ON facts.sentence_id = claims.sentence_id
WHERE
    facts.kind = 'citation'
    AND coalesce(facts.cited, facts.cited_url) IS NOT NULL
    AND coalesce(facts.cited_kind, '') <> 'footnote';

-- The first outlet that has the paragraph in which a claim stands, where another one had it before.
CREATE OR REPLACE TEMP TABLE cmp_copied AS
SELECT
    text_reuse.later_paragraph_id AS paragraph_id,
    text_reuse.later_article_id AS article_id,
    earlier.source_id
FROM text_reuse
INNER JOIN cmp_long_paragraph AS earlier ON text_reuse.earlier_paragraph_id = earlier.paragraph_id
WHERE text_reuse.scope = 'cross_source'
QUALIFY row_number() OVER (PARTITION BY text_reuse.later_paragraph_id ORDER BY earlier.time_no) = 1;

CREATE OR REPLACE TEMP TABLE cmp_stated_origin AS
WITH stated AS (
    SELECT
        'claim' AS subject_kind,
        claim_id AS subject_id,
        article_id,
        fact_id,
        start_char,
        end_char,
        name,
        kind,
        'cited' AS method
    FROM cmp_said
    UNION ALL
    SELECT
        'article' AS subject_kind,
        article_id AS subject_id,
        article_id,
        fact_id,
        start_char,
        end_char,
        name,
        kind,
        'cited' AS method
    FROM cmp_article_citation
    UNION ALL
    SELECT
        'claim' AS subject_kind,
        claims.claim_id AS subject_id,
        claims.article_id,
        cited.fact_id,
        NULL AS start_char,
        NULL AS end_char,
        cited.name,
        cited.kind,
        'inferred' AS method
    FROM cmp_article_citation AS cited
    INNER JOIN claims ON cited.article_id = claims.article_id
    ANTI JOIN cmp_said ON claims.claim_id = cmp_said.claim_id
),

keyed AS (
    SELECT
        stated.* EXCLUDE (kind),
        coalesce(cmp_source_origin.origin_name, stated.name) AS origin_name,
        CASE
            WHEN stated.kind = 'unknown' THEN concat(cmp_plain(stated.name), ' in ', stated.article_id)
            ELSE coalesce(cmp_source_origin.origin_key, cmp_origin_key(stated.name))
        END AS origin_key,
        -- The sources table knows agencies from outlets; that a satellite company shows images only its sentence says.
        CASE
            WHEN stated.kind IN ('unknown', 'image_supplier') THEN stated.kind
            ELSE coalesce(cmp_source_origin.origin_kind, stated.kind)
        END AS kind
    FROM stated
    LEFT JOIN cmp_source_key ON cmp_origin_key(stated.name) = cmp_source_key.key
    LEFT JOIN cmp_source_origin ON cmp_source_key.source_id = cmp_source_origin.source_id
)

-- One name has one kind in the whole corpus: the most telling that any article gives it.
SELECT
    * EXCLUDE (kind),
    arg_min(kind, list_position(['unknown', 'image_supplier', 'agency', 'outlet', 'document', 'official'], kind))
        OVER (PARTITION BY origin_key) AS origin_kind
FROM keyed
WHERE origin_key <> '';
