"""From features to a decision, a kind, a rule and a score for each line."""

import polars as pl


def decide(lines: pl.DataFrame) -> pl.DataFrame:
    """Add kept, kind, rule, score."""
    removed = ~pl.col("in_run")
    return lines.with_columns(
        pl.col("in_run").alias("kept"),
        pl.when(removed).then(pl.lit("navigation")).alias("kind"),
        pl.when(removed).then(pl.lit("outside_body")).alias("rule"),
        pl.when(removed).then(pl.lit(0.5)).alias("score"),
    )
