"""When trafilatura is asked for a page's main text, and what it is given."""

import pytest
from lxml import etree

from samestory.ingest.html import flatten, parse
from samestory.ingest.vote import main_text

SENTENCE = "The council of Marrow Bay voted on Thursday to close the old swing bridge for eighteen months."
TEASER = "Ferries of the bay run late again, and riders ask why nobody tells them beforehand what is wrong."
COOKIES = "We and our partners store cookies on your device to show you advertisements that you may care about."


def _vote(page: str) -> str:
    tree = parse(page)
    return main_text(tree, flatten(tree))


def _spread(text: str, n: int) -> str:
    """Return a page whose paragraphs share no container."""
    article = "".join(f"<section><p>{text}</p><p>{text}</p></section>" for _ in range(n))
    return f"<body><nav><a href='/'>Coast</a></nav><article>{article}</article></body>"


def test_a_page_with_its_prose_in_one_place_needs_no_vote() -> None:
    body = "".join(f"<p>{SENTENCE} {i}</p>" for i in range(8))
    assert _vote(f"<body><div class='article'>{body}</div><aside><p>{TEASER}</p></aside></body>") == ""


def test_a_page_with_its_prose_in_several_places_has_a_vote() -> None:
    vote = _vote(_spread(SENTENCE, 4))
    assert SENTENCE in vote
    assert "Coast" not in vote


def test_the_vote_leaves_the_tree_as_it_is() -> None:
    tree = parse(_spread(SENTENCE, 4))
    page = flatten(tree)
    before = etree.tostring(tree)
    main_text(tree, page)
    assert etree.tostring(tree) == before


@pytest.mark.parametrize("place", ["<div id='cookie-banner'>{}</div>{}", "{1}<div class='consent-modal'>{0}</div>"])
def test_a_cookie_notice_is_never_the_main_text(place: str) -> None:
    # Where little else is on a page, trafilatura takes all of it.
    article = "".join(f"<section><p>{SENTENCE} {i}</p><p>{SENTENCE}</p></section>" for i in range(30))
    notice = "".join(f"<section><p>{COOKIES}</p><p>{COOKIES}</p></section>" for _ in range(20))
    vote = _vote("<body>" + place.format(notice, f"<article>{article}</article>") + "</body>")
    assert SENTENCE in vote
    assert COOKIES not in vote


@pytest.mark.parametrize(
    "page", ["<p>x", "<table><td>", "<frameset><frame src='x'></frameset>", "<div>" * 3000 + "deep"]
)
def test_an_odd_page_has_no_vote_and_no_error(page: str) -> None:
    assert _vote(page) in ("", "x", "deep")
