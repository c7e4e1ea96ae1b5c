"""What the live warehouse holds already, so that a run makes only what is new or changed."""

from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import polars as pl

from samestory.records import REJECTED
from samestory.warehouse.schema import connect

# Documents that were made into articles, or refused when they were read as pages or validated; `row` has the rest.
_HELD = """
SELECT article_id, input_id, code_version FROM articles
UNION ALL
SELECT
    json_extract_string("row", '$.article_id'), json_extract_string("row", '$.input_id'),
    json_extract_string("row", '$.code_version')
FROM rejected
WHERE table_name IN ('articles', 'documents') AND json_extract_string("row", '$.article_id') IS NOT NULL
"""
# What validation refused is judged anew by other code, and when a date that lay in the future may have come.
_JUDGED_ANEW = """
SELECT DISTINCT json_extract_string("row", '$.article_id')
FROM rejected
WHERE
    table_name <> 'documents'
    AND (
        $other_code
        OR TRY_CAST(json_extract_string("row", '$.published_at') AS TIMESTAMP)
        BETWEEN $last_run AND current_localtimestamp() + INTERVAL 1 DAY
    )
"""
_UNREADABLE = """
SELECT table_name, row_id, expectation, reason, "row" FROM rejected
WHERE table_name = 'documents' AND json_extract_string("row", '$.article_id') IS NULL
"""


@dataclass(frozen=True, slots=True)
class Known:
    """The documents of a warehouse: input_id by article_id, those made by the same code, and what was unreadable."""

    input_ids: dict[str, str] = field(default_factory=dict)
    current: frozenset[str] = frozenset()
    unreadable: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=REJECTED))
    code_version: str | None = None


def known_documents(warehouse: Path, code_version: str, documents_version: str) -> Known:
    """Return what the live build holds; nothing where there is none."""
    if not warehouse.exists():
        return Known()
    with connect(warehouse.resolve()) as connection:
        last = connection.execute("SELECT code_version, started_at FROM runs ORDER BY run_id DESC LIMIT 1").fetchone()
        version, started = last or (None, None)
        held = connection.execute(_HELD).fetchall()
        asked = {"other_code": version != code_version, "last_run": started}
        anew = {row[0] for row in connection.execute(_JUDGED_ANEW, asked).fetchall()}
        unreadable = _typed(connection)
    current = frozenset(row[0] for row in held if row[2] == documents_version) - anew
    return Known({row[0]: row[1] for row in held}, current, unreadable, version)


def _typed(connection: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    return connection.execute(_UNREADABLE).pl().select(REJECTED.names()).cast(dict(REJECTED.items()))
