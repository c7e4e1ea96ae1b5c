"""Rules for time expressions that name a year or a part or a row of years."""

import re

from samestory.facts.calendar import SEASONS
from samestory.facts.text import word_list
from samestory.facts.timex import SEASON, SPOKEN_YEAR, YEAR, Context, Found, Rule, rule, spoken_year

ORDERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4}
CENTURIES = word_list(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
)
DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8}
DECADES |= {"nineties": 9}
_YEAR_LED = re.compile(
    r"(?:\b(?:in|into|both|since|until|till|by|of|from|to|through|throughout|during|before|after|early|late|mid|pre|post|for|and|or"
    r"|between|around|about|circa|fiscal|year|back|spring|summer|autumn|fall|winter|the|an?|its|their|his|her|our|on|that)"
    r"[\s-]+|[(\[—–-]|['’]s\s+|\d{4},?\s+)$"
)
# Nothing but a year stands after these, so older years count too.
_OLD_YEAR_LED = re.compile(r"\b(?:in|since|until|by|during|before|after|circa|year|of|from)\s+$")
_COUNTED = re.compile(
    r"\s+(?:people|men|women|children|troops|soldiers|civilians|fighters|refugees|miles|kilomet(?:er|re)s|km|met(?:er|re)s"
    r"|feet|tons|tonnes|dollars|euros|pounds|percent|per cent|homes|houses|jobs|workers|employees|students|votes|shares"
    r"|points|pages|copies|calories|years|days|hours|cases|deaths|times|more|other|of|gallons|barrels|words|units)\b|\s?%"
)

_YEARLY = re.compile(
    r"\s+(?:elections?|campaign|wars?|revolution|invasion|attacks?|crisis|budget|season|championships?|olympics|agreement|deal"
    r"|treaty|ceasefire|accord|uprising|coup|intervention|earthquake|pandemic|census|report|law|act|constitution)\b"
)


def _quarter(match: re.Match[str], context: Context) -> Found:
    """Read `the third quarter of 1984`, `Q3 2024`, `the first half`; without a year, the last one begun."""
    number = int(match["q"] or match["h"] or 0) or ORDERS[match["order"] or match["order2"]]
    letter = "H" if match["h"] or match["part"] == "half" else "Q"
    length = 6 if letter == "H" else 3
    year = next((int(match[name]) for name in ("year", "year2", "year3") if match[name]), None)
    published = context.published
    if year is None and published is not None:
        shift = {"last": -1, "this": 0, "next": 1}.get(match["relative"] or match["relative2"] or "")
        begun = (number - 1) * length + 1 <= published.month or context.future
        year = published.year + (shift if shift is not None else 0 if begun else -1) - (1 if match["ago"] else 0)
    return "DATE", f"{year:04d}-{letter}{number}" if year is not None and number * length <= 12 else None


def _decade(match: re.Match[str], context: Context) -> Found | None:
    """Read `the 1990s`, `the '80s` and `the nineties`."""
    if match["long"]:
        return "DATE", match["long"]
    if match["word"] and not context.text.lower().startswith("the"):
        return None
    digit = DECADES[match["word"]] if match["word"] else int(match["short"])
    return "DATE", f"19{digit}"


def _century(match: re.Match[str], _context: Context) -> Found | None:
    """Read `the mid-20th century` as the years that begin with 19."""
    number = int(match["number"]) if match["number"] else CENTURIES.index(match["word"]) + 1
    return ("DATE", f"{number - 1:02d}") if 1 < number <= 30 else None


def _season(match: re.Match[str], _context: Context) -> Found:
    """Read `the winter of 1994`."""
    return "DATE", f"{match['year'] or spoken_year(match)}-{SEASONS[match['season']][0]}"


def _year(match: re.Match[str], context: Context) -> Found | None:
    """Read a year that a word before it leads to; a number that counts something is none."""
    year = match["year"]
    after = match.string[match.end() : match.end() + 20]
    if _COUNTED.match(after) or (re.match(r"[\s]?[-–]\d{1,3}\b(?!-)", after) and not re.match(r"[-–]\d\d\b", after)):
        return None
    led = (
        match["lead"]
        or _YEARLY.match(after)
        or (_YEAR_LED if int(year) >= 1900 else _OLD_YEAR_LED).search(context.before)
    )
    return ("DATE", year) if led else None


def _spoken_year(match: re.Match[str], _context: Context) -> Found:
    """Read `nineteen ninety-six` and `the year two thousand`."""
    return "DATE", "2000" if match["tens"] is None else spoken_year(match)


_ORDINAL = "(?:" + "|".join(ORDERS) + ")"
RULES: tuple[Rule, ...] = (
    rule(
        "quarter",
        rf"(?:the )?(?:year[ -](?P<ago>ago|earlier) )?(?:(?P<relative>last|this|next) year['’]s )?"
        rf"(?:(?P<year>{YEAR}) )?(?:fiscal[ -])?"
        rf"(?:(?P<order>{_ORDINAL})[ -](?P<part>quarter|half)(?= of {YEAR}| of (?:this|last|next) year)"
        rf"|(?P<order2>{_ORDINAL})[ -]quarter"
        rf"|q(?P<q>[1-4])|h(?P<h>[12])(?= {YEAR}))(?: (?:of )?(?:fiscal )?(?P<year2>{YEAR})"
        rf"| of (?P<relative2>last|this|next) year)?"
        rf"(?P<year3>(?!))?",
        _quarter,
    ),
    rule(
        "decade",
        rf"(?:the )?(?:(?:early|mid|late)[ -])?(?:(?P<long>(?:1[5-9]|20)\d)0['’]?s"
        rf"|['’‘](?P<short>[1-9])0s|(?P<word>{'|'.join(DECADES)}))",
        _decade,
    ),
    rule(
        "century",
        rf"(?:the )?(?:(?:early|mid|late)[ -])?(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)"
        rf"|(?P<word>{'|'.join(CENTURIES)}))[ -]century",
        _century,
    ),
    rule(
        "season",
        rf"(?:the )?(?:(?:early|mid|late)[ -])?(?P<season>{SEASON})(?: of)? (?:(?P<year>{YEAR})|{SPOKEN_YEAR})",
        _season,
    ),
    rule(
        "year",
        r"(?P<lead>(?:the )?(?:fiscal(?: year)?|the year) )?(?P<year>1\d{3}|20\d\d)(?![\w%]|[.,]\d|[-–]\d{4}-)",
        _year,
    ),
    rule("spoken_year", rf"{SPOKEN_YEAR}|the year two thousand", _spoken_year),
)
