"""Interview turns: the label that names the speaker, and what the turn says."""

import re
from typing import NamedTuple

from samestory.article import Block

_LABEL = re.compile(r"\s*(?:\*\*|__)?(?P<label>[^\W_][^:\n*_]{0,60}?)\s*:\s*(?:\*\*|__)?:?\s*")
_NAME_LABEL = re.compile(r"(?:\*\*|__)(?P<label>[^\W_][^:\n*_]{0,60}?)\s*(?::\s*(?:\*\*|__)|(?:\*\*|__)\s*:)\s*")
_VOCATIVE = re.compile(r"(?:\*\*|__)(?P<name>[^\n*_,]{2,40}),?(?:\*\*|__)\s*,?\s*")
_GLUED_TITLE = re.compile(r"\.(?=[^\W\d_])")
_QUESTION_LABELS = frozenset({"q", "question", "interviewer", "host", "editor", "moderator", "reporter"})
_ANSWER_LABELS = frozenset({"a", "answer"})


class Turn(NamedTuple):
    """One turn: label span, the name in the label, content span, role, and the one it addresses by name."""

    label: tuple[int, int]
    name: str
    start: int
    end: int
    role: str
    addressee: str | None


def read_turn(text: str, block: Block) -> Turn | None:
    """Return the turn of a paragraph of kind turn, or nothing when it has no label of its own."""
    match = _LABEL.match(text, block.start, block.end)
    if not match:
        return None
    name, content = match.group("label").strip(), match.end()
    generic = name.lower() in _QUESTION_LABELS | _ANSWER_LABELS
    if generic and (named := _NAME_LABEL.match(text, content, block.end)):
        name, match, content = named.group("label").strip(), named, named.end()
    asks = name.lower().split()[-1] in _QUESTION_LABELS
    vocative = _VOCATIVE.match(text, content, block.end) if asks else None
    addressee = vocative.group("name").strip() if vocative else None
    start = vocative.end() if vocative else content
    role = "question" if asks else "answer"
    return Turn(match.span("label"), _plain_name(name), start, block.end, role, addressee)


def _plain_name(name: str) -> str:
    """Return a label as a name: a space after a title, capitals at the start of its words."""
    spaced = _GLUED_TITLE.sub(". ", name)
    return " ".join(word[:1].upper() + word[1:] for word in spaced.split())
