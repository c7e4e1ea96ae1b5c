"""Language-neutral features of each line, as columns."""

import polars as pl

_CJK = r"[\x{3040}-\x{30ff}\x{3400}-\x{9fff}\x{ac00}-\x{d7af}]"
_STOP = r"[.!?…。！？।؟][\"'”’»)\]\*_」』]*"


def with_features(lines: pl.DataFrame) -> pl.DataFrame:
    """Add weight, stops, ends_stop, glued, breaks: what a line looks like, whatever its language."""
    text, raw = pl.col("text"), pl.col("raw")
    chars = text.str.len_chars().cast(pl.Int64)
    # A CJK character carries about as much as three Latin ones (the usual ratio of translated texts' lengths).
    weight = chars + 2 * text.str.count_matches(_CJK).cast(pl.Int64)
    return lines.with_columns(
        weight.alias("weight"),
        text.str.count_matches(rf"{_STOP}(?:\s|$)|[。！？।؟]").alias("stops"),
        text.str.contains(rf"{_STOP}$").alias("ends_stop"),
        text.str.contains(r"^[,.;:)!?’”\p{Ll}]").alias("starts_inside"),
        raw.str.count_matches(r"[\n\r\x{2028}]").alias("breaks"),
        raw.str.contains(r"\S[ \t\x{a0}]+\n").alias("trails_blank"),
    ).with_columns(_glued().alias("glued"))


def _glued() -> pl.Expr:
    """Return whether the line goes on with the sentence before it, cut at an inline tag or by hard wrapping."""
    before = pl.col("weight").shift(1).over("doc")
    open_end = ~pl.col("ends_stop").shift(1, fill_value=True).over("doc")
    near = pl.col("breaks").shift(1).over("doc") <= 2
    # 25: shorter lines in lower case are menu words (icon names), not pieces of a sentence.
    piece = pl.col("starts_inside") | pl.col("trails_blank").shift(1, fill_value=False).over("doc")
    return (near & open_end & piece & ((before >= 25) | (pl.col("weight") >= 25))).fill_null(False)
