"""Whether content is of the kind that its cue can introduce: a clause, a thing, an infinitive, a quotation."""

from samestory.facts.frames import Frame
from samestory.facts.grammar import NEGATIONS, PREPOSITIONS, RELATIVES, is_finite, words
from samestory.facts.phrases import Range, is_adverb, starts_noun_phrase
from samestory.facts.sources import can_make_known
from samestory.facts.tokens import Token

# What these verbs say of developments and events is the writer's own inference.
_INFERENCES = words("suggest indicate reveal underscore underline highlight show demonstrate confirm corroborate add")
# Verbs whose content may be a thing instead of a clause ("acknowledged talks with the rebels").
_WITH_THINGS = words(
    """acknowledge announce confirm deny emphasize emphasise stress report reiterate suggest predict admit allege
    indicate reveal note mention disclose underscore boast lament warn complain insist argue propose cite concede
    clarify"""
)
# Verbs that mean saying only with a quotation: a plan is countered, a photograph posted.
_QUOTING = words("counter charge comment blog post answer")
# Tokens: "said a short prayer", "say the same of them" are shorter.
_CLAUSE_LENGTH = 5
# Verbs of doing whose content may be nothing but a thing ("rejected the offer").
_OF_THINGS = words("cite propose reject dismiss")
# A word, a law or a sign may refer to something, too.
_ALLUSIONS = words("refer allude")
_QUESTION_STARTS = words("whether if why how what who")
_CLAUSE_STARTS = words(
    "there if when how what why whether where who of about against for to although while because neither nobody none"
)


def _has_clause(inside: list[Token]) -> bool:
    """Tell whether there is a finite verb before any relative clause; "they want" has one on no word's face."""
    if len(inside) > 1 and inside[0].low in {"he", "she", "they", "we", "i"} and inside[1].kind == "w":
        return True
    for i, token in enumerate(inside):
        if token.low in {"who", "which", "whose"} and i:
            return False
        if is_finite(token.low):
            return True
    return False


def suits(tokens: list[Token], frame: Frame, pieces: tuple[Range, ...]) -> bool:
    """Tell whether the content is one that the cue can introduce; a quotation always is."""
    inside = [token for first, stop in pieces for token in tokens[first:stop]]
    before = pieces[0][1] <= frame.first
    quoted = any(token.kind == "q" for token in inside) and frame.kind != "deed"
    return quoted or (
        frame.lemma not in _QUOTING
        and (
            (before and any(is_finite(token.low) for token in inside)) or _follows(tokens, frame, pieces[0][0], inside)
        )
    )


def _follows(tokens: list[Token], frame: Frame, first: int, inside: list[Token]) -> bool:
    """Tell whether content without quotation marks may follow the cue, by the class of the cue."""
    opening = tokens[first]
    marked = first > 0 and tokens[first - 1].low == "that"
    known = can_make_known(tokens, frame.source)
    if frame.kind == "direct" and frame.lemma == "call" and tokens[frame.cue[1] - 1].low in {"for", "on"}:
        return len(inside) >= 2 and starts_noun_phrase(opening)
    if frame.kind == "direct":
        asked_to = opening.low == "to" and first > frame.last  # somebody: "asked to be left alone" says nothing
        return frame.lemma == "ask" and (asked_to or opening.low in _QUESTION_STARTS)
    if frame.kind == "opinion":
        stated = marked or (starts_noun_phrase(opening) and not frame.participle)
        return _has_clause(inside) and stated and opening.low != "to"
    if frame.kind == "evidence" or (frame.lemma in _INFERENCES and not known):
        return known and (marked or len(inside) >= 2)
    if frame.kind in {"view", "act", "deed", "judgement"}:
        return _does(frame, inside, marked, known)
    return len(inside) >= 2 and _says(tokens, frame, inside, marked)


def is_linked(inside: list[Token]) -> bool:
    """Tell whether content goes on from a thing or a person with what is said of it ("the crew of theft")."""
    linked = any(token.low in {"to", "of", "for"} for token in inside[:8])
    return linked or any(token.low == "that" for token in inside[1:8])  # "that number" is a thing


def _does(frame: Frame, inside: list[Token], marked: bool, known: bool) -> bool:
    """Tell whether content may follow a cue by which something is done: a thing, a person, an infinitive."""
    opening = inside[0]
    if frame.kind == "view":
        return any(token.low == "as" for token in inside[1:7])
    if frame.kind == "judgement":
        return len(inside) >= 2 and starts_noun_phrase(opening) and (known or frame.lemma not in _ALLUSIONS)
    if frame.kind == "act":
        thing = frame.lemma in _OF_THINGS and len(inside) >= 2 and starts_noun_phrase(opening)
        return thing or (len(inside) >= 3 and (marked or is_linked(inside)))
    # "Ordered the crew to leave"; what is offered to somebody, or refused, is no statement.
    bidden = frame.lemma == "order" and starts_noun_phrase(opening) and any(token.low == "to" for token in inside[1:6])
    return len(inside) >= 3 and (marked or opening.low == "to" or bidden)


def _says(tokens: list[Token], frame: Frame, inside: list[Token], marked: bool) -> bool:
    """Tell whether content may follow a verb of saying: a clause, or a thing where the verb takes one."""
    opening, clause, before = inside[0], _has_clause(inside), tokens[frame.first - 1].low if frame.first else ""
    gerund = opening.low.endswith("ing") and opening.low not in NEGATIONS
    started = marked or starts_noun_phrase(opening) or opening.low in _CLAUSE_STARTS or gerund
    # "As Torv said, last year the gate was open": no thing follows that.
    started = started or (clause and ((is_adverb(opening) and frame.lemma == "say") or before == "as"))
    spoken = opening.low in PREPOSITIONS and clause and frame.lemma in {"say", "tell"}
    # "A dam that engineers say is safe": the relative pronoun stands for the subject of what they say.
    relative = is_finite(opening.low) and before in RELATIVES | {"what"}
    # A verb in the present is told from a noun by nothing but its place, and "say" takes no thing of that length.
    present = frame.lemma == "say" and len(inside) >= _CLAUSE_LENGTH
    return spoken or relative or (started and (clause or marked or present or frame.lemma in _WITH_THINGS))
