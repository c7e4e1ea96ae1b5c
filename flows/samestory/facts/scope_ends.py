"""Where the scope of a certainty cue ends, by clause boundaries and word classes alone."""

from samestory.facts.grammar import (
    AUXILIARIES,
    DETERMINERS,
    NEGATIONS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    is_finite,
    words,
)
from samestory.facts.phrases import HARD, finite_here, is_adverb
from samestory.facts.tokens import Token

_QUOTES = frozenset('“”"')
_ENDS = HARD | _QUOTES | frozenset({")", "{", "}", ".."})
# They open a clause of its own.
_OPENERS = words(
    "because although though while whereas when after before since until unless if who which whose whom where but lest"
    " once"
)
# The base form of these is their past form too; after "to" and a modal it is the base form.
_SAME_PAST = words("read put cut let set cost hit spread quit bet hurt shut")
_NON_FINITE = words("be been being having")
_ED_BASES = words("need speed feed exceed proceed succeed heed seed bleed breed embed shed wed")
_ING_BASES = words("bring sing ring cling swing sting fling")
_LY_BASES = words("apply reply rely supply fly comply ally rally multiply")
# In title case "to" and a capitalised word may be a place; after these it is a verb.
_HEADLINE_GOVERNORS = words(
    "appears appear seems seem plans plan wants want vows vow set expected moves move likely unlikely fails refuses"
    " urges ready due continues begins starts needs agrees decides tries aims hopes seeks threatens offers"
)
_S_BASES = words("focus bus gas")
_OBJECT_PRONOUNS = words("him her them us me itself himself herself themselves whom which what date")
# "could, however, close": a shorter pair of commas than this parts nothing.
_INSERTION = 5
# Tokens of a subject, as "neither the maker, X, nor the agency (Y)".
_LONGEST_SUBJECT = 20


def clause_end(tokens: list[Token], start: int, *, verb_follows: bool = True) -> int:
    """Return where the clause ends that goes on at `start`; its own verb, where that follows, does not end it."""
    seen = not verb_follows
    i = start
    while i < len(tokens):
        token = tokens[i]
        if token.kind in "pq":
            inserted = _inserted(tokens, i) if token.low == "," and not seen else None
            opening = token.low in _QUOTES and i - start < 3
            if (token.low == "," or token.low in _ENDS) and not inserted and not opening:
                return i
            i = inserted or i + 1
            continue
        if i > start and (token.low in _OPENERS or (seen and token.low == "that")):
            return i
        if seen and _is_next_verb(tokens, i):
            return i
        seen = seen or (
            token.kind == "w" and token.low not in AUXILIARIES and token.low not in NEGATIONS and not is_adverb(token)
        )
        i += 1
    return len(tokens)


def _inserted(tokens: list[Token], i: int) -> int | None:
    """Return the token after a short insertion that the comma at i opens."""
    return next((j + 1 for j in range(i + 1, min(i + _INSERTION, len(tokens))) if tokens[j].low == ","), None)


def _is_next_verb(tokens: list[Token], i: int) -> bool:
    """Tell whether another finite verb stands at i."""
    low = tokens[i].low
    before = tokens[i - 1]
    bare = before.low in AUXILIARIES or before.low in {"to", "not"} or is_adverb(before)
    if tokens[i].kind != "w" or low in _NON_FINITE or (bare and low in {"have", "do"}) or low in _SAME_PAST:
        return False
    return low in AUXILIARIES or finite_here(tokens, i)


def next_finite(tokens: list[Token], start: int, *, across: bool) -> int | None:
    """Return the finite verb of the subject that goes on at `start`, `across` commas and brackets or not."""
    for i in range(start, min(start + _LONGEST_SUBJECT, len(tokens))):
        if tokens[i].kind in "wC" and (is_finite(tokens[i].low) if across else finite_here(tokens, i)):
            return i
        if tokens[i].low in RELATIVES or (tokens[i].kind in "pq" and not (across and tokens[i].low in {",", "(", ")"})):
            return None
    return None


def condition_end(tokens: list[Token], start: int) -> int:
    """Return where a subordinate clause ends: at the first comma or harder mark."""
    return next((i for i in range(start, len(tokens)) if tokens[i].low == "," or tokens[i].low in _ENDS), len(tokens))


def phrase_end(tokens: list[Token], start: int) -> int:
    """Return where the noun phrase ends that goes on at `start`."""
    for i in range(start, len(tokens)):
        low = tokens[i].low
        closed = low in PREPOSITIONS or low in AUXILIARIES or low in {"and", "or", "that", "who", "which"}
        if tokens[i].kind not in "wCn" or closed or (i > start and finite_here(tokens, i)):
            return i
    return len(tokens)


def is_infinitive(tokens: list[Token], i: int) -> bool:
    """Tell whether the "to" at i opens an infinitive rather than a noun phrase."""
    j = i + 1
    while j < len(tokens) - 1 and (is_adverb(tokens[j]) or tokens[j].low == "not"):
        j += 1
    headline = i > 0 and j < len(tokens) and all(token.kind == "C" for token in (tokens[i - 1], tokens[j]))
    if j >= len(tokens) or not (tokens[j].kind == "w" or (headline and tokens[i - 1].low in _HEADLINE_GOVERNORS)):
        return False
    low = tokens[j].low
    closed = (DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS, _OBJECT_PRONOUNS)
    if any(low in listed for listed in closed):
        return False
    noun = (low.endswith("s") and not low.endswith("ss") and low not in _S_BASES) or (
        low.endswith("ing") and low not in _ING_BASES
    )
    adverb = low.endswith("ly") and low not in _LY_BASES
    bare = low in {"be", "do", "have"} or low in _SAME_PAST or low in _ED_BASES or not is_finite(low)
    return bare and not noun and not adverb
