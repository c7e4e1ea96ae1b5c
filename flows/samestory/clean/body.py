"""The article body run: the run of lines with the largest sum of values, long punctuated lines counting for it."""

import polars as pl

# The figures below were tuned on half of the sites of two development sets and checked on the other half.
# A line that is no prose costs 25 (20 if of middle length): a run bridges headings and list items, but no menu.
_SHORT_COST, _MIDDLE_COST, _MIDDLE = 25.0, 20.0, 50
# Prose: a stop and 30 characters, or 150 without one; one endless line must not outweigh a page of paragraphs.
_SENTENCE, _LONG, _MOST = 30, 150, 400
# A line that trafilatura keeps counts as a short sentence at least; prose that it drops counts this share of itself.
_VOTED, _UNVOTED = 80, 0.1


def with_body_run(lines: pl.DataFrame) -> pl.DataFrame:
    """Add value, in_run, run_start and run_end (line numbers within the document)."""
    valued = lines.with_columns(_voted_value(line_value()).alias("value"))
    total = pl.col("value").cum_sum().over("doc")
    summed = valued.with_columns(total.alias("_sum")).with_columns(
        (pl.col("_sum") - pl.col("value")).cum_min().over("doc").alias("_low")
    )
    gain = pl.col("_sum") - pl.col("_low")
    ends = (
        summed.with_columns(gain.alias("_gain"))
        .with_columns(pl.col("_gain").max().over("doc").alias("_best"))
        .filter((pl.col("_gain") == pl.col("_best")) & (pl.col("_best") > 0))
        .group_by("doc", maintain_order=True)
        .agg(pl.col("line").first().alias("run_end"), pl.col("_low").first().alias("_floor"))
    )
    starts = (
        summed.join(ends, on="doc", how="left", maintain_order="left")
        .filter((pl.col("line") <= pl.col("run_end")) & (pl.col("_sum") - pl.col("value") == pl.col("_floor")))
        .group_by("doc", maintain_order=True)
        .agg(pl.col("line").last().alias("run_start"), pl.col("run_end").first())
    )
    return valued.join(starts, on="doc", how="left", maintain_order="left").with_columns(
        pl.col("line").is_between("run_start", "run_end").fill_null(False).alias("in_run")
    )


def line_value() -> pl.Expr:
    """Return the value of one line for the body run: its weight if it reads as prose, else a cost."""
    weight = pl.col("weight")
    cost = pl.when(weight >= _MIDDLE).then(_MIDDLE_COST).otherwise(_SHORT_COST)
    # "He left." is too short to count for the body, and too much of a sentence to count against it.
    neutral = pl.col("ends_stop") & (weight >= 12)
    return pl.coalesce(
        -pl.col("cost"),
        pl.when(is_prose()).then(weight.clip(0, _MOST).cast(pl.Float64)),
        pl.when(neutral).then(0.0).otherwise(-cost),
    )


def _voted_value(own: pl.Expr) -> pl.Expr:
    """Return the value with a page's vote: a line it keeps counts for the body whatever its shape, others count less.

    Tuned like the figures above, on pages.
    """
    weight, no_rule = pl.col("weight"), pl.col("cost").is_null()
    voted = pl.max_horizontal(own, weight.clip(_VOTED, _MOST).cast(pl.Float64))
    return (
        pl.when(pl.col("vote") & no_rule)
        .then(voted)
        .when(~pl.col("vote") & (own > 0))
        .then(own * _UNVOTED)
        .otherwise(own)
    )


def is_prose() -> pl.Expr:
    """Return whether a line reads as a sentence or more, whatever rule it may match."""
    weight = pl.col("weight")
    return ((pl.col("stops") >= 1) & (weight >= _SENTENCE)) | (weight >= _LONG) | pl.col("glued")
