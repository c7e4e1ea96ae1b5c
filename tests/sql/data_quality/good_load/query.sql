SELECT *
FROM data_quality;
