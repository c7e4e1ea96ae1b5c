"""Rules for time expressions that are told from the day of publication or from the date told before them."""

import re
from datetime import date, timedelta

from samestory.facts.calendar import DAY_PARTS, SEASONS, WEEKDAYS, day_value, stretch_of, unit_value
from samestory.facts.timex import (
    CLOCK,
    FUTURE,
    MODIFIER,
    MONTH,
    PART,
    PAST,
    QUANTITY,
    SEASON,
    UNIT,
    WEEKDAY,
    Context,
    Found,
    Rule,
    amount_of,
    clock_value,
    month_number,
    rule,
)

_BACK = frozenset({"last", "past", "previous", "this past"})
_IN_QUARTER = re.compile(r"\b(?:for|in|during|of|through)\s+$")
_FARTHEST = 9999  # of any unit: farther off than the calendar reaches
_ON = frozenset({"next", "following", "coming", "this coming", "upcoming"})


def _at(day: str | None, match: re.Match[str]) -> Found:
    """Return a day with the part of the day or clock time that the match names beside it."""
    parts = match.groupdict()
    part, clock = parts.get("part"), parts.get("clock") or parts.get("clock2")
    if not part and not clock:
        return "DATE", day
    time = clock_value(clock) if clock else f"T{DAY_PARTS[part or '']}"
    return "TIME", day + time if day is not None and time is not None else None


def _weekday(match: re.Match[str], context: Context) -> Found | None:
    """Read `on Friday`: the last one up to the day of publication, or the next one where the sentence looks ahead."""
    if context.text[-len(match["weekday"]) :].islower() and context.text.islower():
        return None
    if context.published is None:
        return _at(None, match)
    target, published, lead = WEEKDAYS.index(match["weekday"]), context.published, match["lead"]
    back = (published.weekday() - target) % 7
    if lead in _ON or (not lead and context.future and back):
        back -= 7
    elif lead in _BACK and back == 0:
        back = 7
    return _at(day_value(published - timedelta(days=back)), match)


def _deictic(match: re.Match[str], context: Context) -> Found | None:
    """Read `yesterday`, `tomorrow morning`, `tonight`; a capital inside a sentence is a name (`USA Today`)."""
    word = match["word"]
    if context.text[0].isupper() and re.search(r"\w[ ]$", context.before):
        return None
    if context.published is None:
        return _at(None, match) if word != "tonight" else ("TIME", None)
    offset = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    day = day_value(context.published + timedelta(days=offset))
    return ("TIME", f"{day}TNI") if word == "tonight" else _at(day, match)


def _part_of_day(match: re.Match[str], context: Context) -> Found:
    """Read `this morning` and `last night`."""
    if context.published is None:
        return "TIME", None
    day = context.published - timedelta(days=1 if match["lead"] == "last" else 0)
    return "TIME", f"{day_value(day)}T{DAY_PARTS[match['part']]}"


def _month(match: re.Match[str], context: Context) -> Found | None:
    """Read `last November`, `this September` and `next May`."""
    published = context.published
    month = month_number(match["month"])
    if month in (3, 5) and match.group().split()[-1] in context.text:
        return None  # "this march" is one on foot
    if published is None:
        return "DATE", None
    shift = 0
    if match["lead"] in _BACK:
        shift = -1 if month >= published.month - 1 else 0  # the month before is called last month
    elif match["lead"] in _ON:
        shift = 1 if month <= published.month else 0
    return "DATE", f"{published.year + shift:04d}-{month:02d}"


def _season(match: re.Match[str], context: Context) -> Found:
    """Read `last fall`, `this summer` and `next spring`."""
    published = context.published
    if published is None:
        return "DATE", None
    code, first = SEASONS[match["season"] or match["bare"]]
    year = published.year
    if match["bare"] and first > published.month and not context.future:
        year -= 1
    if match["lead"] in _BACK:
        year -= 1 if first + 3 > published.month else 0
    elif match["lead"] in _ON:
        year += 1 if first <= published.month else 0
    return "DATE", f"{year:04d}-{code}"


