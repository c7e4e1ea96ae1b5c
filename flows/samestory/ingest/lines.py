"""The lines of a batch's texts with their places, and what is found stated in one of them."""

import re
from typing import Generic, NamedTuple, TypeVar

import polars as pl

T = TypeVar("T")

# All that ends a line: CR, vertical tab, form feed, next line, and Unicode's line and paragraph separators.
_BREAKS = "[\\r\\x0b\\x0c\\x{85}\\x{2028}\\x{2029}]"
# A paragraph has a dozen words and more; a headline, menu or caption seldom ends in a full stop as well.
_PROSE_WORDS = "^(?:[^ ]* ){14}"
_PROSE_CHARS = 60
_PROSE_END = "[.!?…][\"”’')\\]]*\\s*(?:\\[\\d+\\])*$"
# The scripts that write no blanks have a full stop of their own.
_EAST_ASIAN_STOP = "。"
# A stamp stands above the text, or between its standfirst and its first paragraphs.
_LINES_AFTER = 3
# Further up than share buttons, pictures and a list of key points the day is that of the visit, above the menu. Of the
# stamps within, nine in ten are right by the metadata of 470 pages, of those further up two in three.
_LINES_BEFORE = 20
# Four paragraphs: enough to tell a language by.
_SAMPLE_CHARS = 2000


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
    """Return one row per line that is not blank.

    doc is the text's place in the series, raw the line, end the code point after its last, text the line without blanks
    at its edges, above the line before, and after how many lines the line stands after the first paragraph.
    """
    docs = pl.int_range(pl.len(), dtype=pl.UInt32).alias("doc")
    # Each break is one code point, so that every place stays.
    broken = texts.alias("raw").to_frame().select(docs, pl.col("raw").str.replace_all(_BREAKS, "\n").str.split("\n"))
    lines = (
        broken.explode("raw")
        .with_columns(((pl.col("raw").str.len_chars().cast(pl.Int64) + 1).cum_sum().over("doc") - 1).alias("end"))
        .filter(pl.col("raw") != "")
        .with_columns(pl.col("raw").str.strip_chars().alias("text"))
        .filter(pl.col("text") != "")
        .with_columns(
            pl.col("text").str.len_chars().cast(pl.Int64).alias("n_chars"),
            pl.int_range(pl.len(), dtype=pl.Int64).over("doc").alias("number"),
            pl.col("text").shift(1, fill_value="").alias("above"),
        )
    )
    prose = lines.filter(pl.col("n_chars") > _PROSE_CHARS).filter(_is_prose())
    first = prose.group_by("doc").agg(pl.col("number").min().alias("first"))
    placed = lines.join(first, on="doc", how="left", maintain_order="left")
    return placed.with_columns((pl.col("number") - pl.col("first")).alias("after")).drop("first")


def select_lines(lines: pl.DataFrame, *wanted: pl.Expr) -> dict[int, list[Line]]:
    """Return the lines that all of several conditions want, the cheapest first, by the text they are in."""
    for each in wanted:
        lines = lines.filter(each)
    places = {
        "is_top": pl.col("after") <= _LINES_AFTER,
        "is_near": is_near(),
        "is_above": pl.col("after") <= 0,
    }
    above = pl.when(pl.col("number") > 0).then("above").otherwise(pl.lit(""))
    start = pl.col("end") - pl.col("raw").str.strip_chars_start().str.len_chars().cast(pl.Int64)
    # A text without a paragraph is all top.
    placed = lines.select(
        "doc",
        "number",
        start.alias("start"),
        "text",
        above,
        *(expr.fill_null(True).alias(name) for name, expr in places.items()),
    )
    by_doc: dict[int, list[Line]] = {}
    for doc, *line in placed.iter_rows():
        by_doc.setdefault(doc, []).append(Line(*line))
    return by_doc


def _is_prose() -> pl.Expr:
    """Return whether a line is a paragraph of running text."""
    text = pl.col("text").str
    is_sentence = text.contains(_PROSE_WORDS) & text.contains(_PROSE_END)
    return is_sentence | text.contains(_EAST_ASIAN_STOP, literal=True)


def samples(lines: pl.DataFrame, texts: pl.Series) -> list[str]:
    """Return the beginning of each text's long lines, which no menu has; of its whole where there is none."""
    long = lines.filter(pl.col("n_chars") > _PROSE_CHARS).group_by("doc", maintain_order=True)
    prose = long.agg(pl.col("text").head(_SAMPLE_CHARS // _PROSE_CHARS).str.join(" ").str.head(_SAMPLE_CHARS))
    whole = texts.alias("whole").str.head(_SAMPLE_CHARS).to_frame().with_row_index("doc")
    joined = whole.join(prose, on="doc", how="left", maintain_order="left")
    return joined.select(pl.coalesce("text", "whole")).to_series().to_list()


def is_near() -> pl.Expr:
    """Return whether a line stands where a text's own statements do: not far above its first paragraph, nor below."""
    return pl.col("after").is_between(-_LINES_BEFORE, _LINES_AFTER).fill_null(True)


def stripped(part: Part, chars: str) -> Part:
    """Return a part without certain characters at its edges."""
    text = part.text.lstrip(chars)
    return Part(part.start + len(part.text) - len(text), text.rstrip(chars))


def pieces(part: Part, between: re.Pattern[str]) -> list[Part]:
    """Return the pieces of a part that a pattern separates."""
    ends = [(match.start(), match.end()) for match in between.finditer(part.text)]
    borders = zip([0, *(end for _, end in ends)], [*(start for start, _ in ends), len(part.text)], strict=True)
    return [Part(part.start + start, part.text[start:end]) for start, end in borders]
