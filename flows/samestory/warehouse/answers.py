"""Questions to a published warehouse: SQL from the user, and the figures of the summary."""

import contextlib
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import duckdb

from samestory.warehouse.schema import connect, literal, table_names

FORMATS = ("table", "csv", "json", "parquet")
# A terminal's width decides columns; so many rows stay readable, and the last line says how many there are.
_SHOWN_ROWS = 40
# In narrower columns a sentence cannot be told from another; numbers and times are short.
_TEXT_WIDTH = 28
_PLAIN_WIDTH = 12


class QueryError(ValueError):
    """A query that DuckDB refuses, in DuckDB's own words."""


def open_sealed(warehouse: Path) -> duckdb.DuckDBPyConnection:
    """Open a warehouse for questions: read-only, no extension, no file but itself."""
    if not warehouse.exists():
        raise QueryError(f"{warehouse} does not exist; make it with: samestory run INPUT... --warehouse {warehouse}")
    connection = connect(warehouse)
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def answer(warehouse: Path, sql: str, form: str, width: int) -> bytes:
    """Return the answer to one query as bytes in one of FORMATS; raise QueryError where it cannot be had."""
    with open_sealed(warehouse) as connection:
        try:
            relation = connection.sql(sql)
            if relation is None:
                raise QueryError("the statement returns no rows")
            return _formatted(relation, form, width)
        except duckdb.Error as error:
            raise QueryError(str(error)) from error


def _formatted(relation: duckdb.DuckDBPyRelation, form: str, width: int) -> bytes:
    if form == "table":
        return _table(relation, width).encode()
    frame = relation.pl()
    if form == "csv":
        return frame.write_csv().encode()
    if form == "json":
        rows = frame.to_dicts()
        return (json.dumps(rows, ensure_ascii=False, indent=2, default=str) + "\n").encode()
    buffer = io.BytesIO()
    frame.write_parquet(buffer)
    return buffer.getvalue()


def _table(relation: duckdb.DuckDBPyRelation, width: int) -> str:
    """Return DuckDB's own box drawing of a result: the first columns that have room, and the names of the rest."""
    n = _fitting(relation, width)
    names, rest = relation.columns[:n], relation.columns[n:]
    # Columns are chosen by name, which two of them may share.
    if len(set(relation.columns)) == len(relation.columns):
        relation = relation.select(*map(duckdb.ColumnExpression, names))
    text = io.StringIO()
    with contextlib.redirect_stdout(text):
        relation.show(max_width=width, max_rows=_SHOWN_ROWS)
    if rest:
        text.write(f"  also: {', '.join(rest)}\n")
    return text.getvalue()


def _fitting(relation: duckdb.DuckDBPyRelation, width: int) -> int:
    """Return how many leading columns of a result have room in a terminal; DuckDB itself would drop the middle."""
    kinds = zip(relation.columns, relation.types, strict=True)
    needed = [_TEXT_WIDTH if kind.id == "varchar" else max(_PLAIN_WIDTH, len(name) + 3) for name, kind in kinds]
    return max(1, sum(total <= width for total in accumulate(needed)))


_MOST_QUOTED = """
    SELECT speaker, count(*) FROM facts WHERE kind = 'quotation' AND speaker_flag = 'named'
    GROUP BY speaker ORDER BY count(*) DESC, speaker LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """What the summary tells of a warehouse."""

    counts: dict[str, int]
    facts: dict[str, int]
    statuses: dict[str, int]
    rejected: dict[str, int]
    outlets: int
    speaker: str | None


def figures(warehouse: Path) -> Figures:
    """Count what a warehouse holds."""
    with open_sealed(warehouse) as connection:

        def counted(sql: str) -> dict[str, int]:
            return dict(connection.execute(sql).fetchall())

        tables = ("sources", "articles", "removed_spans", "paragraphs", "sentences", "claims", "stories")
        counts = " UNION ALL ".join(f"SELECT '{table}', count(*) FROM {table}" for table in tables)
        return Figures(
            counted(counts),
            counted("SELECT kind, count(*) FROM facts GROUP BY kind ORDER BY kind"),
            counted("SELECT status, count(*) FROM claim_clusters GROUP BY status ORDER BY status"),
            counted("SELECT table_name, count(*) FROM rejected GROUP BY table_name ORDER BY table_name"),
            len(counted("SELECT DISTINCT source_id, 1 FROM articles")),
            next(iter(counted(_MOST_QUOTED)), None),
        )


def export_tables(warehouse: Path, folder: Path, form: str) -> Iterator[tuple[Path, int]]:
    """Write every table to <folder>/<table>.<form> in a fixed order; yield each file with its rows."""
    folder.mkdir(parents=True, exist_ok=True)
    with connect(warehouse.resolve(strict=True)) as connection:
        for table in table_names():
            file = folder / f"{table}.{form}"
            options = "(FORMAT csv, HEADER)" if form == "csv" else "(FORMAT parquet)"
            connection.execute(f"COPY (SELECT * FROM {table} ORDER BY ALL) TO {literal(str(file))} {options}")
            count = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
            yield file, int(count[0]) if count else 0
