"""Stretches of one certainty: how sure the text is of each word of a sentence with a cue such as "may" or "not"."""

from collections.abc import Iterator, Sequence

from samestory.article import Article, Claim, Fact
from samestory.facts.certainty import level
from samestory.facts.phrases import Range
from samestory.facts.scopes import Reading, read_certainty
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
    """Return the stretches of an article's sentences in reading order; none overlaps another or the edge of a claim.

    A sentence without a cue has none: all of it is asserted.
    """
    edges = frozenset(edge for claim in claims for edge in (claim.start, claim.end))
    return [_fact(reading, stretch) for reading in readings for stretch in _stretches(reading, edges)]


def _stretches(reading: Reading, edges: frozenset[int]) -> Iterator[Range]:
    """Yield the runs of tokens with equal scores that hold a word, without punctuation at their edges."""
    tokens, scores = reading.tokens, reading.scores
    start = 0
    for i in range(1, len(scores) + 1):
        if i < len(scores) and scores[i] == scores[start] and not {tokens[i].start, tokens[i - 1].end} & edges:
            continue
        inside = [j for j in range(start, i) if tokens[j].kind in "wCn"]
        if inside:
            yield inside[0], inside[-1] + 1
        start = i


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
