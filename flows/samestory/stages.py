"""One batch through describe, clean, split and extract: each stage loads frames, makes frames, saves them.

A batch is a folder of Parquet files, one a record type, so that processes hand over paths and never data.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import polars as pl

from samestory import clean as cleaning
from samestory import ingest, split
from samestory.facts.extract import References, extract, load_references
from samestory.records import REJECTED


@dataclass(frozen=True, slots=True)
class Plan:
    """What the stages of one run need to know besides their batch."""

    sources: Path
    aliases: Path
    clean: bool = True


@dataclass(frozen=True, slots=True)
class StageRun:
    """What one stage did with one batch."""

    stage: str
    batch: Path
    rows: int
    seconds: float


def describe_batch(batch: Path, plan: Plan) -> int:
    """Make of documents: articles, sources, rejected."""
    articles, sources, rejected, metadata = ingest.describe(_load(batch, "documents"), plan.sources)
    _save(
        batch,
        articles=articles,
        sources=sources,
        rejected=rejected.select(REJECTED.names()),
        article_metadata=metadata,
    )
    return len(articles)


def clean_batch(batch: Path, plan: Plan) -> int:
    """Make of articles: spans."""
    spans = (cleaning.clean if plan.clean else cleaning.keep_everything)(_load(batch, "articles"))
    _save(batch, spans=spans)
    return len(spans)


def split_batch(batch: Path, _plan: Plan) -> int:
    """Make of articles and spans: paragraphs, sentences, and articles titled by their headline where none is given."""
    articles = _load(batch, "articles")
    paragraphs, sentences = split.split(articles, _load(batch, "spans"))
    _save(batch, paragraphs=paragraphs, sentences=sentences, articles=_titled(articles, paragraphs))
    return len(paragraphs)


def extract_batch(batch: Path, plan: Plan) -> int:
    """Make of articles, paragraphs and sentences: facts, claims."""
    articles, paragraphs, sentences = (_load(batch, name) for name in ("articles", "paragraphs", "sentences"))
    facts, claims = extract(articles, paragraphs, sentences, references(plan))
    _save(batch, facts=facts, claims=claims)
    return len(facts)


STAGES: dict[str, Callable[[Path, Plan], int]] = {
    "describe": describe_batch,
    "clean": clean_batch,
    "split": split_batch,
    "extract": extract_batch,
}


def run_stage(stage: str, batch: Path, plan: Plan) -> StageRun:
    """Run one stage on one batch; safe to run again, since a stage writes whole files."""
    started = time.perf_counter()
    rows = STAGES[stage](batch, plan)
    return StageRun(stage, batch, rows, time.perf_counter() - started)


@cache
def references(plan: Plan) -> References:
    """Return the reference tables of names, read once a process."""
    return load_references(plan.aliases, plan.sources)


def _titled(articles: pl.DataFrame, paragraphs: pl.DataFrame) -> pl.DataFrame:
    headlines = (
        paragraphs.filter(pl.col("kind") == "headline")
        .sort("article_id", "position")
        .group_by("article_id", maintain_order=True)
        .agg(pl.col("text").first().alias("headline"))
    )
    titled = articles.join(headlines, on="article_id", how="left", maintain_order="left")
    return titled.with_columns(pl.coalesce("title", "headline").alias("title")).drop("headline")


def _load(batch: Path, name: str) -> pl.DataFrame:
    return pl.read_parquet(batch / f"{name}.parquet")


def _save(batch: Path, **frames: pl.DataFrame) -> None:
    for name, frame in frames.items():
        frame.write_parquet(batch / f"{name}.parquet")
