"""The line model as it ships (seeds/line_model/): how sure it is that a line belongs to the article."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

from samestory.assets import asset
from samestory.clean import network
from samestory.clean.looks import LEXICAL, LOOKS
from samestory.clean.network import Matrix, Network
from samestory.clean.page import PAGE, with_page_features
from samestory.clean.places import LEXICAL_PLACES, PLACES
from samestory.clean.words import WORDS, with_words

TEXT_FEATURES = (*LOOKS, *PLACES, *LEXICAL_PLACES, *WORDS)
PAGE_FEATURES = (*TEXT_FEATURES, *PAGE)
# What is unknown where a text is not in the language of training: its words, and rules that know other languages less.
OF_LANGUAGE = frozenset((*LEXICAL, *LEXICAL_PLACES, *WORDS, *(name for name in TEXT_FEATURES if "rule_" in name)))
LANGUAGE = "en"
# Odds are kept in steps of a sixteenth, which fit a byte.
_ODDS_STEPS = 16


@dataclass(frozen=True, slots=True)
class LineModel:
    """The log-odds of each bucket of words and of names in markup, and the networks for texts and for pages."""

    words: Matrix
    names: Matrix
    text: Network
    page: Network


@cache
def shipped() -> LineModel:
    """Return the model in seeds/line_model/."""
    return load(asset("seeds", "line_model"))


def load(folder: Path) -> LineModel:
    """Return the model that `save` wrote into a folder."""
    odds = pl.read_parquet(folder / "odds.parquet").cast(pl.Float32) / _ODDS_STEPS
    networks = (network.load(folder / f"{mode}.parquet") for mode in ("text", "page"))
    return LineModel(odds["words"].to_numpy(), odds["names"].to_numpy(), *networks)


def save(model: LineModel, folder: Path) -> None:
    """Write a model into a folder, the same bytes for the same model."""
    columns = {
        name: np.clip(np.round(odds * _ODDS_STEPS), -127, 127).astype(np.int8)
        for name, odds in (("words", model.words), ("names", model.names))
    }
    pl.DataFrame(columns).write_parquet(folder / "odds.parquet", statistics=False)
    network.save(model.text, folder / "text.parquet")
    network.save(model.page, folder / "page.parquet")


def with_probability(lines: pl.DataFrame, articles: pl.DataFrame, model: LineModel) -> pl.DataFrame:
    """Add p_body to described lines: by the page's network where there is markup, else by the text's."""
    told = with_words(lines, model.words)
    is_page = articles["markup"].is_not_null().to_numpy()[told["doc"].to_numpy()]
    known = (articles["language"].fill_null(LANGUAGE) == LANGUAGE).to_numpy()
    answers = np.zeros(len(told), dtype=np.float32)
    for rows, used in ((~is_page, model.text), (is_page, model.page)):
        if rows.any():
            part = told if rows.all() else told.filter(pl.Series(rows))
            part = with_page_features(part, model.names) if used is model.page else part
            table = features(part, used.features, known[part["doc"].to_numpy()])
            answers[rows] = network.probabilities(used, part["doc"].to_numpy().astype(np.int64), table)
    return told.with_columns(pl.Series("p_body", answers))


def features(lines: pl.DataFrame, names: tuple[str, ...], known_language: NDArray[np.bool_]) -> Matrix:
    """Return the compressed features of each line; those of its language are unknown where it is not the model's."""
    table = network.compressed(lines, names)
    of_language = np.array([name in OF_LANGUAGE for name in names], dtype=np.bool_)
    table[np.ix_(~known_language, of_language)] = np.nan
    return table
