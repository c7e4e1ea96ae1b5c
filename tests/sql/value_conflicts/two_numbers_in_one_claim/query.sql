SELECT
    cluster_id,
    who_says
FROM value_conflicts;
