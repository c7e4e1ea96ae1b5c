"""The staging build of one run: read, load, compare, validate, publish, as plain functions on paths."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from samestory import ingest
from samestory.assets import asset
from samestory.compare import compare
from samestory.records import RECURRING_LINES, REJECTED, VALIDATION_RESULTS
from samestory.validate.expectations import REJECT, STOP, Result, Validator, validate
from samestory.validate.quarantine import reject
from samestory.validate.report import write_report
from samestory.warehouse import load
from samestory.warehouse.schema import connect, create_tables, create_views, table_names

log = logging.getLogger(__name__)

# Refusing rows can orphan what was compared with them; what a second round finds is an error of ours, not the data's.
_ROUNDS = 2


class ValidationStopped(RuntimeError):  # noqa: N818 - it tells what happened, as StopIteration does
    """A table-level expectation broke, so nothing is published; the message names it and the report."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading the inputs brought: batches of new documents, and counts of all."""

    batches: tuple[Path, ...]
    documents_in: int
    documents_new: int
    documents_rejected: int


@dataclass(frozen=True, slots=True)
class Processed:
    """The batches to load, all batches whose lines were counted, and the sources they were counted for."""

    batches: tuple[Path, ...]
    counted: tuple[Path, ...] = ()
    sources: tuple[str, ...] = ()

    def recurring_lines(self) -> pl.DataFrame:
        """Return RECURRING_LINES of the counted sources."""
        found = [pl.read_parquet(batch / "recurring_lines.parquet") for batch in self.counted]
        lines = pl.concat([pl.DataFrame(schema=RECURRING_LINES), *found])
        return lines.unique().sort("source_id", "text")


def known_documents(build: Path, version: str) -> dict[str, str]:
    """Return input_id by article_id of the documents that the build holds, made by the same code."""
    with connect(build, read_only=False) as connection:
        create_tables(connection)
        return load.known_documents(connection, version)


def read_batches(inputs: list[str], folder: Path, known: Mapping[str, str], batch_size: int) -> Reading:
    """Read the inputs into numbered batch folders, leaving out what the build holds already and what comes twice."""
    seen = dict(known)
    batches: list[Path] = []
    refused: list[pl.DataFrame] = []
    input_ids: list[pl.Series] = []
    count = new = 0
    for documents, rejected in ingest.read_documents(ingest.discover(inputs), batch_size):
        count += len(documents) + len(rejected)
        refused.append(rejected)
        input_ids += [documents["input_id"], rejected["row_id"]]
        fresh = _fresh(documents, seen)
        if len(fresh):
            batches.append(folder / f"{len(batches):05d}")
            batches[-1].mkdir(parents=True)
            fresh.write_parquet(batches[-1] / "documents.parquet")
            new += len(fresh)
        log.info("read %d documents, %d new", count, new)
    folder.mkdir(parents=True, exist_ok=True)
    rejected = pl.concat(refused) if refused else pl.DataFrame(schema=REJECTED)
    rejected.write_parquet(folder / "rejected.parquet")
    pl.concat(input_ids or [pl.Series(dtype=pl.String)]).to_frame("input_id").write_parquet(
        folder / "input_ids.parquet"
    )
    return Reading(tuple(batches), count, new, len(rejected))


def _fresh(documents: pl.DataFrame, seen: dict[str, str]) -> pl.DataFrame:
    """Return the documents that are new; of the same document under two ids, the smaller id is kept."""
    first = documents.sort("input_id").unique("article_id", keep="first", maintain_order=True)
    keep = []
    for article_id, input_id in first.select("article_id", "input_id").iter_rows():
        keep.append(article_id not in seen or input_id < seen[article_id])
        seen[article_id] = min(input_id, seen.get(article_id, input_id))
    return first.filter(pl.Series(keep, dtype=pl.Boolean))


def load_build(build: Path, processed: Processed, run: Mapping[str, object], sources: Path) -> None:
    """Load the processed batches of a run into its build, in one transaction."""
    folder = build.parent / "batches"
    with connect(build, read_only=False) as connection:
        connection.begin()
        load.load_run(connection, run)
        load.forget_rejected_documents(connection, pl.read_parquet(folder / "input_ids.parquet")["input_id"])
        load.load_rejected(connection, pl.read_parquet(folder / "rejected.parquet"))
        load.load_batches(connection, processed.batches)
        load.load_recurring_lines(connection, processed.sources, processed.recurring_lines())
        load.load_reference_sources(connection, ingest.reference_sources(sources))
        load.drop_unused_sources(connection)
        connection.commit()


def compare_build(build: Path) -> None:
    """Compare all articles of a build across sources."""
    with connect(build, read_only=False) as connection:
        compare(connection)


def validate_build(build: Path, validator: Validator, report: Path) -> tuple[list[Result], int]:
    """Validate a build and move refused rows to rejected; return the first round's results and the rows refused.

    Raises ValidationStopped where a table-level expectation breaks, or rows are still refused in the last round.
    """
    first: list[Result] = []
    refused = 0
    for _ in range(_ROUNDS):
        results = validator.validate(build, asset("expectations"))
        first = first or results
        stopped = [result for result in results if result.action == STOP and not result.success]
        failed = [result for result in results if result.action == REJECT and not result.success]
        if stopped or not failed:
            break
        with connect(build, read_only=False) as connection:
            refused += reject(connection, results)
            load.drop_unused_sources(connection)
            compare(connection)
    write_report(report, f"Validation of {build.parent.name}", results if stopped else first, row_counts(build))
    if stopped or (failed and refused == 0):
        broken = (stopped or failed)[0]
        raise ValidationStopped(
            f"{broken.suite}: {broken.expectation} does not hold ({broken.observed}). {broken.why} "
            f"Nothing was published; the report is {report}"
        )
    return first, refused


def finish_build(build: Path, results: list[Result], run: Mapping[str, object]) -> None:
    """Record the run and its validation, make the views, and leave one checkpointed file."""
    rows = [
        (run["run_id"], r.suite, r.expectation, r.column, r.action, r.success, r.observed, r.unexpected_count, r.why)
        for r in results
    ]
    with connect(build, read_only=False) as connection:
        load.load_run(connection, run)
        load.load_results(connection, pl.DataFrame(rows, VALIDATION_RESULTS, orient="row"))
        create_views(connection)
        connection.execute("CHECKPOINT")


def validate_published(warehouse: Path) -> tuple[Path, int]:
    """Run the suites over a published warehouse; return the report's path and how many expectations are not met."""
    build = warehouse.resolve(strict=True)
    report = warehouse.parent / "validation" / f"{build.parent.name}-again.html"
    results = validate(build, asset("expectations"))
    write_report(report, f"Validation of {build.parent.name}", results, row_counts(build))
    return report, sum(not result.success for result in results)


def row_counts(build: Path) -> list[tuple[str, int]]:
    """Return the number of rows of each table, in the order in which the tables are filled."""
    with connect(build) as connection:
        counts = [connection.execute(f"SELECT count(*) FROM {table}").fetchone() for table in table_names()]
    return [(table, int(count[0]) if count else 0) for table, count in zip(table_names(), counts, strict=True)]
