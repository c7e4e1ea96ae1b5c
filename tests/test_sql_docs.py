"""Every table, view, macro and column says what it is, and every file says what it answers."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from samestory.assets import asset
from samestory.dictionary import data_dictionary
from samestory.warehouse.schema import SEALED, create_tables, create_views

QUESTIONS = [*sorted(asset("sql", "views").glob("*.sql")), *sorted(asset("sql", "macros").glob("*.sql"))]

OBJECTS = """
    SELECT table_name AS name, comment FROM duckdb_tables() WHERE NOT internal
    UNION ALL
    SELECT view_name, comment FROM duckdb_views() WHERE NOT internal
    UNION ALL
    SELECT function_name, comment FROM duckdb_functions() WHERE function_type = 'table_macro' AND NOT internal
"""
COLUMNS = "SELECT table_name || '.' || column_name AS name, comment FROM duckdb_columns() WHERE NOT internal"


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(":memory:", config=dict(SEALED)) as opened:
        create_tables(opened)
        create_views(opened)
        yield opened


@pytest.mark.parametrize("listing", [OBJECTS, COLUMNS], ids=["objects", "columns"])
def test_everything_has_a_comment(connection: duckdb.DuckDBPyConnection, listing: str) -> None:
    rows = connection.execute(listing).fetchall()

    assert len(rows) > 40
    assert [name for name, comment in rows if not (comment or "").rstrip().endswith(".")] == []


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_file_says_its_question_and_grain(path: Path) -> None:
    heading = path.read_text(encoding="utf-8").split("CREATE", 1)[0].splitlines()

    assert heading
    assert [line for line in heading if not line.startswith("--")] == []
    assert [line for line in heading if line.startswith("-- Question: ")] == heading[:1]
    assert len([line for line in heading if line.startswith("-- Grain: ")]) == 1


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_file_makes_one_object_of_its_name(path: Path) -> None:
    with duckdb.connect(":memory:", config=dict(SEALED)) as opened:
        create_tables(opened)
        if path.parent.name == "macros":
            create_views(opened)
            opened.execute(f"DROP MACRO TABLE {path.stem}")
        before = set(opened.execute(OBJECTS).fetchall())
        opened.execute(path.read_text(encoding="utf-8"))

        assert [name for name, _ in set(opened.execute(OBJECTS).fetchall()) - before] == [path.stem]


def test_dictionary_has_every_object_and_column(connection: duckdb.DuckDBPyConnection) -> None:
    text = data_dictionary(connection)

    for name, comment in connection.execute(OBJECTS).fetchall():
        assert f"`{name}" in text
        assert " ".join(comment.split()) in text
    for name, comment in connection.execute(COLUMNS).fetchall():
        assert f"| `{name.split('.')[1]}` |" in text
        assert " ".join(comment.split()).replace("|", "\\|") in text


def test_dictionary_is_the_same_every_time(connection: duckdb.DuckDBPyConnection) -> None:
    assert data_dictionary(connection) == data_dictionary(connection)
