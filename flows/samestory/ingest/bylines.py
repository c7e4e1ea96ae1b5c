"""Who a text says wrote it: a line that is a byline, and nothing else."""

import re
from collections.abc import Sequence

import polars as pl

from samestory.ingest.lines import Line, Part, Stated, pieces, stripped
from samestory.ingest.stamps import is_stamp
from samestory.ingest.words import word_list

_BY = r"(?:written|words|story|report|reporting|text|posted|published)\s+by|by|author"
# In other languages only with a colon: "Von", "Di" and "Par" also begin names.
_FOREIGN = r"(?:autor(?:in|ka)?|auteure?|autora?|autore|redakteur(?:in)?|te[kx]st|автор[ы]?|συντάκτης)\s*[:：]"
# Marks may stand before a byline, but no comma: with it the line goes on a sentence that a tag has broken.
_BYLINE = re.compile(rf"[^\w,;.]*(?:(?:{_BY})\b\s*:?|{_FOREIGN})\s*", re.IGNORECASE)
# "March 14, 2026 by Ada Velm".
_DATED_BYLINE = re.compile(r"(?P<stamp>.{6,60}?)[\s|•·–—-]+(?:posted\s+|written\s+)?by:?\s+", re.IGNORECASE)
# The same for a whole batch at once, the cheaper first; Unicode's borders of words are slow.
_MAYBE_BY = "[Bb][Yy]|[Aa][Uu][Tt]|Te[kx]t|Redakteur|втор|υντάκτης"
_MAYBE_BYLINE = rf"(?i)^\W*(?:(?:{_BY})\b|{_FOREIGN})|^.{{0,30}}(?:18|19|20)[0-9][0-9].{{0,30}}\bby\b"
# A label in a line of its own; "Author" alone is also the name of a tab.
_LABEL = re.compile(
    rf"\W*(?:(?:(?:written|words|story|report|reporting|text|posted|published)\s+)?by|author\s*:|{_FOREIGN})\W*", re.I
)
_MAYBE_LABEL = rf"(?i)(?:\bby|\bauthor\s*:|{_FOREIGN})\W*$"
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
        " network magazine newspapers ltd inc plc llc gmbh recent posts"
    )
)
# Two words run into one, and no FitzGerald.
_GLUED = re.compile(r"[a-z]{4}[A-Z]")
_MAX_CHARS = 120
_MAX_NAMES = 6


def may_be_byline() -> tuple[pl.Expr, ...]:
    """Return the conditions under which a line is worth reading as a byline."""
    text, above = pl.col("text"), pl.col("above")
    ends = pl.any_horizontal(above.str.ends_with(end) for end in ("by", "By", "BY", ":"))
    return (
        (pl.col("n_chars") <= _MAX_CHARS) & (text.str.contains(_MAYBE_BY) | ends),
        text.str.contains(_MAYBE_BYLINE) | above.str.contains(_MAYBE_LABEL),
    )


def find_author(lines: Sequence[Line]) -> Stated[str] | None:
    """Return the author whom a text, given by its lines that may be bylines, names in one.

    The byline is the last one above the first paragraph, else right below it, else the only one of the text.
    """
    found = [(line, author) for line in lines if (author := _author(line)) and (line.is_top or _is_begun(line))]
    for group in (
        [author for line, author in found if line.is_above],
        [author for line, author in found if line.is_top],
    ):
        if group:
            return group[-1]
    return found[0][1] if len({author.value for _, author in found}) == 1 else None


def _is_begun(line: Line) -> bool:
    """Tell a byline of its own from the end of a sentence that a tag has broken ("a book", "by Ada Velm")."""
    label = line.above if _LABEL.fullmatch(line.above) else line.text
    return label.lstrip(" \t*_(|")[:1].isupper()


def _author(line: Line) -> Stated[str] | None:
    """Return the names in a byline; None for a line that is none."""
    begin = 0 if _LABEL.fullmatch(line.above) else _label_end(line.text)
    names = _names(Part(line.start + begin, line.text[begin:])) if begin is not None else []
    if not 0 < len(names) <= _MAX_NAMES:
        return None
    first, last = names[0], names[-1]
    return Stated(", ".join(_cased(name.text) for name in names), first.start, last.start + len(last.text))


def _label_end(text: str) -> int | None:
    """Return where the names begin in a line that is a byline or a date with one."""
    if found := _BYLINE.match(text):
        return found.end()
    dated = _DATED_BYLINE.match(text)
    return dated.end() if dated and is_stamp(dated["stamp"]) else None


def _names(part: Part) -> list[Part]:
    """Return the persons that a byline begins with; what follows a name, such as a role or a paper, is left out."""
    names: list[Part] = []
    for piece in pieces(stripped(pieces(part, _END)[0], " \t*_:,."), _BETWEEN):
        if not is_person(piece.text):
            break
        names.append(stripped(piece, " "))
    return names


def is_person(text: str) -> bool:
    """Tell a text that has the shape of a person's name: two to four capitalised words, particles apart."""
    words = text.split()
    proper = [word for word in words if word.lower() not in _PARTICLES]
    return (
        2 <= len(proper) <= 4
        and len(words) <= 6
        and all(word[0].isupper() and _LETTERS.fullmatch(word) for word in proper)
        and not any(_GLUED.search(word) or word.lower().strip(".") in _NOT_NAMES for word in words)
    )


def _cased(name: str) -> str:
    """Return a name as it is usually written, where the page prints bylines in capitals."""
    return name.title() if name.isupper() else name
