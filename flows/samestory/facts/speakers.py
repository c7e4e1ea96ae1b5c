"""Who speaks: a source's fullest name in its article, pronouns and roles resolved, and what kind of source it is."""

import re
from dataclasses import dataclass, field

from samestory.facts.grammar import POSSESSIVES, TITLES, WEEKDAYS, is_participle, words
from samestory.facts.lexicon import CALENDAR, FUNCTION_WORDS, ORG_HEADS, ROLE_MODIFIERS
from samestory.facts.sources import DOCUMENTS, ROLES

_PARTICLE = r"(?:(?:al|el|bin|ibn|van|von|de|der|den|del|della|di|da|du|la|le|al-|of)[ -])?"
_CAPITAL = r"[A-Z][\w’'‑-]*[\w]|[A-Z]\."
# Patterns that search whole texts ask first for a letter that they can begin with, which passes quickly over others.
_FULL_NAME = re.compile(rf"(?=[A-Z])\b(?:{_CAPITAL})(?: {_PARTICLE}(?:{_CAPITAL})){{1,3}}")
_LINKS = words("of for from at with in to by on about")
_PARTICLES = words("al el bin ibn van von de der den del della di da du la le")
_MALE_TITLE = re.compile(r"(?=[MSLKP])\b(?:Mr\.?|Sir|Lord|King|Prince) (?:[A-Z]\w+ )?([A-Z][\w-]+)")
_FEMALE_TITLE = re.compile(r"(?=[MLDQP])\b(?:Mrs\.?|Ms\.?|Miss|Lady|Dame|Queen|Princess) (?:[A-Z]\w+ )?([A-Z][\w-]+)")
_POSSESSIVE = re.compile(r"['’]s?$")
_RELATIVE = re.compile(r",? (?:who|which|that)\b")
# "Device Safety Agency (DSA)": the short form that the text uses from there on.
_SHORT_FORM = re.compile(
    rf"((?:{_CAPITAL})(?: (?:(?:of|for|and|the|on) ){{0,2}}(?:{_CAPITAL})){{1,6}}) \(([A-Z][A-Za-z]{{1,9}})\)"
)
_SHORT = re.compile(r" \([A-Z][A-Za-z]{1,9}\)")
_BRACKET = re.compile(r"\s*\([^()]*\)?$")
# "Ilja Torv of the Northern Bank", "of the rescue team": a person, and whom he works for.
_EMPLOYED = re.compile(
    rf"((?:[a-z][\w-]* ){{0,8}}(?:[A-Z][a-z]{{1,4}}\. ){{0,2}}(?:{_CAPITAL})(?: {_PARTICLE}(?:{_CAPITAL})){{1,3}})"
    r" (?:of|from|at|with|for|in) (?:(?:the|its|a) [a-z]|.*[A-Z])"
)
_LEADING = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_WORD = re.compile(r"\w+(?:[.'’-]\w+)*")

# Names that templates and text generators put where a person's name belongs.
_PLACEHOLDERS = re.compile(
    r"\b(?:(?:john|jane|jack|janie|johnny) doe|(?:john|jane) smith|joe bloggs|john q\.? public|lorem(?: ipsum)?|ipsum"
    r"|first ?name(?: last ?name)?|your name|full name|speaker name|expert name|name surname|test user)\b",
    re.IGNORECASE,
)
_OFFICES = words("president minister mayor governor pope king queen chancellor premier chairman director")
_MALE, _FEMALE, _NEUTRAL = (
    frozenset({"he", "him", "he's"}),
    frozenset({"she", "her", "she's"}),
    frozenset({"it", "it's"}),
)
_PLURAL = frozenset({"they", "them", "they're", "who", "that", "which"})
_OUTLETS = words(
    """reuters cnn bbc ap afp npr pbs msnbc nbc abc cbs cnbc bloomberg politico axios vox breitbart buzzfeed huffpost
    newsweek time fortune forbes slate salon tass interfax xinhua yonhap kyodo anadolu dpa efe ansa pti ani upi
    al-jazeera telegram gma c-span variety vogue usa"""
)
_OUTLET_WORDS = words(
    """news times post journal tribune herald guardian press daily magazine radio tv television broadcasting agency
    telegraph gazette chronicle observer courier examiner mail standard mirror sun star globe monitor reporter network
    review wire newspaper weekly independent bulletin hill atlantic economist"""
)


