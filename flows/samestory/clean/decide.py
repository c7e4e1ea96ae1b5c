"""From features to a decision, a kind, a rule and a score for each line.

Scopes of a rule: "any" removes a line wherever it stands; "edge" outside the body run and at its first and last lines;
"box" and "end" are headings of what is not the article, and after an "end" nothing is kept; "tail" removes a line in
the last part of the body; "cut" removes characters within a line.
"""

import polars as pl

from samestory.clean.body import is_prose
from samestory.clean.titles import with_titles

# Bylines and dates stand within the first paragraph's length of the body, or of its end (tuned like body.py).
_EDGE_WEIGHT = 250
# The note about the author comes when at least this share of the body's prose has been read.
_TAIL_SHARE = 0.7
# A heading "Comments" high on the page is a link; below this share of the prose it opens the readers' part.
_END_SHARE = 0.4
# A box with links to other articles may stand in the middle of the text; this late it ends it.
_BOX_SHARE = 0.75

# A text with so few chrome lines was cleaned before: a whole page has dozens.
_CLEAN_TEXT = 2


def decide(lines: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """Add kept, kind, rule and score; kind, rule and score are null for a kept line."""
    placed = _with_exceptions(with_titles(_with_place(lines), articles))
    judged = placed.with_columns(_reason().alias("_reason"))
    return judged.with_columns(
        pl.col("_reason").is_null().alias("kept"),
        pl.when(pl.col("_reason").is_not_null()).then(_kind()).alias("kind"),
        pl.col("_reason").alias("rule"),
        pl.when(pl.col("_reason").is_not_null()).then(_score()).alias("score"),
    )


def _with_place(lines: pl.DataFrame) -> pl.DataFrame:
    """Add where a line stands in the body: prose before it and after it, the share read, and after_end."""
    prose = pl.when(is_prose() & pl.col("in_run") & pl.col("cost").is_null()).then(pl.col("weight")).otherwise(0)
    counted = lines.with_columns(prose.alias("_prose"))
    before = pl.col("_prose").cum_sum().over("doc") - pl.col("_prose")
    total = pl.col("_prose").sum().over("doc")
    read = before / pl.max_horizontal(total, 1)
    placed = counted.with_columns(
        before.alias("_before"), (total - before - pl.col("_prose")).alias("_after"), read.alias("_read")
    )
    ends = (pl.col("scope") == "end") & (pl.col("_read") >= _END_SHARE)
    boxes = (pl.col("scope") == "box") & (pl.col("_read") >= _BOX_SHARE)
    return placed.with_columns(
        ends.fill_null(False).cum_max().over("doc").alias("_after_end"),
        boxes.fill_null(False).cum_max().over("doc").alias("_after_box"),
    )


def _with_exceptions(placed: pl.DataFrame) -> pl.DataFrame:
    """Add whether the text was cleaned before, and whether a line outside the run stays: then, or as the headline."""
    plain = pl.col("rule").is_null()
    chrome_lines = (~pl.col("in_run") & ~plain).sum().over("doc")
    was_clean = placed.with_columns((chrome_lines <= _CLEAN_TEXT).alias("_was_clean"))
    return was_clean.with_columns((plain & (pl.col("_was_clean") | pl.col("is_headline"))).alias("_excepted"))


def _reason() -> pl.Expr:
    """Return the name of the rule that removes a line, null for a line that stays."""
    scope, rule = pl.col("scope"), pl.col("rule")
    at_edge = (pl.col("_before") < _EDGE_WEIGHT) | (pl.col("_after") == 0)
    return pl.coalesce(
        pl.when(pl.col("is_repeated")).then(pl.lit("repeated_title")),
        pl.when(scope.is_in(["any", "box", "end"])).then(rule),
        pl.when(pl.col("_after_end")).then(pl.coalesce(rule, pl.lit("after_comment_heading"))),
        pl.when(pl.col("_after_box") & pl.col("in_run") & ~pl.col("_was_clean")).then(
            pl.coalesce(rule, pl.lit("after_box_heading"))
        ),
        pl.when(~pl.col("in_run") & ~pl.col("_excepted")).then(pl.coalesce(rule, pl.lit("outside_body"))),
        pl.when((scope == "edge") & at_edge & ~is_prose()).then(rule),
        pl.when((scope == "tail") & (pl.col("_read") >= _TAIL_SHARE)).then(rule),
    )


def _kind() -> pl.Expr:
    """Return the kind of a removed line: its rule's, or what its place makes likely."""
    return (
        pl.when(pl.col("rule").is_not_null())
        .then(pl.col("rule_kind"))
        .when(pl.col("is_repeated"))
        .then(pl.lit("duplicate_title"))
        .when(pl.col("_after_end"))
        .then(pl.lit("reader_comment"))
        .when(pl.col("line") < pl.col("run_start"))
        .then(pl.lit("navigation"))
        .when(pl.col("weight") >= 40)
        .then(pl.lit("related"))
        .otherwise(pl.lit("other"))
    )


def _score() -> pl.Expr:
    """Return how sure a removal is: a rule that matched is surer than a place, short lines surer than prose."""
    return (
        pl.when(pl.col("rule").is_not_null() | pl.col("is_repeated"))
        .then(0.9)
        .when(is_prose())
        .then(0.5)
        .otherwise(0.7)
    )
