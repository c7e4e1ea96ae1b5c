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
