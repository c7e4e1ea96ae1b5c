SELECT
    paragraph_id,
    copied_paragraph_id
FROM text_reuse_pairs;
