"""The article body run: the run of lines with the largest sum of values, long punctuated lines counting for it."""

import polars as pl

# A short line costs 25: a run bridges a few headings or list items, but no menu. Tuned on half of the sites.
_SHORT_LINE_COST = 25.0


def with_body_run(lines: pl.DataFrame) -> pl.DataFrame:
    """Add value, in_run, run_start and run_end (line numbers within the document)."""
    valued = lines.with_columns(line_value().alias("value"))
    total = pl.col("value").cum_sum().over("doc")
    summed = valued.with_columns(total.alias("_sum")).with_columns(
        (pl.col("_sum") - pl.col("value")).cum_min().over("doc").alias("_low")
    )
    gain = pl.col("_sum") - pl.col("_low")
    ends = (
        summed.with_columns(gain.alias("_gain"))
        .with_columns(pl.col("_gain").max().over("doc").alias("_best"))
        .filter((pl.col("_gain") == pl.col("_best")))
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
        pl.col("line").is_between("run_start", "run_end").alias("in_run")
    )


def line_value() -> pl.Expr:
    """Return the value of one line for the body run: its weight if it reads as prose, else a cost."""
    prose = ((pl.col("stops") >= 1) & (pl.col("weight") >= 50)) | (pl.col("weight") >= 120) | pl.col("glued")
    # 400: one endless line (a legal notice, a script) must not outweigh a page of paragraphs.
    return pl.when(prose).then(pl.col("weight").clip(0, 400)).otherwise(-_SHORT_LINE_COST).cast(pl.Float64)
