"""Dates, times, durations and repeated times as TIMEX3, with the stretch of time each stands for."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from samestory.article import Article, Block, Fact
from samestory.facts import timex_apart, timex_days, timex_periods, timex_relative, timex_years
from samestory.facts.calendar import SEASONS, narrowed, stretch_of
from samestory.facts.number_words import SMALL
from samestory.facts.text import any_word, fold, word_list
from samestory.facts.timex import FUTURE, PAST, Context, Found
from samestory.facts.timex_years import CENTURIES, DECADES, ORDERS

# The first rule that matches at a place wins, so longer readings stand before their parts.
_ORDER = word_list(
    "iso week_of calendar_day numeric relative_month season quarter weekday deictic relative_season that_quarter"
    " relative_unit anchored_part second_day part_of_day period_edge anchored_unit ago year_ended year_before duration"
    " long open_span vague_span every spoken_clock decade century named_day month spoken_year year periodic clock"
)
_BY_NAME = {
    rule.name: rule
    for rule in (*timex_apart.RULES, *timex_days.RULES, *timex_years.RULES, *timex_relative.RULES, *timex_periods.RULES)
}
_RULES = {name: _BY_NAME[name] for name in _ORDER}
# The words that may stand before the first word that tells of time, and those words, with what they begin with: to pass
# quickly over the places where no time expression begins.
_LEADING = word_list(
    "this that the its his her their a an about around nearly almost over under roughly approximately some up at more"
    " less no not just barely to than least most consecutive straight full whole long additional further solid short"
    " corresponding comparable"
)
_TELLING = word_list(
    "jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun noon midday midnight yesterday today"
    " tomorrow tonight last past next previous following coming recent latest current same final half several few many"
    " couple dozen hundred thousand every each hourly daily weekly monthly yearly annually q1 q2 q3 q4 h1 h2 fiscal"
    " second minute hour day week fortnight month quarter year decade century morning afternoon evening night early mid"
    " late earlier period end start beginning middle close christmas new thanksgiving"
)
_TELLING += [*SMALL, *SEASONS, *ORDERS, *CENTURIES, *DECADES]
_TOLD = rf"\d|['’‘]\d|{any_word(_TELLING)}"
# More words than eight before a time are no part of it; unbounded, "a a a …" is read to its end at each.
# One pattern finds the places; the rule's own pattern, whose groups have names, reads them.
_ANY = re.compile(
    rf"(?<![\w$€£/])(?=(?:{any_word(_LEADING)}[\s-]+){{0,8}}(?:{_TOLD}))(?:"
    + "|".join(
        f"(?P<{name}>{re.sub('[(][?]P<[a-z0-9_]+>', '(?:', rule.pattern.pattern)})" for name, rule in _RULES.items()
    )
    + ")"
)
_EXTENSION = re.compile(
    r"(?:\b(?:the\s+)?(?:very\s+)?(?:end|start|beginning|middle|close)\s+of\s+"
    r"|\b(?:the\s+)?(?:early|late|mid|earlier|later|sometime)(?:[\s-]+|\s+in\s+))$"
)
_WORD = re.compile(r"\w+")
_REACH = 40  # characters: the longest extension is shorter
_COMPARISONS = frozenset({"ago", "year_before"})
_COMPARED = re.compile(r"\b(?:ago|earlier)\b")
_RESOLVED, _UNRESOLVED = 0.9, 0.6  # confidence by judgement: an unresolved one may be no time at all


def find(article: Article) -> list[Fact]:
    """Return the time expressions of the kept paragraphs in reading order."""
    reader = _Reader(article, fold(article.text))
    return [fact for paragraph in article.paragraphs for fact in reader.read(paragraph)]


class _Reader:
    """Reads one article from top to bottom and remembers the date told last."""

    def __init__(self, article: Article, low: str) -> None:
        self._article = article
        self._low = low
        self._published = article.published_at.date() if article.published_at else None
        self._last: str | None = None
        self._starts = [sentence.start for sentence in article.sentences]

    def read(self, paragraph: Block) -> Iterator[Fact]:
        """Yield the time expressions of one paragraph."""
        place = free = paragraph.start
        while match := _ANY.search(self._low, place, paragraph.end):
            fact = self._fact(match, free)
            place = _next_place(self._low, match) if fact is None else fact.end
            if fact is not None:
                free = fact.end
                yield fact

    def _fact(self, hit: re.Match[str], free: int) -> Fact | None:
        """Read one match by its rule; `free` is where the fact before ends."""
        rule = _RULES[hit.lastgroup or ""]
        match = rule.pattern.match(self._low, hit.start())
        context = self._context(hit)
        found = rule.read(match, context) if match else None
        if found is None:
            return None
        extension = _EXTENSION.search(self._low, max(free, hit.start() - _REACH), hit.start())
        start = extension.start() if extension and found[0] in ("DATE", "TIME") else hit.start()
        return self._resolve(start, hit.end(), rule.name, found)

    def _context(self, hit: re.Match[str]) -> Context:
        """Return what the rules may look at around a match."""
        start = max(self._sentence_start(hit.start()), hit.start() - 2 * _REACH)
        before = self._low[start : hit.start()]
        after = self._article.text[hit.end() : hit.end() + 2 * _REACH]
        return Context(self._published, self._last, self._article.text[hit.start() : hit.end()], before, after)

    def _sentence_start(self, place: int) -> int:
        """Return where the sentence that holds a place begins."""
        at = bisect_right(self._starts, place) - 1
        return self._starts[at] if at >= 0 else 0

    def _resolve(self, start: int, end: int, rule: str, found: Found) -> Fact:
        """Make the fact of a reading; a value that is no date of the calendar is dropped."""
        kind, value = found
        dated = kind in ("DATE", "TIME")
        stretch = stretch_of(value) if dated and value else None
        part = narrowed(stretch, self._low[start:end]) if stretch else None
        vague = value in (PAST, FUTURE)
        if dated and stretch is None and not vague:
            value = None
        compared = rule in _COMPARISONS or _COMPARED.search(self._low, start, end)
        if stretch is not None and not compared:  # a comparison is no new point in the story
            self._last = value
        resolved = stretch is not None or (not dated and value is not None and "X" not in value)
        fields: dict[str, object] = {
            "type": kind,
            "value": value,
            "date_start": part.start if part else None,
            "date_end": part.end if part else None,
            "precision": stretch.precision if stretch else None,
            "resolved": resolved,
        }
        return Fact("date", start, end, rule, _RESOLVED if resolved else _UNRESOLVED, fields)


def _next_place(low: str, match: re.Match[str]) -> int:
    """Return where to look on after a match that is no time expression: behind its first word."""
    word = _WORD.match(low, match.start())
    return word.end() if word else match.start() + 1
