SELECT
    story_id,
    silent_outlet,
    n_other_articles_that_day
FROM coverage_gaps;
