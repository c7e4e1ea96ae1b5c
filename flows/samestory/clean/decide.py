"""From the model's probability and the rules to a decision, a kind, a rule and a score for each line.

Scopes of a rule: "any", "box" and "end" (the latter two headings of what is not the article) remove a line wherever it
stands; "edge" (the first and last lines of a text) and "tail" (notes at its end) are evidence for the model, and name
what it removes; "cut" removes characters within a line.
"""

import polars as pl

from samestory.clean.body import is_prose
from samestory.clean.kinds import with_kinds

# Kept from this probability on: F1, cross-validated by site, is flat between .35 and .5.
_KEPT_FROM = 0.42
# A text, not a page, with so few chrome lines was cleaned before: a whole page has dozens.
_CLEAN_TEXT = 2
# As long as that, with a full stop, a line is a paragraph: a stop in the midst of a text is hardly ever one in truth.
_PARAGRAPH = 100
# A rule that matched is as sure as that at least.
_RULE_SCORE = 0.9


def decide(lines: pl.DataFrame) -> pl.DataFrame:
    """Add kept, kind, rule and score; kind, rule and score are null for a kept line."""
    judged = with_kinds(lines).with_columns(_reason().alias("_reason"))
    removed = pl.col("_reason").is_not_null()
    return judged.with_columns(
        (~removed).alias("kept"),
        pl.when(removed).then(_kind()).alias("kind"),
        pl.col("_reason").alias("rule"),
        pl.when(removed).then(_score()).alias("score"),
    )


def _reason() -> pl.Expr:
    """Return the name of the rule or the place that removes a line, null for a line that stays."""
    plain = pl.col("rule").is_null()
    chrome = (~plain & ~(is_prose() & pl.col("in_run"))).sum().over("doc")
    was_clean = (chrome <= _CLEAN_TEXT) & pl.col("path").is_null()
    excepted = plain & (pl.col("is_headline") | was_clean | _is_between())
    likely = (pl.col("p_body") >= _KEPT_FROM) | excepted
    return pl.coalesce(
        pl.when(pl.col("is_repeated")).then(pl.lit("repeated_title")),
        pl.when(_by_rule()).then("rule"),
        pl.when(~likely).then(pl.coalesce("rule", "place_rule")),
    )


def _is_between() -> pl.Expr:
    """Return whether a line is a paragraph of the body run, its first or below a kept line, and above a kept line."""
    kept = pl.col("p_body") >= _KEPT_FROM
    above = kept.shift(1).over("doc") | (pl.col("line") == pl.col("run_start"))
    paragraph = (pl.col("weight") >= _PARAGRAPH) & (pl.col("stops") >= 1) & ~pl.col("in_thread") & pl.col("in_run")
    return (paragraph & above & kept.shift(-1).over("doc")).fill_null(value=False)


def _by_rule() -> pl.Expr:
    """Return whether a rule removes the line by itself."""
    return pl.col("scope").is_in(["any", "box", "end"]).fill_null(value=False)


def _kind() -> pl.Expr:
    """Return the kind of a removed line: its rule's, or what its shape and place make likely."""
    return (
        pl.when(pl.col("is_repeated")).then(pl.lit("duplicate_title")).otherwise(pl.coalesce("rule_kind", "place_kind"))
    )


def _score() -> pl.Expr:
    """Return how sure a removal is: a rule that matched, or the model."""
    by_rule = pl.col("is_repeated") | _by_rule()
    model = 1 - pl.col("p_body").cast(pl.Float64)
    return pl.when(by_rule).then(pl.max_horizontal(model, _RULE_SCORE)).otherwise(model).round(3)
