SELECT
    outlet,
    wording,
    n_wordings,
    n_sources,
    utterance_id
FROM quote_variants
WHERE speaker = 'Tore Lind';
