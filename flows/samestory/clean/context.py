"""Chrome that only its neighbours give away: entries of a table of contents, and the note about the author."""

import polars as pl

from samestory.clean.threads import with_threads

# A table of contents lists at most this many headings after its own.
_MOST_ENTRIES = 20
# Entries and notes are no longer than a heading, and than three sentences.
_ENTRY_CHARS, _NOTE_CHARS = 120, 400
# Two names and a date; what is longer is a sentence.
_BYLINE_CHARS = 60
_BY = r"^\W*(?i:(?:words|text|story|written|reported) )?(?i:by|von|por|par|di)\s+"
_NAME = r"\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]*){1,2}"


def with_context_rules(lines: pl.DataFrame) -> pl.DataFrame:
    """Fill rule, rule_kind, scope and cost of plain lines that their neighbours show to be chrome; add in_thread."""
    brief = lines.select("doc", "line", "text", "rule").filter(pl.col("text").str.len_chars() <= _NOTE_CHARS)
    found = pl.concat([_contents_entries(brief), _author_notes(brief)]).unique(["doc", "line"], keep="first")
    joined = lines.join(found, on=["doc", "line"], how="left", maintain_order="left", suffix="_found")
    names = ("rule", "rule_kind", "scope", "cost")
    filled = joined.with_columns(pl.coalesce(name, f"{name}_found").alias(name) for name in names)
    return with_threads(filled.drop(f"{name}_found" for name in names))


def _contents_entries(lines: pl.DataFrame) -> pl.DataFrame:
    """Return the lines after a heading "Contents" that come again as headings further down."""
    headings = lines.filter(pl.col("rule") == "contents_heading").select("doc", pl.col("line").alias("_heading"))
    short = (
        lines.join(headings.group_by("doc").agg(pl.col("_heading").min()), on="doc")
        .filter((pl.col("line") > pl.col("_heading")) & pl.col("rule").is_null())
        .filter(pl.col("text").str.len_chars() <= _ENTRY_CHARS)
    )
    again = pl.col("line") < pl.col("line").max().over("doc", "text")
    entries = short.filter(again & (pl.col("line") <= pl.col("_heading") + _MOST_ENTRIES))
    return _as_rule(entries, "contents_entry", "contents", "any")


def _author_notes(lines: pl.DataFrame) -> pl.DataFrame:
    """Return the lines that open with a name of the byline: nobody but the author is spoken of by it."""
    names = (
        lines.filter(pl.col("rule").is_in(["byline", "date_line"]) & (pl.col("text").str.len_chars() <= _BYLINE_CHARS))
        .select("doc", pl.col("text").str.replace(_BY, "").str.extract_all(_NAME).alias("_name"))
        .explode("_name")
        .drop_nulls("_name")
        .unique()
    )
    plain = lines.filter(pl.col("rule").is_null()).join(names, on="doc")
    notes = plain.filter(pl.col("text").str.starts_with(pl.col("_name")))
    return _as_rule(notes, "byline_name", "author_box", "tail")


def _as_rule(lines: pl.DataFrame, rule: str, kind: str, scope: str) -> pl.DataFrame:
    """Return doc and line with the columns that with_rules gives a line."""
    return lines.select(
        "doc",
        "line",
        pl.lit(rule).alias("rule"),
        pl.lit(kind).alias("rule_kind"),
        pl.lit(scope).alias("scope"),
        # Like a short line: it does not read as prose, but neither does it end the body.
        pl.lit(25.0).alias("cost"),
    ).unique(["doc", "line"])
