"""What the articles of a source know of each other: counts lines over batches and a build, and renews what changes.

describe, clean ─ every new batch ─▶ lines ─┐
articles of the same sources in the build ──┴─ learn ─▶ recurring lines ─ recur ─▶ batches that are new or changed
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from samestory.clean.recurring import RULE, article_lines, own_spans
from samestory.records import REJECTED, SOURCES
from samestory.stages import learn
from samestory.staging import Processed
from samestory.warehouse.schema import connect
from samestory.warehouse.stored import Stored, sources_of, stored_articles

# As many stored articles are cleaned anew in one batch as a run has in its own by default.
_BATCH_SIZE = 250

Run = Callable[[Sequence[str], Sequence[Path]], object]


@dataclass(frozen=True, slots=True)
class Change:
    """What a run changes in a build: batches of new documents, and sources that have lost articles."""

    batches: Sequence[Path]
    lost: Sequence[str] = ()


def process(build: Path, change: Change, run: Run, *, clean: bool) -> Processed:
    """Take new batches through all stages, and with them the stored articles whose spans change by what is new or gone.

    `run` takes batches through stages, given by name, and returns when all are done.
    """
    batches, folder = change.batches, build.parent / "batches"
    run(("describe", "clean"), batches)
    sources = _sources(build, change) if clean else ()
    stored = _stored_batches(build, batches, sources) if sources else ()
    learn(folder, [*batches, *stored] if sources else [])
    run(("recur",), [*batches, *stored])
    renewed = [*batches, *(batch for batch in stored if _keep_changed(batch))]
    run(("split", "extract"), renewed)
    return Processed(tuple(renewed), (*batches, *stored), tuple(sources))


def _sources(build: Path, change: Change) -> tuple[str, ...]:
    """Return the sources of which a run brings articles or takes them away."""
    new = _articles(change.batches)
    with connect(build) as connection:
        found = {*change.lost, *new["source_id"], *sources_of(connection, new["article_id"])}
    return tuple(sorted(source for source in found if not source.startswith("unknown:")))


def _articles(batches: Sequence[Path]) -> pl.DataFrame:
    names = {"article_id": pl.String, "source_id": pl.String}
    new = [pl.read_parquet(batch / "articles.parquet", columns=list(names)) for batch in batches]
    return pl.concat([pl.DataFrame(schema=names), *new])


def _stored_batches(build: Path, batches: Sequence[Path], sources: Sequence[str]) -> tuple[Path, ...]:
    """Write the stored articles of some sources as batches that are described and cleaned."""
    new = _articles(batches)["article_id"]
    made = []
    with connect(build) as connection:
        for i, stored in enumerate(stored_articles(connection, sources, new, _BATCH_SIZE)):
            made.append(build.parent / "batches" / f"stored-{i:05d}")
            made[-1].mkdir()
            _write(made[-1], stored)
    return tuple(made)


def _write(batch: Path, stored: Stored) -> None:
    spans = own_spans(stored.articles, stored.removed)
    frames = {
        "documents": stored.articles.select("article_id"),
        "articles": stored.articles,
        "article_metadata": stored.metadata,
        "own_spans": spans,
        "lines": article_lines(stored.articles, spans),
        "before": _recurring(stored.removed),
        "sources": pl.DataFrame(schema=SOURCES),
        "rejected": pl.DataFrame(schema=REJECTED),
    }
    for name, frame in frames.items():
        frame.write_parquet(batch / f"{name}.parquet")


def _keep_changed(batch: Path) -> bool:
    """Leave in a batch the articles of which recurring lines were removed that stayed before, or the other way."""
    before, spans = (pl.read_parquet(batch / f"{name}.parquet") for name in ("before", "spans"))
    after = _recurring(spans)
    either = pl.concat([before, after])
    # What is there both before and after comes twice.
    changed = either.filter(~either.is_duplicated()).select("article_id")
    for name in ("documents", "articles", "article_metadata", "spans"):
        frame = pl.read_parquet(batch / f"{name}.parquet")
        frame.join(changed, on="article_id", how="semi", maintain_order="left").write_parquet(batch / f"{name}.parquet")
    return not changed.is_empty()


def _recurring(spans: pl.DataFrame) -> pl.DataFrame:
    removed = spans.filter(pl.col("rule") == RULE)
    return removed.select("article_id", "start_char", "end_char", "kind", "score")
