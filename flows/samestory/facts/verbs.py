"""Verbs of attribution in their place: their group, and whether a form is a verb with an active, actual meaning."""

from samestory.facts.cues import AMBIGUOUS, CARRIERS, PARTICLES, Cue
from samestory.facts.grammar import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    HAVE,
    MODAL_MAYBE,
    NEGATIONS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIME_WORDS,
    is_finite,
)
from samestory.facts.phrases import is_adverb
from samestory.facts.sources import DOCUMENTS
from samestory.facts.tokens import Token

# After "put it": how it was put, not where.
PHRASAL = frozenset({"put", "puts", "point", "points", "pointed", "pointing"})
# "A final say": a part in a decision.
_PARTS = frozenset({"final", "last", "much", "more", "little", "greater", "equal", "full"})
_WAYS = frozenset({"this", "that", "in", "to"})


def phrasal(tokens: list[Token], i: int) -> Cue | None:
    """Return the cue of a verb that says something only with its particle ("points out", "as one clerk put it")."""
    if tokens[i].low in {"put", "puts"} and tokens[i + 1 : i + 2] and tokens[i + 1].low == "it":
        ends = (
            i + 2 >= len(tokens) or tokens[i + 2].kind in "pq" or tokens[i + 2].low in _WAYS or is_adverb(tokens[i + 2])
        )
        return Cue("put", "say", "past" if tokens[i].low == "put" else "s") if ends else None
    if tokens[i].low not in {"point", "points", "pointed", "pointing"} or i + 1 >= len(tokens):
        return None
    particle = tokens[i + 1].low
    form = {"point": "base", "points": "s", "pointed": "past", "pointing": "ing"}[tokens[i].low]
    return Cue("point", "say" if particle == "out" else "evidence", form) if particle in PARTICLES["point"] else None


def verb_group(tokens: list[Token], i: int) -> int:
    """Return where the verb group of token i starts: auxiliaries, negations, adverbs, "went on to"."""
    first = i
    while first > 0:
        token = tokens[first - 1]
        if token.low == "to" and first > 1:
            back = first - 2 - (tokens[first - 2].low in {"on", "out"} and first > 2)
            if tokens[back].low not in CARRIERS and not _appears(tokens, back, i):
                break
            first = back
        elif token.kind != "C" and (token.low in AUXILIARIES or token.low in NEGATIONS or is_adverb(token)):
            first -= 1
        else:
            break
    while first < i and tokens[first].low in {"all", "both", "no", "none", "nobody", "neither"}:
        first += 1
    return first


def _appears(tokens: list[Token], back: int, i: int) -> bool:
    """Tell whether "appears to show" is one verb group: imagery is described so."""
    return tokens[back].low in {"appear", "appears", "appeared", "seem", "seems", "seemed"} and tokens[i].low == "show"


def is_verb_here(tokens: list[Token], i: int, cue: Cue, before: list[str]) -> bool:
    """Tell whether the word is a verb with an active, actual meaning: no noun, no passive, no mere possibility."""
    previous = tokens[i - 1].low if i else ""
    if any(low in MODAL_MAYBE for low in before) or (previous == "to" and not before):
        return False
    if cue.form in {"past", "participle"} and _passive(before):
        return False
    if cue.form == "base" and any(low in HAVE for low in before[-1:]):
        return False
    nominal = previous in DETERMINERS and previous not in {"some", "others", "many", "most", "several", "all", "both"}
    if nominal and previous not in {"this", "that", "these", "those", "one", "another", "few", "each"}:
        return False
    return not (tokens[i].low in AMBIGUOUS and not _clear_verb(tokens, i))


def _passive(before: list[str]) -> bool:
    """Tell whether the auxiliaries make a passive ("was told", "has been said")."""
    forms = [low for low in before if low in AUXILIARIES]
    return bool(forms) and forms[-1] in BE


def _dated(tokens: list[Token], first: int) -> bool:
    """Tell whether an expression of time stands before what is said: "reported on Saturday that"."""
    stop = first + (tokens[first].low in {"on", "this", "last", "earlier"})
    at = stop + (tokens[stop : stop + 1] != [] and tokens[stop].low in TIME_WORDS)
    return at > stop and at < len(tokens) and (tokens[at].low in {"that", ",", ":"} or tokens[at].kind == "q")


def _clear_at_end(previous: Token, low: str) -> bool:
    """Tell whether the last word of a sentence is a verb: "…, The Harbour Post reports.", "…, the records show."."""
    named = previous.kind == "C" and low.endswith(("s", "show", "say", "reported"))
    shown = previous.low in DOCUMENTS and low in {"show", "shows"}
    return named or shown or (low == "say" and (previous.low in SUBJECT_PRONOUNS or previous.low.endswith("s")))


def _clear_verb(tokens: list[Token], i: int) -> bool:
    """Tell whether a form that may be a noun is a verb here, by its neighbours."""
    previous = tokens[i - 1] if i else None
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if previous is None or (tokens[i].low == "say" and previous.low in _PARTS):
        return False
    if following is None or following.low == ".":
        return _clear_at_end(previous, tokens[i].low)
    quoting = following.low in {",", ":"} and i + 2 < len(tokens) and tokens[i + 2].kind == "q"
    if quoting or (tokens[i].low == "say" and following.kind != "p"):
        return True
    opens = following.low in DETERMINERS or following.low in SUBJECT_PRONOUNS or following.kind in "Cq"
    opens = opens or following.low in {"that", "how", "why", "whether", ":", ",", "them", "him"}
    if is_adverb(previous) and not opens:
        return following.kind == "w" and following.low not in PREPOSITIONS
    opens = opens or (tokens[i].low in {"show", "shows"} and following.kind == "n") or _dated(tokens, i + 1)
    subject = previous.low in SUBJECT_PRONOUNS or previous.kind == "C" or previous.low in AUXILIARIES
    subject = subject or (previous.kind == "w" and previous.low.endswith("s") and previous.low not in PREPOSITIONS)
    if previous.low in DOCUMENTS and tokens[i].low in {"shows", "finds"}:
        return following.low not in PREPOSITIONS and not is_finite(following.low)
    subject = subject or (previous.kind == "w" and tokens[i].low in {"shows", "finds"})
    past = tokens[i].low.endswith("ed") or tokens[i].low in {"thought", "felt", "found", "read"}
    return opens and (subject or past or previous.low in {"who", ",", "to"} or is_adverb(previous))
