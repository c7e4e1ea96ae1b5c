"""The figures of extraction, by the scorers on the command's output: quotations, dates, numbers, names, certainty."""

import gzip
import json
import shutil
import subprocess
import sys
from pathlib import Path

from tests.eval.figures import Figures
from tests.eval.rows import read_rows
from tests.eval.running import SAMESTORY, run

# What each scorer prints, and the figure it is: the set, then the names in its last line.
_NAMES = {
    "quotes": {
        "found_f1": "found",
        "speaker_f1": "speaker",
        "direct_f1": "direct",
        "saying_right_source": "indirect",
        "content_token_f1": "content",
    },
    "dates": {"strict_f1": "strict", "relaxed_f1": "relaxed", "value_f1": "value"},
    "numbers": {"cases_right_pct": "right"},
    "entities": {"all_exact_f1": "exact", "all_overlap_f1": "overlap"},
    "certainty": {"mae": "mae", "r": "r"},
    "seeds": {
        "quotes": "quotes",
        "attributions": "attributions",
        "turns": "turns",
        "numbers": "numbers",
        "dates": "dates",
        "mentions_exact_span": "mentions",
        "alias_b3_f1": "aliases",
    },
}
# Figures between 0 and 1 are told in hundredths, since a fall by .05 of any figure counts.
_IN_HUNDREDTHS = frozenset({"mae", "r"})
_FALSE_ALARMS = ("false_numbers", "false_quotes", "false_furniture")


def facts(shared: Path, folder: Path) -> Figures:
    """Return all figures of extraction but its speed."""
    figures: dict[str, float] = {}
    fidelity: list[float] = []
    for name, names in _NAMES.items():
        found = _scored(shared, folder, name)
        for key, short in names.items():
            figures[f"facts.{name}.{short}"] = found[key] * (100 if short in _IN_HUNDREDTHS else 1)
        fidelity.append(found["fidelity"])
        if name == "seeds":
            figures["facts.seeds.false"] = sum(found[key] for key in _FALSE_ALARMS)
    figures["facts.fidelity"] = min(fidelity)
    return figures


def facts_speed(shared: Path, folder: Path) -> Figures:
    """Return how many thousand characters one core extracts all kinds of facts from in a second, starting apart."""
    given = _unpacked(shared / "data" / "facts" / "quotes" / "dev.input.jsonl.gz", folder)
    n_chars = sum(len(row["text"]) for row in read_rows(given))
    # A name, so that starting includes reading the lists of places.
    line = {"id": "one", "text": "Mira Holt left Brell.", "published_at": None}
    one = folder / "one.facts.jsonl"
    one.write_text(json.dumps(line) + "\n", encoding="utf-8")
    start, all_rows = (
        run([SAMESTORY, "extract", str(path), "--no-clean"], folder / "speed.facts.jsonl", one_core=True).seconds
        for path in (one, given)
    )
    return {"facts.speed": n_chars / 1000 / (all_rows - start)}


def _scored(shared: Path, folder: Path, name: str) -> dict[str, float]:
    """Return the figures that the scorer of a set prints for what the command extracts."""
    data = shared / "data" / "facts" / name
    seeds = name == "seeds"
    given, gold = (_either(data, f"{'' if seeds else 'dev.'}{part}.jsonl") for part in ("input", "gold"))
    answers = folder / f"{name}.facts.jsonl"
    run([SAMESTORY, "extract", str(given), *([] if seeds else ["--no-clean"])], answers)
    command = [sys.executable, str(shared / "eval" / f"score_{name}.py"), str(gold), str(answers)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{answers.name} cannot be scored: {done.stderr.strip()}")
    scored: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return scored


def _either(folder: Path, name: str) -> Path:
    """Return a file of a folder, packed or not."""
    return folder / name if (folder / name).exists() else folder / f"{name}.gz"


def _unpacked(path: Path, folder: Path) -> Path:
    """Unpack a file into a folder, so that unpacking is no part of what is timed."""
    target = folder / path.stem
    with gzip.open(path, "rb") as packed, target.open("wb") as plain:
        shutil.copyfileobj(packed, plain)
    return target
