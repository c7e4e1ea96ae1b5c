SELECT
    story_id,
    silent_outlet
FROM coverage_gaps;
