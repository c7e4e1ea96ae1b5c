"""Rules for time expressions that are told from the day of publication or from the date told before them."""

import re
from datetime import date, timedelta

from samestory.facts.calendar import DAY_PARTS, SEASONS, WEEKDAYS, day_value, unit_value
from samestory.facts.timex import (
    CLOCK,
    MONTH,
    PART,
    SEASON,
    WEEKDAY,
    Context,
    Found,
    Rule,
    clock_value,
    month_number,
    rule,
)

_BACK = frozenset({"last", "past", "previous", "this past"})
# What leads to the year of publication: "for the year", "in the first nine months of the year".
_IN_YEAR = re.compile(r"\b(?:for|during|throughout|(?:months?|weeks|quarters?|half|part|rest|remainder) of)\s+$")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
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
    if lead == "previous" and context.last and _DAY.fullmatch(context.last):
        published = date.fromisoformat(context.last)  # the one before the day told last
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
    """Read `this morning` and `last night`, and `mid-afternoon` as of the day told last."""
    if context.published is None:
        return "TIME", None
    if match["middle"]:
        offset = {"yesterday": -1, "tomorrow": 1}.get(match["day"] or "", 0)
        told = context.last if context.last and _DAY.fullmatch(context.last) and not match["day"] else None
        day_told = told or day_value(context.published + timedelta(days=offset))
        return "TIME", f"{day_told}T{DAY_PARTS[match['middle']]}"
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
    bare = match["bare"] or match["part"]
    code, first = SEASONS[match["season"] or bare]
    year = published.year
    if bare and first > published.month and not context.future:
        year -= 1
    if match["lead"] in _BACK:
        year -= 1 if first + 3 > published.month else 0
    elif match["lead"] in _ON:
        year += 1 if first <= published.month else 0
    return "DATE", f"{year:04d}-{code}"


def _unit(match: re.Match[str], context: Context) -> Found | None:
    """Read `last week`, `this year`, `next month` from the day of publication."""
    published = context.published
    if context.text.istitle() and context.before.strip():
        return None  # a name ("This Week")
    if published is None:
        return "DATE", None
    lead, unit = match["lead"], match["unit"]
    if lead == "the" and unit == "year" and not _IN_YEAR.search(context.before):
        return None
    offset = -1 if lead in _BACK else 1 if lead in _ON else 0
    if lead == "the latest":
        offset = -1
    if unit == "weekend" and lead in ("the", "this past", "last", "over the", "this"):
        offset = -1 if published.weekday() < 5 and not context.future else 0
    return "DATE", unit_value(published, unit, offset)


def _period_edge(match: re.Match[str], context: Context) -> Found:
    """Read `the end of the year` as the year of publication."""
    return "DATE", unit_value(context.published, match["unit"] or "year", 0) if context.published else None


_TIME_BEFORE = rf"(?:(?P<clock>{CLOCK}),? (?:on )?)?"
_TIME_AFTER = rf"(?:,? (?:at )?(?P<clock2>{CLOCK})| (?P<part>{PART}))?"
_LEAD = r"(?P<lead>this past|this coming|last|past|next|this|coming|previous|following)"
RULES: tuple[Rule, ...] = (
    rule("weekday", rf"{_TIME_BEFORE}(?:(?:the )?{_LEAD} )?(?P<weekday>{WEEKDAY}){_TIME_AFTER}", _weekday),
    rule("deictic", rf"{_TIME_BEFORE}(?P<word>yesterday|today|tomorrow|tonight){_TIME_AFTER}", _deictic),
    rule(
        "part_of_day",
        rf"(?P<lead>this|last) (?P<part>{PART})"
        r"|mid[- ](?P<middle>morning|afternoon|evening)(?: (?P<day>yesterday|today|tomorrow))?",
        _part_of_day,
    ),
    rule("relative_month", rf"{_LEAD} (?P<month>{MONTH})(?!\.? \d{{1,2}}\b)", _month),
    rule(
        "relative_season",
        rf"{_LEAD} (?P<season>{SEASON})|(?:(?<=over\s)|(?<=during\s)|(?<=into\s))the (?P<bare>{SEASON})(?! (?:of )?\d)"
        rf"|the (?:early|late)[ -](?P<part>{SEASON})(?! (?:of )?\d)",
        _season,
    ),
    rule(
        "relative_unit",
        r"(?P<lead>this past|this coming|last|next|this|the (?:current|latest|full)|the(?= weekend)"
        r"|the(?= (?:full |fiscal )?year\b(?! (?:end|ago|earlier|before|after|that|when|to|two|\d)|[-'’])))"
        r" (?:fiscal )?"
        r"(?P<unit>week|weekend|month|quarter|year|decade|century)",
        _unit,
    ),
    rule(
        "period_edge",
        r"(?:(?:the )?(?:end|start|beginning|middle|close) of|later in|earlier in) the (?P<unit>week|month|year|decade)"
        r"|year(?:['’]s)?[ -]end",
        _period_edge,
    ),
)
