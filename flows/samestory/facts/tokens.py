"""Tokens of one sentence with their offsets; a quoted stretch is one token, so that no rule reads inside it."""

import re
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(
    r"(?P<w>(?=[A-Z])(?:(?:[A-Z]\.)+|(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Govs?|Gen|Lt|Col|Capt|Sgt|Rev|Prof|St|Jr|Sr|No)\.)"
    r"|[^\W\d_][\w]*(?:(?:['’‘&‑-]|\.(?![A-Z][a-z]{2}))[^\W_]+)*(?:(?<=s)['’](?=\s))?)"
    r"|(?P<n>[$€£]?\d[\d.,:/-]*\d%?|[$€£]?\d%?)|(?P<p>--+|\.\.+|[^\w\s]|_+)"
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
    for match in _TOKEN.finditer(text, start, end):
        kind, word = match.lastgroup or "p", match.group()
        if kind == "w":
            kind, word = _word(word)
        found.append(Token(word, *match.span(), kind))
    return tuple(found)


# Words repeat: a day's news has some fifty thousand different ones.
@lru_cache(maxsize=1 << 16)
def _word(word: str) -> tuple[str, str]:
    """Return the kind of a word and its lower-case form with plain apostrophes."""
    return "C" if word[0].isupper() else "w", word.lower().replace("’", "'").replace("‘", "'")
