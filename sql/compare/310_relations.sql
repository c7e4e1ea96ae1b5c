-- How do two claims of one cluster stand to one another? Rebuilds claim_relations, one row a pair of claims of
-- different articles. A false conflict costs a reader more than a missed one: in doubt a pair is vague.
CREATE OR REPLACE TEMP TABLE cmp_judged AS
WITH sides AS (
    SELECT
        pairs.*,
        one.claim_id AS claim_a,
        two.claim_id AS claim_b,
        one.certainty IN ('possible', 'unknown') AS hedged_a,
        two.certainty IN ('possible', 'unknown') AS hedged_b,
        coalesce(one.certainty = 'denied', FALSE) AS negative_a,
        coalesce(two.certainty = 'denied', FALSE) AS negative_b,
        one.negates <> two.negates AS one_negates,
        one.source_id = two.source_id AS same_source,
        -- Hours count only where both clocks do; a day known only as a day is later from the next day on.
        coalesce(
            one.published_precision IN ('second', 'minute', 'hour')
            AND two.published_precision IN ('second', 'minute', 'hour'),
            FALSE
        ) AS clocked,
        epoch(two.published_at) - epoch(one.published_at) AS seconds,
        date_diff('day', one.published_at, two.published_at) AS days,
        coalesce(two.as_of - one.as_of >= INTERVAL 1 DAY, FALSE) AS later_as_of
    FROM cmp_claim_pair AS pairs
    INNER JOIN cmp_claim AS one ON pairs.a = one.claim_no
    INNER JOIN cmp_claim AS two ON pairs.b = two.claim_no
),

timed AS (
    SELECT
        *,
        coalesce(if(clocked, seconds >= 3600, days >= 1), FALSE) AS is_newer,
        CASE
            WHEN is_version THEN 'a later version of the same article'
            WHEN seconds IS NULL THEN 'which report is newer is not known'
            WHEN clocked AND seconds < 3600 THEN 'the reports are less than an hour apart'
            WHEN clocked AND seconds < 48 * 3600
                THEN concat('the later report is ', cast(round(seconds / 3600) AS INTEGER), ' hours newer')
            WHEN days = 0 THEN 'both reports are of the same day'
            ELSE concat('the later report is ', days, if(days = 1, ' day', ' days'), ' newer')
        END AS lag_words
    FROM sides
)

SELECT
    timed.*,
    numbers.words_a,
    numbers.words_b,
    coalesce(numbers.fits AND NOT numbers.unlike, FALSE) AS same_number,
    coalesce(numbers.differs, FALSE) AS other_number,
    coalesce(numbers.unlike, FALSE) AS unlike_number,
    coalesce(shared.n_words, 0) AS n_words,
    coalesce(shared.n_figures, 0) AS n_figures,
    coalesce(shared.jaccard, 0) AS jaccard,
    other_person.a IS NOT NULL AS unlike_person,
    coalesce(numbers.size_b > numbers.size_a, FALSE) AS grown,
    coalesce(date_a.date_end <= date_b.date_start OR date_b.date_end <= date_a.date_start, FALSE) AS other_date,
    date_a.text AS date_words_a,
    date_b.text AS date_words_b
FROM timed
LEFT JOIN cmp_shared_word AS shared ON timed.a = shared.a AND timed.b = shared.b
LEFT JOIN cmp_other_person AS other_person ON timed.a = other_person.a AND timed.b = other_person.b
LEFT JOIN cmp_number_verdict AS numbers ON timed.a = numbers.a AND timed.b = numbers.b
LEFT JOIN cmp_claim_date AS date_a ON timed.a = date_a.claim_no
LEFT JOIN cmp_claim_date AS date_b ON timed.b = date_b.claim_no;

