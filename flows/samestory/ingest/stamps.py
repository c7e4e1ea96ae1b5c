"""When a text says that it was published: lines that are a date stamp, and nothing else."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from samestory.ingest.dates import Stamp, parse_stamp
from samestory.ingest.lines import Line, Part, Stated, is_near, pieces, stripped

# English, German, French, Spanish and Portuguese, Italian, Dutch, Polish, Russian, Greek, Chinese.
_PUBLISHED = (
    r"(?:first\s+|originally\s+)?(?:published|posted|publication\s+date|publish\s+date|date\s+published)|date|veröffentlicht"
    r"|erschienen|publiée?|mis\s+en\s+ligne|publicado|pubblicato|gepubliceerd|opublikowan[oey]|data\s+publikacji|dodano"
    r"|опубликовано|дата\s+публикации|δημοσιεύ[θτ]ηκε|δημοσίευση|发布时间|发表时间|發佈時間|發布時間"
)
_UPDATED = (
    r"(?:last\s+|page\s+)?(?:updated|modified|edited|revised|reviewed)|last\s+update|update|aktualisiert|stand|mise?\s+à\s+jour"
    r"|actualizado|atualizado|aggiornato|bijgewerkt|zaktualizowano|aktualizacja|обновлено|τελευταία\s+ενημέρωση"
    r"|ενημερώθηκε|更新时间|更新時間"
)
_LABEL = re.compile(
    rf"\W*(?:(?P<published>{_PUBLISHED})|(?P<updated>{_UPDATED}))\b(?:\s+(?:on|at|date|am|le|el|em|il|op|dnia))?"
    r"\s*[:：|–-]?\s*",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d{3})|(?<!\d)\d{10}(?:\d{3})?(?!\d)")
# The same for a whole batch at once, where a pattern cannot look around itself.
_MAYBE_YEAR = r"(?:18|19|20)[0-9][0-9]|[0-9]{10}"
# A month has fewer letters.
_MAYBE_DAY = r"[0-9]{1,2}[^0-9]{1,20}(?:18|19|20)[0-9]{2}|(?:18|19|20)[0-9]{2}[^0-9]{1,3}[0-9]{1,2}|[0-9]{8}"
_MAYBE_LABEL = rf"(?i){_PUBLISHED}"
_PIECES = re.compile(
    r"\s*[|·•‖»\t]\s*|\s{2,}|\s+[–—/-]\s+|;\s+|\s+by\s+|,\s+(?=(?:last\s+)?(?:updated|modified|posted|published)\b)",
    re.I,
)
_MARKUP = " \t*_#>\xa0\ufeff"
# The longest stamp, its label, a place and a byline beside it.
_MAX_CHARS = 160
_FULL = ("day", "minute", "second")


@dataclass(frozen=True, slots=True)
class _Found:
    """One stamp in a text, and what its label says."""

    label: str
    stamp: Stated[Stamp]
    line: Line


def may_be_stamp() -> tuple[pl.Expr, ...]:
    """Return the conditions under which a line is worth reading as a stamp: it has a year, and a label or a place."""
    text = pl.col("text")
    labelled = text.str.contains(_MAYBE_LABEL) | pl.col("above").str.contains(_MAYBE_LABEL)
    return (
        (pl.col("n_chars") <= _MAX_CHARS) & text.str.contains(_MAYBE_YEAR),
        (text.str.contains(_MAYBE_DAY) & is_near()) | labelled,
    )


def find_published(lines: Sequence[Line]) -> Stated[Stamp] | None:
    """Return the time at which a text, given by its lines that may be stamps, says that it was published.

    A labelled stamp comes before a bare one, and a bare one counts near the top only; stamps that differ say nothing.
    When a text was updated says nothing either: on 55 of 70 pages it was weeks or years after, by their metadata.
    """
    found = [each for line in lines for each in _stamps(line)]
    labelled = [each for each in found if each.label == "published"]
    bare = [each for each in found if not each.label and each.line.is_near and each.stamp.value.precision in _FULL]
    groups = ([each for each in labelled if each.line.is_top], bare, labelled)
    return next((_agreed([each.stamp for each in group]) for group in groups if group), None)


def _stamps(line: Line) -> Iterator[_Found]:
    """Yield the stamps of one line: the whole line, or one of the pieces that bars and dots make of it."""
    whole = stripped(Part(line.start, line.text), _MARKUP)
    for part in (whole,) if _stamp(whole) else pieces(whole, _PIECES):
        if found := _stamp(part):
            # A label in a line of its own is that of what the line below begins with.
            label = _LABEL.fullmatch(line.above.strip(_MARKUP)) if part.start == whole.start else None
            yield _Found(found[0] or (label and label.lastgroup) or "", found[1], line)


def is_stamped(line: Line) -> bool:
    """Tell whether a line has a date stamp."""
    return any(True for _ in _stamps(line))


def is_stamp(text: str) -> bool:
    """Tell a text that is one date stamp, with a label or without."""
    return _stamp(stripped(Part(0, text), _MARKUP)) is not None


def _stamp(part: Part) -> tuple[str, Stated[Stamp]] | None:
    """Return the label and time of a part that is a stamp."""
    if not _YEAR.search(part.text):
        return None
    label = _LABEL.match(part.text)
    dated = stripped(Part(part.start + label.end(), part.text[label.end() :]) if label else part, _MARKUP)
    if not (stamp := parse_stamp(dated.text)):
        return None
    text = stripped(dated, " ")
    return (label.lastgroup or "") if label else "", Stated(stamp, text.start, text.start + len(text.text))


def _agreed(stamps: Sequence[Stated[Stamp]]) -> Stated[Stamp] | None:
    """Return the most exact of stamps that name the same day, None where they name several."""
    exact = max(stamps, key=lambda each: _FULL.index(each.value.precision) if each.value.precision in _FULL else -1)
    day = exact.value.at.date()
    return exact if all(each.value.at.date() == day or each.value.precision not in _FULL for each in stamps) else None
