"""What stands between a cue and what is said: to whom, when and where."""

from samestory.facts.cues import SPEECH_ACTS
from samestory.facts.grammar import (
    DETERMINERS,
    NEGATIONS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
    is_finite,
    words,
)
from samestory.facts.phrases import Range, is_adverb
from samestory.facts.scope_ends import is_infinitive
from samestory.facts.tokens import Token

_OBJECTS = words("him her them me us it you reporters journalists")
# How far an adverbial between cue and content may reach, in tokens; longer ones are content.
_REACH = 15


def addressee_of(tokens: list[Token], first: int, limit: int) -> Range | None:
    """Return who is told: a pronoun, a name, or a common noun, up to where the content starts."""
    if (
        first >= limit
        or tokens[first].kind == "q"
        or tokens[first].low in NEGATIONS | PREPOSITIONS | {"that", ":", ","}
    ):
        return None
    if tokens[first].low in _OBJECTS:
        return first, first + 1
    stop = first + (tokens[first].low in DETERMINERS)
    name = stop < limit and tokens[stop].kind == "C"
    while stop < limit and tokens[stop].kind in "wCn" and not _ends_addressee(tokens[stop], name, stop == first):
        stop += 1
    return (first, stop) if stop > first else None


def _ends_addressee(token: Token, name: bool, opening: bool) -> bool:
    """Tell whether the addressee ends before a token."""
    if opening:
        return False
    closed = token.low in SUBJECT_PRONOUNS or token.low in PREPOSITIONS - {"of"} or token.low in TIME_WORDS
    closed = closed or token.low in SUBORDINATORS or token.low == "to" or is_finite(token.low)
    return closed or (token.low in DETERMINERS) or (not name and token.kind == "C") or is_adverb(token)


def skip_adverbials(tokens: list[Token], first: int, limit: int) -> int:
    """Step over "on Monday", "in a statement", up to the that, the quotation or the clause that is said."""
    if first >= limit:
        return first
    token = tokens[first]
    adverbial = token.low in PREPOSITIONS or token.low in TIME_WORDS or is_adverb(token) or token.kind == "C"
    if adverbial or token.low == ",":
        for i in range(first, min(first + _REACH, limit)):
            # "…, she wrote, judging by the heat that a probe had recorded": the that of a noun.
            if tokens[i].low == "that" and token.low == "," and tokens[i - 1].low != "," and tokens[i - 1].kind == "w":
                break
            if tokens[i].low in {"that", ":"} or (tokens[i].kind == "q" and _introduces(tokens, first, i)):
                return i
            infinitive = tokens[i].low == "to" and is_infinitive(tokens, i)
            if infinitive or tokens[i].kind == "q" or is_finite(tokens[i].low) or tokens[i].low in SUBJECT_PRONOUNS:
                break
    while first < limit and tokens[first].low in TIME_WORDS | {"on", "this"} and is_dated(tokens, first):
        first += 1
    if first + 2 < limit and token.low in {"in", "during"} and tokens[first + 1].low in DETERMINERS:
        first += 3 * (tokens[first + 2].low in SPEECH_ACTS)
    return first


def _introduces(tokens: list[Token], first: int, i: int) -> bool:
    """Tell whether what stands between a cue and a quotation is an adverbial rather than the start of what is said."""
    if tokens[first].low == "," or tokens[i - 1].low in {",", ":"}:
        return True
    return tokens[i - 1].kind in "wCn" and tokens[i - 1].low not in PREPOSITIONS | DETERMINERS | {"to"}


def is_dated(tokens: list[Token], i: int) -> bool:
    """Tell whether a token is part of an expression of time: "on" and "this" only before a day."""
    return tokens[i].low not in {"on", "this"} or (i + 1 < len(tokens) and tokens[i + 1].low in TIME_WORDS)
