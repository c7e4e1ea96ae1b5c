"""The command as users run it and the scorer, each as a process of its own, and what they cost."""

import ast
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from samestory.assets import asset

ROOT = asset("flows").parent
SAMESTORY = str(Path(sys.executable).parent / "samestory")
# One core means one thread too: more would only wait for each other.
_ONE_THREAD = {"POLARS_MAX_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
# Linux counts the peak of memory in KiB, macOS in bytes.
_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: seconds of processors, and bytes of memory at its peak."""

    seconds: float
    peak: int


@dataclass(frozen=True, slots=True)
class Score:
    """What the scorer says: F1 in all and by group, pages rebuilt in percent, spans removed without a reason."""

    f1: float
    groups: dict[str, float]
    rebuilt: float
    without_reason: int


def shared_folder() -> Path | None:
    """Return the folder with the evaluation data and scorers, if there is one."""
    folder = Path(os.environ.get("SAMESTORY_SHARED", ROOT.parent / "shared")).absolute()
    return folder if (folder / "eval" / "score_clean.py").exists() else None


def run(command: Sequence[str], output: Path, *, one_core: bool = False) -> Cost:
    """Run a command, its output to a file, and return what it took; on one core if asked."""
    environment = {**os.environ, **_ONE_THREAD} if one_core else None
    pinned = ["taskset", "-c", str(min(os.sched_getaffinity(0)))] if one_core and shutil.which("taskset") else []
    with output.open("wb") as file:
        process = subprocess.Popen([*pinned, *command], stdout=file, cwd=ROOT, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _PEAK_UNIT)


def score(shared: Path, gold: Path, answers: Path, by: str | None = None) -> Score:
    """Return the score of answers as `samestory clean` prints them; groups are those of a column of the gold file."""
    command = [sys.executable, str(shared / "eval" / "score_clean.py"), str(gold), str(answers)]
    done = subprocess.run([*command, *(["--by", by] if by else [])], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{answers.name} cannot be scored: {done.stderr.strip()}")
    *groups, last = done.stdout.strip().splitlines()
    found = json.loads(last)
    return Score(found["f1"], dict(map(_group, groups)), found["rebuilt"], found["removed_without_reason"])


def _group(line: str) -> tuple[str, float]:
    """Return the name and the F1 of a group: a line such as "el    {'f1': 80.0, …}"."""
    name, _, figures = line.partition("{")
    return name.strip(), ast.literal_eval("{" + figures)["f1"]
