"""Reading one date stamp, as records, metadata and pages print it; never a date out of running prose."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from samestory.ingest.months import FILLERS, MONTHS, WEEKDAYS
from samestory.ingest.words import word_list

# Years 0, 1 and 9999 stand for "none" in databases; newspapers' archives begin with the century before last.
_FIRST_YEAR, _LAST_YEAR = 1800, 9998
# No stamp of the forms below is longer ("Wednesday, 23rd of September 2026 at 11:59:59 p.m. (AEST)").
_MAX_CHARS = 80
# Zones, halves of the day and words between the parts are shorter; a longer word is a month, a weekday or prose.
_SHORT_WORD = 5

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")
_EAST_ASIAN = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
_NAMES = word_list("jan feb mar apr may jun jul aug sep oct nov dec")
_MONTH = rf"(?P<month>{'|'.join(_NAMES)})"
_DAY, _YEAR = r"(?P<day>\d{1,2})", r"(?P<year>\d{4})"
_ORDINAL = r"(?:st|nd|rd|th|er|\.|º|ª)?"
_DATES = (
    rf"{_YEAR}(?P<sep>[-/.])(?P<month>\d{{1,2}})(?P=sep){_DAY}",
    rf"{_YEAR}(?P<month>\d{{2}})(?P<day>\d{{2}})",
    rf"{_DAY}{_ORDINAL}(?:\s+of)?[\s/-]*{_MONTH},?[\s/-]+{_YEAR}",
    rf"{_MONTH}\s+{_DAY}{_ORDINAL},?\s+{_YEAR}",
    rf"(?P<a>\d{{1,2}})(?P<sep>[-/.])(?P<b>\d{{1,2}})(?P=sep){_YEAR}",
    rf"{_MONTH},?\s+{_YEAR}",
    rf"{_YEAR}-(?P<month>\d{{2}})",
    _YEAR,
)
_ZONE = r"(?P<zone{n}>z|[+-]\d\d:?(?:\d\d)?(?:\s*utc)?|(?:utc|gmt)(?:[+-]\d\d?(?::?\d\d)?)?|(?!on\b|at\b)[a-z]{{2,5}})"
_TIME = (
    r"(?P<hour{n}>\d{{1,2}})(?:[:.h]?(?P<minute{n}>\d\d)(?:[:.]?(?P<second{n}>\d\d)(?:[.,]\d+)?)?)?"
    r"(?:\s*hrs)?(?:\s*(?P<half{n}>[ap])\.?m\b\.?)?(?:\s*\(?" + _ZONE + r"\)?)?"
)
_BETWEEN = r"(?:t|\s*[,|·•@/–—-]\s*(?:at\s+)?|\s+a(?:t|\s+las)\s+|\s+|\s*\(\s*)"
_FORMS = tuple(
    re.compile(rf"(?:{_TIME.format(n=1)}(?:\s*[,|·•–—-]\s*|\s+)(?:on\s+)?)?{date}(?:{_BETWEEN}{_TIME.format(n=2)}\)?)?")
    for date in _DATES
)

# Hours from UTC. Abbreviations that two parts of the world share (CST, IST, BST in Dhaka) are left out, except that
# BST in English stamps is Britain's.
_OFFSETS = {
    "z": 0,
    "utc": 0,
    "gmt": 0,
    "wet": 0,
    "bst": 1,
    "wat": 1,
    "cet": 1,
    "cest": 2,
    "sast": 2,
    "eet": 2,
    "cat": 2,
}
_OFFSETS |= {"eest": 3, "msk": 3, "trt": 3, "eat": 3, "pkt": 5, "sgt": 8, "hkt": 8, "awst": 8, "jst": 9, "kst": 9}
_OFFSETS |= {"aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13, "edt": -4, "est": -5, "cdt": -5, "mdt": -6, "mst": -7}
_OFFSETS |= {"pdt": -7, "pst": -8, "akdt": -8, "akst": -9, "hst": -10}
# Names that mean summer or winter time, whichever is in force; given is winter's.
_SEASONAL = {"et": -5, "mt": -7, "pt": -8}


@dataclass(frozen=True, slots=True)
class Stamp:
    """A point in time in UTC and how exactly it is known: second, minute, day, month or year."""

    at: datetime
    precision: str


def parse_stamp(text: str | None) -> Stamp | None:
    """Return the time that a whole string states, None where it states none, or one that could be read two ways."""
    text = " ".join((text or "").split())
    if not text or len(text) > _MAX_CHARS or not any(map(str.isdigit, text)):
        return None
    if text.isdigit() and len(text) in (10, 13):
        return _epoch(text)
    if (text := _plain(text.lower())) is None:
        return None
    found = next((match for form in _FORMS if (match := form.fullmatch(text))), None)
    try:
        return _stamp({name: value for name, value in found.groupdict().items() if value}) if found else None
    except ValueError:
        return None


def _plain(text: str) -> str | None:
    """Return a text with its months in English and without days of the week; None where other words are in it."""
    words = _WORD.findall(text)
    if any(len(word) > _SHORT_WORD and not _is_known(word.strip(".")) for word in words):
        return None
    text = _EAST_ASIAN.sub(r"\1-\2-\3 ", _WORD.sub(_plain_word, text))
    return " ".join(text.replace(" ,", ",").split()).strip(" ,")


def _is_known(word: str) -> bool:
    """Tell a word that belongs into a date stamp."""
    return word in MONTHS or word in WEEKDAYS or word in FILLERS


def _plain_word(word: re.Match[str]) -> str:
    """Return a month by its English name, nothing for a word that says nothing, other words as they are."""
    name = word[0].rstrip(".")
    if number := MONTHS.get(name):
        return f"{_NAMES[number - 1]} "
    return "" if name in WEEKDAYS or name in FILLERS else word[0]


def _epoch(digits: str) -> Stamp:
    """Return the time of a count of seconds or milliseconds since 1970."""
    return Stamp(datetime(1970, 1, 1) + timedelta(seconds=int(digits[:10])), "second")


def _stamp(parts: dict[str, str]) -> Stamp | None:
    """Return the time of the named parts of a stamp; one that is no time at all is a ValueError."""
    day, month = _day_and_month(parts)
    date = datetime(int(parts["year"]), month or 1, day or 1)
    if not _plausible(date):
        return None
    if not day:
        return None if _hour(parts) else Stamp(date, "month" if month else "year")
    # The first instant of 1970 is what a program writes that knew no date.
    stamp = Stamp(*_at(date, parts))
    return None if stamp.at == datetime(1970, 1, 1) else stamp


def _plausible(at: datetime) -> bool:
    """Tell a year in which something can have been published."""
    return _FIRST_YEAR <= at.year <= _LAST_YEAR


def _day_and_month(parts: dict[str, str]) -> tuple[int, int]:
    """Return day and month, 0 where not said; 03/04/2026 could be either way round and is a ValueError."""
    if "a" in parts:
        a, b = int(parts["a"]), int(parts["b"])
        if a <= 12 and b <= 12 and a != b:
            raise ValueError("day and month cannot be told apart")
        return (a, b) if b <= 12 else (b, a)
    month = parts.get("month", "0")
    return int(parts.get("day", 0)), int(month) if month.isdigit() else _NAMES.index(month) + 1


def _hour(parts: dict[str, str]) -> str:
    """Return the hour's digits, before or after the date."""
    return parts.get("hour1", "") or parts.get("hour2", "")


