"""The staging build of one run: load, compare, validate, finish, as plain functions on paths."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from samestory import ingest
from samestory.assets import asset
from samestory.compare import compare
from samestory.inputs import Reading
from samestory.records import RECURRING_LINES, VALIDATION_RESULTS
from samestory.validate.expectations import REJECT, STOP, Result, Validator, validate
from samestory.validate.new_rows import save_new_rows
from samestory.validate.quarantine import reject
from samestory.validate.report import write_report
from samestory.warehouse import load
from samestory.warehouse.schema import connect, create_tables, create_views, table_names
from samestory.warehouse.stored import sources_of

# Folders beside a build while it is made: batches of documents, and rows that are validated by themselves.
_WORK = ("batches", "new_rows")
# What validation_results takes of a result, in the order of its columns.
_RECORDED = (
    *("suite", "expectation", "column", "action", "success", "observed", "unexpected_count", "why", "rows_checked"),
)
# A refused paragraph can leave its article without text, which the second round refuses; what the third still finds is
# an error of ours, not the data's.
_ROUNDS = 3


class ValidationStopped(RuntimeError):  # noqa: N818 - it tells what happened, as StopIteration does
    """A table-level expectation broke, so nothing is published; the message names it and the report."""


@dataclass(frozen=True, slots=True)
class Processed:
    """The batches to load, all batches whose lines were counted, and the sources they were counted for."""

    batches: tuple[Path, ...]
    counted: tuple[Path, ...] = ()
    sources: tuple[str, ...] = ()

    def articles(self) -> pl.DataFrame:
        """Return article_id of the articles that are loaded."""
        names = [pl.read_parquet(batch / "documents.parquet", columns=["article_id"]) for batch in self.batches]
        return pl.concat([pl.DataFrame(schema={"article_id": pl.String}), *names])

    def recurring_lines(self) -> pl.DataFrame:
        """Return RECURRING_LINES of the counted sources."""
        found = [pl.read_parquet(batch / "recurring_lines.parquet") for batch in self.counted]
        lines = pl.concat([pl.DataFrame(schema=RECURRING_LINES), *found])
        return lines.unique().sort("source_id", "text")


def prepare_build(build: Path, gone: pl.DataFrame) -> tuple[str, ...]:
    """Give a build all tables, delete what is gone (see gone_documents), and return the sources that lose articles."""
    with connect(build, read_only=False) as connection:
        connection.begin()
        create_tables(connection)
        sources: set[str] = set()
        if len(gone):
            articles = gone.select("article_id").drop_nulls()
            sources = sources_of(connection, articles["article_id"])
            load.forget_articles(connection, articles)
            load.forget_unreadable(connection, gone.select("row_id").drop_nulls())
            load.drop_unused_sources(connection)
        connection.commit()
    return tuple(sorted(sources))


def load_build(build: Path, processed: Processed, run: Mapping[str, object], sources: Path) -> None:
    """Load the processed batches of a run into its build, in one transaction."""
    folder = build.parent / "batches"
    with connect(build, read_only=False) as connection:
        connection.begin()
        load.load_run(connection, run)
        load.forget_rejected_documents(connection, pl.read_parquet(folder / "inputs.parquet"))
        load.forget_unreadable(connection, pl.read_parquet(folder / "outdated.parquet"))
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


def validate_build(
    build: Path, validator: Validator, report: Path, new: pl.DataFrame | None = None
) -> tuple[list[Result], int]:
    """Validate a build and move refused rows to rejected; return the first round's results and the rows refused.

    Where all but some articles (`new`, by article_id) were validated by the same code, only the rows of these are
    looked at one by one. Raises ValidationStopped where a table-level expectation breaks, or rows are still refused
    in the last round.
    """
    first: list[Result] = []
    refused = 0
    for rounds_left in reversed(range(_ROUNDS)):
        results = validator.validate(build, asset("expectations"), _new_rows(build, new))
        first = first or results
        stopped = [result for result in results if result.action == STOP and not result.success]
        failed = [result for result in results if result.action == REJECT and not result.success]
        if stopped or not failed or not rounds_left:
            break
        with connect(build, read_only=False) as connection:
            refused += reject(connection, results)
            load.drop_unused_sources(connection)
            compare(connection)
    write_report(report, f"Validation of {build.parent.name}", results if stopped else first, row_counts(build))
    if broken := (stopped or failed)[:1]:
        raise ValidationStopped(
            f"{broken[0].suite}: {broken[0].expectation} does not hold ({broken[0].observed}). {broken[0].why} "
            f"Nothing was published; the report is {report}"
        )
    return first, refused


def _new_rows(build: Path, new: pl.DataFrame | None) -> Path | None:
    if new is None:
        return None
    with connect(build) as connection:
        return save_new_rows(connection, new, build.parent / _WORK[1])


def finish_build(build: Path, results: list[Result], run: Mapping[str, object]) -> None:
    """Record the run and its validation, make the views, and leave one checkpointed file."""
    rows = [(run["run_id"], *(getattr(result, name) for name in _RECORDED)) for result in results]
    with connect(build, read_only=False) as connection:
        load.load_run(connection, run)
        load.load_results(connection, pl.DataFrame(rows, VALIDATION_RESULTS, orient="row"))
        create_views(connection)
        connection.execute("CHECKPOINT")


def drop_work(build: Path) -> None:
    """Remove what lies beside a build only while it is made."""
    for name in _WORK:
        shutil.rmtree(build.parent / name, ignore_errors=True)


def counts(build: Path, reading: Reading, gone: pl.DataFrame) -> dict[str, int]:
    """Return what a run took in and gave out, by column of the runs table."""
    # Documents of days that were not asked for were dropped when they were described.
    made = sum(pl.scan_parquet(b / "documents.parquet").select(pl.len()).collect().item() for b in reading.batches)
    return {
        "documents_in": reading.documents_in,
        "documents_new": made,
        "documents_known": reading.documents_in - reading.documents_new - reading.documents_rejected,
        "documents_left_out": reading.documents_new - made,
        "documents_rejected": reading.documents_rejected,
        "documents_pruned": len(gone),
        "articles_out": dict(row_counts(build))["articles"],
    }


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
