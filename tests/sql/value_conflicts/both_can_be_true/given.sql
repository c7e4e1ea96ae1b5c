-- "At least three" and "at least seven" can both be true.
UPDATE facts SET modifier = 'at least', value_high = NULL
WHERE text = 'Three';
