"""Sentences of one paragraph, as offsets."""

import re

# A stop, the quotes and brackets that close with it, and references such as [[1](https://…)] or [2] that belong to it.
_STOP = re.compile(
    r"(?P<stop>[.!?…]+|[。！？।؟۔]+)(?P<close>[\"'”’»)\]*_」』]*)"
    r"(?P<refs>(?:\s*\[\[?\d{1,3}\]?(?:\([^()\s]*\))?\]?)*)(?P<gap>\s*)"
)
_TOKEN_BEFORE = re.compile(r"\S*$")
_WORD_AFTER = re.compile(r"[\"'“‘«(\[*_]*([^\W_]+)")
_WIDE = frozenset("。！？।؟۔")

# Never the end of a sentence: a name or a noun follows.
_TITLES = frozenset(
    "dr mr mrs ms mx prof gen col lt sgt capt cmdr adm maj brig rep sen gov pres st rev hon messrs fr sr. supt amb "
    "vs viz eg ie cf al approx ca est dept univ bros mt ft".split()
)
# The end of a sentence unless a number follows.
_BEFORE_NUMBER = frozenset(
    "no nos vol fig figs art sec ch pp p jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
# May end a sentence: only a word that opens sentences and is no name tells.
_MAY_END = frozenset("inc ltd corp co jr sr etc plc bn mn".split())
_OPENERS = frozenset(
    "the a an in on at it its he she they we you i this that these those there but and or so if when while as after "
    "before by for from with however meanwhile although though since because his her their our my what who how why "
    "where some many most all one no not yet still then now also according".split()
)
_SPEECH = frozenset(
    "said says asked asks told tells added adds replied wrote writes noted recalled insisted warned".split()
)
_TWO_LETTER_WORDS = frozenset("am as at be by do go he if in is it me my no of on or so to up us we".split())
_DOMAIN_ENDS = frozenset("com org net info news edu gov int biz online media press site live".split())


def sentence_spans(text: str, label_end: int = 0) -> list[tuple[int, int]]:
    """Return the (start, end) of each sentence; they cover all non-space text. No sentence ends within the label."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _STOP.finditer(text):
        end = match.end("refs")
        if match.start() < label_end or not _has_word(text[start:end]) or not _has_word(text[match.end() :]):
            continue
        if _is_boundary(text, match):
            spans.append(_stripped(text, start, end))
            start = end
    return [*spans, _stripped(text, start, len(text))] if text[start:].strip() else spans


def _has_word(text: str) -> bool:
    """Does the text hold a letter or a digit?"""
    return any(char.isalnum() for char in text)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without surrounding blanks."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def _is_boundary(text: str, match: re.Match[str]) -> bool:
    """Does a sentence end at this stop?"""
    if match["stop"][0] in _WIDE:
        return True
    after = text[match.end() :]
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
    """Is "token." an abbreviation that does not end its sentence before what follows?"""
    name, word = token.lower().rsplit("-", 1)[-1], _word_after(after)
    opens = word.lower() in _OPENERS and word[:1].isupper()
    if name in _TITLES:
        return True
    if name in _BEFORE_NUMBER:
        return word[:1].isdigit()
    # A number alone is a list item's ("1. Introduction") only at the start; that case has no word before it.
    dotted = bool(re.fullmatch(r"(?:\w\.)+\w", name)) or (len(name) == 1 and name.isalpha())
    return (dotted or name in _MAY_END) and not opens


def _is_lower_boundary(token: str, match: re.Match[str], after: str) -> bool:
    """Does a sentence end before a lower-case word? Scraped text often lost its capitals after a full stop."""
    if match["stop"] != "." or len(token) < 3 or _is_abbreviation(token, "x") or "." in token:
        return False
    if token.lower() in _BEFORE_NUMBER:
        return False
    first_words = re.findall(r"\w+", after[:60])[:3]
    return not (match["close"] and _SPEECH.intersection(first_words))


def _is_glued_boundary(token: str, match: re.Match[str], after: str) -> bool:
    """Does a sentence end at a stop with no blank after it, as in "region.Any"?"""
    word = _word_after(after)
    last = re.split(r"[^\w]", token)[-1] if token else ""
    if len(last) < 2 or not word[:1].isupper() or "://" in token or "@" in token or token.lower().startswith("www."):
        return False
    if match["stop"] == "." and not match["close"] and (last.lower() in _TITLES | _MAY_END or _is_domain(last, word)):
        return False
    return word in {"A", "I"} or word[1:].islower()


def _is_domain(last: str, word: str) -> bool:
    """Do the pieces around a full stop read as a host name, such as Example.com or Example.Ru?"""
    lower = word.lower()
    return lower in _DOMAIN_ENDS or (len(lower) == 2 and lower not in _TWO_LETTER_WORDS)
