"""The figures of the command and the model that ship: languages never seen, texts that are clean, the five seeds."""

import re
import statistics
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from tests.eval.figures import Figures
from tests.eval.rows import Row, read_rows, write_rows
from tests.eval.running import SAMESTORY, Score, run, score

Measured: TypeAlias = tuple[Figures, list[Score]]
# A line of that many words that ends like a sentence is prose: shorter ones may be titles, captions or signatures,
# which are not always the body's.
_PROSE = 12
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_LINE = re.compile(r"[^\n]+")


def daniel(shared: Path, folder: Path) -> Measured:
    """Return the figures of the five languages."""
    data = shared / "data" / "cleaning"
    answers = folder / "daniel.jsonl"
    run([SAMESTORY, "clean", str(data / "daniel.inscriptis.jsonl.gz")], answers)
    scored = score(shared, data / "daniel.gold.jsonl.gz", answers, by="lang")
    languages = scored.groups.values()
    return {"daniel": statistics.fmean(languages), "daniel.worst": min(languages)}, [scored]


def bodies(shared: Path, folder: Path) -> Measured:
    """Return how much of gold bodies is left when they are cleaned."""
    scores = {}
    for name in ("wcxb", "andy"):
        gold = shared / "data" / "cleaning" / f"{name}.gold.jsonl.gz"
        given, answers = folder / f"{name}.bodies.jsonl", folder / f"{name}.bodies.cleaned.jsonl"
        write_rows(({"id": row["id"], "text": row["text"]} for row in read_rows(gold)), given)
        run([SAMESTORY, "clean", str(given)], answers)
        scores[f"bodies.{name}"] = score(shared, gold, answers)
    return {name: scored.f1 for name, scored in scores.items()}, list(scores.values())


def seeds(shared: Path, folder: Path) -> Measured:
    """Return how many lines of furniture the five seeds lose, and how many of their prose they keep."""
    gold_file, printed = shared / "data" / "facts" / "seeds" / "gold.jsonl", folder / "seeds.printed.jsonl"
    run([SAMESTORY, "clean", str(shared / "seeds")], printed)
    cleaned = {Path(row["id"]).stem: row for row in read_rows(printed)}
    answers = write_rows((row | {"id": key} for key, row in cleaned.items()), folder / "seeds.jsonl")
    furniture, prose = [], []
    for gold in read_rows(gold_file):
        row = cleaned[gold["id"]]
        spans = [(span["start"], span["end"]) for span in gold["furniture"]]
        furniture += [_share_removed(row, *span) == 1 for span in spans]
        prose += [_share_removed(row, *span) == 0 for span in prose_lines(gold["text"], spans)]
    figures = {"seeds.furniture": 100 * statistics.fmean(furniture), "seeds.body": 100 * statistics.fmean(prose)}
    return figures, [score(shared, gold_file, answers)]


def prose_lines(text: str, furniture: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans of the lines of prose that no furniture touches."""
    for line in _LINE.finditer(text):
        words, (start, end) = line.group().split(), line.span()
        touched = any(first < end and start < last for first, last in furniture)
        if len(words) >= _PROSE and _SENTENCE_END.search(line.group().strip()) and not touched:
            yield start, end


def _share_removed(row: Row, start: int, end: int) -> float:
    """Return the share of a span's characters, blanks apart, that was removed."""
    gone = {at for span in row["removed"] for at in range(max(start, span["start"]), min(end, span["end"]))}
    counted = [at for at in range(start, end) if not row["raw_text"][at].isspace()]
    return sum(at in gone for at in counted) / max(1, len(counted))
