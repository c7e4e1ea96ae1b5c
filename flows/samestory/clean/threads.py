"""Threads of reader comments, told by their structure: posts that come with a name, a time stamp or buttons."""

from collections.abc import Iterator, Sequence

import polars as pl

from samestory.clean.body import is_prose

# Between the marks of one post and those of the next stand a name and the paragraphs of a post.
_POST_LINES = 15
# A heading or stamp stands this close above the first post's text or buttons.
_HEAD_LINES = 8
# The last post's text has no more paragraphs than that.
_LAST_LINES = 6
# A name is no longer; what is longer beside a stamp is a title.
_NAME_CHARS = 40
_CLOCK = r"\d ?[:.h] ?\d{2}"
# A name and a stamp on one line: "vera 2012-01-13 10:48".
_DATE = r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2} \p{L}+\.?,? \d{4}|\p{L}+ \d{1,2},? \d{4}"
_NAMED_STAMP = rf"^\W*\p{{L}}.{{0,50}}(?:{_DATE}).{{1,8}}{_CLOCK}.{{0,20}}$"
# These belong to a post when they stand in a thread, and to the article elsewhere.
_OF_POSTS = ("date_line", "byline", "comment_vote", "share_words", "menu_word")

_Mark = tuple[int, str]


def with_threads(lines: pl.DataFrame) -> pl.DataFrame:
    """Add in_thread (a line lies in a thread of reader comments), and make a post's stamps and buttons part of it."""
    marked = _with_marks(lines)
    marks = marked.drop_nulls("mark").group_by("doc", maintain_order=True).agg("line", "mark")
    found = [
        (doc, first, last)
        for doc, numbers, kinds in marks.iter_rows()
        for first, last in _threads(list(zip(numbers, kinds, strict=True)))
    ]
    threads = pl.DataFrame(found, schema={"doc": pl.UInt32, "first": pl.Int64, "last": pl.Int64}, orient="row")
    covered = (
        marked.join(_with_last_text(threads, marked), on="doc")
        .filter(pl.col("line").is_between("first", "last"))
        .select("doc", "line", pl.lit(True).alias("in_thread"))
        .unique(["doc", "line"])
    )
    joined = lines.join(covered, on=["doc", "line"], how="left", maintain_order="left")
    posts = pl.col("in_thread") & pl.col("rule").is_in(_OF_POSTS)
    return joined.with_columns(
        pl.col("in_thread").fill_null(False),
        pl.when(posts).then(pl.lit("reader_comment")).otherwise("rule_kind").alias("rule_kind"),
    )


def _with_marks(lines: pl.DataFrame) -> pl.DataFrame:
    """Return doc, line, prose, and mark: the button of a post, its stamp, the heading of a thread, or null."""
    rule, weight = pl.col("rule"), pl.col("weight")
    # Longer lines are not looked at, which spares most of the time.
    text = pl.when(weight <= 2 * _NAME_CHARS).then("text").otherwise(pl.lit(""))
    named = weight.is_between(2, _NAME_CHARS) & ~pl.col("ends_stop")
    doc = pl.col("doc")
    beside = (named.shift(1) & (doc == doc.shift(1))) | (named.shift(-1) & (doc == doc.shift(-1)))
    stamp = (rule == "date_line") & text.str.contains(_CLOCK) & beside
    both = text.str.contains(_CLOCK) & text.str.contains(_NAMED_STAMP)
    return lines.select(
        "doc",
        "line",
        (is_prose() & rule.is_null()).alias("prose"),
        pl.when(rule == "comment_action")
        .then(pl.lit("button"))
        .when(rule.is_in(["comment_heading", "comment_notice"]))
        .then(pl.lit("heading"))
        .when(stamp | both)
        .then(pl.lit("stamp"))
        .alias("mark"),
    )


def _threads(marks: Sequence[_Mark]) -> Iterator[tuple[int, int]]:
    """Yield the first and last marked line of each thread of a document.

    Two buttons make a thread, or a heading with a button or with two stamps: a button alone may belong to the article,
    and stamps alone to a list of news.
    """
    chain: list[_Mark] = []
    for mark in [*marks, None]:
        if mark and (not chain or mark[0] - chain[-1][0] <= _POST_LINES):
            chain.append(mark)
            continue
        if first := _first_line(chain):
            yield first, chain[-1][0]
        chain = [mark] if mark else []


def _first_line(chain: Sequence[_Mark]) -> int | None:
    """Return where the thread of a chain of marks starts, None where it is none."""
    buttons = [line for line, mark in chain if mark == "button"]
    stamps = [line for line, mark in chain if mark == "stamp"]
    headings = [line for line, mark in chain if mark == "heading"]
    if buttons:
        above = [line for line in headings if line < buttons[0]]
        near = [line for line in stamps if buttons[0] - _HEAD_LINES <= line < buttons[0]]
        if above or len(buttons) > 1:
            return max(above) if above else min([*near, buttons[0]])
        return None
    opened = [
        line
        for line in headings
        if len(after := [stamp for stamp in stamps if stamp > line]) > 1 and after[0] - line <= _HEAD_LINES
    ]
    return max(opened, default=None)


def _with_last_text(threads: pl.DataFrame, marked: pl.DataFrame) -> pl.DataFrame:
    """Return the threads with the prose right below them: where names come first, the last post ends without a mark."""
    below = (
        marked.join(threads, on="doc")
        .filter((pl.col("line") > pl.col("last")) & (pl.col("line") <= pl.col("last") + _LAST_LINES))
        .filter(pl.col("prose").cum_prod().over("doc", "first") == 1)
        .group_by("doc", "first")
        .agg(pl.col("line").max().alias("below"))
    )
    joined = threads.join(below, on=["doc", "first"], how="left")
    return joined.select("doc", "first", pl.coalesce("below", "last").alias("last"))
