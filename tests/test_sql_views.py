"""The views and macros: golden cases, empty tables, a sealed file, and no view that needs another."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from samestory.assets import asset
from samestory.warehouse.schema import SEALED, connect, create, create_tables, create_views
from tests.sql.regenerate import FOLDER, answer, cases, corpus

VIEWS = sorted(path.stem for path in asset("sql", "views").glob("*.sql"))
MACROS = {
    "as_of": "as_of('2024-05-03 18:00')",
    "cite": "cite('claim:wire1:silos')",
    "compare": "compare('Northern Wire', 'Harbour Post')",
    "search": "search('fire')",
    "who_said": "who_said('Brenn')",
}
QUESTIONS = [*VIEWS, *MACROS.values()]


@pytest.fixture(scope="module")
def given() -> Iterator[duckdb.DuckDBPyConnection]:
    with corpus() as connection:
        yield connection


@pytest.fixture(scope="module")
def empty() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(":memory:", config=dict(SEALED)) as connection:
        create_tables(connection)
        create_views(connection)
        yield connection


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.parent.name}/{case.name}")
def test_case_gives_the_expected_answer(given: duckdb.DuckDBPyConnection, case: Path) -> None:
    assert answer(given, case) == (case / "expect.csv").read_text(encoding="utf-8")


def test_every_case_has_an_answer_with_rows() -> None:
    folders = {path.parent for path in FOLDER.glob("*/*/*.sql")}

    assert folders == set(cases())
    assert [case for case in cases() if len((case / "expect.csv").read_text(encoding="utf-8").splitlines()) < 2] == []


def test_every_view_and_macro_has_a_case() -> None:
    macros = {path.stem for path in asset("sql", "macros").glob("*.sql")}

    assert macros == set(MACROS)
    assert {case.parent.name for case in cases()} == {*VIEWS, *macros}


def test_every_row_given_stands_where_it_says(given: duckdb.DuckDBPyConnection) -> None:
    exact = given.execute("SELECT count(*), count(*) FILTER (WHERE is_exact) FROM provenance").fetchone()

    assert exact is not None
    assert exact[0] == exact[1] > 0


@pytest.mark.parametrize("question", [view for view in QUESTIONS if view != "data_quality"])
def test_empty_tables_give_no_rows(empty: duckdb.DuckDBPyConnection, question: str) -> None:
    assert empty.execute(f"FROM {question}").fetchall() == []


def test_an_empty_warehouse_is_not_ok(empty: duckdb.DuckDBPyConnection) -> None:
    assert empty.execute("SELECT name FROM data_quality WHERE NOT ok").fetchall() == [("articles",)]


@pytest.mark.parametrize("view", VIEWS)
def test_no_view_needs_another(view: str) -> None:
    with duckdb.connect(":memory:", config=dict(SEALED)) as connection:
        create_tables(connection)
        connection.execute(asset("sql", "views", f"{view}.sql").read_text(encoding="utf-8"))

        assert connection.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall() == [(view,)]


def test_a_sealed_read_only_file_answers_everything(tmp_path: Path) -> None:
    path = tmp_path / "news.duckdb"
    create(path)
    with connect(path, read_only=False) as connection:
        create_tables(connection)
        create_views(connection)

    with connect(path) as connection:
        for question in QUESTIONS:
            connection.execute(f"FROM {question}").fetchall()


def test_the_order_of_the_rows_in_the_tables_does_not_matter(given: duckdb.DuckDBPyConnection) -> None:
    def answers(connection: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
        rows = {question: list(map(str, connection.execute(f"FROM {question}").fetchall())) for question in QUESTIONS}
        # The one view without an order: it is asked for single rows.
        return rows | {"provenance": sorted(rows["provenance"])}

    with corpus() as turned:
        for (table,) in turned.execute("SELECT table_name FROM duckdb_tables()").fetchall():
            turned.execute(f"CREATE TEMP TABLE turned AS FROM {table} ORDER BY rowid DESC")
            turned.execute(f"DELETE FROM {table}")
            turned.execute(f"INSERT INTO {table} FROM turned")
            turned.execute("DROP TABLE turned")

        assert answers(turned) == answers(given)
