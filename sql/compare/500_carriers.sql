-- Who carries each shared claim, and on what do they rest? Grain of cmp_carrier: one row a claim that says what the
-- cluster's clearest wording says: that claim itself and those that agree with it.
CREATE OR REPLACE TEMP TABLE cmp_speaks AS
WITH agreement AS (
    SELECT
        claim_id,
        count(*) FILTER (WHERE relation = 'agrees') AS n,
        count(*) FILTER (WHERE relation <> 'agrees') AS n_differing,
        sum(score) FILTER (WHERE relation = 'agrees') AS score
    FROM (
        SELECT
            claim_a AS claim_id,
            relation,
            cast(round(score * 1000000) AS BIGINT) AS score
        FROM claim_relations
        WHERE relation <> 'vague'
        UNION ALL
        SELECT
            claim_b AS claim_id,
            relation,
            cast(round(score * 1000000) AS BIGINT) AS score
        FROM claim_relations
        WHERE relation <> 'vague'
    ) AS sides
    GROUP BY claim_id
)

-- The clearest wording is the one that most others agree with; no stock name's, and no headline where the text says
-- it, too, since headlines drop what the text hedges; one that nobody else gives other numbers for; what is said, not
-- that it was denied; one that names whom it speaks of rather than one that begins with a pronoun or a lower-case
-- fragment; then the shortest, which says no more than the others say, then the smallest id.
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
        coalesce(agreement.n, 0) DESC,
        coalesce(agreement.n_differing, 0) ASC,
        cmp_claim.is_denial ASC,
        regexp_matches(cmp_claim.text, '^(\p{Ll}|(He|She|It|They|Its|His|Her|Their|This|That|These|Those)\b)') ASC,
        coalesce(agreement.score, 0) DESC,
        length(cmp_claim.text) ASC,
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
    cmp_claim.article_id,
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
