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

-- A claim that names no origin is taken to rest on another carrier's where its article cites that outlet or supplier
-- elsewhere, or where it speaks of images and the other names whose they are. Grain: one row a claim and an origin.
CREATE OR REPLACE TEMP TABLE cmp_elsewhere AS
WITH silent AS (
    SELECT
        cmp_carrier.*,
        regexp_matches(
            lower(sentences.text), '\b(satellite|imagery|images?|photos?|photograph\w*|pictures|footage)\b'
        ) AS shows_images
    FROM cmp_carrier
    ANTI JOIN cmp_stated ON cmp_carrier.claim_id = cmp_stated.claim_id AND cmp_stated.kind <> 'unknown'
    INNER JOIN claims ON cmp_carrier.claim_id = claims.claim_id
    LEFT JOIN sentences ON claims.sentence_id = sentences.sentence_id
),

known AS (
    SELECT DISTINCT
        origin_kind || ':' || origin_key AS origin_id,
        origin_kind,
        origin_name,
        article_id
    FROM cmp_named_origin
    WHERE origin_kind IN ('image_supplier', 'agency', 'outlet')
)

SELECT DISTINCT
    silent.cluster_id,
    silent.claim_no,
    silent.claim_id,
    silent.article_id,
    silent.source_id,
    known.origin_id,
    known.origin_kind,
    known.origin_name
FROM silent
INNER JOIN cmp_carrier_root AS others
    ON silent.cluster_id = others.cluster_id AND silent.source_id <> others.source_id
INNER JOIN known ON others.origin_id = known.origin_id
WHERE silent.article_id = known.article_id OR (silent.shows_images AND known.origin_kind = 'image_supplier');

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
ANTI JOIN origins AS told ON tied.claim_id = told.subject_id AND tied.origin_id = told.origin_id
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
