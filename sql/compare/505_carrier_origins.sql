-- On how many independent origins does each shared claim rest? Grain of cmp_carrier_root: one row a carrier and an
-- origin that its text or its article names, and one for its own outlet.
CREATE OR REPLACE TEMP TABLE cmp_carrier_root AS
SELECT
    cmp_carrier.cluster_id,
    cmp_carrier.claim_no,
    cmp_carrier.source_id,
    origins.origin_id,
    FALSE AS is_own
FROM cmp_carrier
INNER JOIN origins ON cmp_carrier.claim_id = origins.subject_id AND origins.subject_kind = 'claim'
-- Whether two that are not named are two, nobody can tell: they make no corroboration.
WHERE origins.origin_kind <> 'unknown'
UNION ALL
SELECT
    cmp_carrier.cluster_id,
    cmp_carrier.claim_no,
    cmp_carrier.source_id,
    cmp_source_origin.origin_kind || ':' || cmp_source_origin.origin_key AS origin_id,
    TRUE AS is_own
FROM cmp_carrier
INNER JOIN cmp_source_origin ON cmp_carrier.source_id = cmp_source_origin.source_id;

-- A claim without attribution, in an article that cites elsewhere an outlet or a supplier on which another carrier
-- rests, is taken to come from there as well. Grain: one row such a claim and origin.
CREATE OR REPLACE TEMP TABLE cmp_elsewhere AS
SELECT DISTINCT
    silent.cluster_id,
    silent.claim_no,
    silent.claim_id,
    silent.article_id,
    silent.source_id,
    cited.origin_kind || ':' || cited.origin_key AS origin_id,
    cited.origin_kind,
    cited.origin_name
FROM cmp_carrier AS silent
ANTI JOIN cmp_stated ON silent.claim_id = cmp_stated.claim_id AND cmp_stated.kind <> 'unknown'
INNER JOIN cmp_named_origin AS cited ON silent.article_id = cited.article_id
INNER JOIN cmp_carrier_root AS others
    ON
        silent.cluster_id = others.cluster_id
        AND cited.origin_kind || ':' || cited.origin_key = others.origin_id
        AND silent.source_id <> others.source_id
WHERE cited.origin_kind IN ('image_supplier', 'agency', 'outlet');

INSERT INTO origins BY NAME
SELECT
    'claim' AS subject_kind,
    tied.claim_id AS subject_id,
    tied.article_id,
    tied.origin_id,
    tied.origin_kind,
    tied.origin_name,
    'inferred' AS method
FROM cmp_elsewhere AS tied
ANTI JOIN origins AS known ON tied.claim_id = known.subject_id AND tied.origin_id = known.origin_id
ORDER BY subject_id, tied.origin_id;

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
