"""Rules for time expressions that name a day or a month of the calendar."""

import re
from datetime import date

from samestory.facts.calendar import day_value, week_value
from samestory.facts.text import word_list
from samestory.facts.timex import (
    CLOCK,
    DAY,
    MONTH,
    PART,
    SPOKEN_YEAR,
    WEEKDAY,
    YEAR,
    Context,
    Found,
    Rule,
    clock_value,
    month_number,
    rule,
    spoken_year,
)

# Month names that are also given names or ordinary words need a word before them that leads to a time.
_AMBIGUOUS_MONTHS = frozenset(
    {"march", "may", "april", "june", "august", "jan", "mar", "dec", "sep", "apr", "jun", "jul"}
)
_LEADS_TO_TIME = re.compile(
    r"(?:\b(?:in|since|until|till|by|of|from|to|through|during|before|after|early|late|mid|for|and|last|next|this|between"
    r"|around|about|earlier|later)[\s-]+|[(])$"
)
_ARTICLE = re.compile(r"\b(?:an?|the|its|their|his|her)\s+$")
_NOUN = re.compile(r"\s[a-z]{3,}")
_HALF_DAY = re.compile(r"[ap]\.?\s?m\b|\s[a-z]{2,4}$")
_AT_TIME = re.compile(r"\b(?:at|around|about|by|until|till|before|after|from|between|and|to|since)\s+$")
_GAME = re.compile(r"\s+(?:left|remaining|to play|to go|into)\b")
_HOURS = word_list("one two three four five six seven eight nine ten eleven twelve")
_ENDED = re.compile(r"\bended\s+(?:on\s+)?$")
_DAY_TOLD = re.compile(r"\d{4}-\d\d-\d\d")
_FEASTS = {"christmas": (12, 25), "christmas eve": (12, 24), "new year's": (1, 1), "new year's eve": (12, 31)}
_FEASTS |= {"thanksgiving": (11, 0)}  # its day depends on the year


def nearest_year(month: int, day: int | None, context: Context) -> int | None:
    """Return the year that a month or day without one most likely means, or None without a publication day.

    A day means the nearest such day; a month means the last one, unless the sentence looks ahead. What ended is past.
    """
    published = context.published
    if published is None:
        return None
    apart = month - published.month + ((day or published.day) - published.day) / 31
    if _ENDED.search(context.before) or context.happened:
        return published.year - 1 if apart > 0 else published.year
    ahead, behind = (8.0, -4.0) if context.future else (4.0, -8.0) if day else (2.0, -10.0)
    return published.year - 1 if apart > ahead else published.year + 1 if apart < behind else published.year


def _calendar_day(match: re.Match[str], context: Context) -> Found | None:
    """Read `Friday, December 13th, 2024 at 5 p.m.` and its parts and orders."""
    parts = match.groupdict()
    month = month_number(parts["month"] or parts["month2"])
    day = int(re.sub(r"\D", "", parts["day"] or parts["day2"]))
    year = parts["year"] or parts["year2"]
    told = int(year) if year else nearest_year(month, day, context)
    if _lower_case_word(context):
        return None
    clock = parts["clock"] or parts["clock2"]
    time = clock_value(clock) if clock else ""
    if told is None or time is None:
        return ("TIME" if clock else "DATE"), None
    return ("TIME" if clock else "DATE"), f"{told:04d}-{month:02d}-{day:02d}{time}"


def _week_of(match: re.Match[str], context: Context) -> Found:
    """Read `the week of March 6` as the week that holds the day."""
    month, day = month_number(match["month"]), int(re.sub(r"\D", "", match["day"]))
    year = int(match["year"]) if match["year"] else nearest_year(month, day, context)
    try:
        return "DATE", week_value(date(year, month, day)) if year else None
    except ValueError:  # no day of the calendar
        return "DATE", None


def _lower_case_word(context: Context) -> bool:
    """Tell whether `may` or `march` is the ordinary word: written in lower case."""
    found = re.search(r"\b(?:may|march)\b", context.text)
    return found is not None and not re.search(r"\b(?:May|March|MAY|MARCH)\b", context.text)


def _month(match: re.Match[str], context: Context) -> Found | None:
    """Read `September 2015`, `June last year` and `November`."""
    name = match["month"].rstrip(".")
    month = month_number(name)
    if context.text[0].islower() or _lower_case_word(context):
        return None
    if match["year"] or match["tens"]:
        return "DATE", f"{match['year'] or spoken_year(match)}-{month:02d}"
    published = context.published
    if match["relative"]:
        offset = {"last": -1, "this": 0, "next": 1}[match["relative"]]
        return "DATE", f"{published.year + offset:04d}-{month:02d}" if published else None
    if (len(name) == 3 and name != "may") or (name in _AMBIGUOUS_MONTHS and not _leads_to_month(context)):
        return None
    year = nearest_year(month, None, context)
    return "DATE", f"{year:04d}-{month:02d}" if year is not None else None


def _leads_to_month(context: Context) -> bool:
    """Tell whether words lead to a month: "in May", or "a June agreement", in capitals and before a small noun."""
    if _LEADS_TO_TIME.search(context.before):
        return True
    return bool(_ARTICLE.search(context.before) and context.text[0].isupper() and _NOUN.match(context.after))


