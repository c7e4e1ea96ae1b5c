-- On how many independent origins does each shared claim rest? Grain of cmp_carrier_root: one row a carrier and an
-- origin that its text or its article names, and one for its own outlet.
CREATE OR REPLACE TEMP TABLE cmp_carrier_root AS
WITH unnamed AS (
    SELECT DISTINCT subject_id
    FROM origins
    WHERE subject_kind = 'claim' AND origin_kind = 'unknown'
)

SELECT
    cmp_carrier.cluster_id,
    cmp_carrier.claim_no,
    cmp_carrier.source_id,
    origins.origin_id,
    FALSE AS is_own
FROM cmp_carrier
INNER JOIN origins ON cmp_carrier.claim_id = origins.subject_id AND origins.subject_kind = 'claim'
LEFT JOIN unnamed ON cmp_carrier.claim_id = unnamed.subject_id
-- Whether two that are not named are two, nobody can tell: they make no corroboration, nor does what is only inferred
-- of a claim that rests on one of them.
WHERE origins.origin_kind <> 'unknown' AND (unnamed.subject_id IS NULL OR origins.method <> 'inferred')
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
-- elsewhere, or where it speaks of images and the other names whose they are. Two that name none rest on one supplier
-- of images whom both articles name, where either speaks of images. Grain: one row a claim and an origin.
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
),

supplied AS (
    SELECT DISTINCT
        silent.cluster_id,
        silent.claim_no,
        silent.claim_id,
        silent.article_id,
        silent.source_id,
        known.origin_id,
        known.origin_kind,
        known.origin_name,
        silent.shows_images
    FROM silent
    INNER JOIN known ON silent.article_id = known.article_id
    WHERE known.origin_kind = 'image_supplier'
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
WHERE silent.article_id = known.article_id OR (silent.shows_images AND known.origin_kind = 'image_supplier')
UNION
SELECT
    one.cluster_id,
    one.claim_no,
    one.claim_id,
    one.article_id,
    one.source_id,
    one.origin_id,
    one.origin_kind,
    one.origin_name
FROM supplied AS one
INNER JOIN supplied AS two
    ON one.cluster_id = two.cluster_id AND one.origin_id = two.origin_id AND one.source_id <> two.source_id
WHERE one.shows_images OR two.shows_images;

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
