"""What a frame of attribution says: the ranges of tokens that are its content, and the one it was said to."""

from typing import NamedTuple

from samestory.facts.addressees import addressee_of, skip_adverbials
from samestory.facts.content_ends import landing_of, limit_of
from samestory.facts.fitting import suits
from samestory.facts.frames import Frame
from samestory.facts.grammar import (
    PREPOSITIONS,
    TIME_WORDS,
    is_finite,
    words,
)
from samestory.facts.phrases import Range, is_adverb, starts_noun_phrase
from samestory.facts.phrases_after import bare_phrase_after
from samestory.facts.tokens import Token

_NAMING = words("call describe label brand dub term")
_TIMES = TIME_WORDS | words("that this on")


class Content(NamedTuple):
    """The content of a frame: its pieces, the addressee, and the source where it is less than the frame took it for."""

    pieces: tuple[Range, ...]
    addressee: Range | None = None
    source: Range | None = None


def content_of(tokens: list[Token], frames: list[Frame], n: int, floor: int) -> Content | None:
    """Return the content of frame n; `floor` is where the content of the frames before ends."""
    frame = frames[n]
    limit = limit_of(tokens, frames, n)
    if frame.kind == "according":
        return _according(tokens, frame, floor, limit)
    landing = landing_of(tokens, frame, limit)
    resumed = landing < limit and _resumes(tokens, landing)
    said = landing >= limit or resumed or (landing == limit - 1 and tokens[landing].low == ".")
    as_said = said and frame.first > 0 and tokens[frame.first - 1].low == "as"
    first = frame.first - as_said
    after, addressee = (None, None) if as_said else _after(tokens, frame, limit)
    parted = first > floor and (
        tokens[first - 1].low in {",", "?", "!", ".", "—", "–"} or tokens[first - 1].kind == "q"
    )
    if parted and after and not resumed and _before(tokens, floor, first) and _is_adverbial(tokens, after, first):
        after = None
    verb_follows = frame.last + 1 < limit and tokens[frame.last].low == "," and is_finite(tokens[frame.last + 1].low)
    if parted and verb_follows and tokens[first - 1].kind != "q":
        return _around(tokens, (floor, first), (frame.last, limit))
    before = None
    quoted = tokens[first - 1].kind == "q"
    if parted and not frame.participle and (after is None or quoted or resumed):
        before = _before(tokens, floor, first)
    if as_said and before is None and landing < limit and tokens[landing].low == ",":
        after = _trimmed(tokens, landing + 1, limit)
    if after and before and _is_setting(tokens, before, after):
        before = None
    if after and before and not _piece_follows(tokens, frame, after):
        after = None
    pieces = tuple(piece for piece in (before, after) if piece)
    return Content(pieces, addressee) if pieces and suits(tokens, frame, pieces) else None


def _around(tokens: list[Token], left: Range, right: Range) -> Content | None:
    """Return the two pieces of a clause that the frame parts into subject and verb ("The trouble, he said, is …")."""
    lead, rest = _trimmed(tokens, *left), _trimmed(tokens, *right)
    return Content((lead, rest)) if lead and rest else None


def _trimmed(tokens: list[Token], first: int, stop: int) -> Range | None:
    """Return the range without punctuation at its ends."""
    while first < stop and tokens[first].kind == "p" and tokens[first].low in {",", ":", "-", "–", "—", "."}:
        first += 1
    while (
        stop > first
        and tokens[stop - 1].kind == "p"
        and tokens[stop - 1].low in {",", ":", ".", "!", "?", "—", "–", ";"}
    ):
        stop -= 1
    return (first, stop) if first < stop else None


def _resumes(tokens: list[Token], i: int) -> bool:
    """Tell whether the sentence goes on after a frame in its middle: with a comma or a quotation."""
    return i < len(tokens) and (tokens[i].low in {",", ":"} or tokens[i].kind == "q")


def _is_adverbial(tokens: list[Token], after: Range, first: int) -> bool:
    """Tell whether what follows "…, he said" only says where, when or to whom, since what he said stands before."""
    inside = tokens[after[0] : after[1]]
    if any(token.kind == "q" for token in inside):
        return False
    opening = inside[0].low in PREPOSITIONS or inside[0].low in TIME_WORDS or is_adverb(inside[0])
    return tokens[first - 1].kind == "q" or (opening and tokens[after[0] - 1].low != "that")


