SELECT
    outlets,
    origins
FROM corroboration
WHERE cluster_id = 'cluster:drone';
