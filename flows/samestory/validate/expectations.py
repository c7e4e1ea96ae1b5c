"""Run the suites of expectations/<table>.json over a DuckDB file.

Runs in a process of its own: importing Great Expectations takes seconds, and it keeps its connection open.
"""

import gc
import json
import os
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from multiprocessing import get_context
from pathlib import Path
from types import TracebackType
from typing import Any, Self

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
    unexpected_count: int
    why: str
    failing_rows: str | None
    examples: tuple[str, ...]


class Validator:
    """A spawned process that imports Great Expectations while the flow works, and validates when asked."""

    def __enter__(self) -> Self:
        """Start the process and let it import."""
        self._pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
        self._ready: Future[None] = self._pool.submit(_warm_up)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        """End the process; by then it holds no connection."""
        self._pool.shutdown()

    def validate(self, database: Path, suites: Path) -> list[Result]:
        """Run every suite of a folder over a database file that nobody else has open for writing."""
        return self._pool.submit(validate, database, suites).result()


def validate(database: Path, suites: Path) -> list[Result]:
    """Run every suite of a folder over a database file, in the order of the files' names."""
    gx = _great_expectations()
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    source = context.data_sources.add_sql("build", connection_string=f"duckdb:///{database}", create_temp_table=False)
    try:
        return [result for path in sorted(suites.glob("*.json")) for result in _validate_table(gx, source, path)]
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


def _validate_table(gx: Any, source: Any, path: Path) -> list[Result]:
    suite = json.loads(path.read_text(encoding="utf-8"))
    batch = source.add_table_asset(path.stem, table_name=path.stem).add_batch_definition_whole_table("all").get_batch()
    wanted = gx.ExpectationSuite(name=path.stem, expectations=suite["expectations"])
    form = {
        "result_format": "COMPLETE",
        "unexpected_index_column_names": suite["meta"]["row_id"],
        "return_unexpected_index_query": True,
    }
    validated = batch.validate(wanted, result_format=form)
    return [_result(path.stem, suite["meta"]["row_id"], outcome) for outcome in validated.results]


def _result(suite: str, row_id: list[str], outcome: Any) -> Result:
    config, found = outcome.expectation_config, outcome.result
    for info in _exceptions(outcome.exception_info):
        if info.get("raised_exception"):
            raise RuntimeError(f"{suite}: {config.meta['name']} cannot be evaluated: {info['exception_message']}")
    query = config.kwargs.get("unexpected_rows_query")
    count = found.get("observed_value", 0) if query else found.get("unexpected_count", 0)
    index_query = query.replace("{batch}", suite) if query else found.get("unexpected_index_query")
    examples = found.get("details", {}).get("unexpected_rows") if query else found.get("partial_unexpected_index_list")
    return Result(
        suite=suite,
        expectation=config.meta["name"],
        column=config.kwargs.get("column"),
        action=config.meta["action"],
        success=bool(outcome.success),
        observed=_observed(found, count),
        unexpected_count=int(count or 0),
        why=config.meta["why"],
        failing_rows=index_query.rstrip("; \n") if index_query and row_id and not outcome.success else None,
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


def _warm_up() -> None:
    _great_expectations()
