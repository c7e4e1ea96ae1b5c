"""Train the line model of cleaning, or cross-validate it.

usage: python -m training fit DATA MODEL       write the model in the folder MODEL that all sites of DATA teach
       python -m training check DATA ANSWERS   write for each set and flavour what models of other sites clean

DATA is a folder with wcxb and andy: gold bodies, texts in two flavours, and the pages of wcxb.
"""

import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from os import cpu_count
from pathlib import Path

import polars as pl

from samestory.clean import clean
from samestory.clean.model import LineModel, save
from samestory.streams import cleaned_lines
from training.data import FOLDS, fold_of, labelled_lines, read_articles, read_gold, together
from training.fit import fit

TEXTS = (("andy", "inscriptis"), ("andy", "bs4"), ("wcxb", "inscriptis"), ("wcxb", "bs4"))
PAGES = (("wcxb", "html"),)
# A fold's lines and their gradients take that much memory in GB; more processes than folds find nothing to do.
_WORKERS = min(FOLDS, cpu_count() or 1)


def main() -> int:
    """Run one command; return 2 where it is called wrongly."""
    match sys.argv[1:]:
        case ["fit", data, model]:
            Path(model).mkdir(parents=True, exist_ok=True)
            save(fit(*_lines(Path(data))), Path(model))
        case ["check", data, answers]:
            Path(answers).mkdir(parents=True, exist_ok=True)
            _check(Path(data), Path(answers))
        case _:
            sys.stderr.write(f"{__doc__}\n")
            return 2
    return 0


def _lines(folder: Path) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the labelled lines of all texts, and of all pages."""
    texts, pages = (together([labelled_lines(folder, *part) for part in parts]) for parts in (TEXTS, PAGES))
    return texts, pages


def _check(data: Path, answers: Path) -> None:
    """Write what models clean that were trained on other sites, as `samestory clean` prints it."""
    texts, pages = _lines(data)
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
    spans = pl.concat([clean(articles.filter(folds == fold), model) for fold, model in enumerate(models)])
    return cleaned_lines(articles.select(pl.col("input_id").alias("id"), "article_id"), articles, spans)


if __name__ == "__main__":
    raise SystemExit(main())
