-- Which carriers of a claim rest on one origin? Those that name it, are tied to it, or give what another gives.
-- Two exact figures in common are one measurement, whoever prints it, and one wording is one text: a claim that names
-- no origin rests with the other one. Grain: one row a carrier that names no origin and another carrier of the same.
CREATE OR REPLACE TEMP TABLE cmp_same_matter AS
WITH figures AS (
    SELECT DISTINCT
        cmp_carrier.cluster_id,
        cmp_carrier.claim_no,
        cmp_carrier.claim_id,
        cmp_claim_fact.value_low AS value
    FROM cmp_carrier
    INNER JOIN cmp_claim_fact ON cmp_carrier.claim_no = cmp_claim_fact.claim_no
    WHERE cmp_claim_fact.kind = 'quantity' AND cmp_claim_fact.value_low = cmp_claim_fact.value_high
    -- Below ten a number is common to much that is not the same.
    AND cmp_claim_fact.value_low >= 10
),

same_figures AS (
    SELECT
        one.claim_no,
        two.claim_no AS other_no
    FROM figures AS one
    INNER JOIN figures AS two
        ON one.cluster_id = two.cluster_id AND one.value = two.value AND one.claim_no <> two.claim_no
    GROUP BY one.claim_no, two.claim_no
    HAVING count(*) >= 2
),

-- Nine tenths in common, with three plain words: two who write of one event by themselves differ in one word of ten.
same_words AS (
    SELECT
        a,
        b
    FROM cmp_shared_word
    WHERE jaccard >= 0.9 AND n_words >= 3
),

same_matter AS (
    SELECT * FROM same_figures
    UNION
    SELECT
        a AS claim_no,
        b AS other_no
    FROM same_words
    UNION
    SELECT
        b AS claim_no,
        a AS other_no
    FROM same_words
)

SELECT
    silent.cluster_id,
    silent.claim_no,
    silent.source_id,
    others.claim_no AS other_no
FROM same_matter
INNER JOIN cmp_carrier AS silent ON same_matter.claim_no = silent.claim_no
INNER JOIN cmp_carrier AS others
    ON same_matter.other_no = others.claim_no AND silent.cluster_id = others.cluster_id
ANTI JOIN cmp_stated ON silent.claim_id = cmp_stated.claim_id AND cmp_stated.kind <> 'unknown';

-- Grain of cmp_carrier_origin: one row a carrier and an origin, by number; those that one carrier rests on together are
-- tied in cmp_pair. A carrier's own outlet is among them where another outlet names it: the two are one origin.
CREATE OR REPLACE TEMP TABLE cmp_carrier_origin AS
WITH named AS (
    SELECT
        cluster_id,
        claim_no,
        source_id,
        origin_id
    FROM cmp_carrier_root
    WHERE NOT is_own
    UNION
    SELECT
        cluster_id,
        claim_no,
        source_id,
        origin_id
    FROM cmp_elsewhere
    UNION
    SELECT
        same.cluster_id,
        same.claim_no,
        same.source_id,
        others.origin_id
    FROM cmp_same_matter AS same
    INNER JOIN cmp_carrier_root AS others
        ON same.cluster_id = others.cluster_id AND same.other_no = others.claim_no
    WHERE NOT others.is_own
    UNION
    SELECT
        cmp_carrier_root.cluster_id,
        cmp_carrier_root.claim_no,
        cmp_carrier_root.source_id,
        coalesce(others.origin_id, 'official:' || cmp_affiliation.organisation_key) AS origin_id
    FROM cmp_carrier_root
    INNER JOIN cmp_claim ON cmp_carrier_root.claim_no = cmp_claim.claim_no
    INNER JOIN cmp_affiliation
        ON
            cmp_claim.story_no = cmp_affiliation.story_no
            AND cmp_carrier_root.origin_id = 'official:' || cmp_affiliation.person_key
    LEFT JOIN cmp_carrier_root AS others
        ON
            cmp_carrier_root.cluster_id = others.cluster_id
            AND cmp_affiliation.organisation_key = regexp_replace(others.origin_id, '^[a-z_]+:', '')
),

resting AS (
    SELECT
        cluster_id,
        claim_no,
        origin_id
    FROM named
    UNION
    SELECT
        own.cluster_id,
        own.claim_no,
        own.origin_id
    FROM cmp_carrier_root AS own
    INNER JOIN named
        ON own.cluster_id = named.cluster_id AND own.origin_id = named.origin_id AND own.source_id <> named.source_id
    WHERE own.is_own
)

SELECT
    cluster_id,
    claim_no,
    origin_id,
    dense_rank() OVER (ORDER BY cluster_id, origin_id) AS origin_no
FROM resting;

CREATE OR REPLACE TEMP TABLE cmp_pair AS
SELECT DISTINCT
    min(origin_no) OVER (PARTITION BY cluster_id, claim_no) AS a,
    origin_no AS b
FROM cmp_carrier_origin;
