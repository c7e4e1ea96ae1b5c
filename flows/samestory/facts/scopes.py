"""The scopes of certainty cues in a sentence, and how certain each of its words is.

Cues are read from left to right, each under what those before it left (Saurí and Pustejovsky's propagation): "may" in
"The board may want to close the dam" opens a scope that "want to" narrows. A definite noun phrase presupposes what it
names, so it stays as certain as it was outside.
"""

from bisect import bisect_left
from operator import attrgetter
from typing import NamedTuple

from samestory.facts.certainty_cues import LEVELS, CertaintyCue, load_certainty_cues
from samestory.facts.grammar import AUXILIARIES, DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS, SUBORDINATORS, words
from samestory.facts.phrases import COORDINATORS, Range, finite_here
from samestory.facts.scope_ends import clause_end, condition_end, is_infinitive, next_finite, phrase_end
from samestory.facts.tokens import Token

CERTAIN, _UNKNOWN = LEVELS["certain"], LEVELS["unknown"]
_PURPOSE = CertaintyCue("infinitive", LEVELS["probable"], LEVELS["doubtful"])
_DENYING = CertaintyCue("clause", LEVELS["denied"], LEVELS["possible"])
# "The will", "a can": nouns. "No more than eleven" and "not only" count and deny nothing.
_NOMINAL = words("will can must")
_COMPARED = words("more fewer less later earlier longer")
_LINKS = words("of for on at about in than that against")
_CLAUSE_OPENERS = words("that if whether who how what why where when which")
_DEFINITE = words("the this these those")
# Tokens between a governor and its infinitive: "asked the two boards of the town to close".
_REACH = 9
_FEWEST_FINITE = 8


class Reading(NamedTuple):
    """A sentence with the score of each token, and the token whose scope it is in (-1: none).

    Where no cue is among the tokens, scores and cues are empty: all of it is certain.
    """

    tokens: list[Token]
    scores: list[float]
    cues: list[int]

    def score(self, i: int) -> float:
        """Return the score of token i."""
        return self.scores[i] if self.scores else CERTAIN

    def cue(self, i: int) -> str | None:
        """Return the cue in whose scope token i is."""
        return self.tokens[self.cues[i]].low if self.cues and self.cues[i] >= 0 else None

    def place(self, token: Token) -> int:
        """Return the index of one of the sentence's tokens."""
        return bisect_left(self.tokens, token.start, key=attrgetter("start")) if self.scores else 0


def read_certainty(tokens: list[Token]) -> Reading:
    """Return the certainty of each token of a sentence."""
    opening = load_certainty_cues().opening
    opened = [(i, opening[token.low]) for i, token in enumerate(tokens) if token.low in opening]
    if not opened:
        return Reading(tokens, [], [])
    reading = Reading(tokens, [CERTAIN] * len(tokens), [-1] * len(tokens))
    used: dict[int, CertaintyCue] = {}
    for i, cues in opened:
        if tokens[i].kind == "C" and i and tokens[i - 1].kind in "wCn" and not _is_titled(tokens):
            continue
        for cue in cues:
            found = _governed(tokens, i) if cue.scope == "infinitive" else (cue, _FINDERS[cue.scope](tokens, i), i)
            if found and found[1] and found[1][0] < found[1][1]:
                _narrow(reading, found[0], found[1], (i, found[2]), used)
                break
    return reading


def _is_titled(tokens: list[Token]) -> bool:
    """Tell whether most words are capitalised, as in a headline."""
    return sum(token.kind == "C" for token in tokens) * 2 > len(tokens)


def _narrow(
    reading: Reading, cue: CertaintyCue, scope: Range, places: tuple[int, int], used: dict[int, CertaintyCue]
) -> None:
    """Set the scores in a scope; `places` are the cue's token and the one under whose certainty it stands."""
    at, governor = places
    above = reading.scores[governor]
    parent = used.get(reading.cues[governor])
    denying = cue.affirmed <= _UNKNOWN and cue.scope in {"clause", "subject"}
    if denying and parent and above > _UNKNOWN:
        score = parent.negated
    elif above == _UNKNOWN and cue.scope == "condition":
        score = _UNKNOWN
    elif above <= _UNKNOWN or (at and cue.scope == "infinitive" and reading.tokens[at - 1].low == "not"):
        score = cue.negated
    else:
        score = min(above, cue.affirmed)
    used[at] = cue
    _paint(reading, scope, score, at)


