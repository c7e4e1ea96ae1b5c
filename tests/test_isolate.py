"""A document on which a stage fails is refused, and all others are made as if it were not there."""

import json
import os
import signal
from collections.abc import Callable
from functools import partial
from pathlib import Path

import polars as pl
import pytest

from samestory.assets import asset
from samestory.config import Options
from samestory.isolate import run_isolated, seconds_allowed
from samestory.stages import STAGES, Plan, StageRun, run_stage
from samestory.warehouse.known import known_documents
from samestory.warehouse.schema import connect
from samestory.workers import WorkError, Workers
from tests import plain
from tests.plain import build, hashes

BODY = "The {} at Velm closed on Monday after cracks were found, said Mira Holt. Nobody was hurt in the closure. "
PLACES = ("bridge", "harbour", "school", "station", "market", "museum", "library")
PLAN = Plan(asset("seeds", "sources.csv"), asset("seeds", "aliases.csv"))


def write(path: Path, *names: str) -> list[str]:
    rows = ({"id": name, "text": BODY.format(name) * 2, "outlet": "Alder Post"} for name in names)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return [str(path)]


def failing(places: set[str], at: str) -> Callable[[str, Path, Plan], StageRun]:
    """Return what runs stages, and fails at one stage on any batch that holds one of some documents."""

    def run(stage: str, batch: Path, plan: Plan) -> StageRun:
        held = set(pl.read_parquet(batch / "documents.parquet")["input_id"])
        if stage == at and held & places:
            raise WorkError("took too long")
        return run_stage(stage, batch, plan)

    return run


def held(warehouse: Path) -> tuple[list[tuple[str, str]], list[str]]:
    """Return the documents of a warehouse that were refused, with the reason, and those that were read."""
    with connect(warehouse) as connection:
        refused = connection.execute("SELECT row_id, reason FROM rejected").fetchall()
        read = connection.execute("SELECT input_id FROM articles ORDER BY 1").fetchall()
    return [(row[0], row[1]) for row in refused], [row[0] for row in read]


def isolated(monkeypatch: pytest.MonkeyPatch, places: set[str], at: str) -> None:
    monkeypatch.setattr(plain, "run_stage", partial(run_isolated, failing(places, at)))


@pytest.mark.parametrize("stage", STAGES)
def test_the_document_at_fault_is_refused_and_the_rest_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    rest = build(write(tmp_path / "rest.jsonl", *PLACES[:2], *PLACES[3:]), tmp_path / "rest" / "news.duckdb")
    isolated(monkeypatch, {PLACES[2]}, stage)
    given = write(tmp_path / "in.jsonl", *PLACES)
    warehouse = build(given, tmp_path / "news.duckdb")
    with connect(warehouse) as connection:
        refused = connection.execute("SELECT table_name, row_id, expectation, reason FROM rejected").fetchall()
    assert refused == [("documents", PLACES[2], f"stage:{stage}", "took too long")]
    tables = hashes(warehouse)
    assert tables.pop("rejected") != hashes(rest).get("rejected")
    assert tables.items() <= hashes(rest).items()
    # It is known, and not tried again by the same code.
    live = warehouse.resolve()
    assert build(given, warehouse).resolve() == live
    monkeypatch.undo()
    build(given, warehouse, compared=False, options=Options(full=True))
    with connect(warehouse) as connection:
        assert connection.execute("FROM rejected").fetchall() == []
        assert connection.execute("SELECT count(*) FROM articles").fetchone() == (len(PLACES),)


def test_a_stage_that_fails_on_all_is_at_fault_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    isolated(monkeypatch, set(PLACES), "split")
    with pytest.raises(WorkError, match="split fails on every document of a batch: took too long"):
        build(write(tmp_path / "in.jsonl", *PLACES), tmp_path / "news.duckdb")


def run_and_end_while_writing(stage: str, batch: Path, plan: Plan) -> StageRun:
    """Run a stage; where the batch holds the document at fault, end this process with half of its last file written."""
    if stage == "split" and PLACES[2] in set(pl.read_parquet(batch / "documents.parquet")["input_id"]):
        write_whole = pl.DataFrame.write_parquet

        def write_half(frame: pl.DataFrame, path: Path) -> None:
            write_whole(frame, path)
            if path.name.startswith("article_metadata."):
                path.write_bytes(path.read_bytes()[:9])
                os.kill(os.getpid(), signal.SIGKILL)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(pl.DataFrame, "write_parquet", write_half)
            return run_stage(stage, batch, plan)
    return run_stage(stage, batch, plan)


def test_a_document_that_ends_its_process_while_a_file_is_written_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Workers(1) as workers:
        run = partial(workers.call, 60, run_and_end_while_writing)
        monkeypatch.setattr(plain, "run_stage", partial(run_isolated, run))
        warehouse = build(write(tmp_path / "in.jsonl", *PLACES[:4]), tmp_path / "news.duckdb", compared=False)
    refused, read = held(warehouse)
    assert refused == [(PLACES[2], "ended its process (SIGKILL)")]
    assert read == sorted({*PLACES[:4]} - {PLACES[2]})


def run_for_ever(stage: str, batch: Path, plan: Plan) -> StageRun:
    """Run a stage, except that extracting never comes to an end where the batch holds the document at fault."""
    while stage == "extract" and PLACES[2] in set(pl.read_parquet(batch / "articles.parquet")["input_id"]):
        sum(range(1000))
    return run_stage(stage, batch, plan)


def test_a_document_that_takes_longer_than_the_limit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Workers(1) as workers:

        def run(stage: str, batch: Path, plan: Plan) -> StageRun:
            # No other stage shall be cut short on a slow machine.
            seconds = seconds_allowed(batch, 3) if stage == "extract" else 60
            return workers.call(seconds, run_for_ever, stage, batch, plan)

        monkeypatch.setattr(plain, "run_stage", partial(run_isolated, run))
        warehouse = build(write(tmp_path / "in.jsonl", *PLACES[:3]), tmp_path / "news.duckdb", compared=False)
    refused, read = held(warehouse)
    assert refused == [(PLACES[2], "took longer than 3 s of processor time")]
    assert read == sorted({*PLACES[:3]} - {PLACES[2]})
    assert len(known_documents(warehouse, "", PLAN.version).current) == 3