@dataclass
class Speaker:
    """One source as resolved: the name to show, its kind, and its gender where the text gives it."""

    name: str
    flag: str
    gender: str | None = None

    @property
    def is_body(self) -> bool:
        """Whether the name is an organisation's, which nobody calls he or she."""
        last = self.name.rsplit(" ", 1)[-1]
        named = self.name[:1].isupper()
        return named and (last.lower() in ORG_HEADS or (last.isupper() and len(last) > 1))


@dataclass
class Register:
    """The names of one article and the sources that have spoken so far."""

    names: dict[str, str] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    spoken: list[Speaker] = field(default_factory=list)
    roles: dict[str, Speaker] = field(default_factory=dict)
    # Organisations that the text introduces with a short form, by the common noun that their names end in.
    bodies: dict[str, str] = field(default_factory=dict)
    text: str = ""

    @classmethod
    def of(cls, text: str) -> "Register":
        """Read the full names and the titles that tell a gender from a text."""
        register = cls(text=text)
        for match in _FULL_NAME.finditer(text):
            name = _untitled(match.group())
            if " " in name:
                last = _bare(name.rsplit(" ", 1)[1])
                register.names.setdefault(last, _bare(name))
        for match in _SHORT_FORM.finditer(text) if _SHORT.search(text) else ():
            body = _LEADING.sub("", match.group(1))
            register.names.setdefault(match.group(2), body)
            register.bodies.setdefault(body.rsplit(" ", 1)[-1].lower(), body)
        for pattern, gender in ((_MALE_TITLE, "m"), (_FEMALE_TITLE, "f")):
            for match in pattern.finditer(text):
                register.genders.setdefault(match.group(1), gender)
        return register

    def resolve(self, text: str) -> Speaker:
        """Return the speaker that a source phrase names, and remember who has spoken."""
        low = text.lower().replace("’", "'")
        speaker = self._pronoun(low) or self._role(low) or self._described(text)
        self.spoken.append(speaker)
        return speaker

    def _pronoun(self, low: str) -> Speaker | None:
        """Resolve a pronoun to the last source that fits it."""
        gender = "m" if low in _MALE else "f" if low in _FEMALE else None
        if gender is None and low not in _NEUTRAL | _PLURAL:
            return None
        for speaker in reversed(self.spoken):
            person = speaker.flag in {"named", "anonymous", "placeholder"}
            if gender and person and not speaker.is_body and speaker.gender in {gender, None}:
                speaker.gender = gender
                return speaker
            fits = not is_outlet(speaker.name) and (low not in _NEUTRAL or not self._is_person(speaker))
            if not gender and speaker.gender is None and fits:
                return speaker
        return Speaker(low, "anonymous", gender)

    def _is_person(self, speaker: Speaker) -> bool:
        """Tell whether a source is a person by its name: two words or more, and no organisation's."""
        named = speaker.flag == "named" and " " in speaker.name and speaker.name in self.names.values()
        return named and not speaker.is_body and speaker.name not in self.bodies.values()

    def _role(self, low: str) -> Speaker | None:
        """Resolve "the minister" and "the agency" to the last named source that was called so."""
        words = low.split()
        if len(words) != 2 or words[0] != "the":
            return None
        body = self.bodies.get(words[1])
        last = next((s for s in reversed(self.spoken) if s.is_body and s.name.lower().endswith(f" {words[1]}")), None)
        return self.roles.get(words[1]) or last or (Speaker(body, "named") if body else None)

    def _described(self, text: str) -> Speaker:
        """Return the speaker of a phrase that is a name, a name with a role, or a role."""
        head, _, rest = _RELATIVE.split(text)[0].partition(",")
        head = _BRACKET.sub("", head)
        employed = _EMPLOYED.match(head)
        if employed and employed.group(1).rsplit(" ", 1)[-1].lower() not in ORG_HEADS | ROLES | TITLES:
            head = employed.group(1)
        apposed = rest.split(",")[0].strip()
        name = _name_at_end(head)
        if name is None and apposed[:1].isupper() and (person := _name_at_end(apposed)) and " " in person:
            name = person
        if name is None or _PLACEHOLDERS.search(text):
            return Speaker(_LEADING.sub("", head).strip(), _flag(text, head))
        if self._is_common(name):
            return Speaker(name, "anonymous")
        full = self._fullest(name)
        speaker = Speaker(full, "named", self.genders.get(full.rsplit(" ", 1)[-1]))
        known = next((other for other in reversed(self.spoken) if other.name == full), speaker)
        for word in _WORD.findall(text.lower()):
            if word in ROLES:
                self.roles[word] = known
        return known

    def _is_common(self, name: str) -> bool:
        """Tell whether a capital is the sentence's and no name's: "Traders said", where the text has traders, too."""
        low = name.lower()
        if " " in name or name in self.names or name[1:] != low[1:]:
            return False
        closed = low in FUNCTION_WORDS or low in CALENDAR
        return closed or re.search(rf"(?<![\w'’-]){re.escape(low)}\b", self.text) is not None

    def _fullest(self, name: str) -> str:
        """Return the full name that ends in a surname, where the article has one."""
        return name if " " in name else self.names.get(name, name)


