"""Decisions per line to spans that tile the raw text."""

import polars as pl

from samestory.clean.cuts import with_cuts
from samestory.records import SPANS


def to_spans(lines: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """Merge neighbouring lines with the same decision; a text of blanks alone is one removed span."""
    decided = with_cuts(lines.select(*SPANS.names(), "raw"))
    blank = articles.filter((pl.col("raw_text").str.len_chars() > 0) & ~pl.col("raw_text").str.contains(r"\S")).select(
        "article_id",
        pl.lit(0, pl.Int64).alias("start_char"),
        pl.col("raw_text").str.len_chars().cast(pl.Int64).alias("end_char"),
        pl.lit(False).alias("kept"),
        pl.lit("other").alias("kind"),
        pl.lit("blank").alias("rule"),
        pl.lit(1.0).alias("score"),
    )
    return joined(pl.concat([decided, blank]).sort("article_id", "start_char"))


def joined(spans: pl.DataFrame) -> pl.DataFrame:
    """Join touching spans of one article, kind and rule; the score of the whole is the lowest of its parts."""
    same = pl.struct("article_id", "kept", "kind", "rule")
    return (
        spans.group_by((same != same.shift(1)).fill_null(True).cum_sum().alias("_run"), maintain_order=True)
        .agg(
            pl.col("article_id", "start_char").first(),
            pl.col("end_char").last(),
            pl.col("kept", "kind", "rule").first(),
            pl.col("score").min(),
        )
        .select(SPANS.names())
        .cast(dict(SPANS.items()))
    )


def whole_text(articles: pl.DataFrame) -> pl.DataFrame:
    """Return one kept span per article that has any text."""
    return (
        articles.filter(pl.col("raw_text").str.len_chars() > 0)
        .select(
            "article_id",
            pl.lit(0).alias("start_char"),
            pl.col("raw_text").str.len_chars().alias("end_char"),
            pl.lit(True).alias("kept"),
            pl.lit(None).alias("kind"),
            pl.lit(None).alias("rule"),
            pl.lit(None).alias("score"),
        )
        .cast(dict(SPANS.items()))
        .sort("article_id")
    )
