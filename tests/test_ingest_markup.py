"""What the markup says of each line must belong to that line, on any page."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samestory.clean.lines import explode_lines
from samestory.ingest.html import FlatPage, PageError, flatten, parse
from samestory.markup import LINE_MARKUP, PATH, markup_column

PAGE = (
    "<body class='home'><header role='banner'><nav id='mainMenu'><ul><li><a href='/'>Coast</a><li>Boats</ul></nav>"
    "</header><main><h1 id='bridge-shut'>Bridge <b>shut</b></h1><div class='article-body x1' itemprop='articleBody'>"
    "<div><p>The council <a href='/c'>voted</a> and <a href='/d'>closed</a> it.</p></div><div><p>Ferries run.</p></div>"
    "</div><table><tr><td>Fares</td><td>Two crowns for each rider</td></tr></table></main>"
    "<div class='legal'>Bay Post<br><a href='/t'><div>Terms of use</div></a></div></body>"
)


def _lines(page: str) -> dict[str, dict[str, object]]:
    """Return the markup of the lines of a page by their text."""
    flat = flatten(parse(page))
    rows = [dict(zip(LINE_MARKUP, line, strict=True)) for line in flat.lines]
    return {flat.text[int(str(row["start"])) :].split("\n")[0]: row for row in rows}


def _path(line: dict[str, object]) -> set[str]:
    return {name for name, bit in PATH.items() if int(str(line["path"])) & bit}


def test_each_line_has_its_element_and_what_is_around_it() -> None:
    lines = _lines(PAGE)
    assert {text: line["tag"] for text, line in lines.items()} == {
        "Coast": "li",
        "Boats": "li",
        "Bridge shut": "h1",
        "The council voted and closed it.": "p",
        "Ferries run.": "p",
        "Fares\tTwo crowns for each rider": "td",
        "Bay Post": "div",
        "Terms of use": "div",
    }
    assert _path(lines["Coast"]) == {"header", "nav", "list", "link", "role_aside"}
    assert _path(lines["Boats"]) == {"header", "nav", "list", "role_aside"}
    assert _path(lines["Ferries run."]) == {"main", "p", "article_body"}
    assert _path(lines["Terms of use"]) == {"link"}


def test_names_are_words_of_the_elements_below_body() -> None:
    lines = _lines(PAGE)
    assert lines["Coast"]["names"] == lines["Coast"]["own_names"] == "main menu banner"
    assert lines["Ferries run."]["names"] == "article body"
    assert lines["Bridge shut"]["names"] == ""


def test_lines_of_one_body_share_a_container() -> None:
    lines = _lines(PAGE)
    first, second = lines["The council voted and closed it."], lines["Ferries run."]
    assert first["container"] == second["container"] != lines["Coast"]["container"]
    assert first["grand"] == lines["Bridge shut"]["container"]
    assert lines["Bay Post"]["container"] == lines["Terms of use"]["container"]


def test_links_and_emphasis_are_counted_by_line() -> None:
    lines = _lines(PAGE)
    council = lines["The council voted and closed it."]
    assert (council["n_links"], council["link_chars"]) == (2, len("voted") + len("closed"))
    assert (lines["Terms of use"]["n_links"], lines["Terms of use"]["link_chars"]) == (1, len("Terms of use"))
    assert (lines["Bay Post"]["n_links"], lines["Bay Post"]["link_chars"]) == (0, 0)
    assert lines["Bridge shut"]["emphasised_chars"] == len("shut")


@pytest.mark.parametrize(
    ("page", "bits"),
    [
        ("<div><b>All</b> <i>of</i> it</div>", set()),
        ("<div>• <b>All of it is bold, but the mark</b></div>", {"emphasis"}),
        ("<button>Send</button>", {"button"}),
        ("<a name='x'>Not a link</a>", set()),
        ("<a href='/x'>One <a href='/y'>Two</a></a>", {"link"}),
        ("<time>3 May</time>", {"time"}),
    ],
)
def test_a_line_that_is_nearly_all_in_an_inline_element_has_its_bit(page: str, bits: set[str]) -> None:
    (line,) = _lines(page).values()
    assert _path(line) == bits


def test_many_names_are_cut_and_the_innermost_stay() -> None:
    words = [f"{a}{b}" for a in "abcdefgh" for b in "klmnopqr"]
    page = "".join(f"<div class='{word}'>" for word in words) + "text"
    names = str(_lines(page)["text"]["names"]).split()
    assert names == words[:-49:-1]


def test_no_depth_is_too_deep_for_names() -> None:
    page = "".join(f"<div class='part{'abcdefghij'[i % 10]}'>" for i in range(1900)) + "text"
    assert str(_lines(page)["text"]["own_names"]).split() == ["partj", "parti", "parth"]


TAGS = st.sampled_from(["p", "div", "b", "li", "ul", "tr", "td", "br", "pre", "a href=x", "h1", "button", "time"])
PIECES = st.one_of(TAGS.map("<{}>".format), TAGS.map("</{}>".format), st.text(max_size=8))


@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_line_that_cleaning_reads_has_markup(page: str) -> None:
    try:
        flat = flatten(parse(page.encode("utf-8", "replace").decode().replace("\0", " ")))
    except PageError:
        return
    lines = explode_lines(pl.DataFrame({"article_id": "a", "title": None, "raw_text": flat.text}))
    assert [line[0] for line in flat.lines] == [
        start + len(raw) - len(raw.lstrip()) for start, raw in lines.select("start_char", "raw").iter_rows()
    ]
    for start, _, _, _, _, container, grand, depth, link_chars, _, emphasised in flat.lines:
        assert 0 <= max(link_chars, emphasised) <= len(flat.text[start:].split("\n")[0])
        assert min(container, grand, depth) >= 0


def test_the_column_keeps_pages_apart() -> None:
    one, two = flatten(parse("<p>One<p>Two")), flatten(parse("<h1>Three"))
    column = markup_column([one.lines, None, two.lines])
    tags = [None if page is None else [line["tag"] for line in page] for page in column.to_list()]
    assert tags == [["p", "p"], None, ["h1"]]
    assert markup_column([None]).to_list() == [None]
    assert FlatPage(one.text, one.lines) == flatten(parse("<p>One<p>Two"))