def _paint(reading: Reading, scope: Range, score: float, at: int) -> None:
    """Set the scores in a scope, except where a definite noun phrase presupposes what it names.

    What a denied verb has after a preposition is neither stated nor denied ("did not comment on a report").
    """
    seen = presupposed = after = False
    for i in range(*scope):
        low, kind = reading.tokens[i].low, reading.tokens[i].kind
        if seen and low in _DEFINITE:
            presupposed = True
        elif presupposed and (
            (low in PREPOSITIONS and low != "of") or low == "to" or kind == "p" or low in AUXILIARIES
        ):
            presupposed = False
        if seen and low in PREPOSITIONS and low != "of":
            after = True
        elif kind in "wCn" and i != at and low not in SUBORDINATORS:
            seen = True
        if not presupposed:
            reading.scores[i] = _UNKNOWN if after and score < 0 else score
            reading.cues[i] = at


def _governed(tokens: list[Token], i: int) -> tuple[CertaintyCue, Range, int] | None:
    """Return the cue that governs the infinitive after the "to" at i, its scope, and the token that it stands under."""
    if not is_infinitive(tokens, i):
        return None
    scope = i + 1, clause_end(tokens, i + 1)
    cues = load_certainty_cues()
    for j in range(i - 1, max(i - 1 - _REACH, -1), -1):
        low = tokens[j].low
        if tokens[j].kind == "p" and low not in {"“", "”", '"'}:
            break
        if low in cues.governors and (j == i - 1 or low not in cues.adjacent):
            return cues.governors[low], scope, j
    return _PURPOSE, scope, max(i - 1, 0)


def _clause(tokens: list[Token], i: int) -> Range | None:
    """Return the scope of a modal, a negation or an adverb: from it to the end of its clause."""
    before = tokens[i - 1].low if i else ""
    after = tokens[i + 1].low if i + 1 < len(tokens) else ""
    noun = tokens[i].low in _NOMINAL and (before in DETERMINERS or before == "of")
    month = tokens[i].low == "may" and tokens[i + 1 : i + 2] and tokens[i + 1].kind == "n"
    adjective = tokens[i].low == "likely" and (after == "to" or before in DETERMINERS)
    if noun or month or adjective or after == "only":
        return None
    return i, clause_end(tokens, i + 1)


def _subject(tokens: list[Token], i: int) -> Range | None:
    """Return the scope of "no": the clause that it opens as the subject, else what follows it."""
    if i + 1 < len(tokens) and tokens[i + 1].low in _COMPARED:
        return (i, clause_end(tokens, i + 2)) if tokens[i + 1].low in {"longer", "later"} else None
    opens = not i or tokens[i - 1].kind in "pq" or tokens[i - 1].low in SUBORDINATORS | COORDINATORS
    verb = next_finite(tokens, i + 1, across=tokens[i].low == "neither") if opens else None
    return i, clause_end(tokens, verb + 1 if verb else i + 1)


def _condition(tokens: list[Token], i: int) -> Range | None:
    """Return the scope of a condition: to the comma ("as if" and "even if" open none)."""
    return None if i and tokens[i - 1].low in {"as", "even"} else (i, condition_end(tokens, i + 1))


def _phrase(tokens: list[Token], i: int) -> Range | None:
    """Return the scope of an adjective: the noun phrase after it."""
    return i + 1, phrase_end(tokens, i + 1)


def _preposition(tokens: list[Token], i: int) -> Range | None:
    """Return the scope of a word that takes a preposition: what follows "for" in "calls for"."""
    if i + 2 >= len(tokens) or tokens[i + 1].low not in _LINKS:
        return None
    if tokens[i + 1].low == "that":
        return i + 1, condition_end(tokens, i + 2)
    return i + 2, clause_end(tokens, i + 2, verb_follows=False)


def _complement(tokens: list[Token], i: int) -> Range | None:
    """Return the scope of a verb that takes a clause: "that" and a clause, or a clause alone."""
    if i + 1 >= len(tokens):
        return None
    following = tokens[i + 1]
    clause = following.low in _CLAUSE_OPENERS or following.low in SUBJECT_PRONOUNS
    if not clause and (following.low in DETERMINERS or following.kind == "C"):
        clause = any(finite_here(tokens, j) for j in range(i + 2, min(i + 1 + _FEWEST_FINITE, len(tokens))))
    return (i + 1, condition_end(tokens, i + 1)) if clause else None


def _object(tokens: list[Token], i: int) -> Range | None:
    """Return the scope of a verb that takes an object: what follows, up to an infinitive."""
    if tokens[i].kind != "w" or i + 1 >= len(tokens) or tokens[i + 1].low == "to" or tokens[i + 1].kind not in "wCn":
        return None
    end = clause_end(tokens, i + 1, verb_follows=False)
    return i + 1, next((j for j in range(i + 1, end) if tokens[j].low == "to"), end)


_FINDERS = {
    "clause": _clause,
    "subject": _subject,
    "condition": _condition,
    "phrase": _phrase,
    "preposition": _preposition,
    "complement": _complement,
    "object": _object,
}
