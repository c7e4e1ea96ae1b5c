"""The lines of a batch's texts with their places, and what is found stated in one of them."""

import re
from typing import Generic, NamedTuple, TypeVar

import polars as pl

T = TypeVar("T")

# All that ends a line: CR, vertical tab, form feed, next line, and Unicode's line and paragraph separators.
_BREAKS = "[\\r\\x0b\\x0c\\x{85}\\x{2028}\\x{2029}]"
# A paragraph has a dozen words and more; a headline, menu or caption seldom ends in a full stop as well.
_PROSE_BLANKS = 14
_PROSE_CHARS = 60
_PROSE_END = "[.!?…][\"”’')\\]]*\\s*(?:\\[\\d+\\])*$"
# The scripts that write no blanks have a full stop of their own.
_EAST_ASIAN_STOP = "。"
# A stamp stands above the text, or between its standfirst and its first paragraphs.
_LINES_AFTER = 3
# Further up than share buttons, pictures and a list of key points the day is that of the visit, above the menu. Of the
# stamps within, nine in ten are right by the metadata of 470 pages, of those further up two in three.
_LINES_BEFORE = 20


class Line(NamedTuple):
    """One line of a text that is not blank: its number, its first code point, the line above it, and where it stands.

    is_top: not below the first paragraphs; is_near: not far above them, either; is_above: above them or the first.
    """

    number: int
    start: int
    text: str
    above: str
    is_top: bool
    is_near: bool
    is_above: bool


class Part(NamedTuple):
    """A piece of a text, and the code point at which it starts."""

    start: int
    text: str


class Stated(NamedTuple, Generic[T]):
    """What a text states, and the span in which it does: code points of the text, end exclusive."""

    value: T
    start: int
    end: int


def text_lines(texts: pl.Series) -> pl.DataFrame:
    """Return one row per line that is not blank: doc (the text's place in the series), number, start, text, n_chars."""
    docs = pl.int_range(pl.len(), dtype=pl.UInt32).alias("doc")
    # Each break is one code point, so that every place stays.
    broken = texts.alias("text").to_frame().select(docs, pl.col("text").str.replace_all(_BREAKS, "\n").str.split("\n"))
    return (
        broken.explode("text")
        .with_columns(pl.col("text").str.len_chars().cast(pl.Int64).alias("n_chars"))
        .with_columns(((pl.col("n_chars") + 1).cum_sum().over("doc") - pl.col("n_chars") - 1).alias("start"))
        .filter(pl.col("text").str.contains(r"\S"))
        .with_columns(pl.int_range(pl.len(), dtype=pl.Int64).over("doc").alias("number"))
    )


def select_lines(lines: pl.DataFrame, wanted: pl.Expr) -> dict[int, list[Line]]:
    """Return the lines that an expression wants, by the text they are in."""
    prose = lines.filter(pl.col("n_chars") > _PROSE_CHARS).filter(_is_prose())
    first = prose.group_by("doc").agg(pl.col("number").min().alias("first"))
    above = pl.when(pl.col("number") > 0).then(pl.col("text").shift(1)).fill_null("")
    found = lines.with_columns(above.alias("above")).filter(wanted)
    after = pl.col("number") - pl.col("first")
    places = {
        "is_top": after <= _LINES_AFTER,
        "is_near": after.is_between(-_LINES_BEFORE, _LINES_AFTER),
        "is_above": after <= 0,
    }
    # A text without a paragraph is all top.
    placed = found.join(first, on="doc", how="left", maintain_order="left").select(
        "doc", "number", "start", "text", "above", *(expr.fill_null(True).alias(name) for name, expr in places.items())
    )
    by_doc: dict[int, list[Line]] = {}
    for doc, *line in placed.iter_rows():
        by_doc.setdefault(doc, []).append(Line(*line))
    return by_doc


def _is_prose() -> pl.Expr:
    """Return whether a line is a paragraph of running text."""
    is_long = pl.col("text").str.count_matches(" ", literal=True) >= _PROSE_BLANKS
    ends = pl.col("text").str.contains(_PROSE_END)
    return (is_long & ends) | pl.col("text").str.contains(_EAST_ASIAN_STOP, literal=True)


def stripped(part: Part, chars: str) -> Part:
    """Return a part without certain characters at its edges."""
    text = part.text.lstrip(chars)
    return Part(part.start + len(part.text) - len(text), text.rstrip(chars))


def pieces(part: Part, between: re.Pattern[str]) -> list[Part]:
    """Return the pieces of a part that a pattern separates."""
    ends = [(match.start(), match.end()) for match in between.finditer(part.text)]
    borders = zip([0, *(end for _, end in ends)], [*(start for start, _ in ends), len(part.text)], strict=True)
    return [Part(part.start + start, part.text[start:end]) for start, end in borders]
