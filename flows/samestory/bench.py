"""How fast each step is on this machine: seconds, articles and megabytes a second, and peak memory."""

import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from samestory import staging
from samestory.config import Settings, code_version
from samestory.inputs import read_batches
from samestory.knowledge import Change, process
from samestory.stages import STAGES, Plan, run_stage
from samestory.warehouse.known import Known
from samestory.warehouse.publish import new_build


@dataclass(slots=True)
class Timings:
    """Wall seconds by step, and how many articles and characters went through each."""

    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    articles: int = 0
    characters: int = 0

    @contextmanager
    def of(self, step: str) -> Iterator[None]:
        """Add the time that a block takes to a step's seconds."""
        started = time.perf_counter()
        yield
        self.seconds[step] += time.perf_counter() - started

    def lines(self) -> list[str]:
        """Return a table: one line a step, the whole, and the process's peak memory."""
        steps = {**self.seconds, "all": sum(self.seconds.values())}
        table = [
            f"{step:<10}{seconds:9.2f} s{self.articles / seconds:12,.0f} articles/s"
            f"{self.characters / seconds / 1e6:10.2f} M characters/s"
            for step, seconds in steps.items()
        ]
        # Linux counts in KiB, macOS in bytes.
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
        return [*table, f"{self.articles:,} articles, {self.characters:,} characters, peak memory {peak:,.0f} MiB"]


def bench(inputs: Sequence[str], plan: Plan) -> Timings:
    """Take documents through every step in this one process, without Prefect and validation, and time each."""
    timings = Timings()
    with TemporaryDirectory() as folder:
        build = new_build(Path(folder) / "bench.duckdb", Path(folder))
        staging.prepare_build(build, pl.DataFrame())
        with timings.of("read"):
            reading = read_batches(list(inputs), build.parent / "batches", Known(), Settings().batch_size)

        def run(stages: Sequence[str], batches: Sequence[Path]) -> None:
            for stage in stages:
                with timings.of(stage):
                    for batch in batches:
                        run_stage(stage, batch, plan)

        started = time.perf_counter()
        processed = process(build, Change(reading.batches), run, clean=plan.clean)
        timings.seconds["count"] = time.perf_counter() - started - sum(timings.seconds[stage] for stage in STAGES)
        row = {"run_id": "bench", "started_at": datetime.now(UTC).replace(tzinfo=None), "code_version": code_version()}
        with timings.of("load"):
            staging.load_build(build, processed, row, plan.sources)
        with timings.of("compare"):
            staging.compare_build(build)
        sizes = [pl.read_parquet(batch / "articles.parquet", columns=["n_chars"]) for batch in reading.batches]
        timings.articles = sum(len(batch) for batch in sizes)
        timings.characters = sum(int(batch["n_chars"].sum()) for batch in sizes)
    return timings
