"""The headline above the body, and its copies."""

import polars as pl
import pytest

from samestory.clean.body import with_body_run
from samestory.clean.features import with_features
from samestory.clean.lines import explode_lines
from samestory.clean.page import with_votes
from samestory.clean.patterns import with_rules
from samestory.clean.titles import with_titles
from tests.cleaning import BODY, articles

TITLE = "Swing bridge in Marrow Bay to close"
MENU = ("Menu", "Search", "Coast", "Inland", "Boats", "Log in")


def titled(*lines: str, title: str | None = None, url: str | None = None) -> tuple[list[str], list[str]]:
    """Return the lines that are the headline, and those that repeat it."""
    pages = articles("\n".join(lines), title=title).with_columns(pl.lit(url, pl.String).alias("url"))
    judged = with_features(explode_lines(pages)).pipe(with_rules).pipe(with_votes, pages).pipe(with_body_run)
    found = with_titles(judged, pages)
    assert found.height == judged.height
    return found.filter("is_headline")["text"].to_list(), found.filter("is_repeated")["text"].to_list()


@pytest.mark.parametrize("name", ["| Marrow Bay Mirror", "- Marrow Bay Mirror", "— The Mirror", "· Mirror"])
def test_a_page_title_repeats_the_headline_with_a_name_behind(name: str) -> None:
    page_title = f"{TITLE} {name}"
    assert titled(page_title, *MENU, TITLE, "12 March 2026", *BODY) == ([TITLE], [page_title])


@pytest.mark.parametrize("other", [f"{TITLE} in May", f"{TITLE}: what it means for the lorries and the fish market"])
def test_a_longer_title_is_no_copy(other: str) -> None:
    headlines, repeated = titled(other, *MENU, *MENU, TITLE, "12 March 2026", *BODY, title=TITLE)
    assert headlines == [TITLE]
    assert repeated == []


def test_copies_far_above_are_found() -> None:
    menu = [f"Harbour number {i}" for i in range(60)]
    assert titled(TITLE, *menu, TITLE.upper(), *MENU, TITLE, *BODY)[1] == [TITLE, TITLE.upper()]


def test_the_address_tells_the_headline_from_other_titles() -> None:
    other = "Council of Marrow Bay votes on engineers' bearings and cracks"
    url = "https://mirror.example/coast/swing-bridge-marrow-bay-close"
    assert titled(*MENU, TITLE, other, "12 March 2026", "Share", *BODY, url=url)[0][0] == TITLE


def test_an_outlet_s_name_is_no_headline() -> None:
    pages = articles("\n".join(["The Marrow Bay Mirror", *MENU, TITLE, *BODY]))
    pages = pages.with_columns(pl.lit("The Marrow Bay Mirror").alias("outlet"))
    judged = with_features(explode_lines(pages)).pipe(with_rules).pipe(with_votes, pages).pipe(with_body_run)
    assert with_titles(judged, pages).filter("is_headline")["text"].to_list() == [TITLE]


def test_no_candidate_gives_no_headline() -> None:
    assert titled("Menu", *BODY) == ([], [])
    assert titled("Menu") == ([], [])
