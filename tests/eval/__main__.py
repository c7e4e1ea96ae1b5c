"""Measure every figure of cleaning and of facts and compare it with the last committed one.

usage: python -m tests.eval            measure; exit 1 when a figure fell, 2 when there is no data
       python -m tests.eval accept [--lower]    commit to what was measured last, lower figures only with --lower
"""

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from tests.eval.cleaning import bodies, daniel, seeds
from tests.eval.crossed import check, crossed, trafilatura_alone
from tests.eval.facts import facts, facts_speed
from tests.eval.figures import COMMITTED, Figures, accepted, falls, read, table, write
from tests.eval.running import ROOT, Score, shared_folder
from tests.eval.samples import samples
from tests.eval.speed import speed

T = TypeVar("T")
MEASURED = ROOT / ".cache" / "eval" / "figures.json"


def main() -> int:
    """Run one command."""
    match sys.argv[1:]:
        case []:
            shared = shared_folder()
            return measure(shared) if shared else _wrong("no evaluation data; set SAMESTORY_SHARED")
        case ["accept", *flags] if set(flags) <= {"--lower"}:
            write(accepted(read(MEASURED), _floors(), lower=bool(flags)), COMMITTED)
            return 0
        case _:
            return _wrong(str(__doc__))


def measure(shared: Path) -> int:
    """Print all figures, keep them for `accept`, and return 1 when one fell."""
    with TemporaryDirectory(prefix="samestory-eval-") as folder:
        measured = all_figures(shared, Path(folder))
    write(measured, MEASURED)
    floors = _floors()
    print(table(measured, floors))
    fallen = falls(measured, floors)
    for line in fallen:
        print(f"FELL {line}")
    if not fallen and accepted(measured, floors) != floors:
        print("Some figures rose: `make eval-accept` makes them the new floors.")
    return int(bool(fallen))


def all_figures(shared: Path, folder: Path) -> Figures:
    """Return every figure; speed first, while nothing else is at work."""
    figures = dict(_told("speed", partial(speed, shared, folder)))
    figures |= _told("speed of facts", partial(facts_speed, shared, folder))
    figures |= _told("facts", partial(facts, shared, folder))
    _told("cross-validation", partial(check, shared, folder))
    scores: list[Score] = []
    for part in (crossed, daniel, bodies, seeds):
        found, scored = _told(part.__name__, partial(part, shared, folder))
        figures |= found
        scores += scored
    figures["samples"] = _told("samples", samples)
    figures["html.trafilatura"] = _told("trafilatura", partial(trafilatura_alone, shared, folder))
    figures["html.gain"] = figures["html"] - figures["html.trafilatura"]
    figures["rebuilt"] = min(scored.rebuilt for scored in scores)
    figures["unexplained"] = sum(scored.without_reason for scored in scores)
    return figures


def _told(name: str, part: Callable[[], T]) -> T:
    """Return what a part measures, telling on stderr how long it took."""
    started = time.perf_counter()
    measured = part()
    print(f"eval: {name}, {time.perf_counter() - started:.0f} s", file=sys.stderr)
    return measured


def _floors() -> Figures:
    """Return the committed figures, none before the first are accepted."""
    return read(COMMITTED) if COMMITTED.exists() else {}


def _wrong(text: str) -> int:
    print(text, file=sys.stderr)
    return 2


if __name__ == "__main__":
    raise SystemExit(main())
