"""What the tests of quotations share."""

import re

from samestory.article import Article, Block, Fact
from samestory.facts import quotations

_SENTENCE = re.compile(r"[^\n]+?(?:[.!?…][\"”’')]*(?=\s+[\"“‘(A-Z*])|$)", re.MULTILINE)


def article(text: str, kinds: dict[int, str] | None = None) -> Article:
    """Build an article whose lines are paragraphs; `kinds` names the kind of a line that is no body text."""
    paragraphs, sentences = [], []
    for n, line in enumerate(re.finditer(r"[^\n]+", text)):
        kind = (kinds or {}).get(n, "body")
        paragraphs.append(Block(f"p{n}", *line.span(), kind=kind, paragraph=n))
        for m in _SENTENCE.finditer(line.group()):
            start = line.start() + m.start() + len(m.group()) - len(m.group().lstrip())
            sentences.append(Block(f"s{start}", start, line.start() + m.end(), kind=kind, paragraph=n))
    return Article("a1", text, None, tuple(paragraphs), tuple(sentences))


def find(text: str, kinds: dict[int, str] | None = None) -> list[Fact]:
    """Return the quotations of a text."""
    return quotations.find(article(text, kinds))
