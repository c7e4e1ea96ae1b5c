"""Tie the forms of one article to entities: acronyms, surnames, short forms and spellings to the fullest name."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from samestory.facts import gazetteer, lexicon, name_types
from samestory.facts.aliases import Alias, key
from samestory.facts.name_types import Typed
from samestory.facts.names import Name

_BRACKETED = re.compile(r"[ \u00a0]\((?:the |or )?[“\"'‘]?(?P<acronym>[A-Z][A-Za-z]{1,7})[”\"'’]?\)")
_ARTICLE = re.compile(r"^(?:al|el|ad|ar|as|ash|at|an|az|ul)[-‐‑ ]", re.IGNORECASE)
# Words of a name that are neither first name nor surname.
_NOBILIARY = lexicon.NAME_PARTICLES | frozenset({"ar", "as", "at", "an", "az", "ul", "jr", "sr", "ii", "iii", "iv"})
_INNER_ARTICLE = re.compile(r"(?<=\s)(?:Al|El)(?=-)")
# Pairs of letters that English spellings of one foreign name swap.
_SOUNDS = (
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("ck", "k"),
    ("dh", "d"),
    ("th", "t"),
    ("sch", "sh"),
    ("tz", "z"),
    ("q", "k"),
    ("c", "k"),
    ("w", "v"),
    ("j", "y"),
    ("z", "s"),
)
_VOWELS = re.compile(r"(?<=.)[aeiouy'’]")
_DOUBLE = re.compile(r"(.)\1+")
_SITE = re.compile(r"[ \u00a0](?:air ?base|airfield|airport|air station)$", re.IGNORECASE)
# Shorter skeletons meet by chance ("Iran" and "Urun" are both two consonants long).
_MIN_SKELETON = 3
_MIN_SPELLING = 5


_Sign = tuple[str, ...]


class Tie(NamedTuple):
    """The entity a form stands for, and the rule that tied them."""

    entity: str
    rule: str


# The same names come back in every article of a story.
@lru_cache(maxsize=1 << 16)
def skeleton(name: str) -> str:
    """Return what is left of a name when spellings of its sounds are made one and vowels behind the first letter go."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    for old, new in _SOUNDS:
        plain = plain.replace(old, new)
    return _DOUBLE.sub(r"\1", _VOWELS.sub("", _DOUBLE.sub(r"\1", plain)))


def tie(text: str, names: list[Name], types: dict[str, Typed], aliases: Mapping[str, Alias]) -> dict[str, Tie]:
    """Return the tie of each form, and set the types of forms that take theirs from the name they stand for."""
    counts = Counter(name.form for name in names if name.form in types)
    forms = sorted(counts, key=lambda form: (-len(form.split()), -counts[form], form))
    ties: dict[str, Tie] = {}
    _from_tables(forms, types, aliases, ties)
    full = [form for form in forms if len(form.split()) > 1]
    _acronyms(text, names, types, ties)
    _full_names(full, types, ties)
    for form in forms:
        if form not in ties:
            found = _short(form, full, types, ties) or _well_known(form, aliases) or _spelled(form, types, ties)
            ties[form] = found or Tie(form, "canonical")
            _adopt(form, ties[form], types, ties)
    return ties


def _from_tables(
    forms: Iterable[str], types: Mapping[str, Typed], aliases: Mapping[str, Alias], ties: dict[str, Tie]
) -> None:
    for form in forms:
        row = aliases.get(key(form))
        if types[form].rule == "alias" and row and row.note != "last_name":
            ties[form] = Tie(row.entity, "canonical" if row.note == "name" else _rule(row.note))
        elif types[form].rule == "country":
            country = gazetteer.countries()[key(form)]
            ties[form] = Tie(country, "canonical" if country == form else "alias")


def _rule(note: str) -> str:
    return note if note in {"metonym", "acronym", "spelling", "short_form"} else "alias"


def _acronyms(text: str, names: list[Name], types: dict[str, Typed], ties: dict[str, Tie]) -> None:
    """Tie acronyms that stand in brackets behind their full name: "Harbour Relief Fund (HRF)"."""
    for name in names:
        match = _BRACKETED.match(text, name.end)
        if not match or len(name.words) < 2 or not _abbreviates(match["acronym"], name.form):
            continue
        short = match["acronym"]
        entity = ties.setdefault(name.form, Tie(name.form, "canonical")).entity
        ties.setdefault(short, Tie(entity, "acronym"))
        if name.form in types and types[name.form].rule in {"shape", "context"}:
            types[name.form] = Typed("ORG", "acronym", 0.85)
        if name.form in types:
            types[short] = Typed(types[name.form].type, "acronym", 0.9)


def _abbreviates(acronym: str, form: str) -> bool:
    """Say whether the acronym's capitals are, in order, among the initials of the form's words."""
    initials = iter(word[0].upper() for word in re.split(r"[\s-]+", form) if word)
    return all(letter in initials for letter in acronym if letter.isupper())


