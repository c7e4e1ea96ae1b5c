-- The sentence that stands in both versions is no change; the number is.
SELECT
    outlet,
    version_no,
    changed_at,
    change,
    before_text,
    after_text
FROM article_changes;
