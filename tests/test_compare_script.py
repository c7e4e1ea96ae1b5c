"""Running the SQL of the comparison: no step compares all with all, whatever the planner thinks of the sizes."""

import duckdb
import pytest

from samestory.assets import asset
from samestory.compare import MEMORY, compare, script
from samestory.warehouse.schema import create_tables
from tests.compare_corpus import Sentence, article, at, load

# How DuckDB names joins without an equality; each looks at every pair of rows.
ALL_PAIRS = ("NL_JOIN", "NESTED_LOOP_JOIN", "IE_JOIN", "PIECEWISE_MERGE_JOIN")
MILL = Sentence(
    "The Ostrel mill fire killed 14 people, Ada Vinn said.",
    {"Ostrel": "LOC", "Ada Vinn": "PER"},
    numbers=(("14 people", 14, 14, "exact", "people"),),
    said_by="Ada Vinn",
)
HALLS = Sentence("Three drying halls of the Ostrel mill burned down.", {"Ostrel": "LOC"}, cites="Ostrel")


def plans(connection: duckdb.DuckDBPyConnection, name: str) -> list[str]:
    """Run the statements of a file one by one, each after its plan was asked for."""
    found = []
    for statement in connection.extract_statements(asset("sql", "compare", f"{name}.sql").read_text(encoding="utf-8")):
        if "MACRO" not in statement.query:
            found.append(str(connection.execute(f"EXPLAIN {statement.query}").fetchall()))
        connection.execute(statement)
    return found


def test_no_step_compares_all_with_all(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, list[str]] = {}

    def run(connection: duckdb.DuckDBPyConnection, *names: str) -> None:
        asked.update({name: plans(connection, name) for name in names})

    monkeypatch.setattr("samestory.compare.run_scripts", run)
    load(
        article("a", "Ostrel Post", MILL, HALLS, published_at=at(4)),
        article("b", "Lake Herald", HALLS, MILL, published_at=at(5), canonical_url="h/mill"),
        article("c", "Lake Herald", HALLS, MILL, published_at=at(6), canonical_url="h/mill"),
    )
    assert len(asked) == len(list(asset("sql", "compare").glob("*.sql")))
    slow = {name for name, steps in asked.items() for step in steps if any(join in step for join in ALL_PAIRS)}
    assert slow == set()


def test_a_comparison_takes_no_more_memory_than_it_is_given() -> None:
    limit = "SELECT parse_formatted_bytes(current_setting('memory_limit'))"
    large, small = duckdb.connect(), duckdb.connect()
    for connection, given in ((large, 9_000_000_000), (small, 1_000_000_000)):
        create_tables(connection)
        connection.execute(f"SET memory_limit = '{given}B'")
        compare(connection)
    assert large.execute(limit).fetchall()[0][0] <= MEMORY
    assert small.execute(limit).fetchall()[0][0] <= 1_000_000_000


def test_work_tables_and_macros_are_dropped() -> None:
    connection = duckdb.connect()
    script.run_scripts(connection, "000_macros", "005_function_words")
    script.drop_work_tables(connection)
    left = "SELECT count(*) FROM duckdb_tables() WHERE temporary"
    assert connection.execute(left).fetchall() == [(0,)]
    assert (
        connection.execute("SELECT function_name FROM duckdb_functions() WHERE function_name LIKE 'cmp_%'").fetchall()
        == []
    )
