"""The pages to learn from and to measure on: their lines with all features but those that are learned, and labels."""

import gzip
import json
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import polars as pl

from samestory import ingest
from samestory.assets import asset
from samestory.clean.description import described_lines
from samestory.clean.lines import explode_lines
from training.labels import shares

# The sets and flavours to learn from.
TEXTS = (("andy", "inscriptis"), ("andy", "bs4"), ("wcxb", "inscriptis"), ("wcxb", "bs4"))
PAGES = (("wcxb", "html"),)
# A line is the article's if more than half of its words are.
_HALF = 0.5
# Added to a page's words: short pages would weigh their lines too much.
_FEW_WORDS = 50
FOLDS = 5
# A text cleaned in part has at most so many lines of the body.
_MOST_CROPPED = 24
# What it counts beside a whole page: as much as that, it taught to keep too much of pages.
_OF_CROPPED = 0.3


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

    Columns beside the features: set, page (the same in all flavours), fold (of its site), is_body, importance (words,
    as a share of the page's).
    """
    gold = read_gold(folder / f"{name}.gold.jsonl.gz")
    return _labelled(read_articles(folder / f"{name}.{flavour}.jsonl.gz"), gold, f"{name}.{flavour}")


def cropped_lines(folder: Path, name: str, flavour: str) -> pl.DataFrame:
    """Return the same of texts that were cleaned in part: the beginning of each body with a few lines around it."""
    gold = read_gold(folder / f"{name}.gold.jsonl.gz")
    articles = read_articles(folder / f"{name}.{flavour}.jsonl.gz")
    lines = explode_lines(articles).hstack(_labels(explode_lines(articles), articles, gold))
    texts = {
        article_id: _crop(raws, labels, int(article_id[:12], 16))
        for article_id, raws, labels in lines.group_by("article_id", maintain_order=True)
        .agg("raw", "is_body")
        .iter_rows()
    }
    cropped = pl.col("article_id").replace_strict(texts, default="", return_dtype=pl.String)
    found = _labelled(articles.with_columns(cropped.alias("raw_text")), gold, f"{name}.{flavour}.cropped")
    return found.with_columns(pl.col("importance") * _OF_CROPPED)


def _crop(raws: Sequence[str], labels: Sequence[bool], number: int) -> str:
    """Return a piece of a text around the first lines of its body, of a length that depends on the number alone."""
    body = [line for line, is_body in enumerate(labels) if is_body]
    if not body:
        return ""
    before, after, most = number % 9, number // 9 % 9, number // 81 % _MOST_CROPPED + 2
    last = body[min(most, len(body)) - 1]
    # Behind a shortened body follows what follows the whole one.
    return "".join([*raws[max(0, body[0] - before) : last + 1], *raws[body[-1] + 1 : body[-1] + 1 + after]])


def _labelled(articles: pl.DataFrame, gold: Mapping[str, Mapping[str, str]], name: str) -> pl.DataFrame:
    """Return the described lines of articles with their labels."""
    lines = described_lines(articles)
    known = lines.hstack(_labels(lines, articles, gold)).join(
        articles.select(pl.int_range(pl.len(), dtype=pl.UInt32).alias("doc"), "input_id"),
        on="doc",
        how="left",
        maintain_order="left",
    )
    folds = {page: fold_of(row["site"]) for page, row in gold.items()}
    words = pl.col("n_words") + 1
    return known.with_columns(
        pl.lit(name).alias("set"),
        (pl.lit(name.partition(".")[0] + ".") + pl.col("input_id")).alias("page"),
        pl.col("input_id").replace_strict(folds, return_dtype=pl.Int64).alias("fold"),
        (words / (words.sum().over("doc") + _FEW_WORDS)).alias("importance"),
    )


def _labels(lines: pl.DataFrame, articles: pl.DataFrame, gold: Mapping[str, Mapping[str, str]]) -> pl.DataFrame:
    """Return is_body and n_words of each line."""
    found = [
        (share > _HALF, n_words)
        for doc, texts in lines.group_by("doc", maintain_order=True).agg("text").iter_rows()
        for share, n_words in shares(texts, gold[articles["input_id"][doc]]["text"])
    ]
    return pl.DataFrame(found, schema={"is_body": pl.Boolean, "n_words": pl.Int64}, orient="row")


def fold_of(site: str) -> int:
    """Return the part of the data that a site belongs to, the same in all sets."""
    return zlib.crc32(site.encode()) % FOLDS


def together(parts: Sequence[pl.DataFrame]) -> pl.DataFrame:
    """Return the lines of several sets, their documents numbered through."""
    lines = pl.concat(parts, how="diagonal_relaxed")
    changes = (pl.struct("set", "doc") != pl.struct("set", "doc").shift(1)).fill_null(value=True)
    return lines.with_columns(changes.cum_sum().cast(pl.UInt32).alias("doc") - 1)


def all_lines(folder: Path) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the labelled lines of all texts, and of all pages."""
    texts = [labelled_lines(folder, *part) for part in TEXTS] + [cropped_lines(folder, *part) for part in TEXTS]
    return together(texts), together([labelled_lines(folder, *part) for part in PAGES])
