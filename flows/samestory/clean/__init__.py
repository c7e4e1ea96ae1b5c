"""Cleaning: which spans of a raw text are the article, and what was removed, why and how surely."""

import polars as pl

from samestory.clean.body import with_body_run
from samestory.clean.context import with_context_rules
from samestory.clean.decide import decide
from samestory.clean.features import with_features
from samestory.clean.lines import explode_lines
from samestory.clean.page import with_votes
from samestory.clean.patterns import with_rules
from samestory.clean.spans import to_spans, whole_text


def clean(articles: pl.DataFrame) -> pl.DataFrame:
    """Return SPANS for ARTICLES: kept and removed spans that cover each raw_text exactly once."""
    lines = with_context_rules(with_rules(with_features(explode_lines(articles))))
    return to_spans(decide(with_body_run(with_votes(lines, articles)), articles), articles)


def keep_everything(articles: pl.DataFrame) -> pl.DataFrame:
    """Return SPANS that keep each raw_text whole."""
    return whole_text(articles)
