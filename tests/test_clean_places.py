"""The kind of a removed line without a rule: its shape, its place, and the box it stands in."""

import polars as pl
import pytest
from hypothesis import given, settings

from samestory.clean.body import with_body_run
from samestory.clean.context import with_context_rules
from samestory.clean.features import with_features
from samestory.clean.kinds import with_kinds
from samestory.clean.lines import explode_lines
from samestory.clean.page import with_votes
from samestory.clean.patterns import with_rules
from samestory.records import REMOVED_KINDS
from tests.cleaning import BODY, articles
from tests.test_clean_spans import TEXTS

MENU = ("Coast", "Inland", "Boats", "Harbours", "Tides", "Letters")


def judged(*texts: str) -> pl.DataFrame:
    """Return the lines of the texts with place_kind and place_rule."""
    pages = articles(*texts)
    lines = with_context_rules(with_rules(with_features(explode_lines(pages))))
    return with_kinds(with_body_run(with_votes(lines, pages)))


def kinds_of(*lines: str) -> dict[str, str]:
    """Return {line: place_kind} of one page."""
    return dict(judged("\n".join(lines)).select("text", "place_kind").iter_rows())


@pytest.mark.parametrize("page", [(*MENU, *BODY), (*BODY, *MENU), (*BODY, "Related", *BODY[:1], *MENU)])
def test_a_run_of_short_lines_is_a_menu(page: tuple[str, ...]) -> None:
    kinds = kinds_of(*page)
    assert {kinds[entry] for entry in MENU} == {"navigation"}


def test_a_menu_on_one_line_and_a_long_entry_between_short_ones() -> None:
    on_one_line = "Coast | Inland | Boats | Harbours | Tides | Letters"
    long_entry = "Harbours, landing stages and jetties"
    kinds = kinds_of("Mirror", on_one_line, *MENU, long_entry, *MENU, *BODY)
    assert kinds[on_one_line] == kinds[long_entry] == "navigation"
    assert kinds_of("Mirror", "新闻 体育 财经 科技 文化 健康 教育 旅游", *BODY)[
        "新闻 体育 财经 科技 文化 健康 教育 旅游"
    ] == ("navigation")


def test_titles_and_teasers_of_other_articles() -> None:
    title, teaser = (
        "Lighthouse keeper retires after forty years",
        "He lit the lamp for the last time on Sunday evening.",
    )
    kinds = kinds_of(*BODY, "Privacy policy", *MENU, title, teaser, "Fog signal falls silent at last, too")
    assert (kinds[title], kinds[teaser]) == ("related", "related")
    assert kinds_of(*BODY, "You may also like", "Fog bell")["Fog bell"] == "related"
    assert kinds_of(*BODY, *BODY, teaser, "Coast news", title)["Coast news"] == "related"


@pytest.mark.parametrize(
    ("heading", "line", "kind"),
    [
        ("Leave a Reply", "My cousin drives a lorry and says that it takes an hour on market days.", "reader_comment"),
        ("Leave a Reply", "Your nickname", "comment_form"),
        ("Tags", "swing bridges", "tags"),
        ("Table of Contents", "Who pays", "contents"),
        ("About the author", "She grew up on a boat, and wrote two books about locks and weirs.", "author_box"),
        ("Sign up for our newsletter", "Once a week, with the tide tables.", "subscribe"),
        ("We use cookies to improve your visit.", "Some of them are needed, others help us to count visits.", "cookie"),
        ("Subscribe to continue reading", "It costs a crown a week, and the first month is free.", "paywall"),
        ("© 2026 Marrow Bay Mirror", "The Mirror is not liable for what its readers write here.", "copyright"),
        ("Advertisement", "Boots for wet weather, now half as dear as in spring", "advertisement"),
        ("Related articles", "Fog signal falls silent at last", "related"),
    ],
)
def test_a_box_gives_its_kind_to_what_stands_in_it(heading: str, line: str, kind: str) -> None:
    assert kinds_of(*BODY, *MENU, "Privacy policy", heading, line)[line] == kind


def test_a_box_does_not_reach_the_next_document() -> None:
    lines = judged("\n".join([*BODY, "Tags"]), "\n".join(["swing bridges", *BODY]))
    assert lines.filter(pl.col("text") == "swing bridges")["place_kind"].item() == "navigation"


def test_bare_marks_belong_to_what_stands_before_them() -> None:
    assert kinds_of(*BODY, "Share on Facebook", "•")["•"] == "share"
    assert kinds_of("•", "Share on Facebook", *BODY)["•"] == "share"


@pytest.mark.parametrize(
    "line", ["12 Quay Street", "Marrow Bay, MB 54481", "SW1A 1AA", "Suite 4", "+44 20 7946 0000", "mail@mirror.example"]
)
def test_where_the_outlet_is_reached(line: str) -> None:
    assert kinds_of(*BODY, *MENU, line, *MENU)[line] == "other"


def test_page_title_and_contact() -> None:
    kinds = kinds_of("Swing bridge in Marrow Bay to close | Mirror", *MENU, *BODY, "rosa@mirror.example")
    assert kinds["Swing bridge in Marrow Bay to close | Mirror"] == "duplicate_title"
    assert kinds["rosa@mirror.example"] == "author_box"


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_every_line_has_a_kind_and_a_name_for_it(text: str) -> None:
    lines = judged(text)
    assert lines["place_kind"].is_in(REMOVED_KINDS).all()
    assert lines["place_rule"].null_count() == 0
