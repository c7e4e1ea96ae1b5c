"""The Prefect flow: the table of contents of the whole program."""

import logging
import os
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

import polars as pl
from prefect import flow, task
from prefect.artifacts import create_link_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.futures import as_completed
from prefect.tasks import Task
from prefect.utilities.annotations import quote

from samestory import staging
from samestory.config import Options, Settings, code_version, load_settings
from samestory.inputs import Reading, gone_documents, is_unchanged, read_batches
from samestory.isolate import run_isolated, seconds_allowed
from samestory.knowledge import Change
from samestory.knowledge import process as process_batches
from samestory.stages import Plan, StageRun, run_stage
from samestory.validate.expectations import Result, Validator
from samestory.warehouse.known import known_documents
from samestory.warehouse.publish import discard, locked, new_build, publish, staging_folder
from samestory.workers import Workers

log = logging.getLogger(__name__)

T = TypeVar("T")
_How = tuple[Settings, Plan, Options]

# Stages whose seconds are counted under another name in the runs table.
_SECONDS_OF = {"describe": "ingest", "recur": "clean"}

WAREHOUSE = Path("warehouse/news.duckdb")


@dataclass(slots=True)
class Run:
    """One run as it goes: where it builds, when it began, the seconds each stage took, and whether it published."""

    warehouse: Path
    run_id: str = field(default_factory=lambda: datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%f") + f"-{os.getpid()}")
    started_at: datetime = field(default_factory=lambda: datetime.now(UTC).replace(tzinfo=None))
    version: str = field(default_factory=code_version)
    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    is_published: bool = False

    @property
    def report(self) -> Path:
        """Where this run's validation report is written."""
        return self.warehouse.parent / "validation" / f"{self.run_id}.html"

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Add the time that a block takes to a stage's seconds."""
        log.info("%s", stage)
        started = time.perf_counter()
        yield
        self.seconds[stage] += time.perf_counter() - started

    def row(self, **more: object) -> dict[str, object]:
        """Return the row of the runs table, as far as it is known."""
        base = {"run_id": self.run_id, "started_at": self.started_at, "code_version": self.version}
        return base | {f"seconds_{stage}": seconds for stage, seconds in self.seconds.items()} | more


def _is_io_error(_task: Task[Any, Any], _run: TaskRun, state: State[Any]) -> bool:
    """Retry only what may pass by itself: a share that is away for a moment, not a wrong path."""
    error = state.result(raise_on_failure=False)
    return isinstance(error, OSError) and not isinstance(error, FileNotFoundError | PermissionError)


_IO: dict[str, Any] = {"retries": 2, "retry_delay_seconds": [1, 5], "retry_condition_fn": _is_io_error}
read = task(name="read", cache_policy=NO_CACHE, **_IO)(read_batches)
load = task(name="load", cache_policy=NO_CACHE)(staging.load_build)
compare = task(name="compare", cache_policy=NO_CACHE)(staging.compare_build)
validate = task(name="validate", cache_policy=NO_CACHE)(staging.validate_build)
publish_build = task(name="publish", cache_policy=NO_CACHE, **_IO)(publish)


@task(task_run_name="{stage}-{batch.name}", cache_policy=NO_CACHE)
def process(stage: str, batch: Path, plan: Plan, limited: tuple[Workers, float]) -> StageRun:
    """Run one stage on one batch in a worker, where each document may take so many seconds."""
    workers, seconds = limited

    def run(stage: str, batch: Path, plan: Plan) -> StageRun:
        return workers.call(seconds_allowed(batch, seconds), run_stage, stage, batch, plan)

    return run_isolated(run, stage, batch, plan)


@flow(name="samestory", validate_parameters=False)
def samestory_flow(inputs: list[str], warehouse: str = str(WAREHOUSE), options: dict[str, Any] | None = None) -> Run:
    """Turn raw article text into a published warehouse, once; `options` are the fields of config.Options."""
    settings, wanted = load_settings(), Options(**(options or {}))
    run = Run(Path(warehouse))
    plan = Plan(settings.seed("sources.csv"), settings.seed("aliases.csv"), wanted.clean, wanted.published)
    with locked(run.warehouse):
        folder = staging_folder(run.warehouse, run.run_id, keep_failed=settings.keep_failed_build)
        try:
            found = _read(run, folder, inputs, (settings, plan, wanted))
            if found.is_unchanged:
                discard(folder)
                return run
            _make(run, folder, found, (settings, plan, wanted))
        except BaseException:
            if not settings.keep_failed_build:
                discard(folder)
            raise
    _show_in_prefect(run)
    return run


@dataclass(frozen=True, slots=True)
class _Found:
    """What reading the inputs showed against what is live."""

    reading: Reading
    gone: pl.DataFrame
    is_unchanged: bool
    # By an earlier run of the same code, so that only new rows need to be looked at one by one.
    is_rest_validated: bool


def _read(run: Run, folder: Path, inputs: list[str], how: _How) -> _Found:
    settings, plan, wanted = how
    batches = folder / "batches"
    with run.timed("ingest"):
        known = known_documents(run.warehouse, run.version, plan.version)
        to_make = replace(known, current=frozenset()) if wanted.full else known
        reading: Reading = read(inputs, batches, _as_is(to_make), settings.batch_size)
        gone = gone_documents(inputs, batches, known) if wanted.prune else pl.DataFrame()
    same = gone.is_empty() and is_unchanged(reading, batches, known, run.version)
    return _Found(reading, gone, same, known.code_version == run.version and not wanted.full)


def _make(run: Run, folder: Path, found: _Found, how: _How) -> None:
    """Make the build that the documents found call for, and publish it."""
    settings, plan, wanted = how
    # A second worker costs a second of imports, which one batch does not earn back.
    count = wanted.workers or os.cpu_count() or 1 if len(found.reading.batches) > 1 else 1
    with Validator() as validator, Workers(count) as workers:
        build = new_build(run.warehouse, folder)
        lost = staging.prepare_build(build, found.gone)
        change = Change(found.reading.batches, lost)
        processed = _process(run, build, change, plan, (workers, settings.seconds_per_document))
        with run.timed("load"):
            load(build, processed, run.row(), plan.sources)
        with run.timed("compare"):
            compare(build)
        with run.timed("validate"):
            new = processed.articles() if found.is_rest_validated else None
            results, refused = validate(build, _as_is(validator), run.report, new)
    _finish(run, build, found, results, refused)
    publish_build(run.warehouse, build, settings.builds_kept)
    run.is_published = True


def _process(run: Run, build: Path, change: Change, plan: Plan, limited: tuple[Workers, float]) -> staging.Processed:
    """Take every batch through all stages, the lines of all being counted when all are cleaned."""

    def take(stages: Sequence[str], batches: Sequence[Path]) -> None:
        _take(run, stages, batches, partial(process.submit, plan=plan, limited=_as_is(limited), return_state=False))

    return process_batches(build, change, take, clean=plan.clean)


def _take(run: Run, stages: Sequence[str], batches: Sequence[Path], submit: Callable[..., Any]) -> None:
    """Take batches through some stages: one task a batch and stage, a batch's stages in order."""
    running = []
    for batch in batches:
        before: list[Any] = []
        for stage in stages:
            before = [submit(stage, batch, wait_for=before)]
            running += before
    done: Counter[str] = Counter()
    for future in as_completed(running):
        finished: StageRun = future.result()
        run.seconds[_SECONDS_OF.get(finished.stage, finished.stage)] += finished.seconds
        done[finished.stage] += 1
        log.info("%s: %d of %d batches", finished.stage, done[finished.stage], len(batches))


def _as_is(value: T) -> T:
    """Hand a value to a task without Prefect looking for futures inside it."""
    return cast(T, quote(value))


def _finish(run: Run, build: Path, found: _Found, results: list[Result], refused: int) -> None:
    """Record the run in its build and leave nothing beside the file."""
    finished_at = datetime.now(UTC).replace(tzinfo=None)
    counts = staging.counts(build, found.reading, found.gone)
    row = run.row(finished_at=finished_at, rows_rejected=refused, **counts)
    staging.finish_build(build, results, row)
    staging.drop_work(build)


def _show_in_prefect(run: Run) -> None:
    """Leave the counts and the way to the validation report where the Prefect UI shows them."""
    counts = [{"table": table, "rows": rows} for table, rows in staging.row_counts(run.warehouse)]
    create_table_artifact(key="samestory-counts", table=counts, description=f"Run {run.run_id} of {run.warehouse}")
    create_link_artifact(key="samestory-validation", link=run.report.resolve().as_uri(), link_text="Validation report")
