"""Tokens of one sentence with their offsets; a quoted stretch is one token, so that no rule reads inside it."""

import re
from functools import lru_cache
from typing import NamedTuple

from samestory.facts.text import Known

_TOKEN = re.compile(
    r"(?=[A-Z])(?:(?:[A-Z]\.)+|(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Govs?|Gen|Lt|Col|Capt|Sgt|Rev|Prof|St|Jr|Sr|No)\.)"
    r"|[^\W\d_][\w]*(?:(?:['’‘&‑-]|\.(?![A-Z][a-z]{2}))[^\W_]+)*(?:(?<=s)['’](?=\s))?"
    r"|[$€£]?\d[\d.,:/-]*\d%?|[$€£]?\d%?|--+|\.\.+|[^\w\s]|_+"
)

_CLAUSE_ENDS = frozenset(",.!?…")


class Token(NamedTuple):
    """One token: its lower-case text with plain apostrophes, its span, and its kind.

    Kinds: w word, C capitalised word, n number, p punctuation, q quoted stretch. A quoted stretch is `"` in lower case,
    or `".` if it ends like a clause.
    """

    low: str
    start: int
    end: int
    kind: str


def tokenise(text: str, start: int, end: int, quotes: list[tuple[int, int]]) -> list[Token]:
    """Return the tokens of text[start:end]; every span of `quotes` inside it becomes one token."""
    if not quotes:
        return [*_plain(text, start, end)]
    tokens: list[Token] = []
    for quote_start, quote_end in quotes:
        tokens += _plain(text, start, quote_start)
        ends = text[quote_end - 2 : quote_end - 1] in _CLAUSE_ENDS
        tokens.append(Token('".' if ends else '"', quote_start, quote_end, "q"))
        start = quote_end
    return [*tokens, *_plain(text, start, end)]


# Quotations and claims read the same sentences of an article, one after the other.
@lru_cache(maxsize=1 << 12)
def _plain(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Return the tokens of a stretch without quotations."""
    found = []
    place, new = start, tuple.__new__
    for word in _TOKEN.findall(text, start, end):
        # Nothing but white space stands between two tokens.
        place = text.index(word, place)
        stop = place + len(word)
        low, kind = _WORDS[word]
        # As Token(…), which asks a function in Python to do the same: a day's news has a million tokens.
        found.append(new(Token, (low, place, stop, kind)))
        place = stop
    return tuple(found)


def _word(token: str) -> tuple[str, str]:
    """Return the lower-case form of a token with plain apostrophes, and its kind."""
    if token[0].isdecimal() or (token[0] in "$€£" and token[1:2].isdecimal()):
        return token, "n"
    if not token[0].isalnum():
        return token, "p"
    return token.lower().replace("’", "'").replace("‘", "'"), "C" if token[0].isupper() else "w"


_WORDS = Known(_word)
