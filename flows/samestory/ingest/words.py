"""Word lists, written as text."""


def word_list(text: str) -> tuple[str, ...]:
    """Return the words of a text, in their order."""
    return tuple(text.split())
