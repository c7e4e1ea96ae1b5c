SELECT
    outlet,
    stance,
    wording
FROM claim_matrix
WHERE cluster_id = 'cluster:warning';
