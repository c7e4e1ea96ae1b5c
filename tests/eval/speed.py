"""How fast cleaning is on one core, beside trafilatura on the pages the texts were made from.

Seconds are those of the processor, so that other work on the machine counts little; of several rounds, in which all
take turns, the fastest of each counts.
"""

import sys
from itertools import islice
from pathlib import Path

from tests.eval.figures import Figures
from tests.eval.rows import read_rows, write_rows
from tests.eval.running import SAMESTORY, run

_ROUNDS = 3
# Every fourth page: trafilatura takes ten minutes for all pages in all rounds.
_STEP = 4


def speed(shared: Path, folder: Path) -> Figures:
    """Return the figures of speed."""
    texts = shared / "data" / "cleaning" / "wcxb.inscriptis.jsonl.gz"
    sizes = [len(row["text"].encode()) for row in read_rows(texts)]
    sample = folder / "sample.html.jsonl"
    pages = read_rows(shared / "data" / "cleaning" / "wcxb.html.jsonl.gz")
    write_rows(islice(pages, 0, None, _STEP), sample)
    n_pages = len(range(0, len(sizes), _STEP))
    one = write_rows([{"id": "one", "text": "One line.\n"}], folder / "one.jsonl")
    rounds = [
        [*(_cleaning(path, folder) for path in (one, texts, sample)), _extracting(sample, folder)]
        for _ in range(_ROUNDS)
    ]
    start, text, html, alone = map(min, zip(*rounds, strict=True))
    _tell(f"start {start:.2f} s, {len(sizes)} texts {text - start:.2f} s, {n_pages} pages {html - start:.2f} s")
    _tell(f"trafilatura alone on these pages {alone:.2f} s, {n_pages / alone:.1f} pages/s")
    return {
        "speed.text": sum(sizes) / 1e6 / (text - start),
        "speed.text.times": len(sizes) / (text - start) / (n_pages / alone),
        "speed.html.times": alone / (html - start),
    }


def _cleaning(path: Path, folder: Path) -> float:
    """Return how long `samestory clean` takes for a file."""
    return run([SAMESTORY, "clean", str(path)], folder / "cleaned.jsonl", one_core=True).seconds


def _extracting(path: Path, folder: Path) -> float:
    """Return how long trafilatura takes for the pages of a file, reading them and starting apart."""
    told, answers = folder / "extractor.log", folder / "extracted.jsonl"
    command = [sys.executable, "-m", "tests.eval.extractor", str(path), "default+comments", str(answers)]
    run(command, told, one_core=True)
    return float(told.read_text(encoding="utf-8"))


def _tell(text: str) -> None:
    print(f"speed: {text}", file=sys.stderr)
