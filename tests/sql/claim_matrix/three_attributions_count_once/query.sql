-- The Daily's claim rests on three origins, and is still one row and one claim.
SELECT
    outlet,
    claim_id,
    n_claims
FROM claim_matrix
WHERE cluster_id = 'cluster:smoke';
