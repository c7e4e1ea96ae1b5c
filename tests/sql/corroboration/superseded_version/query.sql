SELECT
    cluster_id,
    outlets,
    origins
FROM corroboration;
