"""Runs that are killed, at named steps and at random moments; each time what is live is looked at, and a run completes.

make torture [N=30]        every named step, then so many kills at random moments
"""

import json
import multiprocessing
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Any

from samestory.warehouse.publish import audit, locked
from samestory.warehouse.schema import connect
from tests.plain import build, hashes

# Each step: what the interpreter does at that moment ("call" or "return" of a function of ours, "c_call" or "c_return"
# of one of the system's, behind the name of ours that calls it), its name, and the how manyth time.
STEPS = {
    "folder made": ("return", "staging_folder", 1),
    "inputs read": ("return", "read_batches", 1),
    "copy begun": ("call", "_copy", 1),
    "build copied": ("return", "new_build", 1),
    "tables made": ("return", "prepare_build", 1),
    "documents made": ("return", "process", 1),
    "half loaded": ("return", "load_batches", 1),
    "loaded": ("return", "load_build", 1),
    "half compared": ("return", "run_scripts", 5),
    "compared": ("return", "compare_build", 1),
    "run recorded": ("return", "load_results", 1),
    "checkpointed": ("return", "finish_build", 1),
    "audited": ("return", "audit", 1),
    "read-only": ("c_return", "publish chmod", 1),
    "file durable": ("c_return", "_sync fsync", 1),
    "mark removed": ("c_return", "_sync fsync", 2),
    "before the swap": ("c_call", "publish replace", 1),
    "swapped": ("c_return", "publish replace", 1),
    "old builds go": ("call", "_drop_old_builds", 1),
    "published": ("return", "publish", 1),
}
_WORDS = ("bridge", "harbour", "school", "station", "market", "museum", "library", "theatre", "quarry", "pier")
_FORK = multiprocessing.get_context("forkserver")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a killed run left: whether it was killed before it ended, which state was live, and what was wrong."""

    killed: bool
    live: str
    fault: str


def document(number: int) -> dict[str, str]:
    """Return the record of one document, all of which tell of one place."""
    place = _WORDS[number % len(_WORDS)]
    text = f"The {place} at Velm closed on Monday after {number + 3} cracks were found, said Mira Holt. " * 2
    return {"id": f"{number:05d}", "text": text, "outlet": f"Outlet {number % 3}", "published_at": "2026-03-02"}


class Victim:
    """A warehouse that grows by one document a run, killed or not."""

    def __init__(self, folder: Path) -> None:
        self.warehouse, self._input, self._count = folder / "news.duckdb", folder / "in.jsonl", 0
        _FORK.set_forkserver_preload(["tests.torture"])
        self.seconds = self.grow()

    def grow(self) -> float:
        """Add a document by a whole run; return the seconds it takes."""
        self._add()
        started = time.monotonic()
        self._ask(_run, self._input, self.warehouse, None)
        return time.monotonic() - started

    def kill(self, step: tuple[str, str, int] | None, after: float | None = None) -> Outcome:
        """Add a document by a run that is killed, at a step or after some seconds, then by a whole one."""
        self._add()
        run = _FORK.Process(target=_run, args=(self._input, self.warehouse, step))
        run.start()
        run.join(after)
        if run.is_alive():
            run.kill()
            run.join()
        killed = run.exitcode == -signal.SIGKILL
        live, then = map(self._state, self._ask(_recover, self._input, self.warehouse))
        fault = "" if then == "new" else f"the next run left {then}"
        return Outcome(killed, live, fault if live in {"old", "new"} else live)

    def is_as_if_nothing_happened(self) -> bool:
        """Tell whether the tables are those of one run over all documents, and nothing else lies about."""
        fresh = self.warehouse.parent / "fresh" / self.warehouse.name
        self._ask(_run, self._input, fresh, None)
        same = self._ask(_hashes, self.warehouse) == self._ask(_hashes, fresh)
        return same and len(list((self.warehouse.parent / "builds").iterdir())) == 3

    def _add(self) -> None:
        with self._input.open("a") as file:
            file.write(json.dumps(document(self._count)) + "\n")
        self._count += 1

    def _state(self, held: tuple[str, ...] | str) -> str:
        """Return which state the live documents are: old, new, or what is wrong with them."""
        states = {tuple(f"{i:05d}" for i in range(self._count - more)): name for more, name in ((1, "old"), (0, "new"))}
        return states.get(held, str(held)) if isinstance(held, tuple) else held

    def _ask(self, work: Callable[..., Any], *arguments: object) -> Any:  # noqa: ANN401
        """Return what a function returns in a process of its own."""
        with _FORK.Pool(1) as pool:
            return pool.apply(work, arguments)


def _run(given: Path, warehouse: Path, step: tuple[str, str, int] | None) -> None:
    if step:
        sys.setprofile(_killer(*step))
    with locked(warehouse):
        build([str(given)], warehouse)


def _recover(given: Path, warehouse: Path) -> list[tuple[str, ...] | str]:
    """Return what is live, then what is live after a whole run."""
    before = _held(warehouse)
    _run(given, warehouse, None)
    return [before, _held(warehouse)]


def _killer(event: str, name: str, times: int) -> Callable[[FrameType, str, Any], None]:
    """Return a profiler that kills its process when something happens for the nth time."""
    left = [times]

    def look(frame: FrameType, happened: str, argument: Any) -> None:  # noqa: ANN401
        if happened != event or not (ours := _function_of_ours(frame)):
            return
        # Functions of the operating system have the module posix; str.replace has none.
        of_system = event.startswith("c_") and argument.__module__ == "posix" and f"{ours} {argument.__name__}"
        if name == (of_system or frame.f_code.co_name):
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    return look


def _function_of_ours(frame: FrameType | None) -> str:
    """Return the name of the function of ours that runs in a frame or called it through a path's method, if any."""
    while frame and "pathlib" in frame.f_code.co_filename:
        frame = frame.f_back
    return frame.f_code.co_name if frame and "samestory" in frame.f_code.co_filename else ""


def _held(warehouse: Path) -> tuple[str, ...] | str:
    """Return the documents of the live build, or what is wrong with it."""
    audit(warehouse.resolve(strict=True))
    with connect(warehouse) as connection:
        wrong = connection.execute("SELECT name FROM data_quality WHERE NOT ok").fetchall()
        names = connection.execute("SELECT input_id FROM articles ORDER BY input_id").fetchall()
    return f"wrong: {wrong}" if wrong else tuple(row[0] for row in names)


def _hashes(warehouse: Path) -> dict[str, str]:
    return hashes(warehouse)


def kills(victim: Victim, n_random: int) -> Iterator[tuple[str, Outcome]]:
    """Kill a run at every step, then at random moments; yield each with its outcome."""
    for name, step in STEPS.items():
        yield name, victim.kill(step)
    chance = random.Random(6)
    for number in range(n_random):
        after = chance.uniform(0.02, 1.0) * victim.seconds
        yield f"random {number + 1}, after {after:.2f} s", victim.kill(None, after)


def main() -> int:
    """Print each kill and what it left; return 1 where anything was lost, doubled or half there."""
    n_random = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    faults = 0
    with TemporaryDirectory(prefix="samestory-torture-") as name:
        victim = Victim(Path(name))
        for what, outcome in kills(victim, n_random):
            ended = "killed" if outcome.killed else "had ended"
            print(f"{what:<32}{ended:<11}live: {outcome.live:<5}{outcome.fault}", flush=True)
            faults += bool(outcome.fault)
        whole = victim.is_as_if_nothing_happened()
    print(f"{faults} faults; tables as of one whole run: {'yes' if whole else 'NO'}")
    return int(faults > 0 or not whole)
