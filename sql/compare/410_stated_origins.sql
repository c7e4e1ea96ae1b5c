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
        facts.paragraph_id,
        facts.speaker_entity_id,
        coalesce(cmp_entity.name, facts.speaker) AS speaker,
        cmp_scope.story_no
    FROM claims
    INNER JOIN cmp_scope ON claims.article_id = cmp_scope.article_id
    INNER JOIN facts ON claims.source_fact_id = facts.fact_id AND facts.kind = 'quotation'
    LEFT JOIN cmp_entity
        ON cmp_scope.story_no = cmp_entity.story_no AND facts.speaker_entity_id = cmp_entity.entity_id
    WHERE coalesce(facts.speaker_flag, 'named') <> 'placeholder'
),

-- Organisations as the article names them, and as it makes them speak.
organisation AS (
    SELECT
        facts.article_id,
        facts.start_char,
        facts.end_char,
        facts.text,
        cmp_entity.name,
        regexp_extract(cmp_name_key(cmp_entity.name), '[^ ]+$') AS word
    FROM cmp_mention
    INNER JOIN facts ON cmp_mention.fact_id = facts.fact_id
    INNER JOIN cmp_entity
        ON
            cmp_mention.story_no = cmp_entity.story_no
            AND cmp_mention.entity_id = cmp_entity.entity_id
            AND cmp_entity.type = 'ORG'
),

-- "Officials of the Mint", "a Mint spokeswoman", "footage from the Mint" and its statements are the Mint's own: the
-- unnamed who speak for an organisation, and its documents. Its critics, customers and workers are not.
spoken_for AS (
    SELECT
        carried.claim_id,
        organisation.name
    FROM carried
    INNER JOIN organisation
        ON
            carried.article_id = organisation.article_id
            AND carried.start_char <= organisation.start_char
            AND carried.end_char >= organisation.end_char
    WHERE
        carried.speaker_entity_id IS NULL
        AND (
            carried.speaker_flag = 'document'
            OR cmp_speaks_for(
                regexp_replace(
                    replace(carried.speaker, organisation.text, '@'),
                    ' (of|from|for|at|with|in|inside|within) (the )?@$', ''
                )
            )
        )
    QUALIFY row_number() OVER (
        PARTITION BY carried.claim_id ORDER BY organisation.start_char DESC, organisation.name ASC
    ) = 1
),

-- "The agency" is the organisation named last before it whose name ends in that word, else the only one that does.
short_form AS (
    SELECT
        carried.claim_id,
        organisation.name
    FROM carried
    INNER JOIN organisation
        ON carried.article_id = organisation.article_id AND cmp_name_key(carried.speaker) = organisation.word
    WHERE carried.speaker_entity_id IS NULL
    QUALIFY
        row_number() OVER (
            PARTITION BY carried.claim_id
            ORDER BY
                if(organisation.start_char < carried.start_char, organisation.start_char, -1) DESC,
                organisation.name ASC
        ) = 1
        AND (
            organisation.start_char < carried.start_char
            OR count(DISTINCT organisation.name) OVER (PARTITION BY carried.claim_id) = 1
        )
),

-- "Tests by St Orla Hospitals" are the hospitals', and so is what a report of or from them says. Here the name stands
-- behind what the text gives as the speaker.
named_behind AS (
    SELECT
        carried.claim_id,
        min(organisation.name) AS name
    FROM carried
    INNER JOIN organisation
        ON
            carried.article_id = organisation.article_id
            AND organisation.start_char BETWEEN carried.end_char + 4 AND carried.end_char + 10
    INNER JOIN sentences ON carried.sentence_id = sentences.sentence_id
    WHERE
        carried.speaker_entity_id IS NULL
        AND regexp_matches(
            substring(
                sentences.text,
                cast(carried.end_char - sentences.start_char AS INTEGER) + 1,
                cast(organisation.start_char - carried.end_char AS INTEGER)
            ),
            if(
                carried.speaker_flag = 'document' OR cmp_speaks_for(carried.speaker),
                '^ (by|of|from)( the)? $', '^ by( the)? $'
            )
        )
    GROUP BY carried.claim_id
),

-- "The company" and "it" go on with the organisation that spoke last in the paragraph.
spoke_before AS (
    SELECT
        carried.claim_id,
        cmp_entity.name
    FROM carried
    INNER JOIN facts AS quotation
        ON
            carried.paragraph_id = quotation.paragraph_id
            AND quotation.kind = 'quotation'
            AND coalesce(quotation.speaker_start, quotation.start_char) < carried.start_char
    LEFT JOIN cmp_entity
        ON
            carried.story_no = cmp_entity.story_no
            AND quotation.speaker_entity_id = cmp_entity.entity_id
            AND cmp_entity.type = 'ORG'
    WHERE
        carried.speaker_entity_id IS NULL
        AND regexp_matches(
            cmp_name_key(carried.speaker), '^(it|they|company|firm|group|agency|organi[sz]ation|maker|ministry|office)$'
        )
    QUALIFY row_number() OVER (
        PARTITION BY carried.claim_id
        ORDER BY coalesce(quotation.speaker_start, quotation.start_char) DESC, quotation.fact_id DESC
    ) = 1
),

resolved AS (
    SELECT
        carried.*,
        coalesce(spoken_for.name, named_behind.name, short_form.name, spoke_before.name) AS organisation
    FROM carried
    LEFT JOIN spoken_for ON carried.claim_id = spoken_for.claim_id
    LEFT JOIN named_behind ON carried.claim_id = named_behind.claim_id
    LEFT JOIN short_form ON carried.claim_id = short_form.claim_id
    LEFT JOIN spoke_before ON carried.claim_id = spoke_before.claim_id
)

SELECT
    * EXCLUDE (speaker, organisation, story_no),
    coalesce(organisation, speaker) AS speaker,
    speaker_flag = 'document' AND organisation IS NULL AS is_document,
    speaker_entity_id IS NULL
    AND organisation IS NULL
    -- A name has capitals; a single word that is no entity is a role or a thing ("Regulator", "tests"), and a document
    -- that is no entity ("one report", "photographic evidence") could be any.
    AND (
        speaker_flag IN ('anonymous', 'document')
        OR regexp_matches(resolved.speaker, '^\p{Ll}')
        OR NOT contains(cmp_name_key(resolved.speaker), ' ')
        OR regexp_matches(lower(resolved.speaker), '^(he|she|it|they|we|i|this|that|these|those|who) ')
    ) AS nameless
FROM resolved;

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
        WHEN is_document THEN 'document'
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
