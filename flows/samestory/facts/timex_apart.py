"""Rules for time expressions that stand apart from another time: the one told before them, or the publication."""

import re
from datetime import date, timedelta

from samestory.facts.calendar import DAY_PARTS, day_value, stretch_of, unit_value
from samestory.facts.timex import (
    FUTURE,
    MODIFIER,
    MONTH,
    PART,
    PAST,
    QUANTITY,
    UNIT,
    YEAR,
    Context,
    Found,
    Rule,
    amount_of,
    duration_value,
    rule,
)

_IN_QUARTER = re.compile(r"\b(?:for|in|during|of|through)\s+$")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# The day before, right in front: with its comma and others in a row, "April 24, 25 and".
_MONTH_AND_DAY = re.compile(rf"{MONTH}\s(?P<day>\d{{1,2}})(?:\s(?:and|to)\s|[-–])$")
_ENDS_DAY = re.compile(
    r"(?:[,;.)]?(?:\s|$)(?!(?:[a-z]|\d))|,?\s(?:in|at|on|for|with|by|after|when|as|while|last|this|next)\b)"
)
_FARTHEST = 9999  # of any unit: farther off than the calendar reaches
_OF_A_DAY = frozenset({"second", "minute", "hour"})


def _anchor_of(context: Context) -> date | None:
    """Return the first day of the date told last."""
    stretch = stretch_of(context.last) if context.last else None
    return stretch.start.date() if stretch else None


def _anchored_unit(match: re.Match[str], context: Context) -> Found:
    """Read `the following year`, `that day` and `the previous month` from the date told before."""
    anchor, unit = _anchor_of(context), match["unit"]
    stretch = stretch_of(context.last) if context.last else None
    lengths = ("day", "week", "month", "quarter", "year", "decade")
    fine = stretch is not None and (
        stretch.precision not in lengths or lengths.index(stretch.precision) <= lengths.index(unit)
    )
    if anchor is None or not fine:
        return "DATE", None
    lead = match["lead"]
    offset = 1 if lead in ("next", "following") else -1 if lead == "previous" else 0
    return "DATE", unit_value(anchor, unit, offset)


def _anchored_part(match: re.Match[str], context: Context) -> Found:
    """Read `that night` and `the next morning` from the day told before."""
    stretch = stretch_of(context.last) if context.last else None
    if stretch is None or stretch.end - stretch.start > timedelta(days=1):
        return "TIME", None
    offset = {"next": 1, "following": 1, "previous": -1}.get(match["lead"], 0)
    return "TIME", f"{day_value(stretch.start.date() + timedelta(days=offset))}T{DAY_PARTS[match['part']]}"


def _second_day(match: re.Match[str], context: Context) -> Found | None:
    """Read the second day in `April 24 and 25` and `April 24 to 26`; what counts something is none."""
    first = _MONTH_AND_DAY.search(context.before)
    if first is None or not context.last or not _DAY.fullmatch(context.last) or not _ENDS_DAY.match(context.after):
        return None
    day = int(match["second"])
    return ("DATE", f"{context.last[:8]}{day:02d}") if int(first["day"]) < day else None


def _quarter(match: re.Match[str], context: Context) -> Found | None:
    """Read `the quarter` as the one told last, else (as `the latest quarter`) the last one ended at publication."""
    ended = unit_value(context.published, "quarter", -1) if context.published else None
    told = context.last if context.last is not None and "-Q" in context.last else None
    known = told or ended
    year = match["year"] or match["year2"]
    if match["latest"] or match["latest2"]:
        return "DATE", ended
    if year:
        quarter = known if match.group().endswith("quarter") else told
        return "DATE", f"{year}{quarter[4:]}" if quarter else year
    if any(match[name] for name in ("ago", "same", "same2", "same3")):
        return "DATE", _year_before(known, context.published) if known else None
    return ("DATE", known) if _IN_QUARTER.search(context.before) else None


def _ago(match: re.Match[str], context: Context) -> Found | None:
    """Read `two months ago`, `a year earlier`, `three days later`, `ten years from now`."""
    unit, side, quantity = match["unit"], match["side"], match["quantity"]
    amount = amount_of(quantity)
    from_now = side in ("ago", "from now", "hence")
    back = side in ("ago", "earlier")
    if amount is not None and amount > _FARTHEST:
        return "DATE", None
    if from_now and (amount is None or unit in _OF_A_DAY):
        return ("DATE", PAST if side == "ago" else FUTURE) if amount is None else ("TIME", None)
    compared = side == "earlier" and unit == "year" and amount == 1  # figures set against those of the year before
    base = context.published if from_now or compared else _anchor_of(context)
    if amount is None or unit in _OF_A_DAY or (base is None and not (from_now or compared)):
        return "DURATION", duration_value(quantity, unit)  # apart from a point in time that is not told
    if base is None:
        return "DATE", None
    if back and unit == "year" and amount == 1 and context.last and "-Q" in context.last:
        return "DATE", _year_before(context.last, context.published)
    factor = 2 if unit == "fortnight" else 1
    steps = round(amount * factor) * (-1 if back else 1)
    return "DATE", unit_value(base, "week" if unit == "fortnight" else unit, steps)


def _year_before(quarter: str, published: date | None) -> str:
    """Return the same quarter a year before, or the quarter itself where it already is one of the year before."""
    year = int(quarter[:4])
    return quarter if published and year < published.year - 1 else f"{year - 1:04d}{quarter[4:]}"


def _the_year_before(_match: re.Match[str], context: Context) -> Found:
    """Read `year-ago results`: the quarter told last a year before, else the year before publication."""
    if context.last and "-Q" in context.last:
        return "DATE", _year_before(context.last, context.published)
    return "DATE", unit_value(context.published, "year", -1) if context.published else None


RULES: tuple[Rule, ...] = (
    rule(
        "anchored_unit",
        r"(?:the )?(?P<lead>that|that same|(?<=the\s)(?:same|next|following|previous)) (?P<unit>day|week|month|year)",
        _anchored_unit,
    ),
    rule(
        "anchored_part",
        rf"(?:the )?(?P<lead>that|that same|(?<=the\s)(?:same|next|following|previous)) (?P<part>{PART})",
        _anchored_part,
    ),
    rule("second_day", r"(?:(?<=and\s)|(?<=to\s)|(?<=\d[-–]))(?P<second>[12]\d|3[01]|[2-9])", _second_day),
    rule(
        "that_quarter",
        r"(?:the|that) quarter (?P<same2>a year (?:ago|earlier|before))"
        r"|(?:the (?P<latest>latest )?|that )quarter|the latest (?P<latest2>period)"
        r"|(?:the )?(?P<ago>year[ -](?:ago|earlier)) (?:quarter|period)"
        rf"|(?:the )?(?P<year>{YEAR}) (?:quarter|period)|(?P<same3>last year['’]s) (?:quarter|period)"
        rf"|the (?:same|corresponding|comparable) (?:quarter|period)(?: of| in)? (?:(?P<year2>{YEAR})"
        r"|(?P<same>last year|a year (?:ago|earlier|before)))",
        _quarter,
    ),
    rule(
        "ago",
        rf"{MODIFIER}(?P<quantity>{QUANTITY})[ -](?P<unit>{UNIT})s?[ -]"
        r"(?P<side>ago|earlier|later|from now(?! on\b)|hence)",
        _ago,
    ),
    rule("year_before", r"(?:the )?year-(?:ago|earlier)(?= [a-z])", _the_year_before),
)
