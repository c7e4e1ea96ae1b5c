"""What several fact modules need of the text itself."""

import re
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

Answer = TypeVar("Answer")

# Characters; what is longer is a list, a table or code, and no rule of grammar reads it.
LONGEST_SENTENCE = 5000
# A day's news has some fifty thousand different words.
_MOST_WORDS = 1 << 16


class Known(dict[str, Answer], Generic[Answer]):
    """What a function says of a word, remembered: `known[word]` costs a third of a call that functools caches.

    When more words are known than a day's news has, all are forgotten, so that memory does not grow.
    """

    def __init__(self, ask: Callable[[str], Answer]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, word: str) -> Answer:
        if len(self) >= _MOST_WORDS:
            self.clear()
        answer = self[word] = self._ask(word)
        return answer


def fold(text: str) -> str:
    """Return the text in lower case with every offset kept: a letter whose lower case is longer stays as it is."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def word_list(words: str) -> list[str]:
    """Return the words of a string, in order; tables of words read better as running text."""
    return words.split()


def word_set(words: str) -> frozenset[str]:
    """Return the set of the words of a string."""
    return frozenset(words.split())


def any_word(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest that fits: a tree of letters, each of which is read once.

    An alternation tries word after word at each place, and takes five times as long for a hundred of them.
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        by_letter.setdefault(word[:1], []).append(word[1:])
    ends = by_letter.pop("", None) is not None
    branches = [re.escape(letter) + any_word(rest) for letter, rest in by_letter.items()]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)})" + ("?" if ends else "")
