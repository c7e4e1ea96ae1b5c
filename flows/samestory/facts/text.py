"""What several fact modules need of the text itself."""

# Characters; what is longer is a list, a table or code, and no rule of grammar reads it.
LONGEST_SENTENCE = 5000


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
