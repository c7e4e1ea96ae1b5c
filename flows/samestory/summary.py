"""What a person reads after a run: counts, seconds, and three questions to ask next."""

from collections.abc import Mapping
from pathlib import Path

from samestory.warehouse.answers import Figures

EXAMPLES = (
    ("who confirms it independently", "FROM corroboration"),
    ("who contradicts whom", "FROM disagreements"),
    ("who said what", "FROM who_said('{speaker}')"),
)
_STATUSES = ("corroborated", "echo", "single_source", "conflict", "update")


def summary(warehouse: Path, figures: Figures, seconds: Mapping[str, float], report: Path) -> str:
    """Return the summary of a run as lines of text."""
    counts = figures.counts
    disputed = figures.statuses.get("conflict", 0)
    rows = [
        ("articles", f"{counts['articles']:,} of {figures.outlets:,} outlets"),
        ("paragraphs", f"{counts['paragraphs']:,} kept, {counts['removed_spans']:,} spans of chrome removed"),
        ("facts", _listed(figures.facts)),
        ("claims", f"{counts['claims']:,}"),
        ("stories", f"{counts['stories']:,}"),
        ("corroborated", f"{figures.statuses.get('corroborated', 0):,} claims by two or more independent origins"),
        ("disputed", f"{disputed:,} claims on which sources conflict, {figures.statuses.get('update', 0):,} updated"),
        ("echoes", f"{figures.statuses.get('echo', 0):,} claims of several outlets with one origin"),
        ("rejected", _listed(figures.rejected) or "0"),
        ("seconds", ", ".join(f"{stage} {taken:.1f}" for stage, taken in seconds.items())),
    ]
    lines = [f"{name:>13}  {text}" for name, text in rows]
    return "\n".join([f"\n{warehouse}", *lines, f"\nvalidation report: {report}", "\nAsk next:", *_questions(figures)])


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count:,} {name}" for name, count in counts.items())


def _questions(figures: Figures) -> list[str]:
    """Return the example queries, the last one about somebody who is quoted in this warehouse."""
    quoted = figures.speaker or "Reuters"
    asked = [(question, sql.format(speaker=quoted.replace("'", "''"))) for question, sql in EXAMPLES]
    return [f'  samestory query "{sql}"'.ljust(52) + f"  # {question}" for question, sql in asked]