def _iso(match: re.Match[str], _context: Context) -> Found:
    """Read `2024-12-14` with or without a time."""
    day = match["day"].replace("/", "-")
    return ("TIME", f"{day}T{match['clock']}") if match["clock"] else ("DATE", day)


def _numeric(match: re.Match[str], _context: Context) -> Found | None:
    """Read `14/12/2024` and `12/14/2024`; where both readings are days the value is not told."""
    first, second = int(match["first"]), int(match["second"])
    year = match["year"] if len(match["year"]) == 4 else ("20" if int(match["year"]) < 50 else "19") + match["year"]
    if min(first, second) < 1 or min(first, second) > 12 or max(first, second) > 31:
        return None
    if match["mark"] == "." or first > 12 or first == second:
        return "DATE", f"{year}-{second:02d}-{first:02d}"
    return "DATE", f"{year}-{first:02d}-{second:02d}" if second > 12 else None


def _named_day(match: re.Match[str], context: Context) -> Found | None:
    """Read the feasts whose day is fixed by the calendar."""
    name = match["name"].replace("’", "'")
    if context.text[0].islower():
        return None
    month, day = _FEASTS[name.removesuffix(" day")]
    year = int(match["year"]) if match["year"] else nearest_year(month, day or 25, context)
    if year is None:
        return "DATE", None
    return "DATE", day_value(date(year, month, day or _fourth_thursday(year)))


def _fourth_thursday(year: int) -> int:
    """Return the day of November on which Thanksgiving falls in the United States."""
    return 28 - date(year, 11, 4).weekday()


def _time_alone(match: re.Match[str], context: Context) -> Found | None:
    """Read `10:35 a.m.` as on the date told before where that is a day, else on no known day.

    Figures alone (`7:42 left`) may be the clock of a game; `high noon` is none.
    """
    told = _HALF_DAY.search(match["clock"]) or _AT_TIME.search(context.before)
    if not told or _GAME.match(context.after):
        return None
    time = clock_value(match["clock"])
    last = context.last
    known = last is not None and re.fullmatch(r"\d{4}-\d\d-\d\d.*", last)
    return "TIME", last[:10] + time if last and known and time else None


def _spoken(match: re.Match[str], context: Context) -> Found | None:
    """Read `at seven in the morning` and `by seven o'clock in the evening`."""
    if not _AT_TIME.search(context.before):
        return None
    hour = int(match["hour"]) if match["hour"].isdigit() else _HOURS.index(match["hour"]) + 1
    time = f"T{hour % 12 + (0 if match['part'] == 'morning' else 12):02d}:00"
    return "TIME", context.last[:10] + time if context.last and _DAY_TOLD.match(context.last) else None


_TIME_BEFORE = rf"(?:(?P<clock>{CLOCK}),? (?:on )?)?"
_TIME_AFTER = rf"(?:,? (?:at )?(?P<clock2>{CLOCK}))?"
_WEEKDAY_BEFORE = rf"(?:(?:{WEEKDAY}|mon\.?|tues?\.?|wed\.?|thu(?:rs)?\.?|fri\.?|sat\.?|sun\.?),? )?"
_CALENDAR = (
    rf"(?:(?P<month>{MONTH}) (?P<day>{DAY})(?!\d|:\d|\.\d|,\d{{1,3}}\b)(?:(?:,\s*|\s+)(?P<year>{YEAR})\b)?"
    rf"|(?:the )?(?P<day2>{DAY})(?: of)? (?P<month2>{MONTH})(?:(?:,\s*|\s+)(?P<year2>{YEAR})\b)?)"
)
RULES: tuple[Rule, ...] = (
    rule(
        "iso",
        r"(?P<day>[12]\d{3}-[01]\d-[0-3]\d|[12]\d{3}/[01]\d/[0-3]\d)(?:[t ](?P<clock>[0-2]\d:[0-5]\d)(?::\d\d)?z?)?",
        _iso,
    ),
    rule("week_of", rf"(?:the )?week of (?P<month>{MONTH}) (?P<day>{DAY})(?:,? (?P<year>{YEAR})\b)?", _week_of),
    rule("calendar_day", _TIME_BEFORE + _WEEKDAY_BEFORE + _CALENDAR + _TIME_AFTER, _calendar_day),
    rule(
        "numeric",
        r"(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})[/.](?P<year>(?:19|20)\d\d|\d\d(?!\.\d))",
        _numeric,
    ),
    rule(
        "month",
        rf"(?P<month>{MONTH})(?:,?(?: of)? (?:(?P<year>{YEAR})|{SPOKEN_YEAR})| (?P<relative>last|this|next) year)?",
        _month,
    ),
    rule(
        "named_day",
        rf"(?P<name>christmas(?: day| eve)|new year['’]s (?:day|eve)|thanksgiving(?: day)?)(?:,? (?P<year>{YEAR}))?",
        _named_day,
    ),
    rule(
        "spoken_clock",
        rf"(?P<hour>1[0-2]|[1-9]|{'|'.join(_HOURS)})(?: o['’]clock)? in the (?P<part>{PART})",
        _spoken,
    ),
    rule("clock", rf"(?P<clock>{CLOCK})", _time_alone),
)
