"""Set a name's extent right: small words that belong to it, adjectives of nationality that do not."""

import re
from collections.abc import Iterable, Iterator, Mapping

from samestory.article import Article
from samestory.facts import gazetteer, lexicon, name_types
from samestory.facts.aliases import Alias, key
from samestory.facts.names import Name, part, resized

_BRANCH = r"(?:foreign|defen[cs]e|interior|justice|health|finance|economy|energy|education|culture|transport|trade)"
# What may follow an institution; before another noun ("Syrian army trucks") it is only an adjective.
_END = (
    r"(?=['’‘]s\b|[^\w \u00a0-]|[ \u00a0](?:$|[^\w\s]|(?:has|have|had|is|are|was|were|will|would|could|can|may|might"
    r"|must|should|do|does|did|said|says|say|in|on|at|of|to|from|and|or|but|that|which|who|with|by|for|near|as|after|before"
    r"|under|into|against|over|during|also|now|still|not|\w+ed)\b)|$)"
)
# "Syrian army", "Russian defence ministry": an institution of a state, written small.
_INSTITUTION = re.compile(
    rf"[ \u00a0](?:{_BRANCH} (?:ministry|department)|(?:security|armed|special|government|ground) forces|forces|army"
    r"|navy|air force|coast guard|military|government|parliament|police|intelligence)\b" + _END
)
_STATE_INSTITUTION = re.compile(r"[ \u00a0](?:government|military|army|navy|air force|parliament)\b" + _END)
_SITE = re.compile(
    r"[ \u00a0](?:air ?base|airbase|airfield|airport|air station|naval (?:base|facility)|military base|port facility"
    r"|province|district|governorate|river|mountains|valley|peninsula|island|county|dam|border crossing|refugee camp"
    r"|oblast|prefecture)\b(?!-)"
)
# "Islamic State of Iraq and the Levant": taken where the table of aliases has it, the longer one first.
_OF_TAILS = tuple(
    re.compile(rf"[ \u00a0]of (?:the )?[A-Z][\w’'-]+{more}")
    for more in (r" and (?:the )?(?:[a-z]{2}-)?[A-Z][\w’'-]+", "")
)
# "Task Force 12", "Radio 4": a number that what it names goes by, and no count of what comes behind.
_NUMBERED_HEADS = frozenset(
    {"ctf", "tf", "force", "squadron", "wing", "unit", "radio", "channel", "platoon", "company"}
)
_NUMERALS = frozenset("123456789OTFS")
_NUMBER = re.compile(
    r"[ \u00a0](?:\d{1,3}|One|Two|Three|Four|Five|Six)(?![\w%]|[.,:-]\d)"
    r"(?! (?:percent|per cent|million|billion|[a-z]+s)\b)"
)
# "Coalition military forces", "NATO forces": several states under one name.
_ALLIED = frozenset({"Coalition", "Alliance", "Allied", "NATO"})
_FORCES = re.compile(r"[ \u00a0](?:(?:military|ground|air|naval|security) )?forces\b")
_GOVERNMENT_OF = re.compile(r"\bgovernment of (?:the )?$")
_SMALL_PERSON = re.compile(
    r"(?=[DMPCSG])\b(?:Dr|Mr|Mrs|Ms|Prof|President|Minister|Chancellor|Senator|Governor"
    r"|General)\.?[ \u00a0]?(?P<name>[a-z]+)\b"
)
# Countries whose names in small letters are other words.
_WORD_COUNTRIES = frozenset(
    {"turkey", "china", "chad", "guinea", "jersey", "georgia", "jordan", "mali", "niger", "togo", "oman", "man"}
)


def settled(text: str, name: Name, aliases: Mapping[str, Alias]) -> Name | None:
    """Return the name with its right extent, or None where nothing but an adjective of nationality is left."""
    cut = _without_demonym(text, name, aliases)
    if cut is None:
        tail = _INSTITUTION.match(text, name.end) if name_types.is_demonym(name.form, aliases) else None
        return _grown(text, name, tail) if tail else None
    country = name_types.is_country(cut.form) or key(cut.form) in {"US", "UK"}
    if country and cut.start == name.start and not cut.possessive:
        if opening := _GOVERNMENT_OF.search(text, max(0, cut.start - 20), cut.start):
            return resized(text, cut, opening.start(), cut.end, ("government", *cut.words))
        if tail := _STATE_INSTITUTION.match(text, cut.end):
            return _grown(text, cut, tail)
    if tail := _tail_of_own(text, cut, aliases):
        return _grown(text, cut, tail)
    if not cut.titled and len(cut.words) <= 3 and (tail := _SITE.match(text, cut.end)):
        return _grown(text, cut, tail)
    return cut


