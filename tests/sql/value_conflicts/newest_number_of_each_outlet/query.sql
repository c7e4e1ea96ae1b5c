SELECT
    low,
    high,
    who_says
FROM value_conflicts
WHERE cluster_id = 'cluster:crew';
