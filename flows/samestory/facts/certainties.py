"""Stretches of a sentence that a cue such as "may" or "not" leaves more or less certain than the claim around them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from samestory.article import Article, Claim, Fact
from samestory.facts.certainty import level
from samestory.facts.phrases import Range
from samestory.facts.scopes import CERTAIN, Reading, read_certainty
from samestory.facts.text import LONGEST_SENTENCE
from samestory.facts.tokens import tokenise

# Share of judged words of the development half of the UW set whose level is the row's.
_CONFIDENCE = 0.7


def read_sentences(article: Article) -> list[Reading]:
    """Return the certainty of the tokens of each sentence; one too long to be a sentence has no tokens."""
    return [
        read_certainty(tokenise(article.text, block.start, block.end, []))
        if block.end - block.start <= LONGEST_SENTENCE
        else Reading([], [], [])
        for block in article.sentences
    ]


def find(readings: list[Reading], claims: Sequence[Claim]) -> list[Fact]:
    """Return the stretches of an article that are not as certain as the claim they stand in, in reading order.

    Outside claims, and in a sentence without a cue, what has no row is asserted. No stretch overlaps another or the
    edge of a claim.
    """
    edges = frozenset(edge for claim in claims for edge in (claim.start, claim.end))
    starts = [claim.start for claim in claims]
    facts = []
    for reading in readings:
        for stretch in _stretches(reading, edges):
            at = bisect_right(starts, reading.tokens[stretch[0]].start) - 1
            inside = at >= 0 and reading.tokens[stretch[1] - 1].end <= claims[at].end
            if reading.scores[stretch[0]] != (claims[at].certainty_score if inside else CERTAIN):
                facts.append(_fact(reading, stretch))
    return facts


def _stretches(reading: Reading, edges: frozenset[int]) -> Iterator[Range]:
    """Yield the runs of tokens with equal scores that hold a word, without punctuation at their edges."""
    tokens, scores = reading.tokens, reading.scores
    if not scores:
        return
    cuts = {i for i, (before, score) in enumerate(pairwise(scores), 1) if score != before}
    cuts |= {i for i, token in enumerate(tokens) if token.start in edges}
    cuts |= {i for i, token in enumerate(tokens, 1) if token.end in edges}
    for start, stop in pairwise(sorted(cuts | {0, len(scores)})):
        inside = [j for j in range(start, stop) if tokens[j].kind in "wCn"]
        if inside:
            yield inside[0], inside[-1] + 1


def _fact(reading: Reading, stretch: Range) -> Fact:
    """Return the row of a stretch with the cue of its first token."""
    start, stop = stretch
    score = reading.scores[start]
    at = reading.cues[start]
    cue = reading.tokens[at] if at >= 0 else None
    fields: dict[str, object] = {
        "cue": cue.low if cue else None,
        "cue_start": cue.start if cue else None,
        "cue_end": cue.end if cue else None,
        "certainty": level(score),
        "certainty_score": score,
    }
    span = reading.tokens[start].start, reading.tokens[stop - 1].end
    return Fact("certainty", *span, "scope" if cue else "outside", _CONFIDENCE, fields)
