SELECT
    speaker,
    outlet,
    wording
FROM quote_variants;
