-- What do two claims of a pair have in common, and in what do they differ? Grain: one row a pair, unless said.
CREATE OR REPLACE TEMP TABLE cmp_number_verdict AS
SELECT
    a,
    b,
    bool_or(comparable AND NOT compatible) AS differs,
    bool_or(NOT compatible) AS unlike,
    bool_or(comparable AND compatible) AS fits,
    arg_min(words_a, struct_pack(c := compatible, s := NOT comparable, t := thing)) AS words_a,
    arg_min(words_b, struct_pack(c := compatible, s := NOT comparable, t := thing)) AS words_b,
    arg_min(is_outcome, struct_pack(c := compatible, s := NOT comparable, t := thing)) AS is_toll,
    bool_or(is_same_count) AS same_count,
    arg_min(size_a, struct_pack(c := compatible, s := NOT comparable, t := thing)) AS size_a,
    arg_min(size_b, struct_pack(c := compatible, s := NOT comparable, t := thing)) AS size_b
FROM cmp_number_pair
GROUP BY a, b;

-- Grain: one row a claim with a single resolved date of at most a day; with two dates it is open which one counts.
CREATE OR REPLACE TEMP TABLE cmp_claim_date AS
SELECT
    claim_no,
    any_value(article_no) AS article_no,
    any_value(text) AS text,
    any_value(date_start) AS date_start,
    any_value(date_end) AS date_end
FROM cmp_claim_fact
WHERE kind = 'date' AND type IN ('DATE', 'TIME') AND resolved
GROUP BY claim_no
HAVING count(*) = 1 AND any_value(date_end) - any_value(date_start) <= INTERVAL 1 DAY;

-- Background: the last date of such a claim ended a month before its report. It tells of another event, whose numbers
-- stand against nothing of now. Grain: one row a claim.
CREATE OR REPLACE TEMP TABLE cmp_past_claim AS
SELECT cmp_claim_fact.claim_no
FROM cmp_claim_fact
INNER JOIN cmp_claim ON cmp_claim_fact.claim_no = cmp_claim.claim_no
WHERE cmp_claim_fact.kind = 'date' AND cmp_claim_fact.type IN ('DATE', 'TIME') AND cmp_claim_fact.resolved
GROUP BY cmp_claim_fact.claim_no
HAVING max(cmp_claim_fact.date_end) < any_value(cmp_claim.published_at) - INTERVAL 30 DAY;

-- What a pair has in common: words that are no part of a name (two claims that share only names speak of the same
-- people, and say nothing alike of them), figures, and the share of all stems of either (Jaccard).
CREATE OR REPLACE TEMP TABLE cmp_shared_word AS
WITH name_words AS (
    SELECT DISTINCT
        claim_no,
        cmp_stem(unnest(cmp_words(text || ' ' || coalesce(entity, '')))) AS term
    FROM cmp_claim_fact
    WHERE kind = 'mention'
),

stems AS (
    SELECT
        cmp_claim_word.claim_no,
        cmp_claim_word.term,
        name_words.term IS NULL AND NOT contains(cmp_claim_word.term, ':') AS is_plain,
        regexp_matches(cmp_claim_word.term, '^\p{N}{2}') AS is_figure,
        count(*) OVER (PARTITION BY cmp_claim_word.claim_no) AS n
    FROM cmp_claim_word
    LEFT JOIN name_words
        ON cmp_claim_word.claim_no = name_words.claim_no AND cmp_claim_word.term = name_words.term
),

stems_of_a AS MATERIALIZED (
    SELECT
        cmp_claim_pair.b,
        stems.*
    FROM cmp_claim_pair
    INNER JOIN stems ON cmp_claim_pair.a = stems.claim_no
)

SELECT
    one.claim_no AS a,
    one.b,
    count(*) FILTER (WHERE one.is_plain AND two.is_plain) AS n_words,
    count(*) FILTER (WHERE one.is_figure) AS n_figures,
    bool_or(starts_with(one.term, 'minute:')) AS same_minute,
    -- How much of each claim the other has, too.
    count(*) / any_value(one.n) AS share_a,
    count(*) / any_value(two.n) AS share_b,
    count(*) / (any_value(one.n) + any_value(two.n) - count(*)) AS jaccard
FROM stems_of_a AS one
INNER JOIN stems AS two ON one.b = two.claim_no AND one.term = two.term
GROUP BY one.claim_no, one.b;

