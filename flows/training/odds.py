"""The odds of words, and of names in markup, to stand in or around articles, counted by page."""

import numpy as np
import polars as pl

from samestory.clean.network import Matrix
from samestory.clean.page import name_buckets
from samestory.clean.words import BUCKETS, line_tokens

# Added to each count: a word seen once on one side tells little.
_SMOOTHING = 0.7


def word_odds(lines: pl.DataFrame) -> Matrix:
    """Return the log-odds of each bucket of words, from lines with page, text, is_body."""
    distinct = lines["text"].unique(maintain_order=True)
    text_nos, words, whole = line_tokens(distinct)
    tokens = pl.DataFrame(
        {"text_no": np.concatenate([text_nos, np.arange(len(distinct))]), "bucket": np.concatenate([words, whole])},
        schema={"text_no": pl.UInt32, "bucket": pl.UInt32},
    )
    seen = lines.select("page", "text", "is_body").unique()
    known = seen.join(distinct.to_frame("text").with_row_index("text_no"), on="text").drop("text")
    return _odds(known.join(tokens.unique(), on="text_no"))


def name_odds(lines: pl.DataFrame) -> Matrix:
    """Return the log-odds of each bucket of names, from lines with page, names, own_names, is_body."""
    parts = []
    for column in ("names", "own_names"):
        buckets = name_buckets(lines[column]).rename({"names": column})
        seen = lines.select("page", column, "is_body").unique().join(buckets, on=column)
        parts.append(seen.select("page", "is_body", "bucket"))
    return _odds(pl.concat(parts))


def _odds(seen: pl.DataFrame) -> Matrix:
    """Return the log-odds of each bucket; each page counts a bucket once a side."""
    counted = seen.select("page", "is_body", "bucket").unique().group_by("bucket", "is_body").len()
    counts = np.full((2, BUCKETS), _SMOOTHING)
    for side in (0, 1):
        part = counted.filter(pl.col("is_body") == bool(side))
        counts[side, part["bucket"].to_numpy()] += part["len"].to_numpy()
    return np.asarray(np.log(counts[1] / counts[0]), dtype=np.float32)
