"""Runs the SQL files of sql/compare on the connection, and cleans up after them."""

import logging
import time

import duckdb

from samestory.assets import asset

_log = logging.getLogger(__name__)

_WORK_TABLES = """
SELECT table_name, estimated_size FROM duckdb_tables()
WHERE temporary AND starts_with(table_name, 'cmp_') ORDER BY table_name
"""
_MACROS = """
SELECT DISTINCT function_name FROM duckdb_functions()
WHERE NOT internal AND starts_with(function_name, 'cmp_') ORDER BY function_name
"""


def run_scripts(connection: duckdb.DuckDBPyConnection, *names: str) -> None:
    """Run files of sql/compare in the order given, and log how long each took and how large its work tables are."""
    for name in names:
        before = _sizes(connection)
        started = time.perf_counter()
        connection.execute(asset("sql", "compare", f"{name}.sql").read_text(encoding="utf-8"))
        made = {table: rows for table, rows in _sizes(connection).items() if before.get(table) != rows}
        _log.debug("%s: %.2f s, rows %s", name, time.perf_counter() - started, made)


def drop_work_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Drop the temporary tables and macros that the comparison made; their names begin with cmp_."""
    for table in _sizes(connection):
        connection.execute(f"DROP TABLE temp.{table}")
    for (macro,) in connection.execute(_MACROS).fetchall():
        connection.execute(f"DROP MACRO temp.{macro}")


def _sizes(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    return dict(connection.execute(_WORK_TABLES).fetchall())
