"""Lines that recur across the articles of one source: chrome that a page by itself does not give away.

A step of its own after cleaning: it only removes what cleaning kept, so that dropping its removals gives cleaning's
spans back, and an article that is stored can be cleaned anew when more articles of its source are known.
"""

import polars as pl

from samestory.clean.spans import joined
from samestory.records import RECURRING_LINES, SPANS

RULE = "recurring_line"

# One row is one line of an article that has a source, split at LF alone, which nearly all lines are; lines stand in
# the order of their article. `line_key` is a hash of source and text: equal lines of one source share it, within one
# version of polars.
LINES = pl.Schema(
    {
        "article_id": pl.String,
        "line_key": pl.UInt64,
        "start_char": pl.Int64,
        "end_char": pl.Int64,
        "n_bytes": pl.UInt32,
        "kept": pl.Boolean,
        "kind": pl.String,
        "is_sentence": pl.Boolean,
        "is_prose": pl.Boolean,
        "is_fragment": pl.Boolean,
    }
)

_STOP = r"[.!?…。！？।؟][\"'”’»)\]\*_」』]*$"
# A stop and the marks after it are in the last few characters.
_LAST = 6
# Bytes, as a Chinese character has three of them and says as much as three letters. Prose is a sentence of ten words,
# or a line so long that it is no heading even in Greek or Cyrillic with two bytes a letter.
_PROSE_SENTENCE, _PROSE_LINE = 60, 300
# Menu words are shorter, as in features.py.
_MENU_BYTES = 25


def article_lines(articles: pl.DataFrame, spans: pl.DataFrame) -> pl.DataFrame:
    """Return LINES for ARTICLES and their SPANS: what of each line cleaning kept, and what it looks like."""
    sourced = articles.filter(~pl.col("source_id").str.starts_with("unknown:"))
    based = sourced.select(
        pl.int_range(pl.len(), dtype=pl.UInt32).alias("doc"),
        "article_id",
        pl.col("source_id").hash().alias("source_key"),
        "raw_text",
        pl.col("raw_text").str.len_chars().cast(pl.Int64).alias("n"),
    ).with_columns((pl.col("n") + 1).cum_sum().sub(pl.col("n") + 1).alias("base"))
    lines = _with_spans(_split(based), based, spans)
    return _with_looks(lines).select(LINES.names()).cast(dict(LINES.items()))


def _split(based: pl.DataFrame) -> pl.DataFrame:
    """Return the lines that are not blank, each from its first character to the next line's, which tiles a text.

    `at` is the place in all texts laid end to end, with one character between them.
    """
    raw, text = pl.col("raw"), pl.col("text")
    lines = (
        based.with_columns(pl.col("raw_text").str.split("\n").alias("raw"))
        .drop("raw_text")
        .explode("raw")
        .with_columns((raw.str.len_chars() + 1).cast(pl.Int64).cum_sum().alias("after"))
        .select(pl.exclude("raw"), raw.str.strip_chars_start().alias("text"))
        .filter(text != "")
        .with_columns((pl.col("after") - 1 - text.str.len_chars()).alias("at"), text.str.strip_chars_end())
    )
    is_first, is_last = (pl.col("doc") != pl.col("doc").shift(step) for step in (1, -1))
    start = pl.when(is_first.fill_null(True)).then(0).otherwise(pl.col("at") - pl.col("base"))
    return lines.select(
        "doc",
        "article_id",
        (text.hash() ^ pl.col("source_key")).alias("line_key"),
        "text",
        "at",
        start.alias("start_char"),
        pl.when(is_last.fill_null(True)).then("n").otherwise(pl.col("at").shift(-1) - pl.col("base")).alias("end_char"),
    )


def _with_spans(lines: pl.DataFrame, based: pl.DataFrame, spans: pl.DataFrame) -> pl.DataFrame:
    """Add kept and kind of the span in which a line begins."""
    placed = (
        spans.join(based.select("article_id", "base"), on="article_id")
        .select((pl.col("base") + pl.col("start_char")).alias("at"), "kept", "kind")
        .sort("at")
    )
    return lines.join_asof(placed, on="at", check_sortedness=False)


def _with_looks(lines: pl.DataFrame) -> pl.DataFrame:
    """Add n_bytes, is_sentence, is_prose, and is_fragment: a piece of a sentence that was cut at an inline tag."""
    text = pl.col("text")
    looks = lines.with_columns(
        text.str.len_bytes().alias("n_bytes"),
        text.str.tail(_LAST).str.contains(_STOP).alias("ends_stop"),
        text.str.head(1).str.contains(r"[,.;:)!?’”]").alias("is_after_mark"),
        text.str.head(1).str.contains(r"\p{Ll}").alias("is_small"),
    )
    is_prose = pl.col("n_bytes") >= pl.when("ends_stop").then(_PROSE_SENTENCE).otherwise(_PROSE_LINE)
    glued = _glued_to_the_next()
    return looks.with_columns(
        is_prose.alias("is_prose"),
        (is_prose | pl.col("ends_stop")).alias("is_sentence"),
        (glued | glued.shift(1)).fill_null(False).alias("is_fragment"),
    )