def _bare(name: str) -> str:
    return _POSSESSIVE.sub("", name)


def _untitled(name: str) -> str:
    """Strip titles, and everything before them, and a role that a sentence's start capitalises from a full name."""
    parts = name.split(" ")
    titled = [i for i, part in enumerate(parts[:-1]) if part.lower().rstrip(".") in TITLES]
    parts = parts[titled[-1] + 1 :] if titled else parts
    while len(parts) > 2 and parts[0].lower() in ROLES:
        parts = parts[1:]
    while len(parts) > 1 and parts[0].lower() in FUNCTION_WORDS:  # "As Venn told the board"
        parts = parts[1:]
    return " ".join(parts)


def _name_at_end(head: str) -> str | None:
    """Return the proper name that a phrase ends in, without its titles, or nothing if it ends in a common noun."""
    parts = head.split()
    first = len(parts)
    while first and (parts[first - 1][0].isupper() or (parts[first - 1] in _PARTICLES and first < len(parts))):
        first -= 1
    while first < len(parts) and parts[first] in _PARTICLES:
        first += 1
    if first == 0 and parts and parts[0].lower() in {"the", "a", "an"} and len(parts) > 1:
        first = 1
    linked = any(part in _LINKS for part in parts[max(first - 2, 0) : first])
    words = [part.lower() for part in parts[first:]]
    # "Editor", "Senior Editor", "Osk Daily News Editor": a role in capitals is nobody's name; "John Farmer" is.
    titled = bool(words) and words[-1] in ROLES and (len(words) > 2 or all(w in ROLES | ROLE_MODIFIERS for w in words))
    common = titled or (first == 0 and len(parts) == 1 and words and words[0] in DOCUMENTS)
    dated = first > 0 and words[:1] and words[0] in WEEKDAYS  # "a report released Monday"
    if first == len(parts) or linked or common or dated:
        return None
    return _bare(_untitled(" ".join(parts[first:]))) or None


def _flag(text: str, head: str) -> str:
    """Return the kind of a source that is no person's name: placeholder, document, anonymous or named."""
    if _PLACEHOLDERS.search(text):
        return "placeholder"
    found = _WORD.findall(re.split(r"\b(?:of|for|from|at|in|who|that|on|about|by|with)\b", head)[0])
    while len(found) > 1 and is_participle(found[-1]):  # "imagery captured on Monday"
        found.pop()
    words = [word.lower() for word in found]
    # "Satellite imagery and news sources": what the imagery shows can be looked at.
    if "and" in words[1:] and words[words.index("and", 1) - 1] in DOCUMENTS:
        return "document"
    last = words[-1] if words else ""
    if last in DOCUMENTS:
        return "document"
    if last in _OFFICES and words[0] == "the":
        return "named"
    # A capital at the start may be the sentence's, and names after a preposition are of those it is about.
    proper = any(word[0].isupper() for word in found[1:]) or (bool(found) and not head.startswith(found[0]))
    named = proper or (found[:1] == [head] and head[0].isupper())
    return "named" if named and last not in ROLES and words[0] not in POSSESSIVES else "anonymous"


def is_outlet(name: str) -> bool:
    """Tell whether a name is a news outlet's, by well-known names and by the words that outlets are called by."""
    words = [word.lower() for word in _WORD.findall(name)]
    capital = any(char.isupper() for char in name)
    return capital and (any(w in _OUTLETS for w in words) or bool(words and words[-1] in _OUTLET_WORDS))
