"""Golden cases of the views and macros: how a case is run, and how its expected answer is rewritten.

A case is a folder tests/sql/<view or macro>/<case>/. It starts from the rows of tests/sql/given/, then from its own
given.sql if it has one; query.sql is asked, or the whole view where there is none; expect.csv is the answer.
`python -m tests.sql.regenerate` rewrites every expect.csv, so that a change is read as a diff.
"""

import csv
import io
from pathlib import Path

import duckdb

from samestory.assets import asset
from samestory.warehouse.schema import SEALED, create_tables, create_views

FOLDER = Path(__file__).parent


def cases() -> list[Path]:
    """Return the folders of all cases."""
    return sorted(path.parent for path in FOLDER.glob("*/*/expect.csv"))


def corpus() -> duckdb.DuckDBPyConnection:
    """Return a database in memory with all tables, views and macros, and the rows that every case starts from."""
    connection = duckdb.connect(":memory:", config=dict(SEALED))
    create_tables(connection)
    create_views(connection)
    for path in sorted((FOLDER / "given").glob("*.sql")):
        connection.execute(path.read_text(encoding="utf-8"))
    return connection


def answer(connection: duckdb.DuckDBPyConnection, case: Path) -> str:
    """Return the answer to a case as CSV text, leaving the database as it was; null is an empty field."""
    connection.begin()
    try:
        if (case / "given.sql").exists():
            connection.execute((case / "given.sql").read_text(encoding="utf-8"))
        # Stances follow from the given rows, as in a run in which every story is new.
        connection.execute("CREATE OR REPLACE TEMP TABLE cmp_scope AS SELECT article_id FROM articles")
        connection.execute(asset("sql", "compare", "520_stances.sql").read_text(encoding="utf-8"))
        asked = connection.execute(_query(case))
        return _as_csv([column[0] for column in asked.description or []], asked.fetchall())
    finally:
        connection.rollback()


def _query(case: Path) -> str:
    path = case / "query.sql"
    return path.read_text(encoding="utf-8") if path.exists() else f"FROM {case.parent.name}"


def _as_csv(header: list[str], rows: list[tuple[object, ...]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([["" if value is None else str(value) for value in row] for row in rows])
    return text.getvalue()


def main() -> None:
    """Rewrite the expected answer of every case, also of one that has only a query or given rows so far."""
    connection = corpus()
    for case in sorted({path.parent for path in FOLDER.glob("*/*/*.*")}):
        (case / "expect.csv").write_text(answer(connection, case), encoding="utf-8")


if __name__ == "__main__":
    main()
