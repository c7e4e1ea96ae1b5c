"""One batch through describe, clean, recur, split and extract: each stage loads frames, makes frames, saves them.

A batch is a folder of Parquet files, one a record type, so that processes hand over paths and never data.
"""

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import polars as pl

from samestory import clean as cleaning
from samestory import ingest, split
from samestory.clean.counting import RECURRING, recurring_lines
from samestory.clean.recurring import article_lines, recurring_places, removed_lines, with_recurring
from samestory.config import documents_version
from samestory.facts.extract import References, extract, load_references
from samestory.records import ARTICLE_METADATA

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Plan:
    """What the stages of one run need to know besides their batch."""

    sources: Path
    aliases: Path
    clean: bool = True
    # First and last day of publication that is taken.
    published: tuple[date, date] | None = None

    @property
    def version(self) -> str:
        """Return the version of what shapes the rows of documents; see documents_version."""
        return documents_version(self.clean, self.sources, self.aliases)


@dataclass(frozen=True, slots=True)
class StageRun:
    """What one stage did with one batch."""

    stage: str
    batch: Path
    rows: int
    seconds: float


def describe_batch(batch: Path, plan: Plan) -> int:
    """Make of documents: articles, article_metadata, sources, rejected; documents that the plan leaves out are dropped.

    A document without a date is left out where the plan names days, and taken by the next run that names none.
    """
    documents = _load(batch, "documents")
    articles, sources, rejected, metadata = ingest.describe(documents, plan.sources)
    if plan.published:
        articles = articles.filter(pl.col("published_at").dt.date().is_between(*plan.published))
        sources = sources.join(articles, on="source_id", how="semi", maintain_order="left")
        rejected = rejected.clear()
        metadata = metadata.join(articles, on="article_id", how="semi", maintain_order="left")
        documents = documents.join(articles, on="article_id", how="semi", maintain_order="left")
    _save(
        batch,
        documents=documents,
        articles=articles.with_columns(pl.lit(plan.version).alias("code_version")),
        sources=sources,
        rejected=_versioned(rejected, plan.version),
        article_metadata=metadata,
    )
    return len(articles)


def _versioned(rejected: pl.DataFrame, version: str) -> pl.DataFrame:
    """Return REJECTED with the version of the code that refused them, so that it need not do so again."""
    fields = [pl.Field(name, pl.String) for name in ("input_id", "article_id", "excerpt")]
    row = pl.col("row").str.json_decode(pl.Struct(fields)).struct.with_fields(code_version=pl.lit(version))
    return rejected.with_columns(row.struct.json_encode())


def clean_batch(batch: Path, plan: Plan) -> int:
    """Make of articles: own_spans, which no other article has a part in, and lines to count."""
    articles = _load(batch, "articles")
    spans = (cleaning.clean if plan.clean else cleaning.keep_everything)(articles)
    _save(batch, own_spans=spans, lines=article_lines(articles, spans))
    return len(spans)


def recur_batch(batch: Path, _plan: Plan) -> int:
    """Make of own_spans, lines and the run's recurring lines: spans, and recurring_lines that were removed."""
    places = recurring_places(_load(batch, "lines"), _load(batch.parent, "recurring"))
    _save(
        batch,
        spans=with_recurring(_load(batch, "own_spans"), places),
        recurring_lines=removed_lines(_load(batch, "articles"), places),
    )
    return len(places)


def split_batch(batch: Path, _plan: Plan) -> int:
    """Make of articles and spans: paragraphs, sentences, and articles titled by their headline where none is given."""
    articles = _load(batch, "articles")
    paragraphs, sentences = split.split(articles, _load(batch, "spans"))
    metadata = _with_headlines(_load(batch, "article_metadata"), paragraphs)
    _save(batch, paragraphs=paragraphs, sentences=sentences)
    _save(batch, articles=_titled(articles, metadata), article_metadata=metadata)
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
    "recur": recur_batch,
    "split": split_batch,
    "extract": extract_batch,
}


def run_stage(stage: str, batch: Path, plan: Plan) -> StageRun:
    """Run one stage on one batch; safe to run again, since a stage writes whole files."""
    started = time.perf_counter()
    rows = STAGES[stage](batch, plan)
    return StageRun(stage, batch, rows, time.perf_counter() - started)


def learn(folder: Path, batches: Sequence[Path]) -> None:
    """Write into a folder of batches which lines recur in them."""
    names = ["article_id", "source_id", "canonical_url"]
    recurring = pl.DataFrame(schema=RECURRING)
    if batches:
        log.info("counting the lines of %d batches", len(batches))
        articles = pl.concat([pl.read_parquet(batch / "articles.parquet", columns=names) for batch in batches])
        recurring = recurring_lines(articles, pl.scan_parquet([batch / "lines.parquet" for batch in batches]))
    recurring.write_parquet(folder / "recurring.parquet")


@cache
def references(plan: Plan) -> References:
    """Return the reference tables of names, read once a process."""
    return load_references(plan.aliases, plan.sources)


def _with_headlines(metadata: pl.DataFrame, paragraphs: pl.DataFrame) -> pl.DataFrame:
    """Return ARTICLE_METADATA with the first headline of each article for which no better title is known."""
    is_headline = (pl.col("field") == "title") & (pl.col("method") == "text")
    better = metadata.filter(~is_headline)
    headlines = (
        paragraphs.filter(pl.col("kind") == "headline")
        .sort("article_id", "position")
        .unique("article_id", keep="first", maintain_order=True)
        .join(better.filter(pl.col("field") == "title"), on="article_id", how="anti")
        .with_columns(pl.lit("title").alias("field"), pl.col("text").alias("value"), pl.lit("text").alias("method"))
    )
    return pl.concat([better, headlines.select(ARTICLE_METADATA.names())]).sort("article_id", "field")


def _titled(articles: pl.DataFrame, metadata: pl.DataFrame) -> pl.DataFrame:
    """Return ARTICLES with the titles of their metadata."""
    titles = metadata.filter(pl.col("field") == "title").select("article_id", pl.col("value").alias("title"))
    titled = articles.drop("title").join(titles, on="article_id", how="left", maintain_order="left")
    return titled.select(articles.columns)


def _load(batch: Path, name: str) -> pl.DataFrame:
    return pl.read_parquet(batch / f"{name}.parquet")


def _save(batch: Path, **frames: pl.DataFrame) -> None:
    """Write frames of a batch, each of them whole or not at all: a stage may be ended while it writes."""
    for name, frame in frames.items():
        unfinished = batch / f"{name}.parquet.unfinished"
        frame.write_parquet(unfinished)
        unfinished.replace(batch / f"{name}.parquet")
