"""Mentions: names of persons, organisations, places and equipment, each tied to one entity within the article."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from samestory.article import Article, Fact
from samestory.facts import entities, extents, metonyms, name_types, names
from samestory.facts.aliases import Alias, key
from samestory.facts.entities import Tie
from samestory.facts.name_types import Typed
from samestory.facts.names import Name

_DEMONYM_ENDS = ("n", "an", "ian", "i", "ese", "ish")


def find(article: Article, aliases: Mapping[str, Alias]) -> list[Fact]:
    """Return the mentions of an article in text order, none overlapping another."""
    small = names.small_words(article.text)
    kept = _candidates(article, small, aliases)
    types = name_types.classify(kept, small, aliases)
    ties = entities.tie(article.text, kept, types, aliases)
    facts = (_fact(article.text, name, types[name.form], ties[name.form]) for name in kept if name.form in types)
    return _disjoint(facts)


def _candidates(article: Article, small: frozenset[str], aliases: Mapping[str, Alias]) -> list[Name]:
    running, headed = names.candidates(article)
    settled = [name for found in running if (name := extents.settled(article.text, found, aliases))]
    kept = _believed(article.text, settled, small, aliases)
    longer, titled = extents.small_surnames(article, kept)
    kept = [longer.get(name, name) for name in kept]
    known = {key(name.form) for name in kept}
    kept += [piece for name in headed for piece in _known_parts(article.text, name, known, aliases)]
    return kept + titled + extents.small_countries(article, small)


def _listed(form: str, aliases: Mapping[str, Alias]) -> bool:
    return name_types.is_country(form) or name_types.is_listed(form, aliases)


def _believed(text: str, found: list[Name], small: frozenset[str], aliases: Mapping[str, Alias]) -> list[Name]:
    """Drop words that may owe their capital to their place in the sentence alone."""
    sure = Counter(name.form for name in found if not name.initial)
    parts = {word for name in found if len(name.words) > 1 for word in (name.words[0], name.words[-1])}
    kept = []
    for name in found:
        cut = _without_opener(text, name, sure, small, aliases)
        if _shouted(cut, aliases) or _is_demonym_of(cut.form, sure):
            continue
        if len(cut.words) > 1 or _believable(cut, sure, parts, small, aliases):
            kept.append(cut)
    return kept


def _shouted(name: Name, aliases: Mapping[str, Alias]) -> bool:
    """Say whether several words are all in capitals, as labels and buttons are; names in the tables are excepted."""
    if len(name.words) == 1 or not name.form.isupper() or "." in name.form or _listed(name.form, aliases):
        return False
    return len(name.words) > 2 or not name.words[1].isdigit()  # "CTF 12" is a name


def _is_demonym_of(form: str, names_here: Mapping[str, int]) -> bool:
    """Say whether a word is another name of the article with an adjective's ending: "Kadiran" beside "Kadira"."""
    ends = _DEMONYM_ENDS if form.endswith(_DEMONYM_ENDS) else ()
    return any(form.endswith(end) and len(stem := form.removesuffix(end)) >= 4 and stem in names_here for end in ends)


def _without_opener(
    text: str, name: Name, sure: Mapping[str, int], small: frozenset[str], aliases: Mapping[str, Alias]
) -> Name:
    """Cut a sentence's first word off a name if the article also writes it small, and the rest is known as a name."""
    first = name.words[0].lower()
    verbal = first.endswith(("ing", "ed"))
    if not name.initial or len(name.words) < 2 or name.form in sure or not (first in small or verbal):
        return name
    rest = names.part(text, name, 1, len(name.words))
    known = rest is not None and (rest.form in sure or _listed(rest.form, aliases))
    return rest if rest and known and not _listed(name.form, aliases) else name


def _believable(
    name: Name, sure: Mapping[str, int], parts: set[str], small: frozenset[str], aliases: Mapping[str, Alias]
) -> bool:
    """Say whether a name of one word is one: listed, titled, or capitalised where nothing else asks for a capital."""
    if len(name.form) < 2 or not any(c.isalpha() for c in name.form):
        return False
    if _listed(name.form, aliases) or name.titled:
        return True
    if name.form.lower() in small and not name.form.isupper():
        return False
    return (
        not name.initial or name.form in sure or name.form in parts or bool(name_types.DESIGNATOR.fullmatch(name.form))
    )


def _known_parts(text: str, name: Name, known: set[str], aliases: Mapping[str, Alias]) -> Iterator[Name]:
    """Yield the longest parts of a line in title case that are names elsewhere in the article or in the tables."""
    first, size = 0, len(name.words)
    while first < size:
        for last in range(size, first, -1):
            form = " ".join(name.words[first:last])
            piece = names.part(text, name, first, last)
            if piece and (key(piece.form) in known or _listed(form, aliases)):
                yield piece
                first = last
                break
        else:
            first += 1


def _fact(text: str, name: Name, typed: Typed, tied: Tie) -> Fact:
    entity, merge_rule, kind = tied.entity, tied.rule, typed.type
    if merge_rule == "metonym" and not metonyms.is_metonym(text, name):
        entity, merge_rule, kind = name.form, "canonical", "LOC"
    if merge_rule == "canonical" and (name.possessive or name.form != entity):
        merge_rule = "possessive" if name.possessive else "exact"
    fields: dict[str, object] = {"type": kind, "entity": entity, "merge_rule": merge_rule}
    return Fact("mention", name.start, name.end, typed.rule, typed.confidence, fields)


def _disjoint(facts: Iterable[Fact]) -> list[Fact]:
    """Keep the first and longest of facts that overlap."""
    kept: list[Fact] = []
    for fact in sorted(facts, key=lambda fact: (fact.start, -fact.end)):
        if not kept or fact.start >= kept[-1].end:
            kept.append(fact)
    return kept