def _full_names(full: Iterable[str], types: Mapping[str, Typed], ties: dict[str, Tie]) -> None:
    """Tie names of several words to the first that differs in particles, middle names or spelling only."""
    first: dict[_Sign, tuple[int, Tie]] = {}
    for n, (other, tied) in enumerate(ties.items()):
        if len(other.split()) > 1 and other in types:
            for sign in _signs(other, types[other].type):
                first.setdefault(sign, (n, tied))
    for form in full:
        if form in ties:
            continue
        signs = _signs(form, types[form].type)
        alike = [first[sign] for sign in signs if sign in first]
        canonical = Tie(_INNER_ARTICLE.sub(lambda m: m.group().lower(), form), "canonical")
        ties[form] = Tie(min(alike)[1].entity, "spelling") if alike else canonical
        for sign in signs:
            first.setdefault(sign, (len(ties), ties[form]))


def _signs(form: str, kind: str) -> list[_Sign]:
    """Return what another spelling of a name shares with it: its key, and the sounds of its outer words or of its site.

    What stands between the first name and the surname of a person may be missing.
    """
    found: list[_Sign] = [(kind, "key", key(form))]
    if kind == "PER":
        words = _name_words(form)
        return [*found, (kind, "sound", skeleton(words[0]), skeleton(words[-1]))] if len(words) > 1 else found
    site = _SITE.sub(" site", form)
    return [*found, (kind, "site", skeleton(site))] if site.endswith(" site") else found


# Every short form is compared with all names of its article.
@lru_cache(maxsize=1 << 12)
def _name_words(form: str) -> tuple[str, ...]:
    words = [_ARTICLE.sub("", word) for word in form.split()]
    return tuple(word for word in words if word.casefold().rstrip(".") not in _NOBILIARY)


def _short(form: str, full: list[str], types: Mapping[str, Typed], ties: Mapping[str, Tie]) -> Tie | None:
    """Tie one word to the only person of that surname, or to the only institution or site that begins with it."""
    if " " in form:
        return None
    word = _ARTICLE.sub("", form).casefold()
    surname = {ties[name].entity for name in full if types[name].type == "PER" and _surname(name) == word}
    given = {ties[name].entity for name in full if types[name].type == "PER" and name.split()[0] == form} - surname
    if (
        len(surname) == 1
        and not given
        and types[form].type in {"PER", "OTHER", "LOC", "ORG"}
        and types[form].rule != "country"
    ):
        return Tie(surname.pop(), "last_name")
    if types[form].rule in {"country", "gazetteer"}:
        return None
    return _initials(form, full, types, ties) or _beginning(form, full, types, ties)


def _well_known(form: str, aliases: Mapping[str, Alias]) -> Tie | None:
    """Tie a surname that the table gives to one person, where the article names no other of that name."""
    row = aliases.get(key(form))
    return Tie(row.entity, "last_name") if row and row.note == "last_name" else None


def _surname(name: str) -> str:
    return _name_words(name)[-1].casefold() if _name_words(name) else ""


def _beginning(form: str, full: list[str], types: Mapping[str, Typed], ties: Mapping[str, Tie]) -> Tie | None:
    begun = {ties[name].entity: name for name in full if name.split()[0] == form}
    if len(begun) != 1:
        return None
    entity, name = begun.popitem()
    if types[name].type == "PER":
        return Tie(entity, "first_name") if types[form].type in {"PER", "OTHER"} else None
    place = types[name].type == "LOC"
    tail = name.split()[1 if place else -1].lower().rstrip(".")
    return Tie(entity, "short_form") if tail in (lexicon.NATURAL_HEADS if place else lexicon.COMPANY_HEADS) else None


def _initials(form: str, full: list[str], types: Mapping[str, Typed], ties: Mapping[str, Tie]) -> Tie | None:
    if not form.isupper() or len(form) < 3:
        return None
    entities = {
        ties[name].entity
        for name in full
        if types[name].type != "PER" and form == "".join(word[0] for word in name.split() if word[0].isupper())
    }
    return Tie(entities.pop(), "acronym") if len(entities) == 1 else None


def _spelled(form: str, types: Mapping[str, Typed], ties: Mapping[str, Tie]) -> Tie | None:
    """Tie one word to another spelling of it: the same sounds, neither of the two a place known by itself."""
    bones = skeleton(_ARTICLE.sub("", form))
    if len(form) < _MIN_SPELLING or len(bones) < _MIN_SKELETON or name_types.is_place(form):
        return None
    for other, known in ties.items():
        single = " " not in other and other in types and len(other) >= _MIN_SPELLING
        if single and not name_types.is_place(other) and skeleton(_ARTICLE.sub("", other)) == bones:
            return Tie(known.entity, "spelling")
    return None


def _adopt(form: str, tied: Tie, types: dict[str, Typed], ties: Mapping[str, Tie]) -> None:
    """Give a form the type of the name it stands for."""
    if tied.rule == "canonical":
        return
    of_entity: defaultdict[str, list[Typed]] = defaultdict(list)
    for other, known in ties.items():
        if known.entity == tied.entity and other != form and other in types:
            of_entity[types[other].type].append(types[other])
    if of_entity:
        best = max((typed for group in of_entity.values() for typed in group), key=lambda t: (t.confidence, t.type))
        types[form] = Typed(best.type, tied.rule, min(best.confidence, 0.85))
