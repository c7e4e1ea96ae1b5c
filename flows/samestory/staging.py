"""The staging build of one run: read, load, compare, validate, publish, as plain functions on paths."""

import logging
import shutil
from collections.abc import Mapping, Sequence
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
from samestory.warehouse.known import Known
from samestory.warehouse.schema import connect, create_tables, create_views, table_names
from samestory.warehouse.stored import sources_of

log = logging.getLogger(__name__)

_INPUTS = pl.Schema({"input_id": pl.String, "article_id": pl.String})
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


def read_batches(inputs: Sequence[str], folder: Path, known: Known, batch_size: int) -> Reading:
    """Read the inputs into numbered batch folders, leaving out what is known already and what comes twice.

    `inputs.parquet` tells all that was read: input_id, and article_id, which is null for what was refused.
    """
    # A second try, after a share was away, begins anew.
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    seen = _Seen(dict(known.input_ids), set(known.current))
    batches: list[Path] = []
    refused: list[pl.DataFrame] = [pl.DataFrame(schema=REJECTED)]
    names: list[pl.DataFrame] = [pl.DataFrame(schema=_INPUTS)]
    count = new = 0
    for documents, rejected in ingest.read_documents(ingest.discover(inputs), batch_size):
        count += len(documents) + len(rejected)
        refused.append(rejected)
        names += [documents.select(_INPUTS.names()), rejected.select(input_id="row_id", article_id=None)]
        fresh = seen.fresh(documents)
        if len(fresh):
            batches.append(folder / f"{len(batches):05d}")
            batches[-1].mkdir()
            fresh.write_parquet(batches[-1] / "documents.parquet")
            new += len(fresh)
        log.info("read %d documents, %d new", count, new)
    rejected = pl.concat(refused)
    rejected.write_parquet(folder / "rejected.parquet")
    pl.concat([part.cast(dict(_INPUTS.items())) for part in names]).write_parquet(folder / "inputs.parquet")
    return Reading(tuple(batches), count, new, len(rejected))


@dataclass(frozen=True, slots=True)
class _Seen:
    """The documents that a run has met or that are known: the smallest input_id of each, and which are made."""

    input_ids: dict[str, str]
    made: set[str]

    def fresh(self, documents: pl.DataFrame) -> pl.DataFrame:
        """Return the documents that are to be made; of one under two input ids, the smaller is kept."""
        first = documents.sort("input_id").unique("article_id", keep="first", maintain_order=True)
        keep, names = [], []
        for article_id, input_id in first.select("article_id", "input_id").iter_rows():
            smallest = min(input_id, self.input_ids.get(article_id, input_id))
            keep.append(article_id not in self.made or smallest < self.input_ids[article_id])
            names.append(smallest)
            self.input_ids[article_id] = smallest
            self.made.add(article_id)
        return first.with_columns(pl.Series("input_id", names, pl.String)).filter(pl.Series(keep, dtype=pl.Boolean))


def gone_documents(inputs: Sequence[str], folder: Path, known: Known) -> pl.DataFrame:
    """Return article_id of the known documents that the inputs hold no more.

    What could not be read this time is not gone; where a file of many documents broke off, nothing is.
    """
    refused = pl.read_parquet(folder / "rejected.parquet")
    containers = {file.input_id for file in ingest.discover(inputs) if file.reader not in {"text", "html", "link"}}
    if broken := sorted(containers & set(refused["row_id"])):
        log.warning("nothing is pruned, as %s could not be read to its end", broken[0])
        return pl.DataFrame(schema={"article_id": pl.String})
    read = pl.read_parquet(folder / "inputs.parquet")
    held = pl.DataFrame(list(known.input_ids.items()), {"article_id": pl.String, "input_id": pl.String}, orient="row")
    unread = refused.select(pl.col("row_id").alias("input_id"))
    return held.join(read, on="article_id", how="anti").join(unread, on="input_id", how="anti").select("article_id")


def is_unchanged(reading: Reading, folder: Path, known: Known, version: str) -> bool:
    """Tell whether a build would be what is live: the same code, nothing new, and the same refused when reading."""
    if reading.batches or known.code_version != version:
        return False
    names = ["row_id", "expectation", "reason"]
    reread = pl.read_parquet(folder / "inputs.parquet")["input_id"]
    before = known.unreadable.filter(pl.col("row_id").is_in(reread.implode()))
    now = pl.read_parquet(folder / "rejected.parquet").unique(names[:2], keep="first", maintain_order=True)
    return before.select(names).sort(names).equals(now.select(names).sort(names))


def prepare_build(build: Path, gone: pl.DataFrame) -> tuple[str, ...]:
    """Give a build all tables, and delete documents from it, given by article_id; return sources that lose articles."""
    with connect(build, read_only=False) as connection:
        connection.begin()
        create_tables(connection)
        sources = sources_of(connection, gone["article_id"]) if len(gone) else set()
        if len(gone):
            load.forget_articles(connection, gone)
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
