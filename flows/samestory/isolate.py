"""Find the document on which a stage fails by halving its batch, and refuse it, so that the rest of the run goes on."""

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from samestory.records import REJECTED
from samestory.stages import Plan, StageRun
from samestory.workers import WorkError

log = logging.getLogger(__name__)

Run = Callable[[str, Path, Plan], StageRun]

# Beside the seconds that one document may take, those that each document of a batch adds: twice what pages of 25,000
# characters take, the mean of those measured. A batch that is slow as a whole is halved needlessly, which only costs.
_SECONDS_EACH = 0.3
_EXCERPT = 200


def seconds_allowed(batch: Path, of_document: float) -> float:
    """Return the processor time in seconds after which a batch is searched for what holds it up."""
    size = len(_ids(batch))
    return of_document + (_SECONDS_EACH * size if size > 1 else 0)


def run_isolated(run: Run, stage: str, batch: Path, plan: Plan) -> StageRun:
    """Run a stage on a batch by `run`, which raises WorkError where it fails; refuse the documents it fails on.

    A stage that fails on every document of a larger batch is at fault itself, and raises a WorkError.
    """
    search, size = _Search(run, stage, plan), len(_ids(batch))
    done = search.take(batch)
    if 1 < size == search.refused:
        raise WorkError(f"{stage} fails on every document of a batch: {search.reason}")
    return done


@dataclass(slots=True)
class _Search:
    """A stage on its way through a batch, and what was refused."""

    run: Run
    stage: str
    plan: Plan
    refused: int = 0
    reason: str = ""

    def take(self, batch: Path) -> StageRun:
        """Run the stage on a batch, or on its halves where it fails."""
        try:
            return self.run(self.stage, batch, self.plan)
        except WorkError as failure:
            # Without documents it is none of them that it fails on.
            if not (size := len(_ids(batch))):
                raise
            log.info("%s, %d documents of batch %s: %s", self.stage, size, batch.name, failure)
            self.reason = str(failure)
        return self._take_halves(batch) if size > 1 else self._refuse(batch)

    def _take_halves(self, batch: Path) -> StageRun:
        halves = _halves(batch)
        done = [self.take(half) for half in halves]
        _join(batch, halves)
        return StageRun(self.stage, batch, sum(run.rows for run in done), sum(run.seconds for run in done))

    def _refuse(self, batch: Path) -> StageRun:
        """Refuse the one document of a batch: it stays known, and nothing is made of it."""
        self.refused += 1
        document = pl.read_parquet(batch / "documents.parquet")
        row = _refused_row(batch, self.stage, self.reason, self.plan.version)
        for path, frame in _frames(batch).items():
            frame.clear().write_parquet(path)
        done = self.run(self.stage, batch, self.plan)
        document.write_parquet(batch / "documents.parquet")
        rejected = pl.read_parquet(batch / "rejected.parquet")
        pl.concat([rejected, pl.DataFrame([row], REJECTED)]).write_parquet(batch / "rejected.parquet")
        return done


def _documents(batch: Path) -> Path:
    """Return the file with the documents of a batch that are not refused yet, described or not."""
    described = batch / "articles.parquet"
    return described if described.exists() else batch / "documents.parquet"


def _ids(batch: Path) -> pl.DataFrame:
    return pl.read_parquet(_documents(batch), columns=["article_id"])


def _frames(batch: Path) -> dict[Path, pl.DataFrame]:
    """Return the frames of a batch whose rows belong to articles, by path."""
    frames = {path: pl.read_parquet(path) for path in sorted(batch.glob("*.parquet"))}
    return {path: frame for path, frame in frames.items() if "article_id" in frame.columns}


def _halves(batch: Path) -> tuple[Path, Path]:
    """Write two batches beside a batch, each with half of its documents; those refused before go with the second."""
    ids = _ids(batch)
    first = ids[: len(ids) // 2]
    halves = batch.with_name(f"{batch.name}-0"), batch.with_name(f"{batch.name}-1")
    for half in halves:
        half.mkdir(exist_ok=True)
    for path in batch.glob("*.parquet"):
        parts = _divided(pl.read_parquet(path), first)
        for half, part in zip(halves, parts, strict=True):
            part.write_parquet(half / path.name)
    return halves


def _divided(frame: pl.DataFrame, first: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the rows of some articles, then those of the others; what belongs to no article is left out."""
    if "article_id" not in frame.columns:
        return frame.clear(), frame.clear()
    is_first = pl.col("article_id").is_in(first["article_id"].implode())
    return frame.filter(is_first), frame.filter(~is_first)


def _join(batch: Path, halves: tuple[Path, Path]) -> None:
    """Write into a batch what a stage made of its halves; what belongs to no article is added to what is there."""
    for name in sorted({path.name for half in halves for path in half.glob("*.parquet")}):
        parts = [pl.read_parquet(half / name) for half in halves]
        if "article_id" not in parts[0].columns and (batch / name).exists():
            parts.insert(0, pl.read_parquet(batch / name))
        pl.concat(parts).write_parquet(batch / name)


def _refused_row(batch: Path, stage: str, reason: str, version: str) -> dict[str, str]:
    """Return the row of REJECTED of a batch's one document, which may be described or not."""
    document = pl.read_parquet(_documents(batch)).row(0, named=True)
    text = document["raw_text" if "raw_text" in document else "content"]
    row = {name: document[name] for name in ("input_id", "article_id")}
    return {
        "table_name": "documents",
        "row_id": document["input_id"],
        "expectation": f"stage:{stage}",
        "reason": reason,
        "row": json.dumps(row | {"excerpt": text[:_EXCERPT], "code_version": version}, ensure_ascii=False),
    }
