"""Lines that recur across the articles of a source go; what is an article's own stays, however often it comes again."""

import random
from collections.abc import Sequence

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samestory.clean import clean, counting, keep_everything
from samestory.clean.counting import RECURRING, recurring_lines
from samestory.clean.recurring import LINES, article_lines, own_spans, recurring_places, removed_lines, with_recurring
from samestory.records import ARTICLES, RECURRING_LINES, SPANS
from tests.recurring import NOTICE, SLOGAN, SUBJECTS, body, page

MENU = "All our walks along the shore"


def articles(*texts: str, urls: Sequence[str | None] = (), source: str = "mirror") -> pl.DataFrame:
    """Return ARTICLES of one source with ids a000, a001 and so on."""
    rows = [
        {
            "article_id": f"a{i:03}",
            "source_id": source,
            "canonical_url": urls[i] if urls else None,
            "raw_text": text,
            "n_chars": len(text),
        }
        for i, text in enumerate(texts)
    ]
    return pl.DataFrame(rows, schema=ARTICLES)


def learn(frame: pl.DataFrame, spans: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the places of recurring lines, and the spans without them."""
    lines = article_lines(frame, spans)
    places = recurring_places(lines, recurring_lines(frame, lines.lazy()))
    return places, with_recurring(spans, places)


def removed(frame: pl.DataFrame, spans: pl.DataFrame | None = None) -> list[set[str]]:
    """Return the lines that go from each article, all lines having been kept where no spans are given."""
    places, _ = learn(frame, keep_everything(frame) if spans is None else spans)
    gone: dict[str, set[str]] = {article_id: set() for article_id in frame["article_id"]}
    texts = dict(frame.select("article_id", "raw_text").iter_rows())
    for article_id, start, end in places.select("article_id", "start_char", "end_char").iter_rows():
        gone[article_id].add(texts[article_id][start:end].strip())
    return list(gone.values())


def without(frame: pl.DataFrame, line: str, ids: Sequence[str], kind: str) -> pl.DataFrame:
    """Return SPANS that keep all but one line of some articles."""
    rows: list[tuple[object, ...]] = []
    for article_id, text in frame.select("article_id", "raw_text").iter_rows():
        start = text.index(line) if article_id in ids else len(text)
        end = min(start + len(line), len(text))
        spans = [(0, start, True), (start, end, False), (end, len(text), True)]
        rows += [
            (article_id, a, b, kept, None if kept else kind, None if kept else "model", None if kept else 0.8)
            for a, b, kept in spans
            if a < b
        ]
    return pl.DataFrame(rows, schema=SPANS, orient="row")


def test_lines_after_the_text_of_three_articles_go() -> None:
    frame = articles(*(page(subject, SLOGAN, NOTICE) for subject in SUBJECTS[:3]))
    assert removed(frame) == [{SLOGAN, NOTICE}] * 3


@pytest.mark.parametrize(("others", "gone"), [(2, {SLOGAN}), (3, set())])
def test_two_articles_are_enough_for_a_heading_where_they_are_half_of_the_source(others: int, gone: set[str]) -> None:
    plain = (page(subject) for subject in SUBJECTS[2 : 2 + others])
    assert removed(articles(*(page(subject, SLOGAN) for subject in SUBJECTS[:2]), *plain))[:2] == [gone, gone]


def test_a_paragraph_pasted_under_follow_ups_stays() -> None:
    frame = articles(*(page(subject, NOTICE if i < 3 else "") for i, subject in enumerate(SUBJECTS[:7])))
    assert removed(frame) == [set()] * 7


def test_two_follow_ups_with_one_last_paragraph_keep_it() -> None:
    assert removed(articles(*(page(subject, NOTICE) for subject in SUBJECTS[:2]))) == [set(), set()]


def test_headings_between_paragraphs_stay() -> None:
    texts = []
    for subject in SUBJECTS[:5]:
        first, second, third = body(subject)
        texts.append("\n\n".join([first, "Why it matters", second, "Q:", third]))
    assert removed(articles(*texts)) == [set()] * 5


def test_a_headline_that_others_name_in_their_margins_stays() -> None:
    headline = f"Winter closes the old {SUBJECTS[0]}"
    frame = articles(page(SUBJECTS[0]), *(page(subject, headline) for subject in SUBJECTS[1:5]))
    assert removed(frame) == [set(), *[{headline}] * 4]


def test_what_stands_above_three_articles_goes() -> None:
    frame = articles(*(f"{MENU}\n{page(subject)}" for subject in SUBJECTS[:3]))
    assert removed(frame) == [{MENU}] * 3


@pytest.mark.parametrize(("linked", "listed"), [(4, 0), (1, 4), (4, 1)])
def test_a_link_within_the_last_sentence_stays(linked: int, listed: int) -> None:
    ends = ["The council, a clerk of Marrow Bay told\n\nThe Alder Post\n\n, will meet again next week."] * linked
    ends += ["The Alder Post"] * listed
    found = removed(articles(*("\n\n".join([*body(SUBJECTS[i]), end]) for i, end in enumerate(ends))))
    assert ["The Alder Post" in gone for gone in found] == [i >= linked and listed > 1 for i in range(len(ends))]


EDITED = [
    page("ferry", SLOGAN),
    page("ferry", SLOGAN).replace("since June", "since last June, the keeper said"),
    page("ferry", SLOGAN).replace("on Monday", "on Tuesday evening"),
]


@pytest.mark.parametrize("texts", [[EDITED[0]] * 3, EDITED], ids=["same", "edited"])
@pytest.mark.parametrize("urls", [["u"] * 3, ["u", "v", "w"], [None] * 3], ids=["one url", "three urls", "no url"])
def test_versions_and_mirrors_of_one_article_count_once(texts: list[str], urls: list[str | None]) -> None:
    assert removed(articles(*texts, urls=urls)) == [set()] * 3


def test_one_address_is_one_article_however_much_was_edited() -> None:
    frame = articles(*(page(subject, SLOGAN, NOTICE) for subject in SUBJECTS[:3]), urls=["u"] * 3)
    assert removed(frame) == [set()] * 3


def test_versions_lose_what_other_articles_have_too() -> None:
    frame = articles(*EDITED, page("mill", SLOGAN), page("quarry", SLOGAN))
    assert removed(frame) == [{SLOGAN}] * 5


def test_short_news_under_long_notices_are_no_versions_of_each_other() -> None:
    notices = [NOTICE, NOTICE.replace("Tuesday", "Friday"), NOTICE.replace("printed", "paid for")]
    numbers = range(counting._MOST_VERSIONS + 1)
    news = [f"The {i}th swan of the year was seen in Marrow Bay on Monday, and nobody fed it." for i in numbers]
    assert removed(articles(*("\n\n".join([line, *notices]) for line in news))) == [set(notices)] * len(news)


def test_a_line_that_cleaning_removes_elsewhere_gets_its_kind_from_there() -> None:
    frame = articles(*(page(subject, SLOGAN) for subject in SUBJECTS[:6]))
    spans = without(frame, SLOGAN, ["a001", "a002", "a003", "a005"], "subscribe")
    places, after = learn(frame, spans)
    assert removed(frame, spans) == [{SLOGAN}, set(), set(), set(), {SLOGAN}, set()]
    assert places.select("kind", "score", "n_articles").unique().rows() == [("subscribe", 0.75, 6)]
    assert after.filter(~pl.col("kept"), pl.col("article_id") == "a000").select("kind", "rule", "score").rows() == [
        ("subscribe", "recurring_line", 0.75)
    ]
    assert removed_lines(frame, places).rows() == [("mirror", SLOGAN, "subscribe", 6)]


def test_what_cleaning_cut_out_of_a_line_keeps_its_reason() -> None:
    frame = articles(*(page(subject, SLOGAN) for subject in SUBJECTS[:3]))
    _, after = learn(frame, without(frame, "quay", ["a000"], "share"))
    cut = after.filter(pl.col("article_id") == "a000", ~pl.col("kept")).select("kind", "rule").rows()
    assert cut == [("other", "recurring_line"), ("share", "model"), ("other", "recurring_line")]


def test_sources_know_nothing_of_each_other_and_unknown_ones_nothing_at_all() -> None:
    texts = [page(subject, SLOGAN) for subject in SUBJECTS[:4]]
    frame = articles(*texts).with_columns(pl.Series("source_id", ["mirror", "mirror", "post", "ledger"]))
    many = articles(*texts, source="unknown:in.jsonl")
    assert removed(frame) == [{SLOGAN}, {SLOGAN}, set(), set()]
    assert article_lines(many, keep_everything(many)).is_empty()


def test_an_article_may_be_all_chrome() -> None:
    frame = articles(*(page(subject, SLOGAN, NOTICE) for subject in SUBJECTS[:4]), NOTICE, f"{SLOGAN}\n{NOTICE}")
    _, spans = learn(frame, keep_everything(frame))
    assert spans.filter(pl.col("article_id") == "a004").select("start_char", "kept").rows() == [(0, False)]
    # The line may be a headline, which only other heads can tell.
    assert removed(frame)[5] == {NOTICE}


PARTS = st.sampled_from(
    [*body("mill"), *body("ferry"), SLOGAN, NOTICE, MENU, "•", " ", "", "👩‍🔧 menu", "桥梁将关闭。"]
)
TEXTS = st.lists(PARTS, max_size=9).flatmap(
    lambda parts: st.sampled_from(["\n", "\n\n", "\r\n", " \n\t"]).map(lambda end: end.join(parts) + end)
)


@given(st.lists(TEXTS, min_size=1, max_size=7))
@settings(max_examples=60)
def test_spans_rebuild_the_text_and_lead_back_to_what_cleaning_gave(texts: list[str]) -> None:
    frame = articles(*texts)
    for spans in (clean(frame), keep_everything(frame)):
        _, after = learn(frame, spans)
        assert after.schema == SPANS
        tiled = after.with_columns(pl.col("end_char").shift(1).over("article_id").fill_null(0).alias("before"))
        assert (tiled["start_char"] == tiled["before"]).all()
        assert after["end_char"].max() == spans["end_char"].max()
        assert own_spans(frame, after.filter(~pl.col("kept"))).equals(spans.sort("article_id", "start_char"))


@given(st.lists(TEXTS, min_size=2, max_size=7), st.integers(0, 9))
@settings(max_examples=40)
def test_order_changes_nothing(texts: list[str], seed: int) -> None:
    frame = articles(*texts)
    shuffled = frame[random.Random(seed).sample(range(len(frame)), len(frame))]
    assert learn(shuffled, keep_everything(shuffled))[1].equals(learn(frame, keep_everything(frame))[1])


def test_counting_in_parts_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    frame = articles(*(f"{MENU}\n{page(subject, SLOGAN, NOTICE)}" for subject in SUBJECTS))
    lines = article_lines(frame, keep_everything(frame)).lazy()
    whole = recurring_lines(frame, lines)
    monkeypatch.setattr(counting, "_PART_ROWS", 7)
    assert recurring_lines(frame, lines).equals(whole)
    assert len(whole) == 3


def test_no_article_gives_empty_frames() -> None:
    frame = articles()
    lines = article_lines(frame, keep_everything(frame))
    known = recurring_lines(frame, lines.lazy())
    assert (lines.schema, known.schema) == (LINES, RECURRING)
    assert removed_lines(frame, recurring_places(lines, known)).schema == RECURRING_LINES
