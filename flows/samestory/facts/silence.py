"""Missing answers: somebody declined to comment, did not respond, has yet to explain."""

from samestory.facts.frames import Frame
from samestory.facts.grammar import NEGATIONS, words
from samestory.facts.phrases import subject_before
from samestory.facts.tokens import Token
from samestory.facts.verbs import verb_group

_DECLINES = words("declined declines declining refused refuses refrained refrains")
_SPEAKING = words(
    "comment commenting discuss discussing answer answering say elaborate elaborating respond responding speak"
    " speaking explain explaining confirm confirming clarify"
)
_REPLIES = words("respond reply comment answer return")
_GIVES = words("offer give provide issue make release publish comment respond explain answer say confirm clarify")
_REQUESTS = words("request requests call calls question questions email emails message messages inquiry inquiries")
# How far the verb of speaking may stand from "declined": "declined to publicly comment".
_REACH = 4
_MAIN_WORDS = frozenset({*_DECLINES, *_REPLIES, "yet"})


def find_silences(tokens: list[Token]) -> list[Frame]:
    """Return a frame for every missing answer; its cue holds the refusal, what it leaves unsaid is the content."""
    frames = []
    for i in (i for i, token in enumerate(tokens) if token.low in _MAIN_WORDS and i):
        group = _refusal(tokens, i)
        source = subject_before(tokens, group[0]) if group else None
        if group and source:
            frames.append(Frame("silence", "decline", group, source))
    return frames


def _refusal(tokens: list[Token], i: int) -> tuple[int, int] | None:
    """Return the range of a refusal to speak whose main word is at token i."""
    low = tokens[i].low
    following = [token.low for token in tokens[i + 1 : i + 1 + _REACH]]
    if low in _DECLINES and following[:1] in (["to"], ["from"]):
        said = next((n for n, word in enumerate(following) if word in _SPEAKING), None)
        return (verb_group(tokens, i), i + 2 + said) if said else None
    if low == "yet" and following[:1] == ["to"] and following[1:2] and following[1] in _GIVES:
        return verb_group(tokens, i), i + 2
    if low in _REPLIES and i:
        first = verb_group(tokens, i)
        negated = any(token.low in NEGATIONS or token.low.endswith("n't") for token in tokens[first:i])
        asked = any(token.low in _REQUESTS for token in tokens[i + 1 : i + 9])
        return (first, i + 1) if negated and asked else None
    return None
