"""The pages to learn from and to measure on: their lines with all features but those that are learned, and labels."""

import gzip
import json
import zlib
from collections.abc import Sequence
from pathlib import Path

import polars as pl

from samestory import ingest
from samestory.assets import asset
from samestory.clean.description import described_lines
from training.labels import shares

# A line is the article's if more than half of its words are.
_HALF = 0.5
# Added to a page's words: short pages would weigh their lines too much.
_FEW_WORDS = 50
FOLDS = 5


def read_articles(path: Path) -> pl.DataFrame:
    """Return the ARTICLES of a file of JSON lines."""
    documents = pl.concat([read for read, _ in ingest.read_documents(ingest.discover([str(path)]), 5000)])
    return ingest.describe(documents.unique("article_id", maintain_order=True), asset("seeds", "sources.csv")).articles


def read_gold(path: Path) -> dict[str, dict[str, str]]:
    """Return the rows of a file of gold bodies by id."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return {row["id"]: row for row in map(json.loads, file)}


def labelled_lines(folder: Path, name: str, flavour: str) -> pl.DataFrame:
    """Return the lines of one set in one flavour.

    Columns beside the features: page (the same in all flavours), site, fold, is_body, importance (words, as a share
    of the page's).
    """
    gold = read_gold(folder / f"{name}.gold.jsonl.gz")
    articles = read_articles(folder / f"{name}.{flavour}.jsonl.gz")
    lines = described_lines(articles)
    ids = articles.select(pl.int_range(pl.len(), dtype=pl.UInt32).alias("doc"), "input_id", "language")
    labels = [
        (share > _HALF, n_words + 1)
        for doc, texts in lines.group_by("doc", maintain_order=True).agg("text").iter_rows()
        for share, n_words in shares(texts, gold[articles["input_id"][doc]]["text"])
    ]
    sites = {key: row["site"] for key, row in gold.items()}
    known = lines.join(ids, on="doc", how="left", maintain_order="left").hstack(
        pl.DataFrame(labels, schema={"is_body": pl.Boolean, "n_words": pl.Int64}, orient="row")
    )
    return known.with_columns(
        pl.lit(f"{name}.{flavour}").alias("set"),
        (pl.lit(f"{name}.") + pl.col("input_id")).alias("page"),
        pl.col("input_id").replace_strict(sites, return_dtype=pl.String).alias("site"),
        (pl.col("n_words") / (pl.col("n_words").sum().over("doc") + _FEW_WORDS)).alias("importance"),
    ).with_columns(pl.col("site").map_elements(fold_of, return_dtype=pl.Int64).alias("fold"))


def fold_of(site: str) -> int:
    """Return the part of the data that a site belongs to, the same in all sets."""
    return zlib.crc32(site.encode()) % FOLDS


def together(parts: Sequence[pl.DataFrame]) -> pl.DataFrame:
    """Return the lines of several sets, their documents numbered through."""
    lines = pl.concat(parts, how="diagonal_relaxed")
    changes = (pl.struct("set", "doc") != pl.struct("set", "doc").shift(1)).fill_null(value=True)
    return lines.with_columns(changes.cum_sum().cast(pl.UInt32).alias("doc") - 1)
