"""Passages that an article says twice: copies of a paragraph, and pull-quotes."""

import polars as pl

# A pull-quote is a sentence or two; shorter ones come twice by chance, as headings and stock phrases do.
_FEWEST, _MOST = 8, 60


def with_duplicates(paragraphs: pl.DataFrame) -> pl.DataFrame:
    """Add duplicate_of: the id of the first paragraph of the article with the same words, or of one that holds them."""
    words = pl.col("text").str.to_lowercase().str.extract_all(r"[\p{L}\p{N}]+").list.join(" ")
    numbered = paragraphs.with_row_index("_row").with_columns((pl.lit(" ") + words + pl.lit(" ")).alias("_words"))
    first = pl.col("paragraph_id").first().over("article_id", "_words")
    repeats = (pl.col("_words") != "  ") & (pl.col("paragraph_id") != first)
    copied = numbered.with_columns(pl.when(repeats).then(first).alias("_copy_of"))
    joined = copied.join(_pull_quotes(copied), on="_row", how="left", maintain_order="left")
    return joined.with_columns(pl.coalesce("_copy_of", "_quoted_from").alias("duplicate_of")).drop(
        "_row", "_words", "_copy_of", "_quoted_from"
    )


def _pull_quotes(copied: pl.DataFrame) -> pl.DataFrame:
    """Return _row and _quoted_from of body paragraphs whose words stand within a longer one, before it or after."""
    originals = copied.filter(pl.col("_copy_of").is_null())
    texts = originals.group_by("article_id").agg(pl.col("_words").str.join("|").alias("_text"))
    short = originals.filter((pl.col("kind") == "body") & pl.col("n_words").is_between(_FEWEST, _MOST))
    # Cheap first: nearly all stand in their article once.
    twice = short.join(texts, on="article_id").filter(
        pl.col("_text").str.count_matches(pl.col("_words"), literal=True) > 1
    )
    longer = originals.select(
        "article_id", pl.col("paragraph_id").alias("_quoted_from"), pl.col("_words").alias("_longer"), "position"
    )
    found = (
        twice.select("_row", "article_id", "_words")
        .join(longer, on="article_id")
        .filter(
            (pl.col("_longer") != pl.col("_words")) & pl.col("_longer").str.contains(pl.col("_words"), literal=True)
        )
    )
    return found.sort("_row", "position").unique("_row", keep="first").select("_row", "_quoted_from")
