SELECT
    outlet,
    depth,
    path
FROM origin_chain
WHERE story_id = 'story:silo';
