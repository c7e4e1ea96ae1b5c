"""Rules for durations, stretches without a measure, and repeated times."""

import re

from samestory.facts.calendar import WEEKDAYS
from samestory.facts.timex import (
    FUTURE,
    MODIFIER,
    MONTH,
    PART,
    PAST,
    QUANTITY,
    UNIT,
    WEEKDAY,
    Context,
    Found,
    Rule,
    duration_value,
    month_number,
    rule,
)

_PERIODS = {"hourly": "PT1H", "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y"}
_PERIODS |= {"annually": "P1Y"}
# `a day` after a figure is a rate (`5 percent a year`); after these words it is a length of time.
_LENGTH_LED = re.compile(
    r"\b(?:for|in|within|over|about|nearly|almost|around|than|least|after|under|takes?|took|lasted|lasting|lasts|spent|spend"
    r"|last|past|next|first|another|every|half|whole|full|by|long\s+as)\s+(?:the\s+)?$"
)


def _duration(match: re.Match[str], context: Context) -> Found | None:
    """Read `53 years`, `nearly two weeks`, `the past five days`, `a three-year`."""
    quantity, unit = match["quantity"], match["unit"]
    if context.text[-len(unit) - 1 :].lstrip(" -").istitle() and context.text[:1].isdigit() and context.before.strip():
        return None  # a name ("60 Minutes")
    fraction = unit == "quarter" and quantity in ("a", "three") and not match["edge"]
    if (
        fraction
        or quantity == "zero"
        or (quantity in ("a", "an", "one") and unit == "second")
        or match.group() == "one day"
    ):
        return None
    led = match["modifier"] or match["edge"] or match["half"] or _LENGTH_LED.search(context.before)
    if quantity in ("a", "an") and not led:
        return None
    if quantity in ("many", "few") and not match["edge"]:
        return None
    if match["half"]:
        quantity = f"{'one' if quantity in ('a', 'an') else quantity} and a half"
    return "DURATION", duration_value(quantity, unit)


def _long(match: re.Match[str], _context: Context) -> Found:
    """Read `day-long`, `year-long`."""
    return "DURATION", duration_value("one", match["unit"])


def _open_span(match: re.Match[str], _context: Context) -> Found:
    """Read `the past year`, `the next week`: one unit before or after now."""
    return "DURATION", duration_value("one", match["unit"])


def _year_ended(_match: re.Match[str], _context: Context) -> Found:
    """Read `the year ended March 31`: twelve months, whatever the calendar year."""
    return "DURATION", "P1Y"


def _every(match: re.Match[str], _context: Context) -> Found:
    """Read `every day` and `each Thursday`."""
    if match["month"]:
        return "SET", f"XXXX-{month_number(match['month']):02d}"
    if match["weekday"]:
        part = "" if not match["part"] else "T" + match["part"][:2].upper()
        return "SET", f"XXXX-WXX-{WEEKDAYS.index(match['weekday']) + 1}{part}"
    return "SET", "P1D" if match["unit"] == "night" else duration_value("one", match["unit"])


def _periodic(match: re.Match[str], context: Context) -> Found | None:
    """Read `daily` and its like; a capital inside a sentence is a name (`Daily Herald`)."""
    name_follows = context.after[1:2].isupper() and match["word"] in ("daily", "weekly")  # "the daily Osk Post"
    named = name_follows or (context.text[0].isupper() and context.before.strip() != "")
    return None if named else ("SET", _PERIODS[match["word"]])


def _vague_span(match: re.Match[str], _context: Context) -> Found:
    """Read `recent weeks`, `the past days`, `coming months`: a stretch before or after now with no measure."""
    return "DATE", FUTURE if match["lead"] in ("coming", "next") else PAST


_EDGE = (
    r"(?P<edge>(?:the |its |his |her |their )?(?:first|last|past|next|previous|coming|latest|final) "
    r"|the (?!an? |one ))?"
)
_FILLER = r"(?: (?:more|consecutive|straight|full|whole|long|additional|further|solid|short|trading|business|working))?"
RULES: tuple[Rule, ...] = (
    rule(
        "duration",
        rf"{MODIFIER}{_EDGE}(?P<quantity>{QUANTITY}){_FILLER}"
        rf"(?P<joined>-| )(?P<unit>{UNIT})s?(?:-long)?(?P<half> and a half)?(?! old\b|-old\b)",
        _duration,
    ),
    rule("long", rf"(?P<unit>{UNIT})-long", _long),
    rule("open_span", r"the (?:past|last|next|coming) (?P<unit>hour|day|week|month|year|decade|century)", _open_span),
    rule(
        "year_ended",
        r"the (?:fiscal )?(?:year|12 months|twelve months)(?= (?:ended|ending|that ended|to) )",
        _year_ended,
    ),
    rule(
        "vague_span",
        r"(?:the )?(?P<lead>recent|past|last|coming|next) (?:days|weeks|months|quarters|years|decades)",
        _vague_span,
    ),
    rule(
        "every",
        rf"(?:every|each) (?:(?P<unit>{UNIT}|night)|(?P<weekday>{WEEKDAY})(?: (?P<part>{PART}))?|(?P<month>{MONTH}))",
        _every,
    ),
    rule("periodic", rf"(?P<word>{'|'.join(_PERIODS)})", _periodic),
)