-- Scores from which a difference counts as one about the same thing. Numbers are tied by their object and by words
-- around them already; a date or a "not" is tied by nothing else than the wording, and needs more of it: "is not at its
-- place" and "has disappeared from its place" share six tenths and do not conflict. Agreement from
-- .4, read on some two hundred pairs of ECB+ and of the samples: four in five are right from there, half below.
CREATE OR REPLACE TEMP TABLE cmp_relation AS
SELECT
    *,
    CASE
        WHEN other_number AND (hedged_a OR hedged_b) THEN 'vague'
        WHEN other_number AND score < 0.2 THEN 'vague'
        WHEN other_number AND (is_version OR later_as_of OR (is_newer AND (grown OR same_source))) THEN 'updates'
        WHEN other_number THEN 'conflicts'
        WHEN negative_a <> negative_b AND is_version THEN 'updates'
        WHEN
            negative_a <> negative_b AND one_negates
            AND score >= 0.6 AND jaccard >= 0.7 AND NOT hedged_a AND NOT hedged_b
            THEN 'conflicts'
        WHEN negative_a <> negative_b THEN 'vague'
        WHEN other_date AND score >= 0.5 AND NOT hedged_a AND NOT hedged_b THEN 'conflicts'
        WHEN other_date THEN 'vague'
        WHEN hedged_a <> hedged_b OR unlike_number OR unlike_person OR one_negates THEN 'vague'
        WHEN n_words >= 2 AND score >= if(same_number OR n_figures >= 2, 0.35, 0.4) THEN 'agrees'
        ELSE 'vague'
    END AS relation,
    CASE
        WHEN other_number THEN 'number'
        WHEN negative_a <> negative_b THEN 'polarity'
        WHEN other_date THEN 'date'
        WHEN unlike_number OR same_number THEN 'number'
        WHEN unlike_person THEN 'actor'
        ELSE 'wording'
    END AS aspect
FROM cmp_judged;

-- The names both claims have, for the reason.
CREATE OR REPLACE TEMP TABLE cmp_shared_name AS
SELECT
    pairs.a,
    pairs.b,
    string_agg(DISTINCT entities.name, ', ' ORDER BY entities.name) AS names
FROM cmp_claim_pair AS pairs
INNER JOIN cmp_claim_fact AS one ON pairs.a = one.claim_no
INNER JOIN cmp_claim_fact AS two ON pairs.b = two.claim_no AND one.entity_id = two.entity_id
INNER JOIN entities ON one.entity_id = entities.entity_id
GROUP BY pairs.a, pairs.b;

DELETE FROM claim_relations;

INSERT INTO claim_relations BY NAME
SELECT
    verdict.claim_a,
    verdict.claim_b,
    verdict.cluster_id,
    verdict.relation,
    verdict.aspect,
    CASE
        WHEN verdict.unlike_number AND verdict.aspect = 'number'
            THEN concat(
                verdict.words_a, ' against ', verdict.words_b, '; ',
                if(
                    verdict.relation = 'vague',
                    'one is only held possible, or they count different things',
                    verdict.lag_words
                )
            )
        WHEN verdict.aspect = 'polarity'
            THEN concat(
                if(verdict.negative_a, 'the earlier', 'the later'),
                ' report denies what the other states',
                if(verdict.relation = 'vague', ', if both mean the same', ''), '; ', verdict.lag_words
            )
        WHEN verdict.aspect = 'date'
            THEN concat(
                verdict.date_words_a, ' against ', verdict.date_words_b,
                if(verdict.relation = 'vague', ', perhaps of different things', '')
            )
        WHEN verdict.aspect = 'actor' THEN 'they name other persons'
        WHEN verdict.relation = 'vague' AND verdict.hedged_a <> verdict.hedged_b
            THEN concat('only the ', if(verdict.hedged_a, 'later', 'earlier'), ' report is sure of it')
        WHEN verdict.relation = 'vague'
            THEN concat('the same matter', coalesce(' (' || shared.names || ')', ''), ', but other details')
        ELSE concat(
            'both say it',
            if(verdict.same_number, ' with ' || verdict.words_b, ''),
            coalesce('; both name ' || shared.names, '')
        )
    END AS reason,
    round(verdict.score, 6) AS score
FROM cmp_relation AS verdict
LEFT JOIN cmp_shared_name AS shared ON verdict.a = shared.a AND verdict.b = shared.b
-- An old version's claim that says the same is no news.
WHERE NOT (verdict.is_version AND verdict.relation <> 'updates')
ORDER BY verdict.claim_a, verdict.claim_b;
