-- Under which name and kind is each stated origin known? Grain of cmp_stated_origin: one row a claim or an article, an
-- origin, and how it is known: cited in the text, or inferred from what stands near it.
CREATE OR REPLACE TEMP TABLE cmp_named_origin AS
WITH stated AS (
    SELECT
        'claim' AS subject_kind,
        claim_id AS subject_id,
        article_id,
        sentence_id,
        fact_id,
        start_char,
        end_char,
        name,
        kind
    FROM cmp_stated
    UNION ALL
    SELECT
        'article' AS subject_kind,
        article_id AS subject_id,
        article_id,
        sentence_id,
        fact_id,
        start_char,
        end_char,
        name,
        kind
    FROM cmp_citation
    WHERE of_article
),

keyed AS (
    SELECT
        stated.subject_kind,
        stated.subject_id,
        stated.article_id,
        cmp_scope.story_no,
        stated.fact_id,
        stated.start_char,
        stated.end_char,
        stated.name,
        cmp_source_origin.origin_name AS known_name,
        if(
            stated.kind = 'unknown',
            concat(cmp_plain(stated.name), ' in ', stated.article_id),
            coalesce(cmp_source_origin.origin_key, cmp_origin_key(stated.name))
        ) AS origin_key,
        -- The table of sources tells wires and outlets; that others show images their sentences say.
        CASE
            WHEN stated.kind = 'unknown' THEN 'unknown'
            WHEN cmp_source_origin.source_kind IN ('wire', 'outlet', 'aggregator') THEN cmp_source_origin.origin_kind
            WHEN
                stated.kind <> 'document'
                AND regexp_matches(lower(sentences.text), '\b(satellite|aerial|drone|radar)')
                AND regexp_matches(lower(sentences.text), '\b(image|imagery|photo|picture|footage)')
                AND (
                    cmp_source_origin.source_kind = 'agency'
                    OR coalesce(starts_with(facts.speaker_entity_id, 'ORG:'), FALSE)
                )
                THEN 'image_supplier'
            ELSE coalesce(cmp_source_origin.origin_kind, stated.kind)
        END AS kind
    FROM stated
    INNER JOIN cmp_scope ON stated.article_id = cmp_scope.article_id
    LEFT JOIN sentences ON stated.sentence_id = sentences.sentence_id
    LEFT JOIN facts ON stated.fact_id = facts.fact_id
    LEFT JOIN cmp_source_key ON cmp_origin_key(stated.name) = cmp_source_key.key
    LEFT JOIN cmp_source_origin ON cmp_source_key.source_id = cmp_source_origin.source_id
)

-- One name has one kind and one spelling in a story: the most telling kind, the first name.
SELECT
    keyed.* EXCLUDE (kind, name, known_name, story_no),
    arg_min(keyed.kind, list_position(
        ['image_supplier', 'agency', 'outlet', 'document', 'official', 'unknown'], keyed.kind
    )) OVER (PARTITION BY keyed.story_no, keyed.origin_key) AS origin_kind,
    coalesce(
        keyed.known_name, min(keyed.name) OVER (PARTITION BY keyed.story_no, keyed.origin_key)
    ) AS origin_name
FROM keyed
WHERE keyed.origin_key <> '';

CREATE OR REPLACE TEMP TABLE cmp_stated_origin AS
WITH silent AS (
    SELECT
        claims.claim_id,
        claims.article_id,
        claims.paragraph_id,
        claims.start_char
    FROM claims
    SEMI JOIN cmp_scope ON claims.article_id = cmp_scope.article_id
    ANTI JOIN cmp_stated ON claims.claim_id = cmp_stated.claim_id AND cmp_stated.kind <> 'unknown'
),

-- What follows in the paragraph that cites a supplier of news or images is mostly the supplier's, too; an official's
-- words end with the sentence.
continued AS (
    SELECT
        silent.claim_id,
        silent.article_id,
        cmp_named_origin.fact_id,
        cmp_named_origin.origin_key,
        cmp_named_origin.origin_kind,
        cmp_named_origin.origin_name
    FROM silent
    INNER JOIN claims AS before ON silent.paragraph_id = before.paragraph_id AND silent.start_char > before.start_char
    INNER JOIN cmp_named_origin ON before.claim_id = cmp_named_origin.subject_id
    WHERE cmp_named_origin.origin_kind IN ('image_supplier', 'agency', 'outlet')
),

inferred AS (
    SELECT * FROM continued
    UNION
    SELECT
        silent.claim_id,
        silent.article_id,
        cmp_named_origin.fact_id,
        cmp_named_origin.origin_key,
        cmp_named_origin.origin_kind,
        cmp_named_origin.origin_name
    FROM silent
    INNER JOIN cmp_named_origin
        ON silent.article_id = cmp_named_origin.subject_id AND cmp_named_origin.subject_kind = 'article'
)

SELECT
    *,
    'cited' AS method
FROM cmp_named_origin
UNION ALL BY NAME
SELECT
    'claim' AS subject_kind,
    claim_id AS subject_id,
    article_id,
    fact_id,
    origin_key,
    origin_kind,
    origin_name,
    'inferred' AS method
FROM inferred;

-- The first outlet that has the paragraph in which a claim stands, where another one had it before. Two papers may tell
-- the same in other words without one knowing the other: what is only rewritten is not counted as copied.
CREATE OR REPLACE TEMP TABLE cmp_copied AS
SELECT
    text_reuse.later_paragraph_id AS paragraph_id,
    text_reuse.later_article_id AS article_id,
    earlier.source_id
FROM text_reuse
SEMI JOIN cmp_scope ON text_reuse.later_article_id = cmp_scope.article_id
INNER JOIN cmp_long_paragraph AS earlier ON text_reuse.earlier_paragraph_id = earlier.paragraph_id
WHERE text_reuse.scope = 'cross_source' AND text_reuse.kind <> 'rewritten'
QUALIFY row_number() OVER (PARTITION BY text_reuse.later_paragraph_id ORDER BY earlier.time_no) = 1;
