"""Interview turns: paragraphs that open with the label of the person who speaks."""

import re
from collections import Counter

# A name or role of up to seven words before a colon, plain or in the ** of Markdown.
_NAME = r"[^\W\d_][\w.'’-]*(?: [\w.'’&/-]+){0,6}"
_LABEL = re.compile(
    rf"(?:\*\*(?P<mark>[QA])\s*:\*\*\s*)?(?:\*\*(?P<bold>{_NAME})\s*(?::\*\*|\*\*\s*:)|(?P<plain>{_NAME})\s*:)(?!//|\d)\s*"
)
_MARK = re.compile(r"\*\*(?P<mark>[QA])\s*(?::\*\*|\*\*\s*:)\s*|(?P<plain>[QA])\s*[:.]\s+(?=\S)")
_FIRST_PERSON = re.compile(r"\b(?:I|I['’]\w+|we|We|my|My|our|Our|me|us)\b")


def find_turns(contents: list[str]) -> dict[int, tuple[str, int]]:
    """Return {index: (speaker, length of the label)} for the paragraphs of an interview; the length may be 0."""
    labels = {i: label for i, content in enumerate(contents) if (label := _label(content))}
    counts = Counter(_key(name) for name, _ in labels.values())
    recurring = {key for key, count in counts.items() if count > 1}
    shared = {word for name, _ in labels.values() if _key(name) in recurring for word in _telling_words(name)}
    # A full name and role comes once and its short form again; a label that never comes back is a heading's first half.
    labels = {i: v for i, v in labels.items() if _key(v[0]) in recurring or shared.intersection(_telling_words(v[0]))}
    # Two speakers: anything less is a recurring note ("Update: …") and not a conversation.
    if len({_key(name) for name, _ in labels.values()}) < 2:
        return {}
    return _with_continuations(contents, labels)


def _telling_words(name: str) -> list[str]:
    """Return the words of a label that tell speakers apart; four letters leave out titles and "the"."""
    return [word for word in re.findall(r"\w+", name.lower()) if len(word) >= 4]


def _label(content: str) -> tuple[str, int] | None:
    """Return the speaker and the length of the label that opens a paragraph."""
    if match := _LABEL.match(content):
        name = match["bold"] or match["plain"]
        # A label is set off by capitals somewhere; "the result:" is the start of a sentence.
        if any(word[:1].isupper() for word in name.split()) and match.end() < len(content):
            return _spaced(name), match.end()
    if match := _MARK.match(content):
        return match["mark"] or match["plain"], match.end()
    return None


def _spaced(name: str) -> str:
    """Give a glued title its blank back: "Dr.Petrova" reads "Dr. Petrova"."""
    return re.sub(r"(?<=\w\w)\.(?=\w)", ". ", name).strip()


def _key(name: str) -> str:
    """Return what makes two labels the same: their letters."""
    return re.sub(r"\W+", "", name.lower())


def _with_continuations(contents: list[str], labels: dict[int, tuple[str, int]]) -> dict[int, tuple[str, int]]:
    """Add paragraphs without a label that go on with a turn: between two turns, or in the first person at the end."""
    turns = dict(labels)
    first, last = min(labels), max(labels)
    for i in range(first + 1, len(contents)):
        if i in turns or i - 1 not in turns or len(contents[i]) <= 60:
            continue
        if i < last or _FIRST_PERSON.search(contents[i]):
            turns[i] = (turns[i - 1][0], 0)
    return turns
