"""Numbers put together to amounts: ranges, and the modifiers before and behind them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from samestory.facts.designators import is_score
from samestory.facts.number_words import ABBREVIATED_SCALES, SCALES
from samestory.facts.numerals import Numeral

_MODIFIERS = {
    "at least": r"at least|no (?:less|fewer) than|not (?:less|fewer) than|a minimum of|upwards of|≥",
    "up to": r"up to|at most|no more than|not more than|as many as|as much as|a maximum of|≤",
    "more than": r"(?:well |just )?(?:more than|over|above)|in excess of|>",
    "less than": r"(?:well |just )?(?:less than|fewer than|under|below)|<",
    "about": r"about|around|some|nearly|almost|approximately|roughly|an estimated|estimated|close to|circa|[~≈]",
    "exact": r"exactly|precisely",
}
_BEFORE = re.compile(
    r"(?<!\w)(?:"
    + "|".join(f"(?P<{name.replace(' ', '_')}>{words})" for name, words in _MODIFIERS.items()).replace(" ", r"\s+")
    + r")\s*$"
)
_BEHIND = {"or more": "at least", "or so": "about", "or less": "up to", "or fewer": "up to", "+": "at least"}
_BEHIND_PATTERN = re.compile(r"\s+or\s+(?:more|so|less|fewer)\b|\+(?!\w)")
_REACH = 30  # characters: the longest modifier is shorter
_HYPHEN = re.compile(r"\s?[-–—‑]\s?")
_TO = re.compile(r"\s+to\s+")
_OR = re.compile(r"\s+or\s+")
_CLOSE = 2.0  # two numbers joined by `or` further apart than this are alternatives; by judgement
_AND = re.compile(r"\s+and\s+")
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?[$€£¥]?\s?$")
_FROM = re.compile(r"\bfrom\s+[$€£¥]?\s?$")
# What may stand between the numbers of a range beside the word or mark that joins them.
_UNIT_SIGNS = re.compile(r"(?:us)?[$€£¥%]|\s+(?:percent|per cent)\b")
_SHARE = re.compile(r"%|per\s?cent")  # `41 percent to 45 percent` tells a poll's two sides
# `one in eight patients`, `3 in every 10`; `two in five years` counts what happened in a time.
_IN = re.compile(r"\s+in\s+(?:every\s+)?")
_TIMES = re.compile(r"[\s-]+(?:\w+\s+)?(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?)\b")
_MOST_IN = 1000  # by judgement: risks are told in so many at most
_SCALE_WORD = re.compile(rf"(?:{'|'.join([*SCALES, *ABBREVIATED_SCALES])}|[mb])$")


class Amount(NamedTuple):
    """One number or range: its span, the numbers at both ends, and whether it is a share (`one in eight`)."""

    start: int
    end: int
    first: Numeral
    last: Numeral
    is_share: bool = False


def amounts(low: str, numbers: Sequence[Numeral]) -> Iterator[Amount]:
    """Yield single numbers, ranges (`14-17`, `two or three`), shares (`one in eight`); scores (`3-1`) are left out."""
    at = 0
    while at < len(numbers):
        pair = numbers[at : at + 2]
        joined = _join(low, pair[0], pair[1]) if len(pair) == 2 else ""
        if joined == "range":
            yield _range(low, pair[0], pair[1])
        elif joined == "share":
            share = Numeral(pair[0].start, pair[1].end, pair[0].value / pair[1].value, pair[0].figures)
            yield Amount(share.start, share.end, share, share, is_share=True)
        elif joined != "score":
            yield Amount(pair[0].start, pair[0].end, pair[0], pair[0])
        at += 2 if joined else 1


def _join(low: str, first: Numeral, second: Numeral) -> str:
    """Tell how two numbers in a row belong together: as a range, a share, a score, or (empty) not at all."""
    if second.start - first.end > _REACH:
        return ""
    told = low[first.end : second.start]
    gap = _UNIT_SIGNS.sub("", told)
    before = low[max(0, first.start - _REACH) : first.start]
    rising = _scaled(low, first, second).value < second.value
    if _HYPHEN.fullmatch(gap):
        score = not rising or is_score(low, first, second)
        return "score" if score and first.figures and second.figures else "" if score else "range"
    if rising and _IN.fullmatch(gap) and second.value <= _MOST_IN and not _TIMES.match(low, second.end):
        return "share"
    linked = (
        (_TO.fullmatch(gap) and not _SHARE.search(told) and not _FROM.search(before))
        or (_AND.fullmatch(gap) and _BETWEEN.search(before))
        or (_OR.fullmatch(gap) and second.value <= _CLOSE * first.value)
    )
    return "range" if linked and rising else ""


def _range(low: str, first: Numeral, second: Numeral) -> Amount:
    """Return the range of two numbers; `between` belongs to it."""
    between = _BETWEEN.search(low, max(0, first.start - _REACH), first.start)
    start = between.start() if between else first.start
    return Amount(start, second.end, _scaled(low, first, second), second)


def _scaled(low: str, first: Numeral, second: Numeral) -> Numeral:
    """Return the first number with the scale word of the second, where only that has one (`5 to 10 million`)."""
    word = _SCALE_WORD.search(low, second.start, second.end)
    if word is None or not first.figures or _SCALE_WORD.search(low, first.start, first.end):
        return first
    scale = (SCALES | ABBREVIATED_SCALES | {"m": 1e6, "b": 1e9})[word.group()]
    return first._replace(value=first.value * scale) if first.value * scale < second.value else first


def modified(low: str, start: int, floor: int, end: int) -> tuple[int, int, str]:
    """Return the span of an amount with its modifier, looking back no further than `floor`, and the modifier."""
    before = _BEFORE.search(low, max(floor, start - _REACH), start)
    behind = _BEHIND_PATTERN.match(low, end)
    if before is not None:
        name = str(before.lastgroup).replace("_", " ")
        return before.start(), end, name
    if behind is not None:
        return start, behind.end(), _BEHIND[" ".join(behind.group().split())]
    return start, end, "exact"
