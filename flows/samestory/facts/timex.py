"""What the rules for time expressions share: word patterns, the context a rule reads, and the rule itself."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from samestory.facts.calendar import DAY_PARTS, MONTHS, SEASONS, WEEKDAYS
from samestory.facts.number_words import SMALL, value_of
from samestory.facts.tenses import looks_ahead, looks_back

Found = tuple[str, str | None]  # TIMEX3 type and value; a null value is an expression that cannot be resolved
PAST, FUTURE = "PAST_REF", "FUTURE_REF"


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at beside its match: publication day, last date told, the surroundings as written."""

    published: date | None
    last: str | None
    text: str
    before: str
    after: str

    @property
    def future(self) -> bool:
        """Whether the words around make it a time to come; not what a day has ("Friday's vote")."""
        return looks_ahead(self.before, self.after) and not self.after.startswith(("'s", "’s"))

    @property
    def happened(self) -> bool:
        """Whether the words before say that something happened then, so that the time is past."""
        return looks_back(self.before)


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of time expression: a pattern over lower-case text, and the reading of its match (None: none)."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Context], Found | None]


def rule(name: str, pattern: str, read: Callable[[re.Match[str], Context], Found | None]) -> Rule:
    """Compile a rule; a space in its pattern stands for any white space, and it ends where a word ends."""
    return Rule(name, re.compile("(?:" + pattern.replace(" ", r"\s+") + r")(?!\w)"), read)


_SMALL_NUMBER = "|".join(sorted(SMALL, key=len, reverse=True))
_MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)}
_MONTH_NUMBERS |= {name[:3]: number for number, name in enumerate(MONTHS, 1)} | {"sept": 9}

MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
)
WEEKDAY = "(?:" + "|".join(WEEKDAYS) + ")"
SEASON = "(?:" + "|".join(SEASONS) + ")"
PART = "(?:" + "|".join(DAY_PARTS) + ")"
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:1[5-9]|20)\d\d"
_TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_ONES = "(?:one|two|three|four|five|six|seven|eight|nine)"
SPOKEN_YEAR = rf"(?P<hundreds>seventeen|eighteen|nineteen|twenty) (?P<tens>{_TENS}(?:[ -]{_ONES})?)(?! ?\w*ths?\b)"
UNIT = "(?:second|minute|hour|day|week|fortnight|month|quarter|year|decade)"
# No number of a text has twelve words; the bounds keep the reading linear.
QUANTITY = (
    r"(?:(?:\d{1,3}(?:,\d{3}){0,6}|[1-9]000)(?:\.\d+)?(?: \d/\d)?(?:(?: to |-|–)\d{1,3})?"
    rf"|(?:{_SMALL_NUMBER}) (?:to|or) (?:{_SMALL_NUMBER})"
    rf"|(?:{_SMALL_NUMBER}|a hundred|half an?)"
    rf"(?:[ -](?:and (?=a half))?(?:{_SMALL_NUMBER}|hundred|thousand|a half)){{0,12}}"
    r"|(?:a )?couple of|a (?:couple|dozen|hundred|thousand)|an?"
    r"|several|a few|few|many)"
)
MODIFIER = (
    r"(?P<modifier>(?:about|around|nearly|almost|over(?! the)|under(?! the)|roughly|approximately|some|up to|at least"
    r"|at most|more than|less than|no more than|no less than|not more than|just over|just under|barely) )?"
)
CLOCK = (
    r"(?:(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)? ?(?:[ap]\. ?m\b\.?|[ap]m\b)|(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?"
    r"|noon|midday|midnight)".replace(" ", r"\s?")
    + r"(?: (?:gmt|utc|[ecmp][ds]?t|bst|cet|cest|msk|local time)\b)?"
)
_CLOCK = re.compile(r"(\d+)(?:[:.](\d\d))?(?::\d\d)?\s?([ap])?")
_TIMEX_UNITS = {
    "second": ("T", "S", 1.0),
    "minute": ("T", "M", 1.0),
    "hour": ("T", "H", 1.0),
    "day": ("", "D", 1.0),
    "week": ("", "W", 1.0),
    "fortnight": ("", "W", 2.0),
    "month": ("", "M", 1.0),
    "quarter": ("", "Q", 1.0),
    "year": ("", "Y", 1.0),
    "decade": ("", "Y", 10.0),
    "century": ("", "Y", 100.0),
}


def month_number(name: str) -> int:
    """Return the number of a month given by its lower-case name or abbreviation."""
    return _MONTH_NUMBERS[name.rstrip(".")]


def spoken_year(match: re.Match[str]) -> str:
    """Return the year of a match of SPOKEN_YEAR, such as `nineteen ninety-six`."""
    rest = sum(SMALL[word] for word in re.split(r"[\s-]+", match["tens"]))
    return f"{SMALL[match['hundreds']]:.0f}{rest:02.0f}"


def clock_value(clock: str) -> str | None:
    """Return the TIMEX3 time of a lower-case clock time, such as T17:51, or None where there is no such time."""
    if clock.startswith(("noon", "midday", "midnight")):
        return "T24:00" if clock.startswith("midnight") else "T12:00"
    match = _CLOCK.match(clock)
    if match is None:
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
    if half is not None:
        if hour > 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"T{hour:02d}:{minute:02d}"


def amount_of(quantity: str) -> float | None:
    """Return how many units a lower-case quantity names; None where it is vague, as `several`."""
    text = " ".join(quantity.split())
    if text in ("a", "an"):
        return 1.0
    if text in ("half a", "half an"):
        return 0.5
    if "couple" in text:
        return 2.0
    whole, _, part = text.partition(" ")
    if re.fullmatch(r"\d/\d", part) and part[-1] != "0":
        return float(whole) + int(part[0]) / int(part[-1])
    return value_of(text)


def duration_value(quantity: str, unit: str) -> str:
    """Return the TIMEX3 value of so many units, such as P3D or PT2H; X stands for a number that is not told."""
    clock, letter, factor = _TIMEX_UNITS[unit]
    amount = amount_of(quantity)
    if amount is None:
        return f"P{clock}X{letter}"
    whole, part = divmod(amount * factor, 1)
    if part == 0.5 and unit in ("year", "hour", "minute"):  # TIMEX3 writes a half year as six months
        smaller = {"year": "6M", "hour": "30M", "minute": "30S"}[unit]
        return f"P{clock}" + (f"{whole:.0f}{letter}" if whole else "") + smaller
    return f"P{clock}{amount * factor:g}{letter}"
