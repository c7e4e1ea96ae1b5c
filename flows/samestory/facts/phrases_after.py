"""Noun phrases that follow a cue: the source in "said Smith, a clerk" and in "according to Smith"."""

from samestory.facts.grammar import PREPOSITIONS, SUBJECT_PRONOUNS, SUBORDINATORS, TIME_WORDS, is_finite
from samestory.facts.phrases import COORDINATORS, HARD, Range, finite_here, is_adverb, starts_noun_phrase
from samestory.facts.tokens import Token

_OF_LINKS = frozenset({"of", "'s"})
_ROLE_LINKS = frozenset({"for", "from", "at", "with", "to", "in", "on", "against"})


def phrase_after(tokens: list[Token], first: int, loose: bool = False) -> Range | None:
    """Return the noun phrase that starts at `first`, with its appositions; `loose` keeps prepositions after names."""
    found = bare_phrase_after(tokens, first, loose)
    return (first, _appositions(tokens, found[1])) if found else None


def bare_phrase_after(tokens: list[Token], first: int, loose: bool = False) -> Range | None:
    """Return the noun phrase that starts at `first`, without appositions."""
    if first >= len(tokens) or not starts_noun_phrase(tokens[first]):
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
        return token.low in {"&", "/"}
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
