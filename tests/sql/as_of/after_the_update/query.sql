SELECT
    cluster_id,
    first_wording,
    latest_wording,
    n_sources,
    outlets
FROM as_of(TIMESTAMP '2024-05-03 22:00');
