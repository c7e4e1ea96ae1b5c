SELECT
    story_id,
    cluster_id,
    result
FROM compare('Harbour Post', 'Northern Wire');
