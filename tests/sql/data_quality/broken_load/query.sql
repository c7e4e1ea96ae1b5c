SELECT
    name,
    measured,
    ok
FROM data_quality;
