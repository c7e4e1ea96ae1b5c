"""Say what a candidate names: a person, an organisation, a place or a piece of equipment, and how sure that is."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from samestory.facts import gazetteer, lexicon
from samestory.facts.aliases import Alias, key
from samestory.facts.names import Name
from samestory.facts.runs import DOMAIN
from samestory.facts.text import Known

DESIGNATOR = re.compile(r"[A-Z][A-Za-z]{0,4}-\d{1,4}[A-Z]{0,3}\d?")
# Letters before the number of well-known families of aircraft, ships, vehicles and missiles.
_FAMILIES = re.compile(
    r"(?:An|Il|Tu|Su|MiG|Mig|Ka|Mi|Yak|Kh|Be|AH|UH|CH|MH|HH|MQ|RQ|KC|EC|RC|AC|MC|RPG|AK|BMP|BTR|BM|FIM|AGM|AIM|ATACMS"
    r"|[STFBCEPM])-\d+\w*"
)
_DOMAIN = re.compile(DOMAIN)
_ACRONYM = re.compile(r"[A-Z][A-Z&.-]*[A-Z][A-Z.]*s?")


class Typed(NamedTuple):
    """The type of a form, the rule that gave it, and a confidence between 0 and 1."""

    type: str
    rule: str
    confidence: float


def is_country(form: str) -> bool:
    """Say whether a form is a country's name."""
    return _COUNTRIES[form]


# Asked of each name in many places.
_COUNTRIES = Known(lambda form: key(form) in gazetteer.countries())


def is_place(form: str) -> bool:
    """Say whether a form is in the lists of countries, regions and cities."""
    return is_country(form) or key(form) in gazetteer.places()


def is_demonym(form: str, aliases: Mapping[str, Alias]) -> bool:
    """Say whether a form is the adjective of a country or a people, such as "Syrian" or "Kurdish"."""
    row = aliases.get(key(form))
    return row is not None and row.note in {"demonym", "group"}


def is_listed(form: str, aliases: Mapping[str, Alias]) -> bool:
    """Say whether a form is in the table of aliases as a name."""
    row = aliases.get(key(form))
    return row is not None and row.note not in {"demonym", "group"}


def classify(names: Iterable[Name], small: frozenset[str], aliases: Mapping[str, Alias]) -> dict[str, Typed]:
    """Return the type of each form: one sense per article, by the list it is in, its head word, or its contexts.

    `small` are the words that the article writes in small letters: a name made of such words is hardly a person's.
    """
    found: defaultdict[str, list[Name]] = defaultdict(list)
    for name in names:
        found[name.form].append(name)
    types = {form: _by_form(form, group, aliases) or _by_context(group, small) for form, group in found.items()}
    return {form: typed for form, typed in types.items() if typed}


def _by_form(form: str, names: list[Name], aliases: Mapping[str, Alias]) -> Typed | None:
    row = aliases.get(key(form))
    if row and row.note not in {"demonym", "group"}:
        return Typed(row.type, "alias", 0.95)
    words = names[0].words
    titled = sum(name.titled for name in names)
    if titled and not any(_head(word) in lexicon.ORG_HEADS for word in words):
        return Typed("PER", "title", 0.9)
    return _numbered(words) or _equipment(form, names) or _place(form, words) or headed(words) or _acronym(form)


def _numbered(words: tuple[str, ...]) -> Typed | None:
    """Type a unit or a channel that goes by its number: "Task Force 12", "Radio 4"."""
    counted = len(words) > 1 and (words[-1].isdigit() or words[-1].lower() in lexicon.FUNCTION_WORDS)
    named = counted and (_ACRONYM.fullmatch(words[-2]) or _head(words[-2]) in lexicon.ORG_HEADS)
    return Typed("ORG", "head_word", 0.85) if named else None


def _place(form: str, words: tuple[str, ...]) -> Typed | None:
    if is_country(form):
        return Typed("LOC", "country", 0.95)
    if is_place(form):
        return Typed("LOC", "gazetteer", 0.85 if len(words) > 1 or len(form) > 4 else 0.7)
    return None


