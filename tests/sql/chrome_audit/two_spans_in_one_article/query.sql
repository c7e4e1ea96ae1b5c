SELECT
    kind,
    n_spans,
    n_articles,
    n_outlets,
    example,
    longest,
    least_sure
FROM chrome_audit
WHERE kind = 'share';
