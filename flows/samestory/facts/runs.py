"""Runs of capitalised words: what names they hold, cut at function words, days and roles."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from samestory.facts import lexicon
from samestory.facts.text import Known

# Capital letters of the Latin scripts; other scripts have no rules here and give no candidates.
UPPER = "".join(chr(code) for code in range(0x250) if chr(code).isupper())
# "Velm.com"; two letters with a capital may be the next sentence's first word, glued ("Velm.In").
DOMAIN = (
    rf"[{UPPER}][\w-]+\.(?:com|org|net|info|news|[a-z]{{2}}"
    r"|(?!In|It|At|As|He|We|By|To|Of|On|Or|If|Is|My|No|So|Up|Us|An|Am|Be|Do|Go|Me)[A-Z][a-z])(?![\w.])"
)
_PARTICLE = r"(?:[aA][ldrstnz]|[aA]sh|[eEuU]l|[dDlLO])"
_TITLE = r"(?:Dr|Mr|Mrs|Ms|Prof|Mx|Gen|Col|Lt|Sgt|Capt|Maj|Sen|Rep|Gov|Rev|Hon|Adm|Cmdr|Brig|Cpl|Pfc|Spc|Supt)\."
_WORD = (
    rf"(?:{DOMAIN}|(?:[{UPPER}]\.){{2,}}|{_TITLE}|(?:St|Ft|Mt)\.|[{UPPER}]\.(?=[ \u00a0][{UPPER}])"
    rf"|\d{{1,3}}(?:st|nd|rd|th)(?=[ \u00a0][{UPPER}])"
    rf"|(?:{_PARTICLE}[-'’])?[{UPPER}]\w*(?:[-‐‑](?:[{UPPER}\d]\w*)|['’‘](?!s\b)\w+)*)"
)
_GLUE = r"(?:of|for|and|on|&|de|del|di|da|dos|du|la|von|van|der|den|bin|ibn|al|el|ad|as|ash|ez)"
# The letters that a run can begin with are asked first, to pass quickly over all others.
RUN = re.compile(
    rf"(?=[{UPPER}\daeudl])(?:(?<![\w@#/])|(?<=[a-z]\.))(?<![/@#]){_WORD}"
    rf"(?:(?:[ \u00a0]+(?:{_GLUE}[ \u00a0]+(?:the[ \u00a0]+)?){{0,2}}|(?<=[A-Za-z]\.)){_WORD})*"
)
WORDS = re.compile(_WORD)
_CONTRACTION = re.compile(r"['’‘](?:m|d|s|t|ve|re|ll)$")
# The longest names of treaties and ministries have about a dozen words; a longer run is a line set in capitals.
_LONGEST = 14


class _Word(NamedTuple):
    """One capitalised word of a run with the text between it and the word before."""

    start: int
    end: int
    text: str
    lower: str
    gap: str


class _Piece(NamedTuple):
    """One candidate of a run: its span in the run, its words and form, and whether a title or a role goes before."""

    start: int
    end: int
    words: tuple[str, ...]
    form: str
    titled: bool


def _pieces(run: str) -> tuple[_Piece, ...]:
    """Return the candidates of a run, by places in it."""
    if _is_no_name(run):
        return ()
    groups = [group for group in _groups(_words(run)) if len(group) <= _LONGEST]
    return tuple(
        _piece(run, words, titled=titled) for group in groups for words, titled in _without_role(group) if words
    )


def _is_no_name(run: str) -> bool:
    """Tell whether a run is one word that is no name: most are the first words of sentences."""
    word = run.lower()
    return word.isalpha() and not run.isupper() and (word in lexicon.FUNCTION_WORDS or word in lexicon.OPENERS)


def _piece(run: str, words: list[_Word], *, titled: bool) -> _Piece:
    """Return the candidate of some words of a run; a form of address is no part of its form."""
    named = words[1:] if words[0].lower in lexicon.COURTESY and len(words) > 1 else words
    form = " ".join(run[named[0].start : words[-1].end].split())
    texts = tuple(word.text for word in named)
    return _Piece(words[0].start, words[-1].end, texts, form, titled or named is not words)


def _words(run: str) -> list[_Word]:
    words, last = [], 0
    for match in WORDS.finditer(run):
        word = match.group()
        words.append(_Word(match.start(), match.end(), word, word.casefold().rstrip("."), run[last : match.start()]))
        last = match.end()
    return words


# The same names come back within an article and in every article of a story.
PIECES = Known(_pieces)


def _groups(words: Iterable[_Word]) -> Iterator[list[_Word]]:
    """Cut a run at words that are never names and at conjunctions that join two names."""
    group: list[_Word] = []
    for word in words:
        if _breaks(word, group):
            yield from [group] if group else []
            group = []
        elif group and not _joins(word, group):
            yield group
            group = [word]
        else:
            group.append(word)
    if group:
        yield group


def _breaks(word: _Word, group: list[_Word]) -> bool:
    if word.text.isupper() and len(word.text) > 1:
        return word.text.replace(".", "") in lexicon.NOT_ORG_ACRONYMS
    if word.lower in lexicon.MONTHS_OR_NAMES:
        return not group or bool(word.gap.strip())
    if not group and word.lower in lexicon.OPENERS:
        return True
    plain = _CONTRACTION.sub("", word.lower)
    return plain in lexicon.FUNCTION_WORDS or plain in lexicon.CALENDAR or plain in lexicon.ROLE_PLURALS


def _joins(word: _Word, group: list[_Word]) -> bool:
    """Say whether a word goes on with the name before it, by the small words between them."""
    glue = word.gap.split()
    if not glue or glue[0] in lexicon.NAME_PARTICLES:
        return True
    opened = any(w.lower in lexicon.ORG_OPENERS for w in group)
    if glue[0] == "of":
        last = group[-1].lower
        return opened or last in lexicon.LOC_OPENERS or last in lexicon.OTHER_HEADS or last in lexicon.ROLES
    if glue[0] in {"for", "on"}:
        return opened or (glue[0] == "for" and group[-1].lower in lexicon.ROLES)
    return opened and glue == ["and"] and any(w.gap.split()[:1] in (["of"], ["for"]) for w in group[1:])


def _without_role(group: list[_Word]) -> Iterator[tuple[list[_Word], bool]]:
    """Yield what stands before a role ("Libyan National Army Commander ...") and the person after it, titled."""
    last = len(group) - 1
    roles = [i for i, word in enumerate(group) if word.lower in lexicon.ROLES]
    if not roles or group[-1].lower in lexicon.ORG_HEADS:
        yield group[:-1] if last and group[-1].lower in lexicon.RANKS else group, False
        return
    role = roles[-1]
    if role == last == 1 and group[1].lower in lexicon.SURNAME_ROLES and group[0].lower not in lexicon.ROLE_MODIFIERS:
        yield group, False
        return
    before = group[: roles[0]]
    while before and before[-1].lower in lexicon.ROLE_MODIFIERS:
        before.pop()
    yield before, False
    person = role + 1
    while person <= last and (group[person].gap.strip() or group[person].lower in lexicon.ROLE_COMPLEMENTS):
        person += 2 if group[person].lower in lexicon.COMPASS else 1
    yield group[person:], True
