"""Sentences of one paragraph, as offsets."""

import csv
import re
from functools import cache

from samestory.assets import asset

# A stop, the quotes and brackets that close with it, and references such as [[1](https://…)] or [2] that belong to it.
_STOP = re.compile(
    r"(?P<stop>[.!?…]+|[。！？।؟۔]+)(?P<close>(?:\n(?=[”’»)\]]))?[\"'”’»)\]*_」』]*)"
    r"(?P<refs>(?:\s*\[\[?\d{1,3}\]?(?:\([^()\s]*\))?\]?)*)(?P<gap>\s*)"
)
_TOKEN_BEFORE = re.compile(r"\S*$")
_WORD_AFTER = re.compile(r"[\"'“‘«(\[*_]*([^\W_]+)")
# A number and a stop alone are a list item's ("2. …").
_LETTER = re.compile(r"[^\W\d_]")
# Three words and their marks; what comes later does not tell whether a sentence ends here.
_AHEAD = 120
_WIDE = frozenset("。！？।؟۔")


@cache
def _words(role: str) -> frozenset[str]:
    """Return the words of one role in sentence_words.csv."""
    with asset("seeds", "sentence_words.csv").open(encoding="utf-8", newline="") as table:
        return frozenset(row["word"] for row in csv.DictReader(table) if row["role"] == role)


def sentence_spans(text: str, label_end: int = 0) -> list[tuple[int, int]]:
    """Return the (start, end) of each sentence; they cover all non-space text. No sentence ends within the label."""
    spans: list[tuple[int, int]] = []
    start = 0
    last_word = _last_word(text)
    # Nothing is looked at twice, so that a page of one line costs no more than many lines.
    looked, lettered = 0, False
    for match in _STOP.finditer(text):
        end = match.end("refs")
        lettered = lettered or bool(_LETTER.search(text, looked, end))
        looked = end
        if match.start() < label_end or match.end() > last_word or not lettered:
            continue
        if _is_boundary(text, match):
            spans.append(_stripped(text, start, end))
            start, lettered = end, False
    return [*spans, _stripped(text, start, len(text))] if text[start:].strip() else spans


def _last_word(text: str) -> int:
    """Return where the last letter or digit of the text stands, -1 without one."""
    return next((at for at in range(len(text) - 1, -1, -1) if text[at].isalnum()), -1)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without surrounding blanks."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def _is_boundary(text: str, match: re.Match[str]) -> bool:
    """Return whether a sentence ends at this stop."""
    if match["stop"][0] in _WIDE:
        return True
    after = text[match.end() : match.end() + _AHEAD]
    token = _token_before(text, match.start())
    if not match["gap"]:
        return _is_glued_boundary(token, match, after)
    if after[0].islower():
        return _is_lower_boundary(token, match, after)
    return match["stop"] != "." or bool(match["refs"]) or not _is_abbreviation(token, after)


def _token_before(text: str, at: int) -> str:
    """Return the run of non-blanks that ends at the stop, without the marks it opens with."""
    found = _TOKEN_BEFORE.search(text, max(0, at - 80), at)
    return found[0].lstrip("\"'“‘«([*_") if found else ""


def _word_after(after: str) -> str:
    """Return the first word of what follows."""
    found = _WORD_AFTER.match(after)
    return found[1] if found else ""


def _is_abbreviation(token: str, after: str) -> bool:
    """Return whether "token." is an abbreviation that does not end its sentence before what follows."""
    name, word = token.lower().rsplit("-", 1)[-1], _word_after(after)
    opens = word.lower() in _words("opener") and word[:1].isupper()
    if name in _words("never_ends"):
        return True
    if name in _words("before_number"):
        return word[:1].isdigit()
    dotted = bool(re.fullmatch(r"(?:\w\.)+\w", name)) or (len(name) == 1 and name.isalpha())
    return (dotted or name in _words("may_end")) and not opens


def _is_lower_boundary(token: str, match: re.Match[str], after: str) -> bool:
    """Return whether a sentence ends before a lower-case word; scraped text often lost its capitals after a stop."""
    if match["stop"] != "." or len(token) < 3 or _is_abbreviation(token, "x") or "." in token:
        return False
    if token.lower() in _words("before_number"):
        return False
    first_words = re.findall(r"\w+", after[:60])[:3]
    return not (match["close"] and _words("speech_verb").intersection(first_words))


def _is_glued_boundary(token: str, match: re.Match[str], after: str) -> bool:
    """Return whether a sentence ends at a stop with no blank after it, as in "region.Any"."""
    word = _word_after(after)
    last = re.split(r"[^\w]", token)[-1] if token else ""
    # "metres.the dam": only a function word of three letters or more shows that a lower-case piece is no host name.
    lower_opener = len(word) >= 3 and word in _words("opener")
    if (
        len(last) < 2
        or not (word[:1].isupper() or lower_opener)
        or "://" in token
        or "@" in token
        or token.lower().startswith("www.")
    ):
        return False
    if (
        match["stop"] == "."
        and not match["close"]
        and (last.lower() in _words("never_ends") | _words("may_end") or _is_domain(word))
    ):
        return False
    return word in {"A", "I"} or word[1:].islower()


def _is_domain(word: str) -> bool:
    """Return whether what follows a full stop is the end of a host name, such as Example.com or Example.Ru."""
    lower = word.lower()
    return lower in _words("domain_end") or (len(lower) == 2 and lower not in _words("short_word"))
