"""Numbers that measure or count something: value or range, modifier, unit, the thing counted, and as of when."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import datetime

from samestory.article import Article, Block, Fact
from samestory.facts.amounts import Amount, amounts, modified
from samestory.facts.counted import counted
from samestory.facts.designators import is_counter, is_designator, is_list_mark, is_unreal
from samestory.facts.number_words import ORDINALS
from samestory.facts.numerals import Numeral, numerals
from samestory.facts.text import fold, word_list
from samestory.facts.units import Unit, unit_after, unit_before

_MANY = "(?:tens|dozens|scores|hundreds|thousands|millions|billions)"
_VAGUE = re.compile(
    r"\b(?:(?:several|many|a\s+few)\s+(?:dozen|hundred|thousand|million|billion)|several|multiple"
    rf"|{_MANY}(?:\s+of\s+{_MANY})?(?=\s+of\b))\b"
)
# One of these is in each of them.
_UNTOLD_WORDS = word_list("several multiple many few tens dozens scores hundreds thousands millions billions")
# "The third raid this week" counts three raids; where nothing bounds the count ("the second dam"), it is only an order.
# "The second highest this year" is a rank.
_RANKED = (
    "(?:(?:high|low|long|short|old|young|strong|weak|great|fast|slow|hot|cold|rich|poor)est|(?:larg|wors|lat)e?st|best"
    r"|(?:bigg|wett|heavi|busi|deadli|costli)est|most|least|fewest)\b"
)
_NTH_WORDS = tuple(ORDINALS)[1:10]
_NTH = re.compile(rf"\b(?:the|an?|its|their|his|her)\s+(?P<nth>{'|'.join(_NTH_WORDS)})(?=\s)(?!\s+{_RANKED})")
_SO_FAR = re.compile(
    r"\s+(?:\w+\s+){0,2}?(?:of\s+(?:its|their|the)\s+kind|ever|so\s+far|to\s+date|in\s+a\s+row|in\s+as\s+many"
    r"|this\s+(?:week|weekend|month|year|season|decade|century)|in\s+(?:the\s+(?:last|past)\s+)?[\w-]+"
    r"\s+(?:hours|days|weeks|months|years|decades)|since\s+\w)"
)
_CLAUSE_END = re.compile(r"[;:]|,\s+(?:and|but|while|which|who|whereas|although|though)\b")
_CLAUSE = 200  # characters: a longer clause tells nothing of what its date dates
_AGE = re.compile(r"-olds?\b|\s+old\b")
_AGED = re.compile(r"\b(?:aged?|age\s+of|di(?:es?|ed)\s+at)\s+$")
# `Mara Quill, 42, said`: a figure between commas behind a name is an age.
_NAMED = re.compile(r"[A-Z][\w'’-]+,\s$")
_AGE_ENDS = re.compile(r"[,.;:)]|\s+(?:and(?!\s+\d)|of|from|is|was|who)\b|\s*$")
_OLDEST = 120  # years
_LOOSE = re.compile(r"over|under|above|below")
_REACH = 30  # characters: a name or `at the age of` before a number is shorter
_LAST_DAY = 31
_DAY_JOIN = re.compile(r"\s?(?:and|or|to|&|[-–—,])\s?")
_COARSE = frozenset({"century", "decade", "year", "half", "season"})
_BESIDE = 12  # characters: room for `in`, `at the end of`
_FEW = 10  # below it `over two defenders` may be said of a place
_MEASURED, _COUNTED, _BARE, _UNTOLD = 0.95, 0.9, 0.6, 0.5  # confidence by judgement: a bare number may be a name


def find(article: Article, dates: Sequence[Fact]) -> list[Fact]:
    """Return the quantities of the kept paragraphs in reading order; numbers inside the given dates are none."""
    reader = _Reader(article, fold(article.text), dates)
    return [fact for paragraph in article.paragraphs for fact in reader.read(paragraph)]


class _Reader:
    """Reads the paragraphs of one article, with its dates at hand."""

    def __init__(self, article: Article, low: str, dates: Sequence[Fact]) -> None:
        self._text = article.text
        self._low = low
        self._dates = sorted(dates, key=lambda date: date.start)
        self._date_starts = [date.start for date in self._dates]
        # Asked before patterns that most paragraphs do not match.
        self._untold = [word for word in _UNTOLD_WORDS if word in low]
        self._nths = [word for word in _NTH_WORDS if word in low]
        self._sentences = article.sentences
        self._starts = [sentence.start for sentence in article.sentences]

    def read(self, paragraph: Block) -> list[Fact]:
        """Return the quantities of one paragraph."""
        start, end = paragraph.start, paragraph.end
        if is_counter(self._low, start, end):
            return []
        numbers = [
            number
            for number in numerals(self._text, self._low, start, end)
            if not self._dated(number) and not is_list_mark(self._low, number, start)
        ]
        told = [self._fact(amount, start, end) for amount in amounts(self._low, numbers)]
        facts = [fact for fact in told if fact is not None]
        if self._any(self._untold, start, end):
            facts += self._vague(start, end)
        if self._any(self._nths, start, end):
            facts += self._nth(start, end)
        return sorted(facts, key=lambda fact: fact.start)

    def _any(self, stems: Sequence[str], start: int, end: int) -> bool:
        """Tell whether one of the stems is in a stretch."""
        return any(self._low.find(stem, start, end) >= 0 for stem in stems)

    def _dated(self, number: Numeral) -> bool:
        """Tell whether a number lies in a date, time or repetition; the length of a duration is a quantity."""
        date = self._date_at(number.start)
        if date is None:
            return self._ends_date_range(number) or self._begins_date_range(number)
        return date is not None and date.fields["type"] != "DURATION"

    def _ends_date_range(self, number: Numeral) -> bool:
        """Tell whether a number ends a range that begins with a date (`May 18-19`, `1995-99`)."""
        at = bisect_right(self._date_starts, number.start) - 1
        if at < 0 or self._dates[at].end > number.start or number.start - self._dates[at].end > 3:
            return False
        return self._low[self._dates[at].end : number.start].strip() in ("-", "–", "—", "/")

    def _begins_date_range(self, number: Numeral) -> bool:
        """Tell whether a number is a day before a date that begins with a day (`11 and 13 March`)."""
        at = bisect_right(self._date_starts, number.end)
        if at == len(self._dates) or not self._low[self._dates[at].start].isdigit() or number.value > _LAST_DAY:
            return False
        return _DAY_JOIN.fullmatch(self._low, number.end, self._dates[at].start) is not None

    def _date_at(self, place: int) -> Fact | None:
        """Return the time expression that holds a place."""
        at = bisect_right(self._date_starts, place) - 1
        return self._dates[at] if at >= 0 and self._dates[at].end > place else None

    def _fact(self, amount: Amount, floor: int, ceiling: int) -> Fact | None:
        """Make the fact of an amount in a paragraph, or None where the number is none."""
        low = self._low
        sign = unit_before(low, amount.first.start)
        unit = unit_after(low, amount.end, ceiling, figures=amount.last.figures) or sign
        glued = unit is None and amount.end < ceiling and low[amount.end].isalpha()
        if glued or is_unreal(low, amount.first, ceiling):
            return None
        begin = min(amount.start, sign.start) if sign else amount.start
        begin, stop, modifier = self._modified(amount, unit, floor, begin)
        stop = max(stop, unit.end) if unit else stop
        thing = self._thing(amount, unit, stop, ceiling)
        sure = unit is not None or modifier != "exact" or amount.is_share
        if not sure and thing is None and low[amount.start : amount.end] == "one" and amount.end - floor > len("one"):
            return None
        if not sure and is_designator(self._text, low, amount.first, floor, counted=thing is not None):
            return None
        return self._made((begin, thing[1] if thing else stop), amount, modifier, unit, thing[0] if thing else None)

    def _modified(self, amount: Amount, unit: Unit | None, floor: int, begin: int) -> tuple[int, int, str]:
        """Return the span of an amount with its modifier, and the modifier; `over two` may be said of a place."""
        start, stop, modifier = modified(self._low, begin, floor, amount.end)
        if unit is None and amount.first.value < _FEW and _LOOSE.match(self._low, start, begin):
            return begin, amount.end, "exact"
        return start, stop, modifier

    def _thing(self, amount: Amount, unit: Unit | None, stop: int, ceiling: int) -> tuple[str, int] | None:
        """Return what an amount counts, and where its text ends; ages count as such."""
        if unit is not None and unit.name == "year" and (age := _AGE.match(self._low, stop)):
            return "age", age.end()
        if unit is None and self._is_age(amount, ceiling):
            return "age", stop
        broken = amount.last.value != round(amount.last.value)  # only whole things are counted, shares aside
        if (broken and unit is None) or (unit is not None and unit.kind != "share"):
            return None
        return counted(self._text, self._low, stop, ceiling, one=amount.last.value == 1)

    def _is_age(self, amount: Amount, ceiling: int) -> bool:
        """Tell whether a number without a unit is someone's age."""
        reach = max(0, amount.start - _REACH)
        if _AGED.search(self._low, reach, amount.start):
            return True
        named = (
            amount.last.figures and 0 < amount.last.value <= _OLDEST and _NAMED.search(self._text, reach, amount.start)
        )
        return bool(named) and _AGE_ENDS.match(self._low, amount.end, ceiling) is not None

    def _made(self, span: tuple[int, int], amount: Amount, modifier: str, unit: Unit | None, thing: str | None) -> Fact:
        """Put the columns of a quantity together."""
        fields: dict[str, object] = {
            "value_low": None if modifier in ("less than", "up to") else amount.first.value,
            "value_high": None if modifier in ("at least", "more than") else amount.last.value,
            "modifier": modifier,
            "unit": unit.name if unit else "year" if thing == "age" else "count" if thing else None,
            "object": thing,
            "as_of": None if thing == "age" else self._as_of(*span),
        }
        rule = unit.kind if unit else "count" if thing else "number"
        return Fact("quantity", *span, rule, _MEASURED if unit else _COUNTED if thing else _BARE, fields)

    def _vague(self, start: int, end: int) -> Iterator[Fact]:
        """Yield counts whose number is not told, as `several aircraft`: both values are null."""
        for match in _VAGUE.finditer(self._low, start, end):
            thing = counted(self._text, self._low, match.end(), end, one=False)
            if thing is None or self._date_at(match.start()):
                continue
            fields: dict[str, object] = dict.fromkeys(("value_low", "value_high", "modifier"))
            fields |= {"unit": "count", "object": thing[0], "as_of": self._as_of(match.start(), thing[1])}
            yield Fact("quantity", match.start(), thing[1], "vague", _UNTOLD, fields)

    def _nth(self, start: int, end: int) -> Iterator[Fact]:
        """Yield counts that an ordinal tells, as `the third raid this week`."""
        for match in _NTH.finditer(self._low, start, end):
            thing = counted(self._text, self._low, match.end(), end, one=True)
            if thing is None or self._date_at(match.start("nth")) or not _SO_FAR.match(self._low, thing[1], end):
                continue
            value = ORDINALS[match["nth"]]
            fields: dict[str, object] = {"value_low": value, "value_high": value, "modifier": "exact", "unit": "count"}
            fields |= {"object": thing[0], "as_of": self._as_of(match.start(), thing[1])}
            yield Fact("quantity", match.start("nth"), thing[1], "ordinal", _COUNTED, fields)

    def _as_of(self, start: int, end: int) -> datetime | None:
        """Return the start of the one date in the clause of a number, or None."""
        at = bisect_right(self._starts, start) - 1
        if at < 0:
            return None
        sentence = self._sentences[at]
        left, right = max(sentence.start, start - _CLAUSE), min(sentence.end, end + _CLAUSE)
        for mark in _CLAUSE_END.finditer(self._low, left, start):
            left = mark.end()
        after = _CLAUSE_END.search(self._low, end, right) if end < right else None
        first = bisect_right(self._date_starts, left - 1)
        last = bisect_right(self._date_starts, after.start() if after else right)
        near = [date for date in self._dates[first:last] if _dates_number(date, start, end)]
        told = {date.fields["date_start"] for date in near} - {None}
        only = told.pop() if len(told) == 1 else None
        return only if isinstance(only, datetime) else None


def _dates_number(date: Fact, start: int, end: int) -> bool:
    """Tell whether a date is fine enough to date a number, or stands right beside it."""
    beside = min(abs(date.start - end), abs(start - date.end)) <= _BESIDE
    return beside or date.fields["precision"] not in _COARSE
