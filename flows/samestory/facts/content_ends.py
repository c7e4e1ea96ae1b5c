"""Where the content of a frame must end: the sentence, the next frame, or where the writer speaks again."""

from samestory.facts.addressees import addressee_of, is_dated
from samestory.facts.frames import Frame
from samestory.facts.grammar import SUBJECT_PRONOUNS, TIME_WORDS, is_finite, words
from samestory.facts.phrases import finite_here, starts_noun_phrase
from samestory.facts.tokens import Token

_CONTRASTS = words("but though although whereas")
_FRONTED = words("while as if when after before although though because since once")
_GOING_ON = SUBJECT_PRONOUNS | words("this these that those there only all")


def landing_of(tokens: list[Token], frame: Frame, limit: int) -> int:
    """Return where a frame ends that also says to whom and when ("a clerk told the Post on Monday")."""
    at = frame.last
    if frame.kind == "tell" and (addressee := addressee_of(tokens, at, limit)):
        at = addressee[1]
    while at < limit and tokens[at].low in TIME_WORDS | {"on", "this"} and is_dated(tokens, at):
        at += 1
    # "As Torv reported a few days later".
    return next((i + 1 for i in range(at, min(at + 4, limit)) if tokens[i].low in {"ago", "later", "earlier"}), at)


def limit_of(tokens: list[Token], frames: list[Frame], n: int) -> int:
    """Return where the content of frame n must end: the sentence, a semicolon, or a frame set off by a comma."""
    frame = frames[n]
    ends = (_end_before(tokens, frame, other) for other in frames[n + 1 :])
    limit = next((end for end in ends if end is not None), len(tokens))
    said_from = landing_of(tokens, frame, limit) if _is_within(tokens, frame) else limit
    if said_from < limit and tokens[said_from].low == ",":  # "As Torv said, …": the main clause is what he said
        said_from = limit
    for i in range(frame.last, limit):
        if tokens[i].low == ";" or (tokens[i].low == "," and i + 1 < limit and _turns_away(tokens, i + 1)):
            return i
        if tokens[i].low == '".' and tokens[i + 1 : i + 2] and tokens[i + 1].low.endswith("ing"):
            return i + 1  # a quotation with a comma of its own: "…,” suggesting that"
        if tokens[i].low == "," and _thing_ends(tokens, frame.last, i, limit):
            return i
        if i > said_from and tokens[i].low == "," and _main_clause_at(tokens, i + 1, limit, frame):
            return i
    return limit


def _end_before(tokens: list[Token], frame: Frame, other: Frame) -> int | None:
    """Return where the content of a frame ends before another one, if that stands apart from it."""
    first = other.cue[0] if other.participle else other.first
    while first > frame.last and tokens[first - 1].low in {"and", "but", "while", "as", "though", "although"}:
        first -= 1
    if first - 1 > frame.last and tokens[first - 1].low in {",", ";", "-", "—", "–"}:
        return first - 1
    # A second verb of the same subject: "denies that it was warned and blames the rain".
    verb = other.cue[0]
    joined = verb > frame.last and tokens[verb - 1].low in {"and", "but"} and other.source == frame.source
    return verb - 1 if joined else None


def _thing_ends(tokens: list[Token], first: int, i: int, limit: int) -> bool:
    """Tell whether a comma ends a thing that was shown or announced: "and" and a clause of the writer's follow."""
    if i + 3 >= limit or tokens[i + 1].low != "and" or not starts_noun_phrase(tokens[i + 2]):
        return False
    thing = i > first and all(token.kind in "wCn" and not is_finite(token.low) for token in tokens[first:i])
    stop = next((j for j in range(i + 2, limit) if tokens[j].low == ","), limit)
    return thing and any(finite_here(tokens, j) for j in range(i + 3, stop))


def _is_within(tokens: list[Token], frame: Frame) -> bool:
    """Tell whether a frame opens the sentence as a side clause or describes a noun, with the main verb to come."""
    first = frame.first
    if frame.inverted or frame.participle:
        return False
    if tokens[first].low in {"who", "which"}:
        return True
    return (
        first > 0 and tokens[first - 1].low in _FRONTED and (first == 1 or tokens[first - 2].low in {",", "and", "but"})
    )


def _main_clause_at(tokens: list[Token], i: int, limit: int, frame: Frame) -> bool:
    """Tell whether the main clause goes on after a comma: its verb, or after a fronted clause its subject and verb."""
    if i >= limit:
        return False
    if tokens[frame.first].low in {"who", "which"}:
        return finite_here(tokens, i)
    stop = next((j for j in range(i, limit) if tokens[j].low == ","), limit)
    return starts_noun_phrase(tokens[i]) and any(finite_here(tokens, j) for j in range(i + 1, stop))


def _turns_away(tokens: list[Token], i: int) -> bool:
    """Tell whether the writer speaks again from a conjunction on: "but" with a subject of its own, no pronoun."""
    following = tokens[i + 1] if i + 1 < len(tokens) else tokens[i]
    goes_on = tokens[i].low == "but" and (following.low in _GOING_ON or not starts_noun_phrase(following))
    return tokens[i].low in _CONTRASTS and not goes_on
