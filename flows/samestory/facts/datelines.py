"""The dateline of a report ("VELM, Orvenia (Wire) - …"): where it was written, not what happened."""

import re

_PLACE = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}"
_CAPITALS = r"[A-Z][A-Z.'’-]{2,}(?: [A-Z][A-Z.'’-]+){0,3}"
_DAY = r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?"
_AGENCY = r"\([A-Z][^()]{1,40}\)"
# Capitals for the place or an agency in brackets, and a dash: "The dam - built in 1968 - broke" has neither.
_DATELINE = re.compile(
    rf"\s*(?:{_CAPITALS}(?:, {_PLACE}){{0,2}}{_DAY}(?: ?{_AGENCY})?|(?:{_PLACE}(?:, {_PLACE}){{0,2}} ?)?{_AGENCY})"
    r" ?(?:--|[-–—])\s+(?=\S)"
)


def after_dateline(text: str, start: int, end: int) -> int:
    """Return where text[start:end] starts after its dateline, `start` if it has none."""
    found = _DATELINE.match(text, start, end)
    return found.end() if found and found.end() < end else start
