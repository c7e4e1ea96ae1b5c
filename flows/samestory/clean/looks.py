"""What each line looks like, in numbers for the line model."""

import polars as pl

from samestory.records import REMOVED_KINDS

# The columns that speak of words and capitals, which mean something else in another language than the model's own.
LEXICAL = ("upper_share", "caps_share", "small_share", "word_length", "words")
LOOKS = (
    *LEXICAL,
    *("weight", "stops", "ends_stop", "starts_inside", "trails_blank", "glued", "breaks", "breaks_before", "indent"),
    *("digit_share", "comma_share", "quotes", "marks", "colon", "question", "bullet", "address", "year", "clock"),
    *("shout", "same", "rule_scope", "rule_cost", "in_thread", "thread_lines"),
    *(f"rule_of_{kind}" for kind in REMOVED_KINDS),
    *(f"rule_at_{scope}" for scope in ("any", "edge", "tail", "box", "end")),
)
_SCOPES = {"any": 1, "edge": 2, "tail": 3, "box": 4, "end": 5}
_BULLET = r"^(?:[*•·▪◦●■►▶▸–—-]|[0-9]{1,2}[.)])\s"


def with_looks(lines: pl.DataFrame) -> pl.DataFrame:
    """Add the columns LOOKS, all of them numbers; lines have features, rules and threads."""
    text, raw, weight, words = (pl.col(name) for name in ("text", "raw", "weight", "words"))
    caps, small = r"(?:^|[ (\[“\"‘])\p{Lu}", r"(?:^|\s)\p{Ll}{1,3}(?:\s|$)"
    # Counted before all else, as polars would count again for each column that divides by it.
    return lines.with_columns(text.str.count_matches(r"\S+").alias("words")).with_columns(
        (text.str.count_matches(r"\p{Lu}") / weight).alias("upper_share"),
        (text.str.count_matches(caps) / words).alias("caps_share"),
        (text.str.count_matches(small) / words).alias("small_share"),
        (weight / words).alias("word_length"),
        (text.str.count_matches(r"(?-u:[0-9])") / weight).alias("digit_share"),
        (text.str.count_matches(r"[,;，、；]") / words).alias("comma_share"),
        text.str.count_matches(r"[\"“”«»„]").alias("quotes"),
        text.str.count_matches(r"[|›»→•·/\\>←]").alias("marks"),
        text.str.ends_with(":").alias("colon"),
        text.str.contains(r"[?？]").alias("question"),
        text.str.contains(_BULLET).alias("bullet"),
        text.str.contains(r"https?://|www\.|@").alias("address"),
        text.str.contains(r"(?-u:\b)(?:19|20)[0-9]{2}(?-u:\b)").alias("year"),
        text.str.contains(r"[0-9]{1,2}:[0-9]{2}").alias("clock"),
        text.str.contains(r"^[\p{Lu}\p{P}\p{N}\s]+$").alias("shout"),
        (raw.str.len_chars() - raw.str.strip_chars_start().str.len_chars()).alias("indent"),
        pl.col("breaks").shift(1).over("doc").fill_null(9).alias("breaks_before"),
        pl.len().over("doc", "text").alias("same"),
        pl.col("scope").replace_strict(_SCOPES, default=0, return_dtype=pl.Int32).alias("rule_scope"),
        pl.col("cost").fill_null(0).alias("rule_cost"),
        *((pl.col("rule_kind") == kind).fill_null(value=False).alias(f"rule_of_{kind}") for kind in REMOVED_KINDS),
        *((pl.col("scope") == scope).fill_null(value=False).alias(f"rule_at_{scope}") for scope in _SCOPES),
        pl.col("in_thread").cast(pl.Int32).sum().over("doc").alias("thread_lines"),
    )
