"""A document on which a stage fails is refused, and all others are made as if it were not there."""

import json
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


def test_a_document_that_takes_longer_than_the_limit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = write(tmp_path / "in.jsonl", *PLACES[:3])
    (tmp_path / "long.txt").write_text("\n\n".join(BODY.format(place) * 3 for place in PLACES * 450))
    with Workers(1) as workers:

        def run(stage: str, batch: Path, plan: Plan) -> StageRun:
            return workers.call(seconds_allowed(batch, 1), run_stage, stage, batch, plan)

        monkeypatch.setattr(plain, "run_stage", partial(run_isolated, run))
        warehouse = build([*given, str(tmp_path / "long.txt")], tmp_path / "news.duckdb", compared=False)
    with connect(warehouse) as connection:
        refused = connection.execute("SELECT row_id, reason FROM rejected").fetchall()
        read = connection.execute("SELECT input_id FROM articles ORDER BY 1").fetchall()
    assert refused == [("long.txt", "took longer than 1 s of processor time")]
    assert read == [(place,) for place in sorted(PLACES[:3])]
    assert len(known_documents(warehouse, "", PLAN.version).current) == 4
