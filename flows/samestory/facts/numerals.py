"""Where numbers stand in a text and what they are worth; figures that are no numbers are passed over."""

import math
import re
from collections.abc import Iterator
from typing import NamedTuple

from samestory.facts.number_words import (
    ABBREVIATED_SCALES,
    DENOMINATORS,
    DOZENS,
    SCALES,
    SMALL,
    figure,
    parse,
)
from samestory.facts.text import any_word


class Numeral(NamedTuple):
    """One number: its span without sign of currency, its value, and whether it is written in figures."""

    start: int
    end: int
    value: float
    figures: bool


_SMALL = any_word(SMALL)
_SCALE = any_word([*SCALES, *DOZENS, *(word for word in ABBREVIATED_SCALES if len(word) > 1)])
_DENOMINATOR = any_word(DENOMINATORS)
# Figures that name, point or address: none of them is a number. What may begin at every figure of a run without blanks
# has a bound, so that such a run is read in linear time.
_NO_NUMBER = (
    r"https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w.-]+|[#@]\w+"
    r"|\+?[(]?\d{2,4}[)]?(?:[ .-]\d{3,4}){2,}(?![,\d])(?<!\d[ ]\d{3}[ ]\d{3})|\+\d[\d ()-]{6,}\d"  # telephone
    r"|\d+[ -]?min(?:ute)?s?\s+(?:read|listen)\b"
    r"|\d+(?:\.\d+){2,}"  # an address, a version, a section
    r"|\d+:\d+(?::\d+)*|\d+['’′]\d+"  # a clock time, a ratio, feet and inches
    r"|[^\W\d_]+[-–‑]?\d[\w-]*(?:[.,]\d[\w-]*)*"  # An-124, G7, COVID-19
    r"|\d[\d.]*°(?!\s?[cf]\b)\S*"  # 35°01′57″N
    r"|\d[\d,]{0,20}(?:st|nd|rd|th)\b"
    r"|[2-6]g\b|\d+x\d+\b|\d+['’]?(?:s|ers)\b|0\d+(?![\d.,])"  # 5G, 4x4, 737s, 76ers, 007
)
# Halves to eighths; anything else over a stroke is a date, a score or a name (9/11, 24/7).
_STROKE = r"\d/[234568](?![\d/])"
_FIGURE = (
    r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d{1,3}(?: \d{3})+(?!\d|[,.]\d)|\d{1,2}(?:,\d\d){1,9},\d{3}(?!\d)"
    rf"|\d+\s+{_STROKE}|{_STROKE}|\d+/\d[\d/]*"
    r"|(?<!,)\d+,\d{1,2}(?![\d,])|\d*\.\d+|\d+)(?:e[+-]?\d{1,3}\b|\^[+-]?\d{1,3}\b)?"
)
_SUFFIX = r"(?:\s?(?:mil|mln|mn|bn|bln|tn|trn|tln)\b|k\b|\sm\b|[mbg]\b)"
_WORD = rf"(?:{_SMALL}|{_SCALE}|{_DENOMINATOR})\b"
_JOIN = r"(?:\s*-\s*|\s+)(?:and\s+(?:an?\s+)?|point\s+|over\s+|out\s+of\s+)?"
# Twelve words are more than any number of a news text has; the bound keeps the reading linear.
_SIGN = r"(?:(?<![\w)])(?<!\d\s)[-−])?"
_TAIL = rf"(?:{_JOIN}(?:{_WORD}|\d+(?![\d.,]*\d))){{0,12}}"
_ITEM = re.compile(
    rf"(?P<none>\[\[?\d+\]?(?:\([^)\s]{{0,2000}}\))?\]?|(?<![\w.])(?:{_NO_NUMBER}))"  # [3], [[3]], [[3](address)]
    rf"|(?P<figure>(?<![\w.]){_SIGN}{_FIGURE}(?:{_SUFFIX})?(?:(?:\s+|-){_WORD}{_TAIL})?)"
    rf"|\b(?=(?:minus|negative|an?|half|quarter|{_SMALL})\b)"
    r"(?P<words>(?:(?:minus|negative)\s+)?"
    rf"(?:(?:half\s+)?an?\s+(?:{_SCALE}|{_DENOMINATOR}|{_SMALL})|{_SMALL}|half|quarter)\b{_TAIL})"
)
# One of these stands in every number, at its start or in its first run of non-blanks.
_HINT = re.compile(
    rf"\d|\b(?:{any_word([*SMALL, 'half', 'quarter', 'minus', 'negative'])}"
    rf"|an?(?=\s+(?:{any_word([*SMALL, *SCALES, *DOZENS, *ABBREVIATED_SCALES, *DENOMINATORS])})))\b"
)
_FIGURE_PARTS = re.compile(rf"(?P<sign>[-−]?)(?P<number>{_FIGURE})(?P<suffix>{_SUFFIX})?")
_CURRENCY_SIGNS = tuple("$€£¥₹₽₴₪₩₺")
# What is counted in millions and not measured in metres.
_MILLIONS = re.compile(
    r"\s+(?:\w+\s+)?(?:people|users|customers|euros|dollars|pounds|viewers|votes|voters|barrels|homes|households|jobs"
    r"|children|refugees|tonnes|tons|copies|workers|residents|accounts|downloads|visitors|passengers)\b"
)
_SUFFIX_VALUES = ABBREVIATED_SCALES | {"m": 1e6, "b": 1e9, "g": 1e9}
_TOKEN = re.compile(r"[a-z]+|[\d.,]*\d")


