"""How well the sample articles are cleaned, against lines marked by hand in sample_chrome.json."""

import json
from collections.abc import Iterator
from pathlib import Path

from samestory.assets import asset
from samestory.stages import Plan
from samestory.streams import clean_stream

SAMPLES = asset("seeds", "articles")
# For each article the lines that must go ("removed"), and those that may stay or go ("either"); all others must stay.
MARKED = Path(__file__).parent / "sample_chrome.json"


def samples() -> float:
    """Return the share of judged characters, blanks apart, that are rightly kept or removed, in percent."""
    plan = Plan(asset("seeds", "sources.csv"), asset("seeds", "aliases.csv"))
    marked = json.loads(MARKED.read_text(encoding="utf-8"))
    right = total = 0
    for row in map(json.loads, b"".join(clean_stream([str(SAMPLES)], plan)).splitlines()):
        marks = marked.get(row["id"], {"removed": [], "either": []})
        for line, n_kept in kept_by_line(row["raw_text"], row["kept"]):
            n_chars = len("".join(line.split()))
            if line in marks["either"]:
                continue
            right += n_chars - n_kept if line in marks["removed"] else n_kept
            total += n_chars
    return 100 * right / total


def kept_by_line(text: str, kept: list[list[int]]) -> Iterator[tuple[str, int]]:
    """Yield each line that is not blank, stripped, with the number of its characters that were kept, blanks apart."""
    is_kept = bytearray(len(text))
    for start, end in kept:
        is_kept[start:end] = bytes([1]) * (end - start)
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield line.strip(), sum(is_kept[at + i] for i, sign in enumerate(line) if not sign.isspace())
        at += len(line)
