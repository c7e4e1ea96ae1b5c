SELECT *
FROM quote_variants;