def _piece_follows(tokens: list[Token], frame: Frame, after: Range) -> bool:
    """Tell whether what follows a frame in the middle is a second piece: a quotation, or a clause after a comma."""
    if tokens[after[0]].kind == "q" or tokens[frame.first - 1].kind == "q":
        return tokens[after[0]].kind == "q"
    clause = any(is_finite(token.low) for token in tokens[after[0] : after[1]])
    return clause and not frame.inverted and tokens[frame.last].low == "," and not tokens[after[0]].low.endswith("ing")


def _is_setting(tokens: list[Token], before: Range, after: Range) -> bool:
    """Tell whether what stands before a frame and its quotation only says when or where ("On Monday, he said “…”")."""
    plain = all(token.kind != "q" for token in tokens[slice(*before)])
    return plain and tokens[after[0]].kind == "q" and not starts_noun_phrase(tokens[before[0]])


def _before(tokens: list[Token], floor: int, first: int) -> Range | None:
    """Return the content that stands before the frame: a clause, or quotations."""
    found = _trimmed(tokens, floor, first)
    if found is None:
        return None
    inside = tokens[found[0] : found[1]]
    # "Asked whether she would resign, she said no": the question is the writer's.
    if inside[0].low == "asked" and inside[-1].kind != "q":
        return None
    stated = any(token.kind == "q" or is_finite(token.low) for token in inside)
    return found if stated and (len(inside) >= 3 or any(token.kind == "q" for token in inside)) else None


def _after(tokens: list[Token], frame: Frame, limit: int) -> tuple[Range | None, Range | None]:
    """Return the content that follows the frame, and the addressee."""
    first, addressee = frame.last, None
    if frame.inverted:
        first = skip_adverbials(tokens, first, limit)
        quoted = first < limit and tokens[first].kind == "q"
        return _trimmed(tokens, first, limit) if quoted or _resumes(tokens, frame.last) else None, None
    if frame.kind == "tell" or (frame.lemma == "ask" and first < limit and tokens[first].kind != "q"):
        addressee = addressee_of(tokens, first, limit)
        first = addressee[1] if addressee else first
    if frame.lemma not in _NAMING:  # what is called something is part of what is said of it
        first = skip_adverbials(tokens, first, limit)
    if first + 3 < limit and tokens[first].low == "that":  # "rejected that number" goes on no further
        first += 1
    if first + 2 < limit and tokens[first].kind == "q" and tokens[first + 1].low in {"and", "but"}:
        # What the speaker did next is the writer's again.
        limit = first + 1 if is_finite(tokens[first + 2].low) else limit
    if first < limit and tokens[first].low == '".':
        # What follows a quoted clause is the writer's again, unless it is one more quotation.
        limit = next((i for i in range(first, limit) if tokens[i].kind not in "qp"), limit)
    return _trimmed(tokens, first, limit), addressee


def _according(tokens: list[Token], frame: Frame, floor: int, limit: int) -> Content | None:
    """Return the content of "according to": the clause after it at the start of a sentence, else the one before."""
    found = None
    before = _before(tokens, floor, frame.first)
    resumed = frame.last < limit and tokens[frame.last].low == ","
    if before is None and not resumed and (bare := bare_phrase_after(tokens, frame.cue[1], loose=True)):
        # What looked like an apposition was the clause itself ("According to Smith, the crew that left …").
        frame, found = frame._replace(source=bare), bare
    opening = frame.first <= floor or all(
        token.low in {"but", "and", ",", "yet"} for token in tokens[floor : frame.first]
    )
    opening = opening or tokens[frame.first - 1].low == ":"
    last = next((i for i in range(frame.last, limit) if tokens[i].low not in _TIMES), limit)
    after = _trimmed(tokens, last, limit) if last < limit and tokens[last].low == "," else None
    if opening:
        return Content((after,), None, found) if after else None
    if before is None and after:
        lead = _trimmed(tokens, floor, frame.first)
        return Content((lead, after)) if lead else Content((after,))
    return Content((before,)) if before else None