def _at(date: datetime, parts: dict[str, str]) -> tuple[datetime, str]:
    """Return the time of day in UTC added to a date, with its precision."""
    n = "1" if "hour1" in parts else "2"
    if not _hour(parts):
        return date, "day"
    half, minute, second = (parts.get(f"{name}{n}", "") for name in ("half", "minute", "second"))
    if not minute and not half:
        raise ValueError("a bare number is no time of day")
    hour = int(_hour(parts))
    if half and hour <= 12:
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    at = date.replace(hour=hour, minute=int(minute or 0), second=int(second or 0))
    offset = _offset(parts.get(f"zone{n}", "z").lower(), date)
    # Midnight is what a program writes that knew only the day. A zone that cannot be told leaves the day, too.
    return (date, "day") if offset is None or at == date else (at - offset, "second" if second else "minute")


def _offset(zone: str, date: datetime) -> timedelta | None:
    """Return a zone's distance from UTC, None for one that is not known or ambiguous."""
    if zone in _SEASONAL:
        return timedelta(hours=_SEASONAL[zone] + _is_american_summer(date))
    if zone in _OFFSETS:
        return timedelta(hours=_OFFSETS[zone])
    if not (found := re.fullmatch(r"(?:utc|gmt)?([+-])(\d\d?):?(\d\d)?(?:\s*utc)?", zone)):
        return None
    size = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return size if found[1] == "+" else -size


def _is_american_summer(date: datetime) -> bool:
    """Tell whether daylight-saving time is in force in the United States, by the rule in force since 2007."""
    march, november = datetime(date.year, 3, 8), datetime(date.year, 11, 1)
    begin = march + timedelta(days=(6 - march.weekday()) % 7)
    end = november + timedelta(days=(6 - november.weekday()) % 7)
    return begin <= date < end