def _anchor_of(context: Context) -> date | None:
    """Return the first day of the date told last."""
    stretch = stretch_of(context.last) if context.last else None
    return stretch.start.date() if stretch else None


def _unit(match: re.Match[str], context: Context) -> Found | None:
    """Read `last week`, `this year`, `next month` from the day of publication."""
    published = context.published
    if context.text.istitle() and context.before.strip():
        return None  # a name ("This Week")
    if published is None:
        return "DATE", None
    lead, unit = match["lead"], match["unit"]
    offset = -1 if lead in _BACK else 1 if lead in _ON else 0
    if lead == "the latest":
        offset = -1
    if unit == "weekend" and lead in ("the", "this past", "last", "over the", "this"):
        offset = -1 if published.weekday() < 5 and not context.future else 0
    return "DATE", unit_value(published, unit, offset)


def _period_edge(match: re.Match[str], context: Context) -> Found:
    """Read `the end of the year` as the year of publication."""
    return "DATE", unit_value(context.published, match["unit"] or "year", 0) if context.published else None


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


def _quarter(match: re.Match[str], context: Context) -> Found | None:
    """Read `the quarter` as the one told last, else (as `the latest quarter`) the last one ended at publication."""
    ended = unit_value(context.published, "quarter", -1) if context.published else None
    known = context.last if context.last is not None and "-Q" in context.last else ended
    if match["latest"] or match["latest2"]:
        return "DATE", ended
    if match["ago"]:
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
    if amount is None:
        return "DATE", {"ago": PAST, "from now": FUTURE, "hence": FUTURE}.get(side)
    if unit in ("second", "minute", "hour"):
        return "TIME", None
    compared = side == "earlier" and unit == "year" and amount == 1  # figures set against those of the year before
    base = context.published if from_now or compared else _anchor_of(context)
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


_TIME_BEFORE = rf"(?:(?P<clock>{CLOCK}),? (?:on )?)?"
_TIME_AFTER = rf"(?:,? (?:at )?(?P<clock2>{CLOCK})| (?P<part>{PART}))?"
_LEAD = r"(?P<lead>this past|this coming|last|past|next|this|coming|previous|following)"
RULES: tuple[Rule, ...] = (
    rule("weekday", rf"{_TIME_BEFORE}(?:(?:the )?{_LEAD} )?(?P<weekday>{WEEKDAY}){_TIME_AFTER}", _weekday),
    rule("deictic", rf"{_TIME_BEFORE}(?P<word>yesterday|today|tomorrow|tonight){_TIME_AFTER}", _deictic),
    rule("part_of_day", rf"(?P<lead>this|last) (?P<part>{PART})", _part_of_day),
    rule("relative_month", rf"{_LEAD} (?P<month>{MONTH})(?! \d{{1,2}}\b)", _month),
    rule(
        "relative_season",
        rf"{_LEAD} (?P<season>{SEASON})|(?:(?<=over\s)|(?<=during\s)|(?<=into\s))the (?P<bare>{SEASON})(?! (?:of )?\d)",
        _season,
    ),
    rule(
        "relative_unit",
        r"(?P<lead>this past|this coming|last|next|this|the (?:current|latest|full)|(?<=for\s)the(?= (?:full )?year,)"
        r"|the(?= weekend)) (?:fiscal )?"
        r"(?P<unit>week|weekend|month|quarter|year|decade|century)",
        _unit,
    ),
    rule(
        "anchored_unit",
        r"(?:the )?(?P<lead>that|that same|(?<=the\s)(?:same|next|following|previous)) (?P<unit>day|week|month|year)",
        _anchored_unit,
    ),
    rule(
        "period_edge",
        r"(?:(?:the )?(?:end|start|beginning|middle|close) of|later in|earlier in) the (?P<unit>week|month|year|decade)"
        r"|year(?:['’]s)?[ -]end",
        _period_edge,
    ),
    rule(
        "that_quarter",
        r"(?:the (?P<latest>latest )?|that )quarter|the latest (?P<latest2>period)"
        r"|(?:the )?(?P<ago>year[ -](?:ago|earlier)) (?:quarter|period)",
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
