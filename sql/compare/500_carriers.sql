-- Who carries each shared claim, and on what do they rest? Grain of cmp_carrier: one row a claim that says what the
-- cluster's clearest wording says: that claim itself and those that agree with it.
CREATE OR REPLACE TEMP TABLE cmp_speaks AS
WITH agreement AS (
    SELECT
        claim_id,
        sum(score) AS score
    FROM (
        SELECT
            claim_a AS claim_id,
            cast(round(score * 1000000) AS BIGINT) AS score
        FROM claim_relations
        WHERE relation = 'agrees'
        UNION ALL
        SELECT
            claim_b AS claim_id,
            cast(round(score * 1000000) AS BIGINT) AS score
        FROM claim_relations
        WHERE relation = 'agrees'
    ) AS sides
    GROUP BY claim_id
)

-- The clearest wording is the one that most others agree with; no stock name's, and no headline where the text says
-- it, too, since headlines drop what the text hedges; then the longest, then the smallest id.
SELECT
    cmp_clustered.cluster_id,
    cmp_clustered.claim_no,
    cmp_clustered.claim_id
FROM cmp_clustered
INNER JOIN cmp_claim ON cmp_clustered.claim_no = cmp_claim.claim_no
LEFT JOIN agreement ON cmp_clustered.claim_id = agreement.claim_id
LEFT JOIN facts ON cmp_claim.source_fact_id = facts.fact_id
QUALIFY row_number() OVER (
    PARTITION BY cmp_clustered.cluster_id
    ORDER BY
        coalesce(facts.speaker_flag = 'placeholder', FALSE) ASC,
        coalesce(cmp_claim.is_headline, FALSE),
        coalesce(agreement.score, 0) DESC,
        length(cmp_claim.text) DESC,
        cmp_clustered.claim_id
) = 1;

CREATE OR REPLACE TEMP TABLE cmp_carrier AS
WITH agreeing AS (
    SELECT
        cluster_id,
        claim_id
    FROM cmp_speaks
    UNION
    SELECT
        cmp_speaks.cluster_id,
        if(claim_relations.claim_a = cmp_speaks.claim_id, claim_relations.claim_b, claim_relations.claim_a) AS claim_id
    FROM cmp_speaks
    INNER JOIN claim_relations
        ON
            claim_relations.relation = 'agrees'
            AND cmp_speaks.cluster_id = claim_relations.cluster_id
            AND cmp_speaks.claim_id IN (claim_relations.claim_a, claim_relations.claim_b)
)

SELECT
    agreeing.cluster_id,
    cmp_claim.claim_no,
    cmp_claim.claim_id,
    cmp_claim.article_no,
    cmp_claim.source_id,
    cmp_claim.owner_group
FROM agreeing
INNER JOIN cmp_claim ON agreeing.claim_id = cmp_claim.claim_id
LEFT JOIN facts ON cmp_claim.source_fact_id = facts.fact_id
-- What a stock name says counts for nothing but its own row.
WHERE
    coalesce(facts.speaker_flag, 'named') <> 'placeholder'
    OR agreeing.claim_id IN (SELECT cmp_speaks.claim_id FROM cmp_speaks);

-- Grain: one row a cluster's origin. Two origins that one claim rests on are not independent of one another; nor is
-- an outlet that another carrier names as its origin independent of what it rests on itself.
CREATE OR REPLACE TEMP TABLE cmp_carrier_origin AS
WITH named AS (
    SELECT
        cmp_carrier.cluster_id,
        cmp_carrier.claim_no,
        cmp_carrier.source_id,
        origins.origin_id
    FROM cmp_carrier
    INNER JOIN origins ON cmp_carrier.claim_id = origins.subject_id AND origins.subject_kind = 'claim'
),

own AS (
    SELECT
        cmp_carrier.cluster_id,
        cmp_carrier.claim_no,
        cmp_carrier.source_id,
        cmp_source_origin.origin_kind || ':' || cmp_source_origin.origin_key AS origin_id
    FROM cmp_carrier
    INNER JOIN cmp_source_origin ON cmp_carrier.source_id = cmp_source_origin.source_id
),

both_kinds AS (
    SELECT * FROM named
    UNION
    SELECT own.*
    FROM own
    INNER JOIN named
        ON own.cluster_id = named.cluster_id AND own.origin_id = named.origin_id AND own.source_id <> named.source_id
)

SELECT
    cluster_id,
    claim_no,
    origin_id,
    dense_rank() OVER (ORDER BY cluster_id, origin_id) AS origin_no
FROM both_kinds;

CREATE OR REPLACE TEMP TABLE cmp_pair AS
SELECT DISTINCT
    min(origin_no) OVER (PARTITION BY cluster_id, claim_no) AS a,
    origin_no AS b
FROM cmp_carrier_origin;
