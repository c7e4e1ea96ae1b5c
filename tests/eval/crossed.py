"""The figures that need training: texts and pages cleaned by models that have not seen their sites."""

import statistics
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.eval.cleaning import Measured
from tests.eval.extractor import MODES
from tests.eval.running import Score, run, score

TEXTS = ("wcxb.inscriptis", "wcxb.bs4", "andy.inscriptis", "andy.bs4")


def check(shared: Path, folder: Path) -> None:
    """Train a model for each part of the sites, and write what it makes of the part; takes minutes."""
    data, log = shared / "data" / "cleaning", folder / "check.log"
    run([sys.executable, "-m", "training", "check", str(data), str(folder)], log)


def crossed(shared: Path, folder: Path) -> Measured:
    """Return the figures of the answers that `check` wrote."""
    scores = {name: _score(shared, folder / f"{name}.jsonl") for name in (*TEXTS, "wcxb.html")}
    texts = {f"text.{name}": scores[name].f1 for name in TEXTS}
    figures = {"text": statistics.fmean(texts.values()), **texts, "html": scores["wcxb.html"].f1}
    return figures, list(scores.values())


def trafilatura_alone(shared: Path, folder: Path) -> float:
    """Return the best F1 that trafilatura reaches on the same pages, whichever way it is called."""
    pages = shared / "data" / "cleaning" / "wcxb.html.jsonl.gz"

    def one(mode: str) -> float:
        answers = folder / f"wcxb.trafilatura.{mode}.jsonl"
        run([sys.executable, "-m", "tests.eval.extractor", str(pages), mode, str(answers)], folder / f"{mode}.log")
        return _score(shared, answers).f1

    with ThreadPoolExecutor(2) as pool:
        found = dict(zip(MODES, pool.map(one, MODES), strict=True))
    print("trafilatura:", *(f"{mode} {f1}" for mode, f1 in found.items()), file=sys.stderr)
    return max(found.values())


def _score(shared: Path, answers: Path) -> Score:
    """Return the score of a file of answers, whose name begins with that of its set."""
    return score(shared, shared / "data" / "cleaning" / f"{answers.name.split('.')[0]}.gold.jsonl.gz", answers)
