SELECT
    outlet,
    claim
FROM exclusive_claims;
