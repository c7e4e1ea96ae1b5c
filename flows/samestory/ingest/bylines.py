"""Who a text says wrote it: a line that is a byline, and nothing else."""

import re
from collections.abc import Sequence

from samestory.ingest.stamps import is_prose
from samestory.ingest.words import word_list

_BYLINE = re.compile(r"\W*(?:(?:written|words|story|report|reporting|text)\s+by|by|author)\b\s*:?\s*", re.IGNORECASE)
_END = re.compile(
    r"\s*[|·•(\[/<@]|\s+[–—-]\s+|\s+(?:in|for|at|from|on|with|is|covers|last|updated|published|follow|posted)\b"
    r"|(?:\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?)?\s*\d|;\s|(?-i:(?<=[a-z])(?=Published|Updated|Posted|Follow))",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+", re.IGNORECASE)
_PARTICLES = frozenset(
    word_list("de da di do dos du del della der den la le van von ter ten al el bin bint ibn abu y e of")
)
_LETTERS = re.compile(r"[^\W\d_][\w.'’-]*")
# Words of titles ("By the Numbers", "By Popular Demand"), days, and those that stand for nobody in particular.
_NOT_NAMES = frozenset(
    word_list(
        "the a an our your my their this that its his her all and or no not numbers popular demand design default"
        " accident land sea air road rail phone email mail post law hand chance far then now today yesterday"
        " tomorrow night week month year monday tuesday wednesday thursday friday saturday sunday january february"
        " september october november december staff admin editor editors editorial team desk newsroom guest"
        " contributor contributors reporter reporters correspondent writer writers author sponsored advertisement"
        " subscribing signing submitting clicking using continuing category date topic name region type price size"
        " case use industry role company brand product solution columnist director senior chief officer president"
        " manager specialist analyst producer associate professor bureau press news media times agency service"
        " network magazine"
    )
)
_MAX_CHARS = 120
_MAX_NAMES = 6


def find_author(lines: Sequence[str]) -> str | None:
    """Return the author whom a text, given by its lines that are not blank, names in a byline.

    The byline is the last one above the first paragraph, else the only one of the text.
    """
    first = next((i for i, line in enumerate(lines) if is_prose(line)), len(lines))
    found = [(i, author) for i, line in enumerate(lines) if (author := _author(line))]
    above = [author for i, author in found if i <= first]
    everywhere = {author for _, author in found}
    if above:
        return above[-1]
    return everywhere.pop() if len(everywhere) == 1 else None


def _author(line: str) -> str | None:
    """Return the names in a byline; None for a line that is none."""
    if len(line) > _MAX_CHARS or not (found := _BYLINE.match(line)):
        return None
    names = _names(line[found.end() :])
    return ", ".join(names) if 0 < len(names) <= _MAX_NAMES else None


def _names(text: str) -> list[str]:
    """Return the persons that a byline begins with; what follows a name, such as a role or a paper, is left out."""
    names: list[str] = []
    for piece in _BETWEEN.split(_END.split(text, maxsplit=1)[0].strip(" \t*_:,.")):
        if not is_person(piece):
            break
        names.append(_cased(piece))
    return names


def is_person(text: str) -> bool:
    """Tell a text that has the shape of a person's name: two to four capitalised words, particles apart."""
    words = text.split()
    proper = [word for word in words if word.lower() not in _PARTICLES]
    return (
        2 <= len(proper) <= 4
        and len(words) <= 6
        and all(word[0].isupper() and _LETTERS.fullmatch(word) for word in proper)
        and not any(word.lower().strip(".") in _NOT_NAMES for word in words)
    )


def _cased(name: str) -> str:
    """Return a name as it is usually written, where the page prints bylines in capitals."""
    return name.title() if name.isupper() else name