-- "A crack caused it, not the rain": what one claim rules out and the other names. Grain: one row a pair.
CREATE OR REPLACE TEMP TABLE cmp_ruled_out AS
WITH contrasts AS (
    SELECT
        claim_no,
        regexp_extract(
            lower(text),
            '(?:, not|, and not|\brather than|\binstead of|^not) (?:by |from |in |on |at |of )?'
            || '(?:the |an? |any |its |their )?([\p{L} -]{3,30}?)(?:$|[.,;]| but\b)',
            1
        ) AS words
    FROM cmp_claim
),

ruled_out AS (
    SELECT
        claim_no,
        words,
        cmp_stem(regexp_extract(words, '\p{L}+$')) AS term
    FROM contrasts
    WHERE words <> ''
),

sides AS (
    SELECT
        a,
        b,
        a AS ruling_no,
        b AS naming_no
    FROM cmp_claim_pair
    UNION ALL
    SELECT
        a,
        b,
        b AS ruling_no,
        a AS naming_no
    FROM cmp_claim_pair
),

ruling AS MATERIALIZED (
    SELECT
        sides.*,
        ruled_out.words,
        ruled_out.term
    FROM sides
    INNER JOIN ruled_out ON sides.ruling_no = ruled_out.claim_no
)

SELECT
    ruling.a,
    ruling.b,
    any_value(ruling.ruling_no) AS ruling_no,
    min(ruling.words) AS words
FROM ruling
INNER JOIN cmp_claim_word AS named ON ruling.naming_no = named.claim_no AND ruling.term = named.term
GROUP BY ruling.a, ruling.b
-- Where each rules out what the other names, neither is plain.
HAVING count(DISTINCT ruling.ruling_no) = 1;

-- Pairs that both name persons, or vessels and the like, and share none: one was hired, another dismissed; and pairs
-- that begin with different names. A word of a person's name in common is enough; who says it does not count.
CREATE OR REPLACE TEMP TABLE cmp_other_actor AS
WITH actors AS (
    SELECT DISTINCT
        named.claim_no,
        named.type,
        unnest(
            if(
                named.type = 'PER',
                string_split(regexp_replace(named.entity_id, '^PER:', ''), ' '),
                [named.entity_id]
            )
        ) AS word
    FROM cmp_claim_fact AS named
    INNER JOIN cmp_claim ON named.claim_no = cmp_claim.claim_no
    LEFT JOIN facts AS quotation ON cmp_claim.source_fact_id = quotation.fact_id
    WHERE
        named.kind = 'mention'
        AND named.type IN ('PER', 'EQUIPMENT')
        AND named.entity_id IS DISTINCT FROM quotation.speaker_entity_id
),

with_actor AS (
    SELECT DISTINCT
        claim_no,
        type
    FROM actors
),

actors_of_a AS MATERIALIZED (
    SELECT
        cmp_claim_pair.a,
        cmp_claim_pair.b,
        actors.type,
        actors.word
    FROM cmp_claim_pair
    INNER JOIN actors ON cmp_claim_pair.a = actors.claim_no
),

same_actor AS (
    SELECT DISTINCT
        one.a,
        one.b,
        one.type
    FROM actors_of_a AS one
    INNER JOIN actors AS two ON one.b = two.claim_no AND one.type = two.type AND one.word = two.word
),

-- Who the clause begins with is who does it: one club made an offer, another one, too.
subject AS (
    SELECT
        claim_no,
        arg_min(entity_id, start_char) AS entity_id,
        regexp_extract(arg_min(entity_id, start_char), '[^ :]+$') AS word
    FROM cmp_claim_fact
    -- At most an article stands before it.
    WHERE kind = 'mention' AND type IN ('PER', 'ORG') AND start_char - claim_start <= 4
    GROUP BY claim_no
)

SELECT
    one.a,
    one.b
FROM actors_of_a AS one
INNER JOIN with_actor AS two ON one.b = two.claim_no AND one.type = two.type
ANTI JOIN same_actor ON one.a = same_actor.a AND one.b = same_actor.b AND one.type = same_actor.type
UNION
SELECT
    pairs.a,
    pairs.b
FROM cmp_claim_pair AS pairs
INNER JOIN subject AS one ON pairs.a = one.claim_no
INNER JOIN subject AS two ON pairs.b = two.claim_no AND one.entity_id <> two.entity_id
INNER JOIN cmp_claim AS claim_one ON pairs.a = claim_one.claim_no
INNER JOIN cmp_claim AS claim_two ON pairs.b = claim_two.claim_no
-- Where either names the other's subject, too, the clause is only turned round.
WHERE NOT contains(cmp_plain(claim_one.text), two.word) AND NOT contains(cmp_plain(claim_two.text), one.word);
