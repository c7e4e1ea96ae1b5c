SELECT
    first_wording,
    n_sources
FROM as_of('2024-05-03 16:00');
