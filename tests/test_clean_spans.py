"""Kept and removed spans rebuild every text, in whatever batch and order it comes."""

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from samestory.clean import clean, keep_everything
from samestory.records import REMOVED_KINDS, SPANS
from tests.cleaning import BODY, articles

LINES = st.sampled_from(
    [
        *BODY,
        "Home » Coast » Bridge to close",
        "Share on Facebook",
        "Leave a Comment",
        "3 Comments",
        "Related articles",
        "By Rosa Fennimore",
        "14 March 2026",
        "Table of Contents",
        "A bridge with a history",
        "•",
        "© 2026 Marrow Bay Mirror",
        "桥梁将于周四关闭。",
        "He left.Advertisement",
        "👩‍🔧 menu",
    ]
)
BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\u2028", "\f", " \n", "\n \t\n", "\x85", "\x0b"])
PAGES = st.lists(st.tuples(LINES, BREAKS), max_size=25).map(lambda parts: "".join(a + b for a, b in parts))
TEXTS = PAGES | st.text(st.characters(blacklist_categories=["Cs"]), max_size=80)


def rebuilt(spans: pl.DataFrame, text: str) -> str:
    at = 0
    for start, end in spans.select("start_char", "end_char").iter_rows():
        assert start == at < end
        at = end
    return text[:at]


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_spans_cover_any_text_exactly_once(text: str) -> None:
    spans = clean(articles(text))
    assert spans.schema == SPANS
    assert rebuilt(spans, text) == text
    removed = spans.filter(~pl.col("kept"))
    assert removed["kind"].is_in(REMOVED_KINDS).all()
    assert removed["rule"].null_count() == 0
    assert removed["score"].is_between(0, 1).all()
    assert spans.filter("kept").select("kind", "rule", "score").null_count().row(0) == (spans["kept"].sum(),) * 3


@given(TEXTS)
@settings(max_examples=50, deadline=None)
def test_keep_everything_keeps_any_text_whole(text: str) -> None:
    spans = keep_everything(articles(text))
    assert spans.schema == SPANS
    assert spans.select("start_char", "end_char", "kept").rows() == ([(0, len(text), True)] if text else [])


@given(st.lists(TEXTS, min_size=1, max_size=6), st.integers(1, 6), st.randoms(use_true_random=False))
@settings(max_examples=50, deadline=None)
def test_batches_and_order_change_nothing(texts: list[str], size: int, random: object) -> None:
    whole = articles(*texts)
    order = list(range(len(texts)))
    random.shuffle(order)  # type: ignore[attr-defined]
    shuffled = whole[order]
    parts = [clean(shuffled[i : i + size]) for i in range(0, len(texts), size)]
    assert pl.concat(parts).sort("article_id", "start_char").equals(clean(whole))


def test_no_article_and_no_text_give_no_span() -> None:
    assert clean(articles().head(0)).is_empty()
    assert clean(articles("")).is_empty()


def test_blank_text_is_one_removed_span() -> None:
    spans = clean(articles(" \n\t\n"))
    assert spans.select("start_char", "end_char", "kept", "rule").rows() == [(0, 4, False, "blank")]


def test_line_breaks_belong_to_the_line_before_them() -> None:
    text = "\n" + "\n\n".join([*BODY, "Leave a Comment"]) + "\n"
    spans = clean(articles(text))
    cut = text.index("Leave")
    assert spans.select("start_char", "end_char", "kept").rows() == [(0, cut, True), (cut, len(text), False)]
