"""Quoted stretches of a paragraph: double, doubled single and single quote marks, with apostrophes told apart."""

import re
from typing import NamedTuple

from samestory.facts.grammar import words

_DOUBLE = re.compile(r"''|``|[“”„«»\"]")
_SINGLE_OPEN = re.compile(r"(?<![\w.,!?’'])[‘'](?=[^\W_]|[“\"])")
# A closing mark ends a clause or a word, and no letter follows; `voters’ choice` closes only if nothing better comes.
_SINGLE_CLOSE = re.compile(r"(?<=[.,!?…])['’](?!\w)")
_SINGLE_CLOSE_ANY = re.compile(r"(?<=[\w%])['’](?=[\s.,;:!?)\]]|$)")
# What may close a curly opening mark: its own mark, or another that stands behind a word with nothing behind it; a
# straight pair inside ("the “no "if" about it” rule") is passed over.
_CURLY_CLOSE = re.compile(r"”|(?<=[\w.,!?…])“(?=[\s.,;:)—–]|$)|(?<=[.,!?…])\"(?=[\s.,;:)—–]|$)|(?<!\w)\"[^\"”]*\"")
_CLOSERS = {"“": '”"', "„": '“”"', "«": "»", '"': '"”', "''": "''", "``": "''", "”": "”"}
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_TITLE_SMALL = words("a an the of in on at to for and or but with from by vs is are")


class Quote(NamedTuple):
    """One quoted stretch with its marks: the span, whether a closing mark ends it, and whether its marks are single."""

    start: int
    end: int
    closed: bool
    single: bool = False


def find_quotes(text: str, start: int, end: int) -> list[Quote]:
    """Return the outermost quoted stretches of the paragraph text[start:end], in order, marks included."""
    quotes = []
    position = start
    while match := _DOUBLE.search(text, position, end):
        quote = _double(text, match, end)
        if quote:
            quotes.append(quote)
        position = quote.end if quote else match.end()
    return sorted(quotes + _singles(text, start, end, quotes))


def _double(text: str, match: re.Match[str], end: int) -> Quote | None:
    """Return the stretch that a double mark opens, or nothing if it opens none."""
    mark, inside = match.group(), match.end()
    opens = inside < end and not text[inside].isspace() and mark not in "»"
    if mark in {'"', "''"}:
        opens = opens and (match.start() == 0 or not text[match.start() - 1].isalnum())
    if mark == "”":  # a closing mark typed for an opening one
        opens = match.start() > 0 and text[match.start() - 1] in ",: " and inside < end
    if not opens:
        return None
    if mark == "''" and (close := text.find("''", inside, end)) >= 0:
        return Quote(match.start(), close + 2 + (text[close + 2 : close + 3] == "'" and close + 2 < end), True)
    closes = [found for closer in _CLOSERS[mark] if (found := text.find(closer, inside, end)) >= 0]
    if mark in {"''", "``"}:
        closes = [found + 1 for found in [text.find("''", inside, end)] if found >= 0]
    elif mark == "“" and (curly := _curly_close(text, inside, end)) is not None:
        closes = [curly]
    if closes:
        return Quote(match.start(), min(closes) + 1, True)
    # A quotation that goes on in the next paragraph is not closed, but opened there again.
    goes_on = mark in {"“", "„"} or (mark == '"' and text[end : end + 4].lstrip().startswith(mark))
    return Quote(match.start(), end, False) if goes_on else None


def _curly_close(text: str, start: int, end: int) -> int | None:
    """Return where a quotation that a curly mark opened before `start` is closed."""
    for match in _CURLY_CLOSE.finditer(text, start, end):
        if match.end() - match.start() == 1:
            return match.start()
    return None


def _singles(text: str, start: int, end: int, doubles: list[Quote]) -> list[Quote]:
    """Return the stretches in single marks outside the given ones."""
    edges = [start, *(edge for quote in doubles for edge in quote[:2]), end]
    found = []
    for left, right in zip(edges[::2], edges[1::2], strict=True):
        position = left
        # A mark that does not come after one opening comes after no later one: looked for once, or `'tis 'tis 'tis` is
        # read to its end at each.
        closers = [_SINGLE_CLOSE, _SINGLE_CLOSE_ANY]
        while closers and (opening := _SINGLE_OPEN.search(text, position, right)):
            position = opening.end()
            while closers and (close := closers[0].search(text, position, right)) is None:
                del closers[0]
            # Fewer than three words in single marks are names, titles and scare quotes far more often than speech.
            if close and len(_WORD.findall(text, position, close.start())) >= 3:
                found.append(Quote(opening.start(), close.end(), True, True))
                position = close.end()
    return found


def count_words(text: str, quote: tuple[int, int]) -> int:
    """Return the number of words in a stretch."""
    return len(_WORD.findall(text, quote[0], quote[1]))


def looks_like_title(text: str, quote: tuple[int, int]) -> bool:
    """Tell whether every word that a title capitalises is capitalised, as in a book's, a show's or a ship's name."""
    big = [word for word in _WORD.findall(text, quote[0], quote[1]) if word.lower() not in _TITLE_SMALL]
    return bool(big) and all(word[0].isupper() or word[0].isdigit() for word in big)
