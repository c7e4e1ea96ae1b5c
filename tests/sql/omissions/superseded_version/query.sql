SELECT
    cluster_id,
    silent_outlet,
    carried_by
FROM omissions;
