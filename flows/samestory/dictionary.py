"""The data dictionary: every table, view and macro of a warehouse, described by its own comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    import duckdb

    Row = tuple[str, ...]

_TABLES = "SELECT table_name, comment FROM duckdb_tables() WHERE NOT internal ORDER BY table_name"
_VIEWS = "SELECT view_name, comment FROM duckdb_views() WHERE NOT internal ORDER BY view_name"
_MACROS = """
    SELECT function_name, comment, parameters
    FROM duckdb_functions()
    WHERE function_type = 'table_macro' AND NOT internal
    ORDER BY function_name
"""
_COLUMNS = """
    SELECT column_name, data_type, comment
    FROM duckdb_columns()
    WHERE NOT internal AND table_name = ?
    ORDER BY column_index
"""
_INTRODUCTION = """\
# Data dictionary

Generated from the comments in the warehouse; `samestory docs` prints it for any warehouse file. Times are UTC. Offsets
are Unicode code points into `articles.raw_text`, end exclusive.
"""


def data_dictionary(connection: duckdb.DuckDBPyConnection) -> str:
    """Return the dictionary of an open warehouse as Markdown: tables, views and macros, each by name."""
    tables = [_relation(connection, name, comment) for name, comment in _rows(connection, _TABLES)]
    views = [_relation(connection, name, comment) for name, comment in _rows(connection, _VIEWS)]
    macros = [_macro(connection, *row) for row in connection.execute(_MACROS).fetchall()]
    parts = [_INTRODUCTION, "## Views\n", *views, "## Macros\n", *macros, "## Tables\n", *tables]
    return "\n".join(parts)


def _relation(connection: duckdb.DuckDBPyConnection, name: str, comment: str) -> str:
    columns = _rows(connection, _COLUMNS, [name])
    return f"### `{name}`\n\n{_line(comment)}\n\n{_table(('column', 'type', 'meaning'), columns)}"


def _macro(connection: duckdb.DuckDBPyConnection, name: str, comment: str, parameters: list[str]) -> str:
    # Any argument tells the columns; a null needs no row to exist.
    arguments = ", ".join("NULL" for _ in parameters)
    described = connection.execute(f"DESCRIBE FROM {name}({arguments})").fetchall()
    columns = [(column, data_type) for column, data_type, *_ in described]
    return f"### `{name}({', '.join(parameters)})`\n\n{_line(comment)}\n\n{_table(('column', 'type'), columns)}"


def _table(header: Row, rows: Iterable[Row]) -> str:
    """Return a Markdown table whose first column is code."""
    lines = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    lines += ["| " + " | ".join([f"`{row[0]}`", *map(_cell, row[1:])]) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def _rows(connection: duckdb.DuckDBPyConnection, query: str, parameters: list[str] | None = None) -> list[Row]:
    """Return rows as texts; a comment that is missing is empty."""
    return [tuple(value or "" for value in row) for row in connection.execute(query, parameters).fetchall()]


def _cell(text: str) -> str:
    return _line(text).replace("|", "\\|")


def _line(text: str) -> str:
    return " ".join(text.split())
