"""Who signed a text without a byline: a name beside the date, of whom the text says who that is."""

import re
from collections.abc import Sequence

import polars as pl

from samestory.ingest.bylines import is_person
from samestory.ingest.lines import Line, Part, Stated, is_near, stripped
from samestory.ingest.stamps import is_stamped

_MARKS = " \t*•·|–—-"
# The longest name of four words, with the marks before it.
_MAX_CHARS = 40
_MAYBE_NAME = r"^[*•·|–—\s-]*(?:\p{Lu}[\p{L}.'’-]*\s+){1,3}\p{Lu}[\p{L}.'’-]+$"
# What a box about an author says of no button or section that stands in the same place.
_SAYS = (
    r"\s+(?:is|was|has|writes|covers|reports|works|joined|leads|holds|brings|serves|started|founded|studied|lives)\b"
)


def may_be_signature() -> tuple[pl.Expr, ...]:
    """Return the conditions under which a line is worth reading as an author's name."""
    return (pl.col("n_chars") <= _MAX_CHARS) & is_near(), pl.col("text").str.contains(_MAYBE_NAME)


def find_signature(names: Sequence[Line], stamps: Sequence[Line], text: str) -> Stated[str] | None:
    """Return the only person whose name stands right above or below a date stamp and whom the text tells about."""
    persons = signers(names, stamps)
    if not persons or len({part.text for part in persons}) > 1:
        return None
    name = persons[0]
    return Stated(name.text, name.start, name.start + len(name.text)) if _is_told_about(name.text, text) else None


def signers(names: Sequence[Line], stamps: Sequence[Line]) -> list[Part]:
    """Return what has the shape of a person's name and stands right above or below a date stamp."""
    dated = {line.number for line in stamps if line.is_near and is_stamped(line)}
    beside = [line for line in names if dated & {line.number - 1, line.number + 1}]
    parts = [stripped(Part(line.start, line.text), _MARKS) for line in beside]
    return [part for part in parts if is_person(part.text)]


def _is_told_about(name: str, text: str) -> bool:
    """Tell whether a text says who somebody is, by full name or, where that stands twice, by first name."""
    first, rest = name.split(maxsplit=1)
    surname = rf"\s+{re.escape(rest)}" if text.count(name) < 2 else rf"(?:\s+{re.escape(rest)})?"
    # A pattern that begins with letters is searched for ten times as fast as one that begins with a border.
    told = re.finditer(rf"{re.escape(first)}{surname}{_SAYS}", text)
    is_told = any(found.start() == 0 or not text[found.start() - 1].isalnum() for found in told)
    return is_told or re.search(rf"bout\s+{re.escape(name)}\b", text) is not None
