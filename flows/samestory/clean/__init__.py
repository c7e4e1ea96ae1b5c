"""Cleaning: which spans of a raw text are the article, and what was removed, why and how surely."""

import polars as pl

from samestory.clean.decide import decide
from samestory.clean.description import described_lines
from samestory.clean.model import LineModel, shipped, with_probability
from samestory.clean.spans import to_spans, whole_text


def clean(articles: pl.DataFrame, model: LineModel | None = None) -> pl.DataFrame:
    """Return SPANS for ARTICLES: kept and removed spans that cover each raw_text exactly once."""
    lines = with_probability(described_lines(articles), articles, model or shipped())
    return to_spans(decide(lines), articles)


def keep_everything(articles: pl.DataFrame) -> pl.DataFrame:
    """Return SPANS that keep each raw_text whole."""
    return whole_text(articles)
