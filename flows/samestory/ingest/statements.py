"""What the texts of a batch state about themselves: when they were published, by whom and in which outlet."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from samestory.ingest.bylines import find_author, may_be_byline
from samestory.ingest.dates import Stamp
from samestory.ingest.lines import Stated, samples, select_lines, text_lines
from samestory.ingest.outlets import find_outlet, may_name_outlet
from samestory.ingest.signatures import find_signature, may_be_signature, signers
from samestory.ingest.sources import Reference
from samestory.ingest.stamps import find_published, may_be_stamp

# No stamp or byline is longer, with all that stands beside it in its line.
_MAX_CHARS = 160


@dataclass(frozen=True, slots=True)
class Statements:
    """What one text states about itself, null where it does not, and a sample of its prose."""

    published: Stated[Stamp] | None = None
    author: Stated[str] | None = None
    outlet: Stated[str] | None = None
    sample: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Of which texts of a batch each statement is wanted, by their places in it."""

    published: Sequence[bool]
    author: Sequence[bool]
    outlet: Sequence[bool]


def find_statements(texts: pl.Series, wanted: Wanted, known: Reference) -> list[Statements]:
    """Return what each text states of what is wanted of it."""
    lines = text_lines(texts)
    short = lines.filter(pl.col("n_chars") <= _MAX_CHARS)
    stamps = select_lines(_of(short, wanted.published), *may_be_stamp())
    names = select_lines(_of(short, wanted.author), *may_be_signature())
    bylines = select_lines(_of(short, wanted.author), *may_be_byline())
    outlets = select_lines(_of(lines, wanted.outlet), may_name_outlet())
    found = []
    for i, sample in enumerate(samples(lines, texts)):
        near = names.get(i, ()), stamps.get(i, ())
        author = find_author(bylines.get(i, ())) or (find_signature(*near, texts[i]) if all(near) else None)
        outlet = None
        if i in outlets:
            persons = [part.text for part in signers(*near)] + (author.value.split(", ") if author else [])
            outlet = find_outlet(outlets[i], texts[i], known, persons)
        found.append(Statements(find_published(stamps.get(i, ())), author, outlet, sample))
    return found


def _of(lines: pl.DataFrame, wanted: Sequence[bool]) -> pl.DataFrame:
    """Return the lines of the texts that are wanted."""
    docs = [i for i, each in enumerate(wanted) if each]
    whole = len(docs) == len(wanted)
    return lines if whole else lines.filter(pl.col("doc").is_in(docs))
