"""Raw text to lines with offsets, for a whole batch at once."""

import polars as pl

# A line is its text with every line break and blank line after it, so that the lines of a text tile it exactly.
# Three blanks part the columns of a page that was laid out as a table: each cell is a line of its own.
# Breaks: LF, CR, vertical tab, form feed, next line, and Unicode's line and paragraph separators.
_BREAK = "\\n\\r\\x0b\\x0c\\x{85}\\x{2028}\\x{2029}"
_GAP = rf"[\s&&[^{_BREAK}]]"
_LINE = rf"\s*\S+(?:{_GAP}{{1,2}}\S+)*{_GAP}*(?:[{_BREAK}]\s*)?"


def explode_lines(articles: pl.DataFrame) -> pl.DataFrame:
    """Return one row per line of each article; a text of blanks has none.

    Columns: doc (the article's row), article_id, title, line, start_char, end_char, raw, and text (raw, stripped).
    """
    return (
        articles.select(pl.int_range(pl.len(), dtype=pl.UInt32).alias("doc"), "article_id", "title", "raw_text")
        .with_columns(pl.col("raw_text").str.extract_all(_LINE).alias("raw"))
        .drop("raw_text")
        .explode("raw")
        .drop_nulls("raw")
        .with_columns(pl.col("raw").str.len_chars().cast(pl.Int64).alias("n_raw"))
        .with_columns(
            pl.int_range(pl.len(), dtype=pl.Int64).over("doc").alias("line"),
            pl.col("n_raw").cum_sum().over("doc").alias("end_char"),
        )
        .with_columns(
            (pl.col("end_char") - pl.col("n_raw")).alias("start_char"), pl.col("raw").str.strip_chars().alias("text")
        )
        .drop("n_raw")
    )
