-- Code points, not bytes: the navigation ends in an emoji, and the quotation starts after a curly quote.
SELECT
    row_id,
    table_name,
    text,
    slice,
    is_exact,
    start_char,
    end_char,
    outlet,
    url,
    input_id,
    content_sha256
FROM provenance
WHERE
    row_id IN (
        'wire1:removed:0-13', 'wire1:paragraph:1', 'wire1:quotation:brenn', 'claim:wire1:warning',
        'sentence:undated:drone'
    )
ORDER BY row_id;
