"""Noun phrases that follow a cue: the source in "said Smith, a clerk" and in "according to Smith"."""

from samestory.facts.grammar import PREPOSITIONS, SUBJECT_PRONOUNS, SUBORDINATORS, TIME_WORDS, is_finite, is_participle
from samestory.facts.phrases import COORDINATORS, HARD, Range, finite_here, is_adverb, starts_noun_phrase
from samestory.facts.tokens import Token

_OF_LINKS = frozenset({"of", "'s"})
_ROLE_LINKS = frozenset({"for", "from", "at", "with", "to", "in", "on", "against"})


def phrase_after(tokens: list[Token], first: int, loose: bool = False) -> Range | None:
    """Return the noun phrase that starts at `first`, with its appositions; `loose` keeps prepositions after names."""
    found = bare_phrase_after(tokens, first, loose)
    if found is None:
        return None
    described = _described(tokens, found[1]) if loose else None
    return first, described or _appositions(tokens, found[1])


def _described(tokens: list[Token], stop: int) -> int | None:
    """Return the end of a clause without commas that describes a noun, up to a comma or the end ("a report that …")."""
    if stop + 1 >= len(tokens) or (tokens[stop].low == "that" and tokens[stop + 1].low in TIME_WORDS):
        return None  # "in charge that night"
    carried = tokens[stop + 1].low in {"out", "up", "off", "down"}  # "carried out by the board"
    reduced = is_participle(tokens[stop].low) and (carried or not finite_here(tokens, stop))
    if not reduced and tokens[stop].low not in {"who", "which", "that"}:
        return None
    end = next((i for i in range(stop, len(tokens)) if tokens[i].low in HARD | {","} or tokens[i].kind == "q"), None)
    return end if end is not None and tokens[end].low in {",", "."} else None


def bare_phrase_after(tokens: list[Token], first: int, loose: bool = False) -> Range | None:
    """Return the noun phrase that starts at `first`, without appositions."""
    if first >= len(tokens):
        return None
    # "According to last year's audit", "… to early results": what a time describes is no time.
    timed = loose and tokens[first].low in TIME_WORDS and tokens[first + 1 : first + 2]
    if not starts_noun_phrase(tokens[first + 1] if timed else tokens[first]):
        return None
    stop = first
    while stop < len(tokens) and _continues(tokens, first, stop, loose):
        stop += 1
    while stop > first and (tokens[stop - 1].low in PREPOSITIONS or tokens[stop - 1].low in COORDINATORS):
        stop -= 1
    return (first, stop) if stop > first else None


def _continues(tokens: list[Token], first: int, i: int, loose: bool) -> bool:
    """Tell whether token i carries on the noun phrase that starts at `first`."""
    token = tokens[i]
    if token.kind not in "wCn":
        hyphen = (
            token.low == "-"
            and tokens[i - 1].end == token.start
            and token.end == tokens[min(i + 1, len(tokens) - 1)].start
        )
        return hyphen or token.low in {"&", "/"}
    if i == first:
        return True
    if tokens[first].low in SUBJECT_PRONOUNS or token.low in TIME_WORDS:
        return False
    linking = loose or tokens[i - 1].kind == "w"
    if token.low in _ROLE_LINKS:
        following = tokens[i + 1] if i + 1 < len(tokens) else token
        return linking and following.low not in TIME_WORDS and starts_noun_phrase(following)
    if token.low in _OF_LINKS or token.low == "and":
        return True
    stops = token.low in PREPOSITIONS or token.low in SUBORDINATORS or is_adverb(token) or token.low in SUBJECT_PRONOUNS
    return not stops and not (token.kind == "w" and (is_finite(token.low) or token.low.endswith("ing")))


def _appositions(tokens: list[Token], stop: int) -> int:
    """Return the end of a noun phrase with the appositions that follow it in commas."""
    while stop + 1 < len(tokens) and tokens[stop].low == "," and _is_apposition(tokens, stop + 1):
        stop += 1
        while stop < len(tokens) and tokens[stop].low not in HARD | {","} and tokens[stop].kind != "q":
            stop += 1
    return stop


def _is_apposition(tokens: list[Token], first: int) -> bool:
    """Tell whether the segment after a comma describes the noun before it."""
    token = tokens[first]
    relative = token.low in {"who", "whose", "which"}
    if not relative and (not starts_noun_phrase(token) or token.low in SUBJECT_PRONOUNS):
        return False
    stop = first
    while stop < len(tokens) and tokens[stop].low not in HARD | {","} and tokens[stop].kind != "q":
        stop += 1
    return relative or not any(finite_here(tokens, i) for i in range(first, stop))
