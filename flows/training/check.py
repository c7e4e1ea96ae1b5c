"""Cross-validation of the line model by site."""

from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from os import cpu_count
from pathlib import Path

import polars as pl

from samestory.clean import clean
from samestory.clean.counting import recurring_lines
from samestory.clean.model import LineModel
from samestory.clean.recurring import article_lines, recurring_places, with_recurring
from samestory.streams import cleaned_lines
from training.data import FOLDS, PAGES, TEXTS, all_lines, fold_of, read_articles, read_gold
from training.fit import fit

# A fold's lines and their gradients take that much memory in GB; more processes than folds find nothing to do.
_WORKERS = min(FOLDS, cpu_count() or 1)


def check(data: Path, answers: Path) -> None:
    """Write what models clean that were trained on other sites, as `samestory clean` prints it."""
    texts, pages = all_lines(data)
    texts.write_parquet(answers / "texts.parquet")
    pages.write_parquet(answers / "pages.parquet")
    # A fork would inherit locks of polars.
    with ProcessPoolExecutor(_WORKERS, mp_context=get_context("spawn")) as pool:
        models = list(pool.map(partial(_fit_without, answers), range(FOLDS)))
    for name, flavour in (*TEXTS, *PAGES):
        (answers / f"{name}.{flavour}.jsonl").write_bytes(_answers(data, name, flavour, models))


def _fit_without(folder: Path, fold: int) -> LineModel:
    """Return the model of all sites but those of one fold."""
    others = pl.col("fold") != fold
    texts, pages = (pl.read_parquet(folder / f"{part}.parquet").filter(others) for part in ("texts", "pages"))
    return fit(texts, pages)


def _answers(data: Path, name: str, flavour: str, models: list[LineModel]) -> bytes:
    """Return the cleaned pages of one set, each by the model that has not seen its site."""
    gold = read_gold(data / f"{name}.gold.jsonl.gz")
    articles = read_articles(data / f"{name}.{flavour}.jsonl.gz")
    folds = pl.Series([fold_of(gold[page]["site"]) for page in articles["input_id"]])
    own = pl.concat([clean(articles.filter(folds == fold), model) for fold, model in enumerate(models)])
    # As the command does: all pages of a site are in one part, so no model has seen what they show of each other.
    lines = article_lines(articles, own)
    spans = with_recurring(own, recurring_places(lines, recurring_lines(articles, lines.lazy())))
    return cleaned_lines(articles.select(pl.col("input_id").alias("id"), "article_id"), articles, spans)
