"""What a page's markup says of each line of its text, in numbers for the line model, and trafilatura's vote."""

import re
import zlib
from collections.abc import Iterator

import numpy as np
import polars as pl

from samestory.clean.network import Matrix
from samestory.clean.words import BUCKETS
from samestory.markup import PATH

_WORDS = re.compile(r"\w+")
# Shorter lines occur in any long text by chance, so they must be a line of trafilatura's text by themselves.
_FEW_WORDS = 4
_TAGS = ("p", "li", "td", "div", "h1", "h2", "h3")
_HELD = ("container", "grand")
_NAMES = ("names", "own_names")

PAGE = (
    *("voted", "link_share", "n_links", "depth", "emphasis_share"),
    *(f"in_{name}" for name in PATH),
    *(f"is_{tag}" for tag in _TAGS),
    *(f"{held}_{part}" for held in _HELD for part in ("prose", "share", "voted")),
    *(f"{names}_{how}" for names in _NAMES for how in ("mean", "least", "most", "sum")),
)


def with_votes(lines: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """Add vote: whether trafilatura keeps the line, null where there is no page or no answer."""
    pages = articles.with_row_index("doc").filter(pl.col("main_text") != "").select("doc", "main_text")
    votes = pl.Series("vote", [None] * len(lines), dtype=pl.Boolean)
    if pages.is_empty():
        return lines.with_columns(votes)
    return lines.with_columns(pl.Series("vote", _votes(lines, dict(pages.iter_rows())), dtype=pl.Boolean))


def _votes(lines: pl.DataFrame, mains: dict[int, str]) -> Iterator[bool | None]:
    """Yield the vote for each line."""
    known = {doc: (_spaced(main), {_spaced(line) for line in main.splitlines()}) for doc, main in mains.items()}
    for doc, text in lines.select("doc", "text").iter_rows():
        if doc not in known:
            yield None
            continue
        whole, single = known[doc]
        words = _spaced(text)
        yield words in single or (words.count(" ") > _FEW_WORDS and words in whole)


def _spaced(text: str) -> str:
    """Return the words of a text with a blank before, between and after them."""
    return f" {' '.join(_WORDS.findall(text.lower()))} "


def with_markup(lines: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """Add tag, path, names and the other fields of a line's markup, null for texts; lines have looks."""
    marked = (
        articles.select(pl.int_range(pl.len(), dtype=pl.UInt32).alias("doc"), "markup")
        .explode("markup")
        .drop_nulls("markup")
        .unnest("markup")
        .with_columns(pl.col("start").cast(pl.Int64))
        .sort("doc", "start")
    )
    first = lines.with_columns((pl.col("start_char") + pl.col("indent").cast(pl.Int64)).alias("start"))
    # Lines are in the order of doc and start already.
    return first.join_asof(marked, on="start", by="doc", strategy="backward", check_sortedness=False)


def name_buckets(names: pl.Series) -> pl.DataFrame:
    """Return names (distinct, in order) and bucket: one row a word of the names of elements."""
    words = (
        names.unique(maintain_order=True).to_frame("names").with_columns(pl.col("names").str.split(" ").alias("name"))
    )
    exploded = words.explode("name").drop_nulls("name")
    distinct = exploded["name"].unique()
    numbers = pl.Series([zlib.crc32(f".{name}".encode()) % BUCKETS for name in distinct], dtype=pl.UInt32)
    return exploded.join(pl.DataFrame({"name": distinct, "bucket": numbers}), on="name", maintain_order="left").drop(
        "name"
    )


def with_page_features(lines: pl.DataFrame, odds: Matrix) -> pl.DataFrame:
    """Add the columns PAGE, given the odds of each bucket of names; lines have markup and places."""
    weight, vote = pl.col("weight").clip(1), pl.col("vote").cast(pl.Float32)
    held = [column for name in _HELD for column in _held(name)]
    flagged = lines.with_columns(
        vote.fill_null(0.5).alias("voted"),
        (pl.col("link_chars") / weight).alias("link_share"),
        (pl.col("emphasised_chars") / weight).alias("emphasis_share"),
        *((pl.col("path") & bit).gt(0).alias(f"in_{name}") for name, bit in PATH.items()),
        *((pl.col("tag") == tag).alias(f"is_{tag}") for tag in _TAGS),
        *held,
    )
    for column in _NAMES:
        flagged = flagged.join(_odds_of(flagged[column], odds), on=column, how="left", maintain_order="left")
    return flagged.with_columns(pl.col(name).cast(pl.Float32).fill_null(0) for name in PAGE)


def _held(name: str) -> Iterator[pl.Expr]:
    """Yield how much prose the lines of one container have, as a share of the page's too, and which share got votes."""
    prose = pl.col("prose").sum().over("doc", name)
    yield prose.alias(f"{name}_prose")
    yield (prose / pl.col("page_prose").clip(1)).alias(f"{name}_share")
    voted = pl.when("vote").then(pl.col("weight")).otherwise(0).sum().over("doc", name)
    yield (voted / pl.col("weight").sum().over("doc", name)).alias(f"{name}_voted")


def _odds_of(names: pl.Series, odds: Matrix) -> pl.DataFrame:
    """Return for each distinct value of a column of names the mean, least, most and sum of their odds."""
    found = name_buckets(names)
    value = pl.Series("odds", np.asarray(odds)[found["bucket"].to_numpy()], dtype=pl.Float32)
    told, column = pl.col("odds"), names.name
    return (
        found.with_columns(value)
        .group_by("names")
        .agg(
            told.mean().alias(f"{column}_mean"),
            told.min().alias(f"{column}_least"),
            told.max().alias(f"{column}_most"),
            told.sum().alias(f"{column}_sum"),
        )
        .rename({"names": column})
    )
