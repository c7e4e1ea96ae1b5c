import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samestory.ingest.html import PageError, flatten, parse


def _flat(body: str) -> str:
    return flatten(parse(body)).text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>One <b>bold</b>\n  word</p><p>Two</p>", "One bold word\n\nTwo"),
        ("<h1>Bridge opens</h1><div><div><p>Text</p></div></div>", "Bridge opens\n\nText"),
        ("<ul><li>One</li><li>Two <i>b</i></li></ul><p>x", "One\nTwo b\n\nx"),
        ("<ul><li><a>Home</a></li><li><a>World</a></li></ul>", "Home\nWorld"),
        ("<table><tr><th>Town<th>Dead<tr><td>Velm<td>12</table>", "Town\tDead\nVelm\t12"),
        ("<dl><dt>Where<dd>Velm</dl>", "Where\nVelm"),
        ("One<br>two<br><br>three", "One\ntwo\n\nthree"),
        ("<pre>a\n  b\n<b>c\n</b>d</pre>", "a\nb\nc\nd"),
        ("<p>W<span>ord</span> <span>J</span><span>oin</span></p>", "Word Join"),
        ("<p>By <span>Ada Velm</span><span>March 3</span></p>", "By Ada Velm March 3"),
        ("<nav><a>Home</a><a>World</a></nav>", "Home World"),
        ("<p>x<script>var a</script>y<style>p{}</style><noscript>no</noscript><template>t</template>z", "xyz"),
        ("<p>a &amp; b &lt;c&gt; &eacute; &#8220;d&#8221; &#150;&nbsp;e</p>", "a & b <c> é “d” –\xa0e"),
        ("<p>a<!-- not this -->b</p><?php not this ?>", "ab"),
        (
            "<p>seen and long enough</p><p hidden>x</p><p style='display: none'>y</p><dialog>z</dialog>",
            "seen and long enough",
        ),
        ("<p style='DISPLAY:NONE'>an article that a script shows</p><p>x</p>", "an article that a script shows\n\nx"),
        ("<body style='visibility:hidden'><p>shown later</p></body>", "shown later"),
        ("<p>\xa0</p><p>\u200b</p><p>x</p>", "x"),
        ("<title>Not this</title><p>x", "x"),
        ("<p>unclosed <b>bold<p>next</i></div>", "unclosed bold\n\nnext"),
        ("<figure><img alt='no'><figcaption>A bridge</figcaption></figure>", "A bridge"),
        ("<?xml version='1.0' encoding='utf-16'?><html><p>Ünï</p></html>", "Ünï"),
        ("<p>\uffffa\x0bb&#1;c&#xFFFF;d&#65534;</p>", "a b c d"),
        ("<select><option>Afghanistan</option></select><textarea>write</textarea><p>x", "x"),
        ("just text, no markup", "just text, no markup"),
    ],
)
def test_blocks_are_lines_and_inline_elements_are_not(page: str, text: str) -> None:
    assert _flat(page) == text


@pytest.mark.parametrize("depth", [300, 5000, 60_000])
def test_deep_nesting_loses_no_text(depth: int) -> None:
    page = "<title>t</title>" + "<div>" * depth + "<p>deep <b>down</b></p>" + "</div>" * depth + "<p>after</p>"
    assert _flat(page) == "deep down\n\nafter"


def test_deep_inline_nesting_breaks_no_line() -> None:
    assert _flat("<p>" + "<b title='a'>" * 5000 + "x" + "</b>" * 5000 + " y</p>") == "x y"


def test_a_page_of_nothing_has_no_text_or_is_an_error() -> None:
    assert _flat("<p> </p><!-- only a comment -->") == ""
    with pytest.raises(PageError, match="no element"):
        parse("")


def test_a_large_page_is_flattened_in_linear_time() -> None:
    start = time.perf_counter()
    text = _flat("<div><ul>" + "<li><a>One</a> <span>two</span></li>" * 20_000 + "</ul></div>")
    assert text.count("\n") == 19_999
    assert time.perf_counter() - start < 5


TAGS = st.sampled_from(
    ["p", "div", "b", "span", "li", "ul", "table", "tr", "td", "br", "pre", "a", "h1", "script", "svg"]
)
PIECES = st.one_of(TAGS.map("<{}>".format), TAGS.map("</{}>".format), st.text(max_size=8))


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_markup_gives_tidy_text(page: str) -> None:
    try:
        text = _flat(page.encode("utf-8", "replace").decode().replace("\0", " "))
    except PageError:
        return
    assert text == text.strip()
    assert "\n\n\n" not in text
    assert not any(line != line.strip(" ") for line in text.split("\n"))
    assert text == text.encode().decode()
