-- The Daily's paragraph that two outlets had before it is copied once.
SELECT *
FROM source_profile;
