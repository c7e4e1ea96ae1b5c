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
    for form in full:
        ties.setdefault(form, _full_name(form, types, ties))
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


def _full_name(form: str, types: Mapping[str, Typed], ties: Mapping[str, Tie]) -> Tie:
    """Tie a name of several words to one tied before that differs in particles, middle names or spelling only."""
    for other, known in ties.items():
        if len(other.split()) < 2 or other not in types or types[other].type != types[form].type:
            continue
        same = _same_person if types[form].type == "PER" else _same_site
        if key(other) == key(form) or same(form, other):
            return Tie(known.entity, "spelling")
    return Tie(_INNER_ARTICLE.sub(lambda m: m.group().lower(), form), "canonical")


# Every name is compared with all others of its article.
@lru_cache(maxsize=1 << 12)
def _name_words(form: str) -> tuple[str, ...]:
    words = [_ARTICLE.sub("", word) for word in form.split()]
    return tuple(word for word in words if word.casefold().rstrip(".") not in _NOBILIARY)


def _same_person(one: str, other: str) -> bool:
    """Say whether first name and surname agree in sound; what stands between may be missing."""
    a, b = _name_words(one), _name_words(other)
    if len(a) < 2 or len(b) < 2:
        return False
    return skeleton(a[0]) == skeleton(b[0]) and skeleton(a[-1]) == skeleton(b[-1])


def _same_site(one: str, other: str) -> bool:
    a, b = _SITE.sub(" site", one), _SITE.sub(" site", other)
    return a.endswith(" site") and b.endswith(" site") and skeleton(a) == skeleton(b)


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
