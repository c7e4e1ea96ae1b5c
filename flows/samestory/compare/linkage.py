"""Average-link clustering, in rounds of set-based statements.

Two clusters are as alike as their members are on average, pairs that were never compared counting as 0: a chain of
neighbours therefore does not grow into one large cluster. In each round all pairs of clusters that are each other's
nearest are merged, which for average link gives the same tree as merging one pair at a time.
"""

import logging

import duckdb

_log = logging.getLogger(__name__)

_START = """
CREATE OR REPLACE TEMP TABLE cmp_group AS
SELECT DISTINCT unnest([a, b]) AS node, node AS root FROM cmp_edge;
CREATE OR REPLACE TEMP TABLE cmp_link AS SELECT a, b, sim AS total FROM cmp_edge;
"""

# Averages are whole numbers and ties go to the smaller ids, so that the order of the rows does not matter.
_NEAREST = """
CREATE OR REPLACE TEMP TABLE cmp_merge AS
WITH sizes AS (SELECT root, count(*) AS n FROM cmp_group GROUP BY root),
averages AS (
    SELECT cmp_link.a, cmp_link.b, cmp_link.total // (one.n * two.n) AS average
    FROM cmp_link
    INNER JOIN sizes AS one ON cmp_link.a = one.root
    INNER JOIN sizes AS two ON cmp_link.b = two.root
    WHERE cmp_link.total >= $threshold * one.n * two.n
),
ranked AS (
    SELECT
        a,
        b,
        row_number() OVER (PARTITION BY node ORDER BY average DESC, a, b) AS place
    FROM (SELECT a, b, average, a AS node FROM averages UNION ALL SELECT a, b, average, b AS node FROM averages)
)
SELECT a, b FROM ranked WHERE place = 1 GROUP BY a, b HAVING count(*) = 2
"""

_MERGE = """
UPDATE cmp_group SET root = cmp_merge.a FROM cmp_merge WHERE cmp_group.root = cmp_merge.b;
CREATE OR REPLACE TEMP TABLE cmp_link AS
WITH moved AS (
    SELECT coalesce(one.a, cmp_link.a) AS a, coalesce(two.a, cmp_link.b) AS b, cmp_link.total
    FROM cmp_link
    LEFT JOIN cmp_merge AS one ON cmp_link.a = one.b
    LEFT JOIN cmp_merge AS two ON cmp_link.b = two.b
)
SELECT least(a, b) AS a, greatest(a, b) AS b, sum(total) AS total
FROM moved
WHERE a <> b
GROUP BY least(a, b), greatest(a, b);
"""


def average_link(connection: duckdb.DuckDBPyConnection, threshold: int) -> None:
    """Read the pairs (a, b, sim) of cmp_edge, a < b; leave in cmp_group each node with the smallest of its cluster."""
    connection.execute(_START)
    link_further(connection, threshold)


def link_further(connection: duckdb.DuckDBPyConnection, threshold: int) -> None:
    """Merge the clusters of cmp_group, whose links are in cmp_link, down to another threshold."""
    rounds = 0
    while _merge_nearest(connection, threshold):
        rounds += 1
    _log.debug("average link: %d rounds", rounds)


def _merge_nearest(connection: duckdb.DuckDBPyConnection, threshold: int) -> bool:
    connection.execute(_NEAREST, {"threshold": threshold})
    row = connection.execute("SELECT count(*) FROM cmp_merge").fetchone()
    if row is None or row[0] == 0:
        return False
    connection.execute(_MERGE)
    return True
