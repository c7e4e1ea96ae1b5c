"""TIMEX3 values and the stretch of time each stands for, as naive UTC datetimes with the end exclusive."""

import re
from datetime import date, datetime, timedelta
from typing import NamedTuple

from samestory.facts.text import word_list

MONTHS = word_list("january february march april may june july august september october november december")
WEEKDAYS = word_list("monday tuesday wednesday thursday friday saturday sunday")
# Meteorological seasons of the northern hemisphere: the first month of each, and its TIMEX3 code.
SEASONS = {"spring": ("SP", 3), "summer": ("SU", 6), "autumn": ("FA", 9), "fall": ("FA", 9), "winter": ("WI", 12)}
_SEASON_START = dict(SEASONS.values())
# Parts of a day by their usual hours: TIMEX3 code, first hour, length in hours.
DAY_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI"}
_PART_HOURS = {"MO": (6, 6), "AF": (12, 6), "EV": (18, 4), "NI": (20, 10), "MI": (12, 1)}
_FIRST_YEAR, _LAST_YEAR = 1000, 2999

_VALUE = re.compile(
    r"(?P<century>\d\d)"
    r"|(?P<decade>\d{3})"
    r"|(?P<year>\d{4})(?:"
    r"-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<hour>\d\d)(?::(?P<minute>\d\d))?|T(?P<part>[A-Z]{2}))?)?"
    r"|-W(?P<week>\d\d)(?P<weekend>-WE)?"
    r"|-Q(?P<quarter>[1-4])"
    r"|-H(?P<half>[12])"
    r"|-(?P<season>SP|SU|FA|WI))?"
)


# The years of the start, the middle and the end, by usage: the mid-20th century is 1940 to 1959, the mid-1990s are 1993
# to 1996. Parts overlap where usage does.
_PARTS = {"century": ((0, 40), (40, 60), (60, 100)), "decade": ((0, 4), (3, 7), (6, 10))}
_PART_WORD = re.compile(r"(?:the\s+)?(?:very\s+)?(?:(early|start|beginning)|(mid|middle)|(late|end|close))\b")


class Stretch(NamedTuple):
    """A stretch of time and how precisely its text names it."""

    start: datetime
    end: datetime
    precision: str


def stretch_of(value: str) -> Stretch | None:
    """Return the stretch of time that a TIMEX3 date or time value stands for, or None where it is no such value."""
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    fields = {name: text for name, text in match.groupdict().items() if text is not None}
    try:
        return _long(fields) or _within_year(fields) or _within_day(fields)
    except (ValueError, OverflowError):  # no such day (`2023-02-30`), week or year
        return None


def narrowed(stretch: Stretch, words: str) -> Stretch:
    """Return the part of a century or decade that lower-case words before it name, as TIMEX3 has START, MID and END."""
    years = _PARTS.get(stretch.precision)
    match = _PART_WORD.match(words) if years else None
    if years is None or match is None:
        return stretch
    first, last = years[(match.lastindex or 1) - 1]
    year = stretch.start.year
    return stretch._replace(start=datetime(year + first, 1, 1), end=datetime(year + last, 1, 1))


def _long(fields: dict[str, str]) -> Stretch | None:
    """Read centuries, decades and years."""
    for name, length in (("century", 100), ("decade", 10), ("year", 1)):
        if name in fields and len(fields) == 1:
            first = int(fields[name]) * length
            return Stretch(datetime(first, 1, 1), datetime(first + length, 1, 1), name)
    return None


def _within_year(fields: dict[str, str]) -> Stretch | None:
    """Read halves, quarters, seasons, months and weeks."""
    year = int(fields["year"])
    if "week" in fields:
        monday = datetime.fromisocalendar(year, int(fields["week"]), 1)
        weekend = "weekend" in fields
        start = monday + timedelta(days=5 if weekend else 0)
        return Stretch(start, monday + timedelta(days=7), "weekend" if weekend else "week")
    months = {
        "half": (6 * int(fields.get("half", 1)) - 5, 6),
        "quarter": (3 * int(fields.get("quarter", 1)) - 2, 3),
        "season": (_SEASON_START.get(fields.get("season", ""), 1), 3),
        "month": (int(fields.get("month", 1)), 1),
    }
    for name, (month, length) in months.items():
        if name in fields and "day" not in fields:
            return Stretch(
                datetime(year, month, 1), datetime.combine(month_start(year, month + length), datetime.min.time()), name
            )
    return None


def _within_day(fields: dict[str, str]) -> Stretch:
    """Read days, parts of days, hours and minutes."""
    start = datetime(int(fields["year"]), int(fields["month"]), int(fields["day"]))
    if "part" in fields:
        hour, hours = _PART_HOURS.get(fields["part"], (0, 24))
        return Stretch(start + timedelta(hours=hour), start + timedelta(hours=hour + hours), "part_of_day")
    if "hour" not in fields:
        return Stretch(start, start + timedelta(days=1), "day")
    start += timedelta(hours=int(fields["hour"]), minutes=int(fields.get("minute", 0)))
    if "minute" in fields:
        return Stretch(start, start + timedelta(minutes=1), "minute")
    return Stretch(start, start + timedelta(hours=1), "hour")


def month_start(year: int, month: int) -> date:
    """Return the first day of a month counted from January of the year, so that month 13 is the next January."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def in_range(year: int) -> bool:
    """Tell whether a year is one that a news text can speak of."""
    return _FIRST_YEAR <= year <= _LAST_YEAR


def day_value(day: date) -> str:
    """Return the TIMEX3 value of a day."""
    return day.isoformat()


def week_value(day: date) -> str:
    """Return the TIMEX3 value of the ISO week that holds a day."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def unit_value(day: date, unit: str, offset: int) -> str:
    """Return the TIMEX3 value of the unit (day to century) that lies at an offset from the one that holds a day."""
    if unit == "day":
        return day_value(day + timedelta(days=offset))
    if unit == "week":
        return week_value(day + timedelta(weeks=offset))
    if unit == "weekend":
        return week_value(day + timedelta(weeks=offset)) + "-WE"
    if unit == "month":
        return month_start(day.year, day.month + offset).isoformat()[:7]
    if unit == "quarter":
        quarters = day.year * 4 + (day.month - 1) // 3 + offset
        return f"{quarters // 4:04d}-Q{quarters % 4 + 1}"
    return _year_value(day.year, unit, offset)


def _year_value(year: int, unit: str, offset: int) -> str:
    """Return the value of the year, decade or century at an offset from a year's own."""
    if unit == "year":
        return f"{year + offset:04d}"
    if unit == "decade":
        return f"{year // 10 + offset:03d}"
    return f"{year // 100 + offset:02d}"
