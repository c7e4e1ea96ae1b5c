"""How sure a clause is of what it states: hedges, modals, negation and conditions on a scale from -3 to 3."""

from itertools import pairwise
from typing import NamedTuple

from samestory.facts.certainty_cues import LEVELS
from samestory.facts.cues import FORMS
from samestory.facts.grammar import AUXILIARIES, NEGATIONS, RELATIVES, is_finite, words
from samestory.facts.phrases import finite_here, is_adverb
from samestory.facts.scopes import Reading
from samestory.facts.text import Known
from samestory.facts.tokens import Token

# Half-way between the steps of FactBank's scale.
_STEPS = ((2.5, "asserted"), (1.5, "probable"), (0.5, "possible"), (-0.5, "unknown"))

# What a clause with these as its predicate states is what they govern: "is expected to close", "images suggest that".
_RAISING = words(
    "appears appear appeared seems seem seemed expected believed thought rumoured rumored suggests suggest suggested"
    " indicates indicate indicated likely unlikely set due poised bound slated supposed going planned scheduled"
    " reported said estimated projected predicted alleged possible impossible unclear doubtful"
)
# Plural and present forms that no list of finite verbs has.
_BARE_HEDGES = words("appear seem suggest indicate suggests indicates")
_BEFORE_NON_FINITE = words("to be been being")
_UNKNOWN_PREDICATES = words("unclear unknown uncertain undecided unsure doubtful questionable")
_NEGATIVE_VERBS = words(
    "denied denies deny failed fails fail refused refuses refuse declined declines decline lacks lacked"
)
_CONDITIONS = words("if unless")
_INVERTED_CONDITION = words("should had were")
# "Unclear if": whether.
_ASKED = words(
    "unclear unknown uncertain unsure know knows knew say see tell ask asks asked asking wonder wonders wondered"
    " determine decide sure clear"
)
_QUESTIONS = words("whether how what why who where when which")
_NOT_KNOWN = frozenset({("not", "known"), ("not", "clear"), ("isn't", "known"), ("isn't", "clear")})

# The cue that carries a statement leaves it at most so certain.
DENIALS = {
    **dict.fromkeys(("deny", "rebut"), LEVELS["denied"]),
    **dict.fromkeys(("dismiss", "reject"), LEVELS["doubtful"]),
}
_CUE_CEILINGS = DENIALS | {
    "doubt": LEVELS["doubtful"],
    **dict.fromkeys(
        ("hope", "propose", "urge", "demand", "request", "speculate", "ask", "fear", "threaten"), LEVELS["possible"]
    ),
    **dict.fromkeys(("assume", "suspect", "expect", "anticipate", "predict", "estimate"), LEVELS["probable"]),
    **dict.fromkeys(("foresee", "suggest", "allege", "vow", "promise", "pledge"), LEVELS["probable"]),
    **dict.fromkeys(("believe", "think", "feel", "indicate", "claim"), LEVELS["expected"]),
}


class Judgement(NamedTuple):
    """How sure a clause is: level, score from -3 to 3, polarity, and whether it hangs on a condition."""

    certainty: str
    score: float
    polarity: str
    conditional: bool


def judge(clause: list[Token], reading: Reading, cue: str | None = None) -> Judgement:
    """Judge a clause of a read sentence by its predicate; `cue` is the lemma of the verb that attributes it."""
    conditional = is_conditional([token.low for token in clause])
    clause = _without_condition(clause)
    found = [token.low for token in clause]
    first, stop = main_verb(clause)
    place = stop - 1 if _is_verb(clause[first:stop]) else min(stop, len(clause) - 1)
    at = reading.place(clause[place]) if clause else 0
    # What something can do is an ability that it has.
    predicate = LEVELS["certain"] if reading.cue(at) == "can" else reading.score(at)
    raised = range(at + 1, min(at + 3, len(reading.tokens))) if found and found[place] in _RAISING else ()
    ceilings = (_CUE_CEILINGS.get(lemma, LEVELS["certain"]) for lemma in (cue, _own_cue(found)) if lemma)
    score = min(predicate, *map(reading.score, raised), *ceilings, LEVELS["possible" if conditional else "certain"])
    verbs = enumerate(found[first : stop + 1], first)
    negative = predicate < 0 or any(word in _NEGATIVE_VERBS and _negates(found, i) for i, word in verbs)
    if found and found[0] in _QUESTIONS and _left_open(found):
        score = min(score, LEVELS["unknown"])
    return Judgement(level(score), score, "negative" if negative else "positive", conditional)


def _is_verb(group: list[Token]) -> bool:
    """Tell whether a verb group ends with its verb rather than with an auxiliary, a negation or an adverb."""
    return bool(group) and not _in_group(group[-1])