def numerals(text: str, low: str, start: int, end: int) -> Iterator[Numeral]:
    """Yield the numbers of a stretch of text; `low` is the text in lower case with the same offsets."""
    place = start
    while hint := _HINT.search(low, place, end):
        begin = _run_start(low, hint.start(), place)
        match = _ITEM.search(low, begin, end)
        if match is None:
            break
        found = None
        if match.lastgroup == "figure":
            found = _figures(text, low, match)
        elif match.lastgroup == "words":
            found = _words(low, match.start(), match.end())
        if found is not None and math.isfinite(found.value):
            yield found
        place = match.end() if found is None else found.end


def _run_start(low: str, place: int, floor: int) -> int:
    """Return where the run of non-blanks that holds a place begins: a designator or an address may be in front."""
    while place > floor and not low[place - 1].isspace():
        place -= 1
    return place


def _words(low: str, start: int, end: int) -> Numeral | None:
    """Read as many words of a stretch as are one number."""
    tokens = [(token.group(), token.end()) for token in _TOKEN.finditer(low, start, end)]
    sign = -1.0 if tokens[0][0] in ("minus", "negative") else 1.0
    words = [token for token, _ in tokens if token not in ("minus", "negative")]
    ends = [stop for token, stop in tokens if token not in ("minus", "negative")]
    for length in range(len(words), 0, -1):
        value = parse(words[:length])
        if value is not None:
            return Numeral(start, ends[length - 1], sign * value, figures=False)
    without = tokens[0][0] in ("a", "an") and len(tokens) > 1
    return _words(low, tokens[1][1] - len(tokens[1][0]), end) if without else None


def _figures(text: str, low: str, match: re.Match[str]) -> Numeral | None:
    """Read a figure with its suffix and the scale words after it."""
    parts = _FIGURE_PARTS.match(low, match.start())
    if parts is None:
        return None
    number = parts["number"]
    value = _plain(number)
    if value is None:
        return None
    sign = -1.0 if parts["sign"] else 1.0
    if parts["suffix"]:
        suffix = parts["suffix"].strip()
        if suffix in ("m", "b", "g") and not _large(text, parts):
            return Numeral(match.start(), parts.end("number"), sign * value, figures=True)
        return Numeral(match.start(), parts.end(), sign * value * _SUFFIX_VALUES[suffix], figures=True)
    rest = _words(low, parts.start("number"), match.end()) if number[-1].isdigit() and "/" not in number else None
    if rest is not None and rest.end > parts.end("number"):
        return Numeral(match.start(), rest.end, sign * rest.value, figures=True)
    return Numeral(match.start(), parts.end("number"), sign * value, figures=True)


def _large(text: str, parts: re.Match[str]) -> bool:
    """Tell whether M, B or G is a scale: a capital one, or a small one after a sign of currency."""
    if text[parts.end() - 1].isupper() or _MILLIONS.match(text, parts.end()):
        return True
    return text[max(0, parts.start() - 2) : parts.start()].rstrip()[-1:] in _CURRENCY_SIGNS


def _plain(number: str) -> float | None:
    """Return the value of a figure with a stroke, a power, an exponent, or grouping by commas or spaces."""
    base, mark, power = number.partition("^")
    base, exponent_mark, exponent = base.partition("e")
    whole, _, stroke = base.rpartition(" ") if "/" in base else ("", "", "")
    try:
        if stroke:
            above, below = stroke.split("/")[:2]
            value = (figure(whole.strip()) or 0.0) + float(above) / float(below)
            return value if re.fullmatch(_STROKE, stroke) and float(above) < float(below) else None
        plain = figure(base.replace(" ", ""))
        if plain is None:
            return None
        if mark:
            return float(plain ** int(power))
        return plain * 10.0 ** int(exponent) if exponent_mark else plain
    except (OverflowError, ZeroDivisionError):
        return None
