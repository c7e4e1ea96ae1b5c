"""Which lines of a source recur in so many different articles that they are no article's own."""

from collections.abc import Callable

import polars as pl

from samestory.clean.recurring import placed

# One row is one line of one source that two or more of its articles have; it is chrome before an article's own text
# (`at_head`), after it (`at_tail`), or neither.
RECURRING = pl.Schema(
    {
        "line_key": pl.UInt64,
        "n_articles": pl.Int64,
        "kind": pl.String,
        "score": pl.Float64,
        "at_head": pl.Boolean,
        "at_tail": pl.Boolean,
    }
)

# Two may be a coincidence, a series or one paragraph pasted twice; measured on three development sets, lines of three
# articles that stand after the body were in no gold body but for disclaimers that its makers had left there.
_SEVERAL = 3
# Where a source has few articles, two that make up half of them; with it the gain on the sites of two to four pages
# doubles. A sentence needs both, as newsrooms paste their background paragraphs under follow-ups.
_PAIR, _SHARE = 2, 0.5
# Versions and mirrors of one article share most of their prose, and different articles next to none.
_SAME_PROSE = 0.5
# What stands in more articles is a source's own boilerplate, which would make versions of all its short news; no
# article of the development sets has more than two versions, and those of one address are told by it.
_MOST_VERSIONS = 10
# More rows at once than this are counted in parts, so that memory stays flat.
_PART_ROWS = 4_000_000


def recurring_lines(articles: pl.DataFrame, lines: pl.LazyFrame) -> pl.DataFrame:
    """Return RECURRING for LINES of ARTICLES (article_id, source_id and canonical_url of all articles to count)."""
    documents = _documents(articles, lines)
    common = _in_parts(lines, pl.col("line_key"), lambda part: _common(part, documents))
    keys = common.select("line_key")
    at_heads = _in_parts(lines.filter("kept"), pl.col("article_id").hash(), lambda part: _heads(part, keys))
    counts = (
        at_heads.join(documents, on="article_id")
        .group_by("line_key")
        .agg(pl.col("document").n_unique().cast(pl.Int64).alias("n_heads"))
    )
    heads = pl.col("n_heads").fill_null(0)
    judged = common.join(counts, on="line_key", how="left").with_columns(
        # A headline stands at the head of its own article alone, however many others name it in their margins.
        (_enough(heads) & (heads >= _SEVERAL)).alias("at_head"),
        _enough(pl.col("n_articles")).alias("at_tail"),
        _score().alias("score"),
    )
    return judged.select(RECURRING.names()).cast(dict(RECURRING.items())).sort("line_key")


def _in_parts(lines: pl.LazyFrame, key: pl.Expr, work: Callable[[pl.DataFrame], pl.DataFrame]) -> pl.DataFrame:
    """Return what `work` makes of all lines, given part by part; rows with the same key are in the same part."""
    n = lines.select(pl.len()).collect().item() // _PART_ROWS + 1
    return pl.concat([work(lines.filter(key % n == part).collect()) for part in range(n)])


def _documents(articles: pl.DataFrame, lines: pl.LazyFrame) -> pl.DataFrame:
    """Return article_id, document (a number that versions and mirrors of one article share) and n_source.

    `n_source` is how many documents the article's source has.
    """
    numbered = (
        articles.select("article_id", "source_id", "canonical_url")
        .unique("article_id")
        .sort("article_id")
        .with_columns(pl.int_range(pl.len(), dtype=pl.Int64).alias("article"))
    )
    first = pl.col("article").min().over("source_id", "canonical_url")
    of_address = pl.when(pl.col("canonical_url").is_not_null() & (first < pl.col("article"))).then(first)
    parents = numbered.join(_same_prose(numbered, lines), on="article", how="left", maintain_order="left").with_columns(
        pl.coalesce(of_address, "leader", "article").alias("document")
    )
    # A parent has a smaller number than its child, so that following them ends.
    document = parents["document"]
    while not (up := document.gather(document)).equals(document):
        document = up
    return parents.with_columns(document).select(
        "article_id", "document", pl.col("document").n_unique().over("source_id").cast(pl.Int64).alias("n_source")
    )


def _same_prose(numbered: pl.DataFrame, lines: pl.LazyFrame) -> pl.DataFrame:
    """Return article and leader: of the articles before it that hold at least half of its prose, the one with most."""
    prose = (
        lines.filter(pl.col("kept") & pl.col("is_prose"))
        .select("article_id", "line_key", "n_bytes")
        .unique(["article_id", "line_key"])
        .collect()
        .join(numbered.select("article_id", "article"), on="article_id")
        .filter(pl.len().over("line_key") <= _MOST_VERSIONS)
        .with_columns(pl.col("article").min().over("line_key").alias("leader"))
    )
    shared = prose.filter(pl.col("leader") < pl.col("article"))
    totals = prose.group_by("article").agg(pl.col("n_bytes").sum().alias("n_all"))
    versions = (
        shared.group_by("article")
        .agg(pl.col("n_bytes").sum().alias("n_shared"))
        .join(totals, on="article")
        .filter(pl.col("n_shared") >= _SAME_PROSE * pl.col("n_all"))
    )
    return (
        shared.join(versions, on="article", how="semi")
        .group_by("article", "leader")
        .agg(pl.col("n_bytes").sum())
        .sort("article", "n_bytes", "leader", descending=[False, True, False])
        .unique("article", keep="first", maintain_order=True)
        .select("article", "leader")
    )


def _common(part: pl.DataFrame, documents: pl.DataFrame) -> pl.DataFrame:
    """Return the lines of two documents or more, with n_articles, n_source, kind and is_sentence."""
    whole = part.filter(~pl.col("is_fragment"))
    twice = whole.filter(pl.col("line_key").is_duplicated())
    rows = twice.join(twice.filter("kept").select("line_key").unique(), on="line_key", how="semi")
    counted = (
        rows.join(documents, on="article_id")
        .group_by("line_key")
        .agg(
            pl.col("is_sentence", "n_source").first(),
            pl.col("document").n_unique().cast(pl.Int64).alias("n_articles"),
            pl.col("kind").drop_nulls().sort().mode(maintain_order=True).first().fill_null("other"),
        )
    )
    return counted.filter(pl.col("n_articles") >= _PAIR)


def _heads(part: pl.DataFrame, common: pl.DataFrame) -> pl.DataFrame:
    """Return line_key and article_id of each common line that is kept at the head of an article."""
    return placed(part, common).filter("is_head").select("line_key", "article_id")


def _enough(n: pl.Expr) -> pl.Expr:
    """Return whether a line of `n` different articles is chrome, given is_sentence and n_source."""
    several, shared = n >= _SEVERAL, n >= _SHARE * pl.col("n_source")
    return pl.when("is_sentence").then(several & shared).otherwise(several | ((n >= _PAIR) & shared))


def _score() -> pl.Expr:
    """Return how sure it is: 1/2 for two or three articles, 3/4 from four, 7/8 from eight, 15/16 from sixteen.

    In steps, so that one more article seldom changes the rows of those that are stored.
    """
    n = pl.col("n_articles")
    return 1 - 1 / pl.when(n >= 16).then(16).when(n >= 8).then(8).when(n >= 4).then(4).otherwise(2)
