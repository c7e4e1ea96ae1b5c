-- The wire's own name in its own article is no edge; the Daily cites, copies and is inferred from the wire: one row.
-- Skyline Imaging, an official in two other stories, has one kind and one row an outlet.
SELECT *
FROM attribution_graph;
