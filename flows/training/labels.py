"""Which lines of a flattened page are its article: the lines aligned with the gold body."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

_WORD = re.compile(r"\w+")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
# Words in common count in runs of three, so that "the" of a menu is none of the body's; whole lines may be shorter.
_RUN = 3


def shares(lines: Sequence[str], body: str) -> list[tuple[float, int]]:
    """Return for each line the share of its words that the body has in the same order, and how many words it has."""
    words = [_words(line) for line in lines]
    numbers: dict[str, int] = {}
    page = [numbers.setdefault(word, len(numbers)) for line in words for word in line]
    gold = [numbers.setdefault(word, len(numbers)) for word in _words(body)]
    run_of = [0] * len(page)
    for part in LCSseq.opcodes(page, gold):
        if part.tag == "equal":
            run_of[part.src_start : part.src_end] = [part.src_end - part.src_start] * (part.src_end - part.src_start)
    found = []
    at = 0
    for line in words:
        hits = sum(run >= min(_RUN, len(line)) for run in run_of[at : at + len(line)])
        found.append((hits / max(1, len(line)), len(line)))
        at += len(line)
    return found


def _words(text: str) -> list[str]:
    """Return the words of a text, each character of CJK a word."""
    return [part for word in _WORD.findall(text) for part in (word if _CJK.search(word) else [word])]