def _without_condition(clause: list[Token]) -> list[Token]:
    """Return the main clause of one that opens with its condition ("If it rains, …"), else the clause itself."""
    if not clause or clause[0].low not in _CONDITIONS:
        return clause
    commas = [i for i, token in enumerate(clause) if token.low == "," and main_verb(clause[1:i]) != (0, 0)]
    rest = clause[commas[0] + 1 :] if commas else []
    return rest if main_verb(rest) != (0, 0) else clause


def _left_open(found: list[str]) -> bool:
    """Tell whether a clause says of its question that the answer is not known."""
    return bool(_UNKNOWN_PREDICATES.intersection(found)) or any(pair in _NOT_KNOWN for pair in pairwise(found))


def _negates(found: list[str], i: int) -> bool:
    """Tell whether a verb as "fail" negates what follows it: "failed to stop", but "the dam failed"."""
    return not found[i].startswith(("fail", "refuse", "decline")) or found[i + 1 : i + 2] == ["to"]


def _own_cue(found: list[str]) -> str | None:
    """Return the lemma of the cue when the clause opens with the speaker's own ("I think")."""
    cue = FORMS.get(found[1]) if len(found) > 1 and found[0] in {"i", "we"} else None
    return cue.lemma if cue else None


def level(score: float) -> str:
    """Return the level of certainty nearest to a score."""
    return next((name for floor, name in _STEPS if score >= floor), "denied")


def main_verb(clause: list[Token]) -> tuple[int, int]:
    """Return the range of the main finite verb: auxiliaries, adverbs, negation, verb; (0, 0) if there is none."""
    # Most words are neither, and what follows asks more of those that are.
    places = [i for i, token in enumerate(clause) if _PLACES[token.low]]
    if not places:
        return 0, 0
    capital = any(clause[i].kind == "C" for i in places)
    titled = capital and sum(token.kind == "C" for token in clause) * 2 > len(clause)
    found = _first_verb(clause, places, titled=titled, strict=True)
    return found if found != (0, 0) else _first_verb(clause, places, titled=titled, strict=False)


def _is_place(word: str) -> bool:
    """Tell whether a word matters to where the main verb is: a verb or a relative pronoun."""
    return word in RELATIVES or _may_be_finite(word)


# Asked of every word of every clause.
_PLACES = Known(_is_place)


def _may_be_finite(word: str) -> bool:
    """Tell whether a word is a finite verb in some sentence."""
    return is_finite(word) or word in _BARE_HEDGES


def _first_verb(clause: list[Token], places: list[int], *, titled: bool, strict: bool) -> tuple[int, int]:
    """Return the first finite verb group outside relative clauses; strictly, "held at" is taken for a participle."""
    relative = False
    stop = 0
    for i in places:
        low = clause[i].low
        if low in RELATIVES and i > 0 and clause[i - 1].kind in "wCp":
            relative = True
        elif (
            i >= stop
            and _is_finite_at(clause, i, titled)
            and (not strict or titled or finite_here(clause, i) or low in _BARE_HEDGES)
        ):
            stop = i + 1
            while stop < len(clause) and _in_group(clause[stop]):
                stop += 1
            if not relative:
                return i, stop
            relative = False
    return 0, 0


def _is_finite_at(clause: list[Token], i: int, titled: bool) -> bool:
    """Tell whether token i may be a finite verb; a capitalised one only where all words are, as in a headline."""
    low = clause[i].low
    if clause[i].kind not in "wC" or (i + 1 < len(clause) and clause[i + 1].low == "by" and low not in AUXILIARIES):
        return False
    # "To be found", "to stay connected": participles.
    if i and (clause[i - 1].low in _BEFORE_NON_FINITE or (i > 1 and clause[i - 2].low == "to" and low.endswith("ed"))):
        return False
    return (clause[i].kind == "w" or (titled and i > 0)) and _may_be_finite(low)


def _in_group(token: Token) -> bool:
    """Tell whether a word may stand inside a verb group."""
    return token.low in AUXILIARIES or token.low in NEGATIONS or is_adverb(token) or token.low == "yet"


def is_conditional(found: list[str]) -> bool:
    """Tell whether a clause hangs on a condition ("if", "unless", "should Russia lose …, it would")."""
    if found and found[0] in _INVERTED_CONDITION and "would" in found:
        return True
    return not _CONDITIONS.isdisjoint(found) and any(
        word in _CONDITIONS and not (i and (found[i - 1] == "as" or (word == "if" and found[i - 1] in _ASKED)))
        for i, word in enumerate(found)
    )
