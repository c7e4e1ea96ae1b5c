-- "From forty to sixty firefighters" in one claim gives neither number alone.
INSERT INTO facts BY NAME
SELECT
    'second' AS fact_id,
    facts.* EXCLUDE (fact_id, text, value_low, value_high),
    'Forty' AS text,
    45 AS value_low,
    45 AS value_high
FROM facts
WHERE facts.text = 'Forty';
