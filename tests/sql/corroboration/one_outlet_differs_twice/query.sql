SELECT
    outlets,
    differing_outlets
FROM corroboration
WHERE cluster_id = 'cluster:bridge';
