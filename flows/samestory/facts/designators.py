"""Which numbers of a text name, label or decorate something instead of measuring or counting it."""

import re

from samestory.facts.numerals import Numeral
from samestory.facts.text import word_set

# Words that open a sentence and do not make a name of the figure behind them.
_OPENERS = word_set(
    "in at on about some over under nearly around the a an and but with without by from for between after before of "
    "to more less fewer than only just another almost all these those its his her their our my some at least most "
    "up exactly roughly approximately as not no or if when while since during until within where is are was were "
    "has have had killed killing another additional it they we he she there that this which who also still out into "
    "through one"
    " monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december"
)
_LABEL = re.compile(
    r"\b(?:nos?|numbers?|#|pages?|p|pp|chapters?|sections?|articles?|paragraphs?|figures?|fig|tables?|version|phase|level|types?"
    r"|grades?|class|room|gate|terminal|highway|route|interstate|flight|channel|line|steps?|items?|questions?|exhibits?"
    r"|volumes?|vol|issue|episodes?|seasons?|parts?|rules?|titles?|codes?|zones?|districts?|wards?|blocks?|lots?|tracks?"
    r"|stages?|tier|category|acts?|scenes?|verses?|options?|platforms?|piers?|runways?|forms?|appendix|annex|resolutions?"
    r"|size|ranked|rank|channel|mark|battery|brigade|division|model)\.?\s+$"
)
# Parts of books and wars whose number is written out, too.
_BOOK = re.compile(
    r"\b(?:chapter|article|section|act|scene|verse|psalm|volume|book|world war|phase|part|berth|gate|room|platform)\s+$"
)
_YEAR_BEFORE = re.compile(r"\b(?:1[5-9]|20)\d\d[-–/]$")
# A figure like a year is taken for one unless it counts something, which is asked before.
_YEAR_LIKE = re.compile(r"(?:1[89]|20)\d\d")
_COUNTER = (
    r"(?:views?|comments?|shares?|likes?|reads?|followers|subscribers|posts?|replies|visits?|hits|downloads|ratings?)"
)
_COUNTER_BEFORE = re.compile(rf"\b{_COUNTER}\s*[:|]\s*$")
_COUNTER_ALONE = re.compile(rf"{_COUNTER}?\s?[:|]?\s?[\d.,]+\s?[km]?\s?\+?\s?{_COUNTER}?\s?$")
_LIST_MARK = re.compile(r"\s*(?:[-*•#>(]+\s*)?\d{1,3}[.)]\s")
_NAME_BEFORE = re.compile(r"([A-Z][\w'’.&-]*)\s+$")
# `In Velm 30 people fell` counts people, though `30` stands behind a name.
_IN_PLACE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]cross|[Ii]nside) (?:[A-Z][\w’'-]+ ){1,3}$")
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:;…—–]['\"”’)\]]*\s+|\s-\s+|[\n\"“‘(•*]\s*)$")
_CONTEST = re.compile(
    r"\b(?:won|wins?|beat|beats|beating|lost|lose|defeat(?:ed|s)?|defeating|drew|draw|victory|score[ds]?|led|leads?|leading"
    r"|trail(?:ed|s|ing)?|tied|vote[ds]?|ruled|ruling|finish(?:ed|es)?)\b[^.!?\n]{0,40}$"
)
_COUNTED_AFTER = re.compile(r"\s+(?:\w+\s+)?(?:\w{3,}s|people|men|women|children|troops)\b")
_CONTEST_AFTER = re.compile(
    r"\s+(?:start|record|win|loss|victory|defeat|vote|lead|season|run|deficit|margin|split|draw|score|away|home)\b"
)
_REACH = 40  # characters before a number in which its label or name stands


def is_designator(text: str, low: str, number: Numeral, start: int, *, counted: bool) -> bool:
    """Tell whether a number only names something; its paragraph begins at `start`; `counted`: a noun follows."""
    reach = max(start, number.start - _REACH)
    if not number.figures:
        return _names_in_words(text, number, reach) or _BOOK.search(low, reach, number.start) is not None
    if _COUNTER_BEFORE.search(low, reach, number.start) or _copyright(text, number.start):
        return True
    if _YEAR_BEFORE.search(low, reach, number.start) or (
        not counted and _YEAR_LIKE.fullmatch(low, number.start, number.end)
    ):
        return True
    if _LABEL.search(low, reach, number.start):
        return True
    name = _NAME_BEFORE.search(text, reach, number.start)
    large = "," in text[number.start : number.end] or text[number.end - 1].isalpha()
    if name is None or large or name[1].rstrip(".").lower() in _OPENERS:
        return False
    return not (counted and _IN_PLACE.search(text, reach, number.start))


def _copyright(text: str, start: int) -> bool:
    """Tell whether a sign of copyright stands before a number."""
    return text[max(0, start - 3) : start].strip()[-1:] == "©"


def _names_in_words(text: str, number: Numeral, reach: int) -> bool:
    """Tell whether a number word is part of a name: a capital inside a sentence (`Formula One`)."""
    if not text[number.start].isupper() or text[number.start : number.end].isupper():
        return False
    return not _SENTENCE_BEGINS.search(text[reach : number.start])


def is_list_mark(low: str, number: Numeral, start: int) -> bool:
    """Tell whether a number only counts the items of a list (`1. First ...`)."""
    mark = _LIST_MARK.match(low, start)
    return mark is not None and mark.end() > number.start


def is_counter(low: str, start: int, end: int) -> bool:
    """Tell whether a paragraph is nothing but a page's counter (`1,157 views`)."""
    return _COUNTER_ALONE.match(low, start, end) is not None and re.search(_COUNTER, low[start:end]) is not None


def is_score(low: str, first: Numeral, second: Numeral) -> bool:
    """Tell whether two figures joined by a hyphen are a score or a split, and no range."""
    before = max(0, first.start - 2 * _REACH)
    told = _CONTEST_AFTER.match(low, second.end) or (
        _CONTEST.search(low, before, first.start) and not _COUNTED_AFTER.match(low, second.end)
    )
    return first.value >= second.value or bool(told)


_POINTED = re.compile(
    r"\b(?:the|this|that|these|those|each|every|any|no|which|some|another|only|other|good|new|big|last|first|next|not)\s+$"
)
# After these, `one` is a pronoun or an idiom; before a mark or nothing it counts nothing either.
_PRONOUN = re.compile(
    r"\s+(?:another|day|things?|way|hand|side|time|point|or|to|must|should|can|cannot|could|may|might|will|would|is|was|are|has|had"
    r"|of|by|who|that|which|and|in|on|at|for|with|as|from|where|when|after|before|if|but|about|more|so)\b|\s*[^\s\w]"
)
_PART = re.compile(r"(?:an?|one)[\s-]+\w+$")
_BARE_PART = re.compile(r"half$|quarter$")
_RANK = re.compile(r"\b(?:first|second|third|fourth|1st|2nd|3rd|4th|last|latter|other|better|opening|final)[\s-]+$")
_OF_WHOLE = re.compile(r"\s+(?:of|the|its|their|his|her|all|an?)\b")
_OF = re.compile(r"\s+(?:of|the|its|their|his|her|all|more|less|as|an?)\b|\s*[^\s\w-]|\s*$")


def is_unreal(low: str, number: Numeral, stop: int) -> bool:
    """Tell whether a number word counts nothing: the pronoun `one`, or a part that is a rank (`a third convoy`)."""
    if number.figures:
        return False
    word = low[number.start : number.end]
    if word == "one":
        alone = low[max(0, number.start - _REACH) : number.start]
        return _POINTED.search(alone) is not None or (_PRONOUN.match(low, number.end, stop) is not None)
    if _BARE_PART.fullmatch(word):
        ranked = _RANK.search(low, max(0, number.start - _REACH), number.start)
        return ranked is not None or _OF_WHOLE.match(low, number.end, stop) is None
    if _PART.fullmatch(word) and 0 < number.value < 1:
        return _OF.match(low, number.end, stop) is None
    return False
