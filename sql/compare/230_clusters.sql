-- Which claims are one claim as the sources share it? Grain of cmp_clustered: one row a claim with its cluster; a
-- claim that resembles no other has a cluster of its own.
CREATE OR REPLACE TEMP TABLE cmp_clustered AS
WITH grouped AS (
    SELECT
        cmp_claim.claim_no,
        cmp_claim.claim_id,
        coalesce(cmp_group.root, cmp_claim.claim_no) AS root
    FROM cmp_claim
    LEFT JOIN cmp_group ON cmp_claim.claim_no = cmp_group.node
    WHERE cmp_claim.is_newest
)

SELECT
    claim_no,
    claim_id,
    'cluster:' || min(claim_id) OVER (PARTITION BY root) AS cluster_id
FROM grouped;

-- A superseded version's claim goes with the most similar claim of the version that replaced it, from half of their
-- stems in common on (Jaccard): below that the sentence was not corrected but replaced.
CREATE OR REPLACE TEMP TABLE cmp_old_claim AS
WITH stems AS (
    SELECT
        cmp_claim.claim_no,
        cmp_claim.document_no,
        cmp_claim.is_newest,
        cmp_claim_word.term,
        count(*) OVER (PARTITION BY cmp_claim.claim_no) AS n
    FROM cmp_claim
    INNER JOIN cmp_claim_word ON cmp_claim.claim_no = cmp_claim_word.claim_no
    WHERE
        cmp_claim.document_no IN (
            SELECT superseded.document_no FROM cmp_version AS superseded
            WHERE NOT superseded.is_newest
        )
),

shared AS (
    SELECT
        old.claim_no AS old_no,
        newest.claim_no AS new_no,
        count(*) / (any_value(old.n) + any_value(newest.n) - count(*)) AS score
    FROM stems AS old
    INNER JOIN stems AS newest ON old.document_no = newest.document_no AND old.term = newest.term
    WHERE NOT old.is_newest AND newest.is_newest
    GROUP BY old.claim_no, newest.claim_no
)

SELECT
    old_no,
    new_no,
    score
FROM shared
WHERE score >= 0.5
QUALIFY row_number() OVER (PARTITION BY old_no ORDER BY score DESC, new_no ASC) = 1;

UPDATE claims
SET cluster_id = placed.cluster_id
FROM (
    WITH clustered AS (
        SELECT
            claim_id,
            cluster_id
        FROM cmp_clustered
        UNION ALL
        SELECT
            cmp_claim.claim_id,
            cmp_clustered.cluster_id
        FROM cmp_old_claim
        INNER JOIN cmp_claim ON cmp_old_claim.old_no = cmp_claim.claim_no
        INNER JOIN cmp_clustered ON cmp_old_claim.new_no = cmp_clustered.claim_no
    )

    -- A claim that is in no cluster any more leaves the one it was in.
    SELECT
        claims.claim_id,
        clustered.cluster_id
    FROM claims
    SEMI JOIN cmp_scope ON claims.article_id = cmp_scope.article_id
    LEFT JOIN clustered ON claims.claim_id = clustered.claim_id
) AS placed
WHERE claims.claim_id = placed.claim_id AND claims.cluster_id IS DISTINCT FROM placed.cluster_id;

-- Grain: one row a pair of claims in one cluster, the earlier article's claim first; replaced_no is the side of an old
-- version in a pair of different articles.
CREATE OR REPLACE TEMP TABLE cmp_claim_pair AS
WITH meeting_pairs AS (
    SELECT
        one.claim_no AS x,
        two.claim_no AS y,
        one.cluster_id,
        FALSE AS is_version,
        NULL::BIGINT AS replaced_no,
        -- Rounded weights can add up to a little more than all.
        least(cmp_edge.sim / 1000000, 1) AS score
    FROM cmp_edge
    INNER JOIN cmp_clustered AS one ON cmp_edge.a = one.claim_no
    INNER JOIN cmp_clustered AS two ON cmp_edge.b = two.claim_no AND one.cluster_id = two.cluster_id
),

meeting AS (
    SELECT
        *,
        x AS one_no,
        y AS other_no
    FROM meeting_pairs
    UNION ALL
    SELECT
        *,
        y AS one_no,
        x AS other_no
    FROM meeting_pairs
),

at_the_time AS (
    SELECT
        cmp_old_claim.old_no AS x,
        others.claim_no AS y,
        meeting.cluster_id,
        FALSE AS is_version,
        cmp_old_claim.old_no AS replaced_no,
        meeting.score
    FROM cmp_old_claim
    INNER JOIN cmp_claim AS newer ON cmp_old_claim.new_no = newer.claim_no
    INNER JOIN meeting ON cmp_old_claim.new_no = meeting.one_no
    INNER JOIN cmp_claim AS others ON meeting.other_no = others.claim_no
    WHERE others.published_at < newer.published_at AND others.article_no <> newer.article_no
),

pairs AS (
    SELECT * FROM meeting_pairs
    UNION ALL
    SELECT * FROM at_the_time
    UNION ALL
    SELECT
        cmp_old_claim.old_no AS x,
        cmp_old_claim.new_no AS y,
        cmp_clustered.cluster_id,
        TRUE AS is_version,
        NULL::BIGINT AS replaced_no,
        cmp_old_claim.score
    FROM cmp_old_claim
    INNER JOIN cmp_clustered ON cmp_old_claim.new_no = cmp_clustered.claim_no
),

ordered AS (
    SELECT
        pairs.*,
        pairs.is_version
        OR coalesce(one.published_at, TIMESTAMP '9999-01-01') < coalesce(two.published_at, TIMESTAMP '9999-01-01')
        OR (
            one.published_at IS NOT DISTINCT FROM two.published_at
            AND one.claim_id < two.claim_id
        ) AS in_order
    FROM pairs
    INNER JOIN cmp_claim AS one ON pairs.x = one.claim_no
    INNER JOIN cmp_claim AS two ON pairs.y = two.claim_no
)

SELECT
    if(in_order, x, y) AS a,
    if(in_order, y, x) AS b,
    cluster_id,
    is_version,
    replaced_no,
    score
FROM ordered;