def _glued_to_the_next() -> pl.Expr:
    """Return whether the next line goes on with a line's sentence."""
    near = (pl.col("doc") == pl.col("doc").shift(-1)) & pl.col("kept") & pl.col("kept").shift(-1)
    length, after = pl.col("n_bytes"), pl.col("n_bytes").shift(-1)
    # Two short lines without a stop are rather menu words.
    small = pl.col("is_small").shift(-1) | (pl.col("ends_stop").shift(-1) & (after < _PROSE_SENTENCE))
    long = (length >= _MENU_BYTES) | (after >= _MENU_BYTES)
    return near & ~pl.col("ends_stop") & (pl.col("is_after_mark").shift(-1) | (small & long))


def placed(lines: pl.DataFrame, recurring: pl.DataFrame) -> pl.DataFrame:
    """Return the kept LINES with a `line_key` of `recurring` at head or tail, with its columns and `is_head`.

    Head and tail are what stands before the first and after the last prose that is the article's own, which none of
    the others has. An article without any has its headline for a head.
    """
    known = recurring.with_columns(pl.lit(True).alias("is_known"))
    marked = lines.filter("kept").join(known, on="line_key", how="left", maintain_order="left")
    own = (pl.col("is_prose") & pl.col("is_known").is_null()).cast(pl.Int32)
    read = marked.with_columns(
        own.cum_sum().over("article_id").alias("read"), own.sum().over("article_id").alias("all")
    )
    at_edge = (pl.col("read") == 0) | (pl.col("read") == pl.col("all"))
    found = read.filter(pl.col("is_known") & at_edge & ~pl.col("is_fragment"))
    is_head = (pl.col("read") == 0) & ((pl.col("all") > 0) | ~pl.col("is_sentence"))
    return found.with_columns(is_head.alias("is_head")).drop("read", "all", "is_known")


def recurring_places(lines: pl.DataFrame, recurring: pl.DataFrame) -> pl.DataFrame:
    """Return the kept LINES that RECURRING calls chrome where they stand, with its kind, score and n_articles."""
    found = placed(lines.drop("kind"), recurring)
    return found.filter(pl.when("is_head").then("at_head").otherwise("at_tail"))


def removed_lines(articles: pl.DataFrame, places: pl.DataFrame) -> pl.DataFrame:
    """Return RECURRING_LINES of the lines of recurring_places, one row a source and line."""
    slices = pl.col("raw_text").str.slice("start_char", pl.col("end_char") - pl.col("start_char"))
    named = places.join(articles.select("article_id", "source_id", "raw_text"), on="article_id")
    lines = named.with_columns(slices.str.strip_chars().alias("text"))
    return lines.select(RECURRING_LINES.names()).cast(dict(RECURRING_LINES.items())).unique().sort("source_id", "text")


def with_recurring(spans: pl.DataFrame, places: pl.DataFrame) -> pl.DataFrame:
    """Return SPANS in which the lines of recurring_places are removed."""
    touched = spans["article_id"].is_in(places["article_id"].unique().implode())
    return pl.concat([spans.filter(~touched), _cut(spans.filter(touched), places)]).sort("article_id", "start_char")


def _cut(spans: pl.DataFrame, places: pl.DataFrame) -> pl.DataFrame:
    """Cut spans at the edges of the lines, mark the kept pieces within as removed, and join what is alike."""
    chrome = places.select("article_id", "start_char", "end_char", "kind", "score").sort("article_id", "start_char")
    edges = [
        spans.select("article_id", "start_char"),
        *(chrome.select("article_id", pl.col(edge).alias("start_char")) for edge in ("start_char", "end_char")),
    ]
    pieces = pl.concat(edges).unique().sort("article_id", "start_char")
    pieces = (
        pieces.join_asof(spans, on="start_char", by="article_id", check_sortedness=False)
        .join_asof(chrome, on="start_char", by="article_id", check_sortedness=False, suffix="_found")
        .filter(pl.col("start_char") < pl.col("end_char"))
        .with_columns(
            pl.min_horizontal(pl.col("start_char").shift(-1).over("article_id"), "end_char").alias("end_char")
        )
    )
    gone = (pl.col("kept") & (pl.col("start_char") < pl.col("end_char_found"))).fill_null(False)
    return joined(
        pieces.with_columns(
            (pl.col("kept") & ~gone).alias("kept"),
            pl.when(gone).then(pl.lit(RULE)).otherwise("rule").alias("rule"),
            *(pl.when(gone).then(f"{name}_found").otherwise(name).alias(name) for name in ("kind", "score")),
        )
    )


def own_spans(articles: pl.DataFrame, removed: pl.DataFrame) -> pl.DataFrame:
    """Return the SPANS as cleaning gave them, from ARTICLES' n_chars and the removed spans that are stored."""
    own = removed.filter(pl.col("rule") != RULE).with_columns(pl.lit(False).alias("kept"))
    gone = own.select(SPANS.names()).cast(dict(SPANS.items())).sort("article_id", "start_char")
    ends = articles.select("article_id", pl.col("n_chars").alias("start_char"), pl.col("n_chars").alias("end_char"))
    stops = pl.concat([gone.select("article_id", "start_char", "end_char"), ends]).sort("article_id", "start_char")
    between = stops.select(
        "article_id",
        pl.col("end_char").shift(1).over("article_id").fill_null(0).alias("start_char"),
        pl.col("start_char").alias("end_char"),
        pl.lit(True).alias("kept"),
        *(pl.lit(None).alias(name) for name in ("kind", "rule", "score")),
    ).filter(pl.col("start_char") < pl.col("end_char"))
    return pl.concat([gone, between.cast(dict(SPANS.items()))]).sort("article_id", "start_char")
