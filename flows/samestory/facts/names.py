"""Find candidate names, with what stands around them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from samestory.article import Article, Block
from samestory.facts import lexicon
from samestory.facts.runs import PIECES, RUN, UPPER, WORDS

# Read backwards from the name.
_BEFORE = re.compile(r"(?:[“\"‘(]|\*\*)?[ \u00a0]+([\w’'-]+)(?:[ \u00a0]+([\w-]+))?")
_CAPITALS = re.compile(rf"(?<![\w'’-])[{UPPER}]\w{{2,}}")
_SMALL = re.compile(r"(?<![\w'’-])[a-zß-ÿ]\w{3,}")
_LOWER = re.compile(r"(?<![\w.@/-])[a-z]{2,}(?![\w@/])")
_AFTER = re.compile(r"(?:['’‘]s)?[ \u00a0,*”\"]{0,3}([\w-]+)")
# Opening marks and stops: a capital behind one of them may owe itself to its place alone.
_OPENERS = frozenset(".!?:;\n\r\t•|–—*#>«“\"(‘'[…”’)]")


class Name(NamedTuple):
    """One candidate: its span and words, and what stands around it."""

    start: int
    end: int
    words: tuple[str, ...]
    form: str
    initial: bool
    titled: bool
    before: str
    after: str
    lead: str = ""
    possessive: bool = False


def candidates(article: Article) -> tuple[list[Name], list[Name]]:
    """Return the candidates of running text, and those of lines in title case, where capitals prove nothing."""
    running: list[Name] = []
    headed: list[Name] = []
    for block in article.paragraphs:
        target = headed if _title_case(article.text, block) else running
        target.extend(_names(article.text, block))
    return running, headed


def _title_case(text: str, block: Block) -> bool:
    """Say whether nearly all longer words of a block of three or more are capitalised."""
    line = text[block.start : block.end].rstrip()
    # A line of one to four words without a stop is a label or a button more often than a sentence; a byline is not.
    if len(line) < 60 and len(line.split()) <= 4 and not line.startswith("By ") and line[-1:] not in '.!?”"':
        return True
    if line.endswith("."):
        return False
    capitals = len(_CAPITALS.findall(text, block.start, block.end))
    # Seven in ten: headline styles leave some verbs small, while a sentence of names still has its verbs and nouns.
    return capitals >= 3 and capitals >= 0.7 * (capitals + len(_SMALL.findall(text, block.start, block.end)))


def _names(text: str, block: Block) -> Iterator[Name]:
    for run in RUN.finditer(text, block.start, block.end):
        at = run.start()
        for piece in PIECES[run.group()]:
            start, end = at + piece.start, at + piece.end
            initial = _initial(text, block.start, start)
            around = _around(text, block.start, start, end)
            yield Name(start, end, piece.words, piece.form, initial, piece.titled, *around)


def _around(text: str, floor: int, start: int, end: int) -> tuple[str, str, str, bool]:
    """Return the word before a span, the word after it, the word before the word before, and whether "'s" follows."""
    lead, last = _words_before(text[max(floor, start - 30) : start])
    after = _AFTER.match(text, end, end + 40)
    return last.lower(), after[1] if after else "", lead.lower(), text.startswith(("'s", "’s", "‘s"), end)


def _words_before(before: str) -> tuple[str, str]:
    """Return the last two words of what stands before a name, empty where another mark than a blank divides them."""
    found = _BEFORE.match(before[::-1])
    last, lead = found.groups(default="") if found else ("", "")
    return lead[::-1], last[::-1]


def _initial(text: str, floor: int, start: int) -> bool:
    """Say whether a capital at `start` may be due to its place: after a stop, an opening mark or a line's beginning."""
    place = start - 1
    while place >= floor and text[place] in " \u00a0":
        place -= 1
    return place < floor or text[place] in _OPENERS


def small_words(text: str) -> frozenset[str]:
    """Return the words that the text writes in small letters."""
    return frozenset(_LOWER.findall(text))


def part(text: str, name: Name, first: int, last: int) -> Name | None:
    """Return the name cut to its words first..last (exclusive), or None where the words do not stand so in the text."""
    spans = [match.span() for match in WORDS.finditer(text, name.start, name.end)]
    courtesy = text[slice(*spans[0])].casefold().rstrip(".") in lexicon.COURTESY if len(spans) > 1 else False
    spans = spans[courtesy:]
    if first >= min(last, len(spans)) or (last < len(name.words) and last > len(spans)):
        return None
    start = name.start if first == 0 else spans[first][0]
    end = name.end if last == len(name.words) else spans[last - 1][1]
    return resized(text, name, start, end, name.words[first:last])


def resized(text: str, name: Name, start: int, end: int, words: tuple[str, ...]) -> Name:
    """Return the name with another span and other words; what stands around it is read anew."""
    same_start = start == name.start
    head = WORDS.match(text, start, end) if same_start else None
    courtesy = head is not None and head.group().casefold().rstrip(".") in lexicon.COURTESY
    form = " ".join(text[head.end() if head and courtesy else start : end].split())
    titled = name.titled and end >= name.end
    return Name(start, end, words, form, name.initial and same_start, titled, *_around(text, 0, start, end))
