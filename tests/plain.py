"""The flow's steps without Prefect, for tests that need a warehouse."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import polars as pl

from samestory import staging
from samestory.assets import asset
from samestory.config import Options, Settings, code_version
from samestory.inputs import gone_documents, is_unchanged, read_batches
from samestory.knowledge import Change, Run, process
from samestory.stages import Plan, run_stage
from samestory.validate.expectations import Validator
from samestory.warehouse.answers import export_tables
from samestory.warehouse.known import known_documents
from samestory.warehouse.publish import discard, new_build, publish, staging_folder
from samestory.warehouse.schema import connect, table_names

SAMPLES = asset("seeds", "articles")
# These two hold what differs from run to run.
OF_RUNS = {"runs", "validation_results"}


def build(
    inputs: list[str],
    warehouse: Path,
    *,
    batch_size: int = 1000,
    validator: Validator | None = None,
    compared: bool = True,
    options: Options = Options(),  # noqa: B008 (frozen)
) -> Path:
    """Make or renew a warehouse and return its path; without a validator nothing is refused."""
    settings = Settings(batch_size=batch_size)
    plan = Plan(settings.seed("sources.csv"), settings.seed("aliases.csv"), options.clean, options.published)
    started = datetime.now(UTC).replace(tzinfo=None)
    run = {"run_id": started.strftime("%Y%m%dT%H%M%S.%f"), "started_at": started, "code_version": code_version()}
    known = known_documents(warehouse, code_version(), plan.version)
    folder = staging_folder(warehouse, str(run["run_id"]))
    to_make = replace(known, current=frozenset()) if options.full else known
    reading = read_batches(inputs, folder / "batches", to_make, batch_size)
    gone = gone_documents(inputs, folder / "batches", known) if options.prune else pl.DataFrame()
    if gone.is_empty() and is_unchanged(reading, folder / "batches", known, code_version()):
        discard(folder)
        return warehouse
    file = new_build(warehouse, folder)
    change = Change(reading.batches, staging.prepare_build(file, gone))
    processed = process(file, change, in_turn(plan), clean=plan.clean)
    staging.load_build(file, processed, run, plan.sources)
    if compared:
        staging.compare_build(file)
    report = warehouse.parent / "validation" / f"{run['run_id']}.html"
    new = processed.articles() if known.code_version == code_version() and not options.full else None
    results = staging.validate_build(file, validator, report, new)[0] if validator else []
    staging.finish_build(file, results, run | staging.counts(file, reading, gone))
    staging.drop_work(file)
    publish(warehouse, file, settings.builds_kept)
    return warehouse


def in_turn(plan: Plan) -> Run:
    """Return what takes batches through stages one by one, in this process."""

    def run(stages: Sequence[str], batches: Sequence[Path]) -> None:
        for stage in stages:
            for batch in batches:
                run_stage(stage, batch, plan)

    return run


def hashes(warehouse: Path) -> dict[str, str]:
    """Return a digest of each table's rows, whatever their order, without the tables that describe runs."""
    with connect(warehouse) as connection:
        return {table: _digest(connection, table) for table in table_names() if table not in OF_RUNS}


def _digest(connection: duckdb.DuckDBPyConnection, table: str) -> str:
    lines = f"SELECT CAST(t AS VARCHAR) AS line FROM {table} AS t"
    found = connection.execute(f"SELECT count(*), md5(string_agg(line, chr(10) ORDER BY line)) FROM ({lines})")
    return str(found.fetchone())


def exported(warehouse: Path, folder: Path, form: str) -> dict[str, bytes]:
    """Return the bytes of every table's export, as `samestory export` writes it."""
    return {file.stem: file.read_bytes() for file, _ in export_tables(warehouse, folder, form)}
