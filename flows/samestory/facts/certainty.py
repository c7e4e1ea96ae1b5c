"""How sure a clause is of what it states: hedges, modals, negation and conditions on a scale from -3 to 3."""

from itertools import pairwise
from typing import NamedTuple

from samestory.facts.cues import FORMS
from samestory.facts.grammar import AUXILIARIES, NEGATIONS, RELATIVES, is_finite, words
from samestory.facts.phrases import finite_here, is_adverb
from samestory.facts.tokens import Token

# The scale is FactBank's, as crowd workers used it: 3 certainly so, 0 unknown, -3 certainly not. Values: medians of the
# judgements of events under each class of words in the development half of the UW set, to one tenth.
_CERTAIN, _FUTURE, _PROBABLE, _POSSIBLE, _UNKNOWN, _DENIED = 3.0, 2.2, 1.9, 1.0, 0.1, -2.4
_LEVELS = ((2.5, "asserted"), (1.5, "probable"), (0.5, "possible"), (-0.5, "unknown"))

_POSSIBLE_MODALS = words("may might could")
_PROBABLE_MODALS = words("would should ought must")
_FUTURE_MODALS = words("will won't shall")
_POSSIBLE_ADVERBS = words("possibly perhaps maybe conceivably potentially")
_PROBABLE_ADVERBS = words(
    "likely probably apparently seemingly reportedly allegedly supposedly purportedly presumably reputedly ostensibly"
)
# As the main verb, or as the predicate after a form of "be".
_PROBABLE_VERBS = words(
    "appears appear appeared seems seem seemed expected believed thought rumoured rumored suggests suggest suggested"
    " indicates indicate indicated"
)
# Plural and present forms that no list of finite verbs has.
_BARE_HEDGES = words("appear seem suggest indicate suggests indicates")
_POSSIBLE_PREDICATES = words("possible conceivable")
_UNKNOWN_PREDICATES = words("unclear unknown uncertain undecided unsure doubtful questionable")
_IMPROBABLE_PREDICATES = words("unlikely improbable implausible")
_NEGATIVE_VERBS = words(
    "denied denies deny failed fails fail refused refuses refuse declined declines decline lacks lacked"
)
_CONDITIONS = words("if unless")
_INVERTED_CONDITION = words("should had were")
_QUESTIONS = words("whether how what why who where when which")
_NOT_KNOWN = frozenset({("not", "known"), ("not", "clear"), ("isn't", "known"), ("isn't", "clear")})
# "No more than eleven" counts and denies nothing.
_COMPARED = words("more fewer less later earlier")
_EMPTY_SUBJECTS = words("no nobody none neither nothing")

# The cue that carries a statement leaves it at most so certain.
_CUE_CEILINGS = {
    "doubt": -1.0,
    "deny": -2.4,
    "rebut": -2.4,
    "dismiss": -1.0,
    "reject": -1.0,
    **dict.fromkeys(("hope", "propose", "urge", "demand", "request", "speculate", "ask"), 1.0),
    **dict.fromkeys(("fear", "threaten"), 1.2),
    **dict.fromkeys(("assume", "suspect", "expect", "anticipate", "predict", "estimate", "foresee", "suggest"), 1.9),
    **dict.fromkeys(("allege", "vow", "promise", "pledge"), 1.9),
    **dict.fromkeys(("believe", "think", "feel", "indicate", "claim"), 2.2),
}


class Judgement(NamedTuple):
    """How sure a clause is: level, score from -3 to 3, polarity, and whether it hangs on a condition."""

    certainty: str
    score: float
    polarity: str
    conditional: bool


