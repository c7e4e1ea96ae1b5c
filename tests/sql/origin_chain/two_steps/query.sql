SELECT
    outlet,
    depth,
    path,
    root,
    method
FROM origin_chain;
