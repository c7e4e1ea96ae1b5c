-- A day without a clock time and an unknown date have no place; a later version changes none.
SELECT
    story_id,
    place,
    outlet,
    lag_minutes,
    title,
    published_at,
    published_precision,
    n_versions
FROM timeline;
