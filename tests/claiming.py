"""Sentences as articles, for the tests of claims."""

from datetime import datetime

from samestory.article import Article, Block, Claim
from samestory.facts import claims, quotations
from samestory.facts.certainties import read_sentences

PUBLISHED = datetime(2024, 3, 9, 8)


def article(*sentences: str, kind: str = "body") -> Article:
    """Build an article of one paragraph from its sentences."""
    text = " ".join(sentences)
    blocks, position = [], 0
    for sentence in sentences:
        blocks.append(Block(f"s{position}", position, position + len(sentence), kind=kind))
        position += len(sentence) + 1
    return Article("a1", text, PUBLISHED, (Block("p0", 0, len(text), kind=kind),), tuple(blocks))


def state(*sentences: str, kind: str = "body") -> list[tuple[str, Claim]]:
    """Return the claims of some sentences with their texts."""
    read = article(*sentences, kind=kind)
    found = claims.find(read, quotations.find(read), read_sentences(read))
    return [(read.text[claim.start : claim.end], claim) for claim in found]


def only(sentence: str) -> Claim:
    """Return the one claim of a sentence."""
    ((_, claim),) = state(sentence)
    return claim
