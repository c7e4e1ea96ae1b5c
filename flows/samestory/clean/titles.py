"""The headline above the body, and its repetitions."""

import polars as pl

# Between headline and body stand at most a date, a byline, a category and share buttons; a line that comes twice, or
# is the title that the page states, is the headline from further above.
_LINES_ABOVE, _COPY_LINES_ABOVE = 6, 15
# The headline may be the first line of the run already, with a subheading or another copy after it.
_LINES_INSIDE = 3
# Lighter lines are menu entries, heavier ones paragraphs.
_WEIGHT = (12, 200)


def with_titles(lines: pl.DataFrame) -> pl.DataFrame:
    """Add is_headline (a line that stays) and is_repeated (an earlier copy of the same headline)."""
    above = pl.col("run_start") - pl.col("line")
    nearest = pl.col("line") == pl.col("line").filter(pl.col("line") < pl.col("run_start")).max().over("doc")
    last_copy = pl.col("line") == pl.col("line").max().over("doc", "key")
    is_copy = (pl.len().over("doc", "key") > 1) | (pl.col("key") == _words("title"))
    found = (
        lines.filter(_could_be_headline())
        .with_columns(_words("text").alias("key"))
        .select(
            "doc",
            "line",
            ((nearest & (above <= _LINES_ABOVE)) | (is_copy & last_copy & (above <= _COPY_LINES_ABOVE)))
            .fill_null(False)
            .alias("is_headline"),
            (is_copy & ~last_copy).fill_null(False).alias("is_repeated"),
        )
    )
    joined = lines.join(found, on=["doc", "line"], how="left", maintain_order="left")
    return joined.with_columns(pl.col("is_headline", "is_repeated").fill_null(False))


def _could_be_headline() -> pl.Expr:
    """Return whether a line is above the body or among its first, plain, and of a headline's length."""
    return (
        pl.col("rule").is_null()
        & (pl.col("line") < pl.col("run_start") + _LINES_INSIDE)
        & pl.col("weight").is_between(*_WEIGHT)
        & (pl.col("text").str.count_matches(r"\s") >= 2)
    )


def _words(column: str) -> pl.Expr:
    """Return a text's words in lower case, for comparing."""
    return pl.col(column).str.to_lowercase().str.extract_all(r"[\p{L}\p{N}]+").list.join(" ")
