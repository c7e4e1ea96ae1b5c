"""Pages without blanks or full stops are read in time that grows with their length, whatever they repeat."""

import time
from datetime import datetime
from pathlib import Path

import pytest

from samestory.article import Article, Block
from samestory.facts import certainties, claims
from samestory.facts.extract import find_facts, load_references

_SEEDS = Path(__file__).parents[1] / "seeds"
REFERENCES = load_references(_SEEDS / "aliases.csv", _SEEDS / "sources.csv")
_FIGURES = ("1 ", "5-", "1,", "1,0", "1,000", "1.", "[1](", "$ ", "(", "\u00a0")
_WORDS = ("a-", "one ", "two hundred and ", "the ", "that ", "not ", "said ", "according to ", "“a” ", "' ")
_NAMES = ("Al-", "A&", "May ", "Mr Torv, ", "www.")
_SHORT, _LONG = 3_000, 24_000


def seconds_for(text: str) -> float:
    """Return the processor time in which the facts and claims of a text that is one sentence are found."""
    block = (Block("p", 0, len(text), "body"),)
    article = Article("a", text, datetime(2024, 12, 14), block, block)
    start = time.process_time()
    facts = find_facts(article, REFERENCES)
    claims.find(article, facts, certainties.read_sentences(article))
    assert all(fact.end <= len(text) for fact in facts)
    return time.process_time() - start


@pytest.mark.parametrize("piece", [*_FIGURES, *_WORDS, *_NAMES])
def test_what_repeats_is_read_in_linear_time(piece: str) -> None:
    short, long = (seconds_for(piece * (length // len(piece))) for length in (_SHORT, _LONG))
    # Eight times the text takes eight times as long, and sixty-four times where each place looks at all behind it.
    assert long < 24 * short + 0.1
