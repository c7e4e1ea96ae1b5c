"""Connected components by label propagation: each round is one set-based statement."""

import duckdb

_START = """
CREATE OR REPLACE TEMP TABLE cmp_component AS
SELECT a AS node, least(min(b), a) AS root FROM (SELECT a, b FROM cmp_pair UNION ALL SELECT b, a FROM cmp_pair)
GROUP BY a
"""

# The neighbour's root, and the root's own root, so that a chain of n halves in each round.
_ROUND = """
CREATE OR REPLACE TEMP TABLE cmp_component AS
WITH both_ways AS (SELECT a, b FROM cmp_pair UNION ALL SELECT b, a FROM cmp_pair),
near AS (
    SELECT both_ways.a AS node, min(there.root) AS root
    FROM both_ways INNER JOIN cmp_component AS there ON both_ways.b = there.node
    GROUP BY both_ways.a
)
SELECT here.node, least(here.root, near.root, up.root) AS root
FROM cmp_component AS here
INNER JOIN near ON here.node = near.node
INNER JOIN cmp_component AS up ON here.root = up.node
"""


def connected_components(connection: duckdb.DuckDBPyConnection) -> None:
    """Read the pairs (a, b) of cmp_pair; leave in cmp_component each node with the smallest node it is tied to."""
    connection.execute(_START)
    total = _sum_of_roots(connection)
    while True:
        connection.execute(_ROUND)
        if (now := _sum_of_roots(connection)) == total:
            return
        total = now


def _sum_of_roots(connection: duckdb.DuckDBPyConnection) -> int:
    row = connection.execute("SELECT coalesce(sum(root), 0) FROM cmp_component").fetchone()
    return int(row[0]) if row else 0
