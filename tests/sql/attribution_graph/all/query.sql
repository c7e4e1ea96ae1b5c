-- The wire's own name in its own article is no edge; the Daily cites, copies and is inferred from the wire: one row.
SELECT *
FROM attribution_graph;
