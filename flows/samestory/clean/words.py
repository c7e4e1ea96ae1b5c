"""What a line's words say: how often each stands in articles and how often in what is around them."""

import zlib

import numpy as np
import polars as pl

# Words and lines are known by a number of 17 bits: the table holds those of a thousand pages.
BUCKETS = 1 << 17
# The words of chrome stand at its beginning; a paragraph has told what it is by then.
_CHARS = 160
_WORD = r"\p{L}+|0|[^\p{L}\s0]"
# What a token is: a word, or all the words of a line together.
_KINDS = ("word", "whole")
# Spreads numbers over the buckets (Knuth's multiplicative hashing).
_SPREAD = 0x9E3779B1

WORDS = (
    *("word_mean", "word_least", "word_most", "word_sum", "whole_line", "words_sum"),
    *("words_sum_p1", "words_sum_p2", "words_sum_n1", "words_sum_n2"),
)


def line_tokens(texts: pl.Series) -> pl.DataFrame:
    """Return one row a token of each distinct text: text_no (of the unique texts in order), kind, bucket."""
    return _tokens(_distinct(texts))


def _distinct(texts: pl.Series) -> pl.DataFrame:
    """Return the unique texts, numbered in order: text_no, text."""
    return texts.unique(maintain_order=True).to_frame("text").with_row_index("text_no")


def _tokens(distinct: pl.DataFrame) -> pl.DataFrame:
    """Return the tokens of distinct texts: first all words by text_no, then one whole of each text."""
    folded = distinct.select(
        "text_no",
        pl.col("text").str.slice(0, _CHARS).str.to_lowercase().str.replace_all(r"\p{N}+", "0").alias("folded"),
    )
    words = folded.select("text_no", pl.col("folded").str.extract_all(_WORD).alias("word")).explode("word").drop_nulls()
    return pl.concat(
        part.select("text_no", pl.lit(kind).cast(pl.Enum(_KINDS)).alias("kind"), bucket=buckets)
        for kind, part, buckets in (
            ("word", words, _word_buckets(words["word"])),
            # Another number than that of a line's only word.
            ("whole", folded, _buckets(_hashes(folded["folded"]) * 3 + 1)),
        )
    )


def _word_buckets(words: pl.Series) -> pl.Series:
    """Return the bucket of each word; one word comes dozens of times, so each is reckoned once."""
    distinct = words.unique().to_frame("word")
    known = distinct.with_columns(_buckets(_hashes(distinct["word"])).alias("bucket"))
    return words.to_frame("word").join(known, on="word", how="left", maintain_order="left")["bucket"]


def _hashes(words: pl.Series) -> pl.Series:
    """Return a number of 32 bits for each word, the same on every machine and in every version."""
    return pl.Series([zlib.crc32(word.encode()) for word in words], dtype=pl.UInt64)


def _buckets(hashes: pl.Series) -> pl.Series:
    """Return the bucket of each number: the upper bits of its product, where it is spread best."""
    return ((hashes % (1 << 32)) * _SPREAD % (1 << 32) // ((1 << 32) // BUCKETS)).cast(pl.UInt32)


def with_words(lines: pl.DataFrame, odds: np.ndarray) -> pl.DataFrame:
    """Add the columns WORDS, given the logarithm of each bucket's odds to stand in an article."""
    distinct = _distinct(lines["text"])
    tokens = _tokens(distinct)
    told = tokens.with_columns(pl.Series("odds", odds[tokens["bucket"].to_numpy()], dtype=pl.Float32))
    known = distinct.join(_sums(told), on="text_no", how="left").drop("text_no")
    # The one column alone is joined, as a join copies all that it is given.
    found = lines.select("text").join(known, on="text", how="left", maintain_order="left")
    return _with_neighbours(lines.hstack(found.drop("text")))


def _sums(told: pl.DataFrame) -> pl.DataFrame:
    """Return for each text the sums of its tokens' odds; tokens come as `_tokens` gives them."""
    words, odds = told.filter(pl.col("kind") == "word"), pl.col("odds")
    sums = (
        words.set_sorted("text_no")
        .group_by("text_no", maintain_order=True)
        .agg(
            odds.mean().alias("word_mean"),
            odds.min().alias("word_least"),
            odds.max().alias("word_most"),
            odds.sum().alias("word_sum"),
        )
    )
    whole = told.filter(pl.col("kind") == "whole").select("text_no", odds.alias("whole_line"))
    total = pl.col("word_sum").fill_null(0) + pl.col("whole_line")
    return whole.join(sums, on="text_no", how="left").with_columns(total.alias("words_sum"))


def _with_neighbours(lines: pl.DataFrame) -> pl.DataFrame:
    """Add the sums of the two lines before and the two after; nothing known counts 0."""
    known = lines.with_columns(pl.col(name).fill_null(0).cast(pl.Float32) for name in WORDS if name in lines.columns)
    total = pl.col("words_sum")
    return known.with_columns(
        total.shift(by).over("doc").fill_null(0).alias(f"words_sum_{'p' if by > 0 else 'n'}{abs(by)}")
        for by in (1, 2, -1, -2)
    )
