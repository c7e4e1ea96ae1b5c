"""Run the suites of expectations/<table>.json over a DuckDB file.

Runs in a process of its own: importing Great Expectations takes seconds, and it keeps its connection open.
"""

import gc
import json
import math
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from samestory.workers import Workers

REJECT, STOP, WARN = "reject", "stop", "warn"
# Lists in a result are cut here; the failing rows themselves are found by query, however many.
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Result:
    """One expectation in one run; `failing_rows` is SQL for the row ids of the rows that broke it."""

    suite: str
    expectation: str
    column: str | None
    action: str
    success: bool
    observed: str
    rows_checked: int
    unexpected_count: int
    why: str
    failing_rows: str | None
    examples: tuple[str, ...]


class Validator:
    """A process that imports Great Expectations while the flow works, and validates when asked."""

    def __enter__(self) -> Self:
        """Start the process and let it import."""
        self._workers = Workers(1).__enter__()
        self._turns = ThreadPoolExecutor(1)
        self._turns.submit(self._workers.call, math.inf, _great_expectations_ready)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        """End the process; by then it holds no connection."""
        self._workers.__exit__(kind, error, tb)
        self._turns.shutdown()

    def validate(self, database: Path, suites: Path, new_rows: Path | None = None) -> list[Result]:
        """Run every suite of a folder over a database file that nobody else has open for writing; see validate."""
        return self._turns.submit(self._workers.call, math.inf, validate, database, suites, new_rows).result()


def validate(database: Path, suites: Path, new_rows: Path | None = None) -> list[Result]:
    """Run every suite of a folder over a database file, in the order of the files' names.

    `new_rows` is a folder with the new rows of some tables, <table>.parquet. Expectations that reject rows look only
    at these where they are given: all others of such a table were looked at when they were new.
    """
    gx = _great_expectations()
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    source = context.data_sources.add_sql("build", connection_string=f"duckdb:///{database}", create_temp_table=False)
    try:
        return [
            result for path in sorted(suites.glob("*.json")) for result in _validate_table((gx, source), path, new_rows)
        ]
    finally:
        _release(source)


def _release(source: Any) -> None:
    """Close the connection that Great Expectations keeps, so that the file is free when validate returns."""
    engine = source.get_execution_engine()
    if engine._connection is not None:
        engine._connection.close()
    engine.engine.dispose()
    source.get_engine().dispose()
    # Results that were never fetched to the end hold the file open until they are collected.
    gc.collect()


def _validate_table(great: tuple[Any, Any], path: Path, new_rows: Path | None) -> list[Result]:
    gx, source = great
    suite = json.loads(path.read_text(encoding="utf-8"))
    row_id, wanted = suite["meta"]["row_id"], suite["expectations"]
    form = {
        "result_format": "COMPLETE",
        "unexpected_index_column_names": row_id,
        "return_unexpected_index_query": True,
    }
    results = []
    for rows, expectations in _parts(wanted, path.stem, new_rows).items():
        asset = source.add_query_asset(f"{path.stem}: {rows}", query=rows)
        batch = asset.add_batch_definition_whole_table("all").get_batch()
        asked = gx.ExpectationSuite(name=path.stem, expectations=expectations)
        seen = _Seen(path.stem, row_id, rows, _count(source, rows))
        results += [_result(seen, outcome) for outcome in batch.validate(asked, result_format=form).results]
    order = [expectation["meta"]["name"] for expectation in wanted]
    return sorted(results, key=lambda result: order.index(result.expectation))


@dataclass(frozen=True, slots=True)
class _Seen:
    """The rows of a table that some expectations look at, as SQL, and how many they are."""

    table: str
    row_id: list[str]
    rows: str
    count: int


def _parts(wanted: list[dict[str, Any]], table: str, new_rows: Path | None) -> dict[str, list[dict[str, Any]]]:
    """Return the expectations of a table by the rows that they look at, as SQL."""
    file = new_rows / f"{table}.parquet" if new_rows else None
    literal = str(file).replace("'", "''")
    every, new = f"SELECT * FROM {table}", f"SELECT * FROM read_parquet('{literal}')"
    parts: dict[str, list[dict[str, Any]]] = {}
    for expectation in wanted:
        looks_at_new = file and file.exists() and expectation["meta"]["action"] == REJECT
        parts.setdefault(new if looks_at_new else every, []).append(expectation)
    return parts


def _count(source: Any, rows: str) -> int:
    with source.get_engine().connect() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM ({rows})").scalar())


def _result(seen: _Seen, outcome: Any) -> Result:
    config, found = outcome.expectation_config, outcome.result
    for info in _exceptions(outcome.exception_info):
        if info.get("raised_exception"):
            raise RuntimeError(f"{seen.table}: {config.meta['name']} cannot be evaluated: {info['exception_message']}")
    query = config.kwargs.get("unexpected_rows_query")
    count = found.get("observed_value", 0) if query else found.get("unexpected_count", 0)
    # Great Expectations leaves out the parentheses around what it was asked to look at.
    index_query = (query or found.get("unexpected_index_query") or "").replace("{batch}", seen.rows)
    index_query = index_query.replace(seen.rows, f"({seen.rows})")
    examples = found.get("details", {}).get("unexpected_rows") if query else found.get("partial_unexpected_index_list")
    return Result(
        suite=seen.table,
        expectation=config.meta["name"],
        column=config.kwargs.get("column"),
        action=config.meta["action"],
        success=bool(outcome.success),
        observed=_observed(found, count),
        rows_checked=seen.count,
        unexpected_count=int(count or 0),
        why=config.meta["why"],
        failing_rows=index_query.rstrip("; \n") if index_query and seen.row_id and not outcome.success else None,
        examples=tuple(str(example) for example in (examples or [])[:_SHOWN]) if not outcome.success else (),
    )


def _exceptions(info: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the exception records of a result: one, or one for each metric."""
    return [info] if "raised_exception" in info else list(info.values())


def _observed(found: dict[str, Any], count: int) -> str:
    if "unexpected_count" in found:
        return f"{count or 0} of {found['element_count']} rows"
    return str(found.get("observed_value"))


class _PersistedDialect(StrEnum):
    """DuckDB, in the shape of Great Expectations' own list of dialects."""

    DUCKDB = "duckdb"


def _great_expectations() -> Any:
    """Import Great Expectations, taught to keep a DuckDB connection open until its rows are fetched."""
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    import great_expectations as gx  # noqa: PLC0415
    from great_expectations.execution_engine import sqlalchemy_execution_engine as engine  # noqa: PLC0415

    known: Any = engine._PERSISTED_CONNECTION_DIALECTS
    if _PersistedDialect.DUCKDB not in known:
        engine._PERSISTED_CONNECTION_DIALECTS = (*known, _PersistedDialect.DUCKDB)
    return gx


def _great_expectations_ready() -> None:
    _great_expectations()
