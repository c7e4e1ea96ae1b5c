"""Interview turns: paragraphs that open with the label of the person who speaks."""

import re
from collections import Counter
from dataclasses import dataclass

# A name or role of up to seven words before a colon, plain or in the ** of Markdown.
_NAME = r"[^\W\d_][\w.'’-]*(?: [\w.'’&/-]+){0,6}"
_LABEL = re.compile(rf"(?:\*\*(?P<bold>{_NAME})\s*(?::\*\*|\*\*\s*:)|(?P<plain>{_NAME})\s*:)(?!//|\d)\s*")
_MARK = re.compile(r"\*\*(?P<bold>[QA])\s*(?::\*\*|\*\*\s*:)\s*(?=\S)|(?P<plain>[QA])\s*[:.]\s+(?=\S)")
# An interview asks in every second turn; a round table less often, a list of properties hardly ever.
_TURNS_PER_QUESTION = 6
# A round table; more labels than that head the entries of a list. Each speaker may have a long and a short form.
_MOST_SPEAKERS = 12
_FIRST_PERSON = re.compile(r"\b(?:I|I['’]\w+|we|We|my|My|our|Our|me|us)\b")


@dataclass(frozen=True, slots=True)
class _Label:
    """The label that opens a paragraph: the speaker, its length, and whether Q or A marks it as a label."""

    name: str
    length: int
    marked: bool


def find_turns(contents: list[str]) -> dict[int, tuple[str, int]]:
    """Return {index: (speaker, length of the label)} for the paragraphs of an interview; the length may be 0."""
    labels = {i: label for i, content in enumerate(contents) if (label := _label(content))}
    counts = Counter(_key(label.name) for label in labels.values())
    recurring = {key for key, count in counts.items() if count > 1}
    shared = {word for label in labels.values() if _key(label.name) in recurring for word in _telling_words(label.name)}
    # A full name and role comes once and its short form again; a label that never comes back is a heading's first half.
    labels = {
        i: label
        for i, label in labels.items()
        if label.marked or _key(label.name) in recurring or shared.intersection(_telling_words(label.name))
    }
    # Two speakers or more, one of whom asks: anything else is a recurring note ("Update: …") or a list of properties.
    asked = sum("?" in contents[i] for i in labels)
    if not (
        asked * _TURNS_PER_QUESTION >= len(labels)
        and 2 <= len({_key(label.name) for label in labels.values()}) <= _MOST_SPEAKERS
    ):
        return {}
    return _with_continuations(contents, {i: (label.name, label.length) for i, label in labels.items()})


def _telling_words(name: str) -> list[str]:
    """Return the words of a label that tell speakers apart; four letters leave out titles and "the"."""
    return [word for word in re.findall(r"\w+", name.lower()) if len(word) >= 4]


def _label(content: str) -> _Label | None:
    """Return the label that opens a paragraph."""
    mark = _MARK.match(content)
    found = _LABEL.match(content, mark.end() if mark else 0)
    # Behind a Q or A only a name in bold is a label; anything else is what was said.
    if mark and not (found and found["bold"]):
        return _Label(mark["bold"] or mark["plain"], mark.end(), marked=True)
    if not found or found.end() == len(content):
        return None
    name = found["bold"] or found["plain"]
    # A label is set off by capitals somewhere; "the result:" is the start of a sentence.
    if not any(word[:1].isupper() for word in name.split()):
        return None
    return _Label(_spaced(name), found.end(), marked=mark is not None)


def _spaced(name: str) -> str:
    """Give a glued title its blank back: "Dr.Quill" reads "Dr. Quill"."""
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
