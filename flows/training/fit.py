"""From labelled lines to a line model."""

from collections.abc import Callable

import numpy as np
import polars as pl

from samestory.clean.model import PAGE_FEATURES, TEXT_FEATURES, LineModel, features
from samestory.clean.network import Network
from samestory.clean.page import with_page_features
from samestory.clean.words import with_words
from training.network import Lines, train
from training.odds import name_odds, word_odds

# Where the longest run of prose and the gold body have less than this in common, the gold is cut short, or is another
# part of the page: such pages teach wrong things.
_IN_COMMON = 0.3


def fit(texts: pl.DataFrame, pages: pl.DataFrame) -> LineModel:
    """Return the model that the labelled lines of texts and of pages teach."""
    text = _network(texts, TEXT_FEATURES, _with_word_odds)
    page = _network(pages, PAGE_FEATURES, _with_page_odds)
    return LineModel(word_odds(texts), name_odds(pages), text, page)


def _network(
    lines: pl.DataFrame, names: tuple[str, ...], learned: Callable[[pl.DataFrame, pl.DataFrame], pl.DataFrame]
) -> Network:
    """Return the network for lines, the odds of whose words were learned on other sites than their own."""
    folds = lines["fold"].unique().sort()
    parts = [learned(lines.filter(fold=fold), lines.filter(pl.col("fold") != fold)) for fold in folds]
    told = pl.concat(parts).sort("doc", "line")
    weights = (told["importance"] * _is_fit(told)).to_numpy()
    docs, labels = (told[name].to_numpy() for name in ("doc", "is_body"))
    # Every page teaches twice: as it is, and as if its language were unknown.
    tables = [features(told, names, np.full(len(told), fill_value=known)) for known in (True, False)]
    twice = Lines(
        np.concatenate([docs, docs + docs.max() + 1]).astype(np.int64),
        np.concatenate(tables),
        np.tile(labels, 2).astype(np.float32),
        np.tile(weights / weights.mean(), 2).astype(np.float32),
    )
    return train(twice, names)


def _with_word_odds(lines: pl.DataFrame, others: pl.DataFrame) -> pl.DataFrame:
    """Add the features of words, as the lines of other sites teach them."""
    return with_words(lines, word_odds(others))


def _with_page_odds(lines: pl.DataFrame, others: pl.DataFrame) -> pl.DataFrame:
    """Add the features of words and of markup, as the lines of other sites teach them."""
    return with_page_features(_with_word_odds(lines, others), name_odds(others))


def _is_fit(lines: pl.DataFrame) -> pl.Series:
    """Return whether a line's page has a gold body that its longest run of prose has much in common with."""
    both, either = pl.col("is_body") & pl.col("in_run"), pl.col("is_body") | pl.col("in_run")
    common = pl.col("importance").filter(both).sum() / pl.col("importance").filter(either).sum()
    return lines.select((common.over("doc") >= _IN_COMMON).fill_null(value=False)).to_series()
