"""One article as the fact modules read it, and what they find in it.

Named tuples, because a batch has a million of them and frozen dataclasses take three times as long to make.
"""

from datetime import datetime
from typing import NamedTuple


class Block(NamedTuple):
    """One kept paragraph or one sentence of an article, as the fact modules read it."""

    id: str
    start: int
    end: int
    kind: str = "body"
    speaker: str | None = None
    paragraph: int = 0


class Article(NamedTuple):
    """One article as the fact modules read it: raw text, kept paragraphs, and their sentences in reading order."""

    id: str
    text: str
    published_at: datetime | None
    paragraphs: tuple[Block, ...]
    sentences: tuple[Block, ...]


class Fact(NamedTuple):
    """One extracted fact: its kind, its span in the article's text, the rule that found it, and its kind's columns."""

    kind: str
    start: int
    end: int
    rule: str
    confidence: float
    fields: dict[str, object]


class Claim(NamedTuple):
    """One clause that states something checkable; `source` is the attribution that carries it, where there is one."""

    start: int
    end: int
    certainty: str
    certainty_score: float
    polarity: str
    conditional: bool
    is_headline: bool
    as_of: datetime | None
    source: Fact | None