def judge(clause: list[Token], cue: str | None = None) -> Judgement:
    """Judge a clause by its main verb; `cue` is the lemma of the verb that attributes it, if one does."""
    conditional = is_conditional([token.low for token in clause])
    clause = _without_condition(clause)
    found = [token.low for token in clause]
    first, stop = main_verb(clause)
    negated = _is_negated(found, first, stop)
    ceilings = (_CUE_CEILINGS.get(lemma, 3.0) for lemma in (cue, _own_cue(found)) if lemma)
    score = min(_hedged(found, first, stop), *ceilings, _POSSIBLE if conditional else 3.0)
    if negated and score > 0:
        score = _DENIED if score >= _PROBABLE else -score
    verbs = enumerate(found[first : stop + 1], first)
    negative = negated or any(word in _NEGATIVE_VERBS and _negates(found, i) for i, word in verbs)
    if found and found[0] in _QUESTIONS and _left_open(found):
        score = min(score, _UNKNOWN)
    return Judgement(level(score), score, "negative" if negative else "positive", conditional)


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
    return next((name for floor, name in _LEVELS if score >= floor), "denied")


def main_verb(clause: list[Token]) -> tuple[int, int]:
    """Return the range of the main finite verb: auxiliaries, adverbs, negation, verb; (0, 0) if there is none."""
    found = _first_verb(clause, strict=True)
    return found if found != (0, 0) else _first_verb(clause, strict=False)


def _first_verb(clause: list[Token], *, strict: bool) -> tuple[int, int]:
    """Return the first finite verb group outside relative clauses; strictly, "held at" is taken for a participle."""
    relative = False
    stop = 0
    titled = sum(token.kind == "C" for token in clause) * 2 > len(clause)
    for i, token in enumerate(clause):
        if token.low in RELATIVES and i > 0 and clause[i - 1].kind in "wCp":
            relative = True
        elif (
            i >= stop
            and _is_finite_at(clause, i, titled)
            and (not strict or titled or finite_here(clause, i) or token.low in _BARE_HEDGES)
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
    return (clause[i].kind == "w" or (titled and i > 0)) and (is_finite(low) or low in _BARE_HEDGES)


def _in_group(token: Token) -> bool:
    """Tell whether a word may stand inside a verb group."""
    return token.low in AUXILIARIES or token.low in NEGATIONS or is_adverb(token) or token.low == "yet"


def _hedged(found: list[str], first: int, stop: int) -> float:
    """Return the score that the weakest hedge of a clause leaves."""
    group = set(found[first:stop])
    verb = set(found[first : stop + 1])
    near = set(found[: stop + 4])
    if verb & _IMPROBABLE_PREDICATES:
        return -1.0
    if verb & _UNKNOWN_PREDICATES:
        return _UNKNOWN
    if group & _POSSIBLE_MODALS or near & _POSSIBLE_ADVERBS or verb & _POSSIBLE_PREDICATES:
        return _POSSIBLE
    if group & _PROBABLE_MODALS or near & _PROBABLE_ADVERBS or verb & _PROBABLE_VERBS:
        return _PROBABLE
    return _FUTURE if group & _FUTURE_MODALS or any(word.endswith("'ll") for word in group) else _CERTAIN


def is_conditional(found: list[str]) -> bool:
    """Tell whether a clause hangs on a condition ("if", "unless", "should Russia lose …, it would")."""
    if found and found[0] in _INVERTED_CONDITION and "would" in found:
        return True
    return any(word in _CONDITIONS and found[i - 1 : i] != ["as"] for i, word in enumerate(found))


def _is_negated(found: list[str], first: int, stop: int) -> bool:
    """Tell whether the main verb is negated: in its group, by "no" after it, or by an empty subject."""
    inside = found[first:stop]
    if "only" in inside or found[stop : stop + 1] == ["only"]:
        return False
    counted = len(found) > stop + 1 and found[stop] == "no" and found[stop + 1] in _COMPARED
    inside = (
        inside[:-1] if inside[-1:] == ["no"] and found[stop : stop + 1][:1] and found[stop] in _COMPARED else inside
    )
    negated = any(word in NEGATIONS or word.endswith("n't") for word in inside)
    after = stop > first and not counted and bool(found[stop : stop + 1]) and found[stop] in _EMPTY_SUBJECTS
    before = bool(first) and found[0] in _EMPTY_SUBJECTS and found[1] != ","
    return negated or after or before