def _tail_of_own(text: str, name: Name, aliases: Mapping[str, Alias]) -> re.Match[str] | None:
    """Return what a name goes on with though it looks like its end: "of" in a listed name, the number of a unit."""
    if (
        text[name.end + 1 : name.end + 2] in _NUMERALS
        and name.words[-1].lower() in _NUMBERED_HEADS
        and (number := _NUMBER.match(text, name.end))
    ):
        return number
    if name.words[-1] in _ALLIED and len(name.words) == 1 and (forces := _FORCES.match(text, name.end)):
        return forces
    for pattern in _OF_TAILS if text.startswith(" of ", name.end) else ():
        tail = pattern.match(text, name.end)
        if tail and name_types.is_listed(text[name.start : tail.end()], aliases):
            return tail
    return None


def _grown(text: str, name: Name, tail: re.Match[str]) -> Name:
    return resized(text, name, name.start, tail.end(), name.words + tuple(tail.group().split()))


def _without_demonym(text: str, name: Name, aliases: Mapping[str, Alias]) -> Name | None:
    """Cut leading adjectives of nationality, unless the whole is a place or an institution ("Syrian Arab Army")."""
    if name_types.is_place(name.form) or name_types.is_listed(name.form, aliases):
        return name
    if name_types.is_demonym(name.form, aliases) or name_types.is_demonym(name.form.removesuffix("s"), aliases):
        return None
    first = 0
    while first < len(name.words) and name_types.is_demonym(name.words[first], aliases):
        first += 1
    last = len(name.words)
    while last > first and name_types.is_demonym(name.words[last - 1], aliases):
        last -= 1
    if (first, last) == (0, len(name.words)) or (first < len(name.words) and name_types.headed(name.words) is not None):
        return name
    return part(text, name, first, last)


def small_surnames(article: Article, names: Iterable[Name]) -> tuple[dict[Name, Name], list[Name]]:
    """Find surnames in small letters: after their first name (old name to longer one), or after a title (new names)."""
    known = list(names)
    pairs = {(name.words[0], name.words[-1].lower()) for name in known if len(name.words) > 1}
    surnames = {name.words[-1].lower(): name for name in known if name.words[-1][:1].isupper()}
    longer = {}
    for name in known:
        if (name.words[0], name.after) in pairs and article.text.startswith(name.after, name.end + 1):
            end = name.end + 1 + len(name.after)
            longer[name] = resized(article.text, name, name.start, end, (*name.words, name.after.capitalize()))
    return longer, list(_after_titles(article, surnames))


def _after_titles(article: Article, surnames: Mapping[str, Name]) -> Iterator[Name]:
    for block in article.paragraphs:
        for match in _SMALL_PERSON.finditer(article.text, block.start, block.end):
            model = surnames.get(match["name"])
            if model:
                yield _small(match.start("name"), match["name"], model.words[-1:])


def small_countries(article: Article, small_words: frozenset[str]) -> list[Name]:
    """Find countries in small letters ("russia"), except those whose names are other words then."""
    found = sorted((small_words & gazetteer.countries().keys()) - _WORD_COUNTRIES - lexicon.FUNCTION_WORDS)
    if not found:
        return []
    pattern = re.compile(rf"(?<![\w.@/-])(?:{'|'.join(map(re.escape, found))})(?![\w@/-])")
    return [
        _small(match.start(), match.group(), (gazetteer.countries()[match.group()],))
        for block in article.paragraphs
        for match in pattern.finditer(article.text, block.start, block.end)
    ]


def _small(start: int, text: str, words: tuple[str, ...]) -> Name:
    return Name(start, start + len(text), words, " ".join(words), initial=False, titled=False, before="", after="")
