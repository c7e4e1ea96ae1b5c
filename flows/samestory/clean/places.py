"""Where each line stands on its page, and what stands around it, in numbers for the line model."""

from collections.abc import Iterator

import polars as pl

from samestory.clean.body import is_prose

# How far the model looks to each side, line by line and in sums. From a trial: more brought nothing.
_NEXT, _SPANS = (1, 2, 3), (4, 10, 25)
_BY_LINE, _BESIDE = ("weight", "prose", "rule_cost", "stops"), ("ends_stop", "bullet", "same", "question", "rule_scope")
_BESIDE_LEXICAL = ("caps_share", "small_share")
_SUMMED = ("worth", "prose", "weight", "rule_cost")
# Rules of that cost mark an end of the text's surroundings: comment forms, related boxes, notices of rights.
_HARD = 100
# A line far from the body is just far.
_FAR_BEFORE, _FAR_AFTER = 200, 400

PLACES = (
    *("worth", "prose", "in_run", "from_start", "to_end", "run_read", "run_share", "run_density", "run_prose", "read"),
    *("page_prose", "page_weight", "page_lines", "prose_share", "at_line", "from_last", "after_box", "after_end"),
    *("since_prose", "until_prose", "since_hard", "until_hard", "from_headline", "has_headline"),
    *(f"{name}_{side}{lines}" for name in _SUMMED for side in ("before", "after") for lines in _SPANS),
    *(f"{name}_{side}{lines}" for name in _BY_LINE for side in ("p", "n") for lines in _NEXT),
    *(f"{name}_{side}1" for name in _BESIDE for side in ("p", "n")),
)
LEXICAL_PLACES = tuple(f"{name}_{side}1" for name in _BESIDE_LEXICAL for side in ("p", "n"))


def with_places(lines: pl.DataFrame) -> pl.DataFrame:
    """Add the columns PLACES and LEXICAL_PLACES; lines have looks, the body run and the headline."""
    return _with_distances(_with_neighbours(_with_run(lines)))


def _with_run(lines: pl.DataFrame) -> pl.DataFrame:
    """Add where a line stands on the page and in the body run, and how much of the prose stands there."""
    weight = pl.col("weight").cast(pl.Float64)
    prose = pl.when(is_prose() & pl.col("cost").is_null()).then(weight.clip(0, 1000)).otherwise(0.0)
    first = lines.with_columns(
        prose.alias("prose"),
        pl.when(pl.col("in_run")).then(prose).otherwise(0.0).alias("_of_run"),
        # What one endless line, or one costly rule, counts for.
        pl.col("value").clip(-60, 400).alias("worth"),
        (pl.col("line") - pl.col("run_start")).fill_null(-999).clip(-_FAR_BEFORE, _FAR_AFTER).alias("from_start"),
        (pl.col("run_end") - pl.col("line")).fill_null(-999).clip(-_FAR_BEFORE, _FAR_AFTER).alias("to_end"),
    ).with_columns(
        pl.len().over("doc").alias("page_lines"),
        pl.col("prose").sum().over("doc").alias("page_prose"),
        pl.col("weight").sum().over("doc").alias("page_weight"),
        pl.col("_of_run").sum().over("doc").alias("run_prose"),
        (pl.col("prose").cum_sum().over("doc") - pl.col("prose")).alias("_before"),
        (pl.col("_of_run").cum_sum().over("doc") - pl.col("_of_run")).alias("_run_before"),
    )
    return first.with_columns(
        (pl.col("line") / pl.col("page_lines")).alias("at_line"),
        (pl.col("page_lines") - pl.col("line")).alias("from_last"),
        (pl.col("page_prose") / pl.col("page_weight")).alias("prose_share"),
        (pl.col("_before") / pl.col("page_prose").clip(1)).alias("read"),
        (pl.col("_run_before") / pl.col("run_prose").clip(1)).alias("run_read"),
        (pl.col("run_prose") / pl.col("page_prose").clip(1)).alias("run_share"),
        (pl.col("run_prose") / (pl.col("run_end") - pl.col("run_start") + 1).clip(1)).fill_null(0).alias("run_density"),
    )


def _with_neighbours(lines: pl.DataFrame) -> pl.DataFrame:
    """Add what stands on the lines around, one by one and summed up."""
    summed = lines.with_columns(pl.col(name).cum_sum().over("doc").alias(f"_sum_{name}") for name in _SUMMED)
    return summed.with_columns(*_sums(), *_shifted())


def _sums() -> Iterator[pl.Expr]:
    """Yield the sum over some lines before and after a line."""
    for name in _SUMMED:
        total = pl.col(f"_sum_{name}")
        last = total.last().over("doc")
        for span in _SPANS:
            before = total.shift(span + 1).over("doc").fill_null(0)
            yield (total - pl.col(name) - before).alias(f"{name}_before{span}")
            yield (total.shift(-span).over("doc").fill_null(last) - total).alias(f"{name}_after{span}")


def _shifted() -> Iterator[pl.Expr]:
    """Yield what the lines next to a line are, -1 where there is none."""
    nearest = (1,)
    for names, distances in ((_BY_LINE, _NEXT), ((*_BESIDE, *_BESIDE_LEXICAL), nearest)):
        for name in names:
            column = pl.col(name).cast(pl.Float32)
            for distance in distances:
                yield column.shift(distance).over("doc").fill_null(-1).alias(f"{name}_p{distance}")
                yield column.shift(-distance).over("doc").fill_null(-1).alias(f"{name}_n{distance}")


def _with_distances(lines: pl.DataFrame) -> pl.DataFrame:
    """Add how many lines it is to the next prose, to the next hard rule and to the headline, and what came before."""
    scope, read = pl.col("rule_scope"), pl.col("run_read") > 0.2
    headline = pl.when("is_headline").then(pl.col("line")).max().over("doc")
    return lines.with_columns(
        *_since_and_until("prose", pl.col("prose") > 0),
        *_since_and_until("hard", pl.col("rule_cost") >= _HARD),
        (pl.col("line") - headline).fill_null(999).clip(-_FAR_BEFORE, _FAR_AFTER).alias("from_headline"),
        headline.is_not_null().alias("has_headline"),
        ((scope == 4) & read).cum_sum().over("doc").alias("after_box"),
        ((scope == 5) & read).cum_sum().over("doc").alias("after_end"),
    )


def _since_and_until(name: str, holds: pl.Expr) -> Iterator[pl.Expr]:
    """Yield how many lines before and after a line the nearest other line is for which something holds."""
    at = pl.when(holds).then(pl.col("line"))
    since = pl.col("line") - at.shift(1).forward_fill().over("doc")
    until = at.shift(-1).backward_fill().over("doc") - pl.col("line")
    yield since.fill_null(_FAR_BEFORE).clip(0, _FAR_BEFORE).alias(f"since_{name}")
    yield until.fill_null(_FAR_BEFORE).clip(0, _FAR_BEFORE).alias(f"until_{name}")
