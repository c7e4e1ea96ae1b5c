-- Which names mean the same origin? Grain of cmp_source_key: one row a way to write the name of a known source.
CREATE OR REPLACE TEMP TABLE cmp_source_key AS
WITH keys AS (
    SELECT
        source_id,
        outlet,
        kind,
        unnest([cmp_origin_key(outlet), cmp_origin_key(domain), cmp_origin_key(source_id)]) AS key
    FROM sources
)

SELECT
    key,
    min(source_id) AS source_id
FROM keys
WHERE key <> ''
GROUP BY key
HAVING count(DISTINCT source_id) = 1;

-- Grain: one row a source as an origin: what a claim that names nobody rests on.
CREATE OR REPLACE TEMP TABLE cmp_source_origin AS
SELECT
    source_id,
    coalesce(outlet, source_id) AS origin_name,
    coalesce(nullif(cmp_origin_key(outlet), ''), source_id) AS origin_key,
    if(kind IN ('wire', 'agency'), 'agency', 'outlet') AS origin_kind,
    kind AS source_kind
FROM sources;

-- Grain: one row a name, with the source and the origin that it means.
CREATE OR REPLACE TEMP TABLE cmp_source_name AS
SELECT
    cmp_source_key.key AS name_key,
    cmp_source_origin.source_id,
    cmp_source_origin.origin_key,
    cmp_source_origin.origin_kind,
    cmp_source_origin.origin_name,
    cmp_source_origin.source_kind
FROM cmp_source_key
INNER JOIN cmp_source_origin ON cmp_source_key.source_id = cmp_source_origin.source_id;

-- Which of these names mean another source than when the corpus was last compared? Grain: one row a name.
CREATE OR REPLACE TEMP TABLE cmp_source_change AS
WITH changed AS (
    (
        SELECT * FROM cmp_source_name
        EXCEPT
        SELECT * FROM source_names
    )
    UNION ALL
    (
        SELECT * FROM source_names
        EXCEPT
        SELECT * FROM cmp_source_name
    )
)

SELECT DISTINCT name_key
FROM changed;

DELETE FROM source_names;

INSERT INTO source_names BY NAME
SELECT *
FROM cmp_source_name
ORDER BY name_key;
