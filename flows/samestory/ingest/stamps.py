"""When a text says that it was published: lines that are a date stamp, and nothing else."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samestory.ingest.dates import Stamp, parse_stamp

_PUBLISHED = r"(?:first\s+)?(?:published|posted|publication\s+date|publish\s+date|date\s+published)|date"
_UPDATED = r"(?:last\s+)?(?:updated|modified|edited|revised)|last\s+update|update"
_LABEL = re.compile(
    rf"\W*(?:(?P<published>{_PUBLISHED})|(?P<updated>{_UPDATED}))\b(?:\s+(?:on|at|date))?\s*[:|–-]?\s*", re.IGNORECASE
)
_YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d{3})|(?<!\d)\d{10}(?:\d{3})?(?!\d)")
_PIECES = re.compile(
    r"\s*[|·•‖»]\s*|\s+[–—/-]\s+|;\s+|\s+by\s+|,\s+(?=(?:last\s+)?(?:updated|modified|posted|published)\b)", re.I
)
_MARKUP = " \t*_#>\xa0\ufeff"
# The longest stamp, its label, a place and a byline beside it.
_MAX_CHARS = 160
# A paragraph has a dozen words and more; a headline, menu or caption seldom ends in a full stop as well.
_PROSE_WORDS = 15
_PROSE_END = re.compile(r"[.!?…][\"”’')\]]*\s*(?:\[\d+\])*$")
# A stamp stands above the text, or between its standfirst and its first paragraphs.
_LINES_AFTER = 3


@dataclass(frozen=True, slots=True)
class _Found:
    """One stamp in a text: what its label says, and whether it stands near the top."""

    label: str
    stamp: Stamp
    is_top: bool


def find_published(lines: Sequence[str]) -> Stamp | None:
    """Return the time at which a text, given by its lines that are not blank, says that it was published.

    A labelled stamp comes before a bare one, and a bare one counts near the top only; stamps that differ say nothing.
    """
    end = top_end(lines)
    dated = ((i, line) for i, line in enumerate(lines) if _YEAR.search(line))
    found = [each for i, line in dated for each in _stamps(_labelled(lines, i, line), i < end)]
    groups = (
        [each.stamp for each in found if each.label == "published" and each.is_top],
        [each.stamp for each in found if not each.label and each.is_top and each.stamp.precision in _FULL],
        [each.stamp for each in found if each.label == "published"],
        [each.stamp for each in found if each.label == "updated" and each.is_top],
    )
    return next((_agreed(group) for group in groups if group), None)


_FULL = ("day", "minute", "second")


def _labelled(lines: Sequence[str], i: int, line: str) -> str:
    """Return a line with the line above it where that is nothing but a label."""
    return f"{lines[i - 1]} {line}" if i and _LABEL.fullmatch(lines[i - 1].strip(_MARKUP)) else line


def top_end(lines: Sequence[str]) -> int:
    """Return the number of lines that count as the top: to a few lines after the first paragraph of prose."""
    first = next((i for i, line in enumerate(lines) if is_prose(line)), len(lines))
    return first + 1 + _LINES_AFTER


def is_prose(line: str) -> bool:
    """Tell a line that is a paragraph of running text."""
    return len(line) > 60 and line.count(" ") >= _PROSE_WORDS - 1 and _PROSE_END.search(line) is not None


def _stamps(line: str, is_top: bool) -> Iterator[_Found]:
    """Yield the stamps of one line: the whole line, or one of the pieces that bars and dots make of it."""
    if len(line) > _MAX_CHARS:
        return
    whole = line.strip(_MARKUP)
    for piece in (whole,) if _stamp(whole) else _PIECES.split(whole):
        if found := _stamp(piece):
            yield _Found(found[0], found[1], is_top)


def _stamp(text: str) -> tuple[str, Stamp] | None:
    """Return the label and time of a text that is a stamp."""
    label = _LABEL.match(text)
    stamp = parse_stamp(text[label.end() :].strip(_MARKUP) if label else text)
    return ((label.lastgroup or "") if label else "", stamp) if stamp else None


def _agreed(stamps: Sequence[Stamp]) -> Stamp | None:
    """Return the most exact of stamps that name the same day, None where they name several."""
    exact = max(stamps, key=lambda stamp: _FULL.index(stamp.precision) if stamp.precision in _FULL else -1)
    return (
        exact if all(stamp.at.date() == exact.at.date() or stamp.precision not in _FULL for stamp in stamps) else None
    )
