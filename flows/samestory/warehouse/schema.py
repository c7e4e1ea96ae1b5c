"""Tables, views and macros, made from the files under sql/."""

from pathlib import Path

import duckdb

from samestory.assets import asset

# DuckDB 1.4 and every later version can open a file of this version, and a stale .wal beside it is refused.
STORAGE_VERSION = "v1.4.0"
# The file must not need, fetch or load anything that is not in it.
SEALED = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}


def create(path: Path) -> None:
    """Create an empty warehouse file in the storage version that every reader has."""
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH {literal(str(path))} AS new (STORAGE_VERSION '{STORAGE_VERSION}')")


def connect(path: Path, *, read_only: bool = True) -> duckdb.DuckDBPyConnection:
    """Open a warehouse file with extension loading off; times are UTC throughout."""
    return duckdb.connect(str(path), read_only=read_only, config=dict(SEALED))


def create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the tables and columns that are missing, with their comments."""
    _add_columns(connection)
    _run_files(connection, "tables")


def _add_columns(connection: duckdb.DuckDBPyConnection) -> None:
    """Add the columns that tables of an earlier version lack, empty."""
    there = {row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if not there:
        return
    with duckdb.connect() as wanted:
        _run_files(wanted, "tables")
        columns = wanted.execute("SELECT table_name, column_name, data_type FROM duckdb_columns()").fetchall()
    for table, name, kind in columns:
        if table in there:
            connection.execute(f'ALTER TABLE {table} ADD COLUMN IF NOT EXISTS "{name}" {kind}')


def create_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Create or replace all views and macros; macros come second because they may read views."""
    _run_files(connection, "views")
    _run_files(connection, "macros")


def table_names() -> list[str]:
    """Return the names of all tables, in the order in which they are filled."""
    return [path.stem.split("_", 1)[1] for path in sorted(asset("sql", "tables").glob("*.sql"))]


def literal(text: str) -> str:
    """Return text as an SQL string literal, for the few statements that take no parameter (ATTACH, COPY)."""
    return "'" + text.replace("'", "''") + "'"


def _run_files(connection: duckdb.DuckDBPyConnection, folder: str) -> None:
    for path in sorted(asset("sql", folder).glob("*.sql")):
        connection.execute(path.read_text(encoding="utf-8"))