def _equipment(form: str, names: list[Name]) -> Typed | None:
    noun = any(name.after in lexicon.EQUIPMENT_NOUNS for name in names)
    words = names[0].words
    if (words[0] in lexicon.SHIP_PREFIXES and len(words) > 1) or (len(words) == 2 and _FAMILIES.fullmatch(words[0])):
        return Typed("EQUIPMENT", "designator", 0.85)
    if DESIGNATOR.fullmatch(form) and (noun or _FAMILIES.fullmatch(form)):
        return Typed("EQUIPMENT", "designator", 0.9 if noun else 0.75)
    if DESIGNATOR.fullmatch(form) and form.partition("-")[0] not in lexicon.NO_DESIGNATORS:
        return Typed("EQUIPMENT", "designator", 0.6)
    return None


def _head(word: str) -> str:
    return word.casefold().rstrip(".")


def headed(words: tuple[str, ...]) -> Typed | None:
    """Read the type off the head word: the last one, or the first one of "Ministry of ..." and "Mount ..."."""
    if len(words) < 2:
        return None
    first, last = _head(words[0]), _head(words[-1])
    heads = [_head(word) for word in words]
    if last in lexicon.OTHER_HEADS:
        return Typed("OTHER", "head_word", 0.7)
    if first in lexicon.LOC_OPENERS or (last in lexicon.LOC_HEADS and last not in lexicon.ORG_HEADS):
        return Typed("LOC", "head_word", 0.85)
    if last in lexicon.ORG_HEADS or any(head in lexicon.ORG_OPENERS for head in heads):
        return Typed("ORG", "head_word", 0.85)
    if first in lexicon.OTHER_HEADS:
        return Typed("OTHER", "head_word", 0.7)
    return None


def _acronym(form: str) -> Typed | None:
    if _DOMAIN.fullmatch(form):
        return Typed("ORG", "domain", 0.9)
    if _ACRONYM.fullmatch(form) and form.removesuffix("s") not in lexicon.NOT_ORG_ACRONYMS:
        return Typed("ORG", "acronym", 0.7)
    return None


def _by_context(names: list[Name], small: frozenset[str]) -> Typed | None:
    votes: Counter[str] = Counter()
    for name in names:
        votes.update(_votes(name))
    words = names[0].words
    if _person_shape(words) and not any(word.lower() in small for word in words):
        votes["PER"] += 1
    if not votes and key(names[0].form) in gazetteer.towns():
        return Typed("LOC", "gazetteer", 0.5)
    if not votes:
        return None if len(words) == 1 and words[0].lower() in lexicon.ORG_HEADS else Typed("OTHER", "shape", 0.4)
    kind, count = max(votes.items(), key=lambda item: (item[1], item[0]))
    return Typed(kind, "context", min(0.8, 0.5 + 0.1 * count))


def _person_shape(words: tuple[str, ...]) -> bool:
    """Say whether words look like first name and surname: two or three, or four with a particle such as "al-"."""
    if any(not word[0].isupper() and "-" not in word for word in words) or any(word[1:].isupper() for word in words):
        return False
    return 2 <= len(words) <= 3 or (len(words) == 4 and any(word[:1].islower() for word in words))


def _votes(name: Name) -> Counter[str]:
    """Return the votes of one occurrence's context; a vote is worth about one occurrence in running news text."""
    before, after, size = name.before, name.after, len(name.words)
    votes: Counter[str] = Counter()
    if before in lexicon.ROLES:
        votes["PER"] += 3
    if after in lexicon.SPEECH_VERBS and before not in {"the", "of", "in", "from", "at"}:
        votes["PER"] += 2
    if before == "the" and (size > 1 or name.form.isupper() or name.form.lower() in lexicon.ORG_HEADS):
        votes["ORG"] += 2
    if before in lexicon.EQUIPMENT_NOUNS:
        votes["EQUIPMENT"] += 3
    if before in lexicon.PLACE_ADJECTIVES:
        votes["LOC"] += 2
    if before in lexicon.PLACE_PREPOSITIONS and size < 4:
        votes["LOC"] += 2 if before in {"in", "near", "outside", "inside"} else 1
    if after in lexicon.EQUIPMENT_NOUNS:
        votes["EQUIPMENT"] += 2
    if (before == "of" and name.lead in lexicon.PLACE_NOUNS) or after in lexicon.PLACE_TAILS:
        votes["LOC"] += 3
    if after in lexicon.PERSON_TAILS:
        votes["PER"] += 3
    return votes
