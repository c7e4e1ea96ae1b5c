"""A page made plain text: a line for each block, nothing of what a browser would not show."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement as Tree

from samestory.ingest.markup import BLOCK, BREAK, KEPT, LINE, Outline
from samestory.ingest.words import word_list
from samestory.markup import LineMarkup

# Control characters and noncharacters, also as references: a tree refuses the former, and the latter are our marks.
_UNSAFE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufdd0-\ufdd4\ufffe\uffff]")
_UNSAFE_REFERENCE = re.compile(
    r"&#(?:0*(?:[1-8]|1[124-9]|2\d|3[01]|6553[45]|649(?:7[6-9]|80))(?:;|(?!\d))"
    r"|[xX]0*(?:[1-8bcefBCEF]|1[\da-fA-F]|[fF]{3}[efEF]|[fF][dD]{2}[0-4])(?:;|(?![\da-fA-F])))"
)
_GAP = re.compile("[ \xa0\u200b\ufeff]*[\ufdd0-\ufdd4][ \xa0\u200b\ufeff\ufdd0-\ufdd4]*")

# Side by side without white space they are still words of their own, as browsers draw them with a gap.
_APART = word_list("a button label input img select time")
_INLINE = word_list("span time a b strong em i font small")
# What browsers do not show, or not as text of the page.
_UNSEEN = word_list(
    "script style noscript template head svg math iframe object embed audio video canvas textarea select"
    " datalist noframes map"
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MAYBE_HIDDEN = etree.XPath("//body//*[@hidden or @style or self::dialog[not(@open)]]")
_LINE_ENDS = re.compile(f"[{LINE}{BREAK}{KEPT}]")
# What stands in a gap besides the marks of elements.
_OTHER = re.compile("[^\ufdd0-\ufdd3]+")

_SPACE = re.compile(r"[ \t\r\n\f\v\x85\u2028\u2029]+")
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)[^<>]*>")
_FLAT_TAGS = frozenset(
    word_list("html head title body meta link base script style noscript template p br hr h1 h2 h3 h4 h5 h6")
)
_INLINE_TAGS = frozenset(
    word_list("a abbr b big cite code em font i ins del mark q s small span strong sub sup time tt u")
)


class PageError(ValueError):
    """A page that no tree can be made of."""


def parse(page: str) -> Tree:
    """Return the tree of a page, however broken; raise PageError where there is nothing in it."""
    page = _UNSAFE_REFERENCE.sub(" ", _UNSAFE.sub(" ", page))
    tree, is_cut = _tree(page)
    # libxml2 drops a page whose elements nest more than 2,048 deep, with all its text.
    if is_cut:
        tree, _ = _tree(_TAG.sub(_unnested, page))
    if tree is None:
        raise PageError("no element on the page")
    return tree


def _tree(page: str) -> tuple[Tree | None, bool]:
    """Return the tree of a page, None if it is empty, and whether the parser gave up because of its depth."""
    # Bytes, because a string with an encoding in its XML declaration is refused.
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = lxml_html.document_fromstring(page.encode(), parser=parser)
    except etree.ParserError:
        tree = None
    return tree, any("depth" in entry.message for entry in parser.error_log.filter_from_fatals())


def _unnested(tag: re.Match[str]) -> str:
    """Replace a tag that can nest by one that cannot: a line where it was a block, nothing where it was inline."""
    name = tag[2].lower()
    if name in _FLAT_TAGS:
        return tag[0]
    return "" if name in _INLINE_TAGS else "<hr>"


@dataclass(frozen=True, slots=True)
class FlatPage:
    """The text of a page, and the markup of each of its lines."""

    text: str
    lines: list[LineMarkup]


def flatten(tree: Tree) -> FlatPage:
    """Return the text of a page's tree, which is changed by it.

    A blank line stands between blocks, a line break between list items and table rows, a tab between cells.
    """
    etree.strip_elements(tree, *_UNSEEN, with_tail=False)
    _drop_hidden(tree)
    for element in tree.iter("pre"):
        _keep_lines(element)
    for element in tree.iter(*_APART, *_INLINE):
        if not element.tail and (after := element.getnext()) is not None and _are_apart(element, after):
            element.tail = " "
    outline = Outline(tree)
    return _unmarked(_SPACE.sub(" ", "".join(tree.itertext())), outline)


def _unmarked(marked: str, outline: Outline) -> FlatPage:
    """Return a text with white space for its marks, and its lines by what stands at the marks before them."""
    text = _GAP.sub(_gap, marked)
    lines = list(_lines(marked, len(text) - len(text.lstrip())))
    for _, pieces in lines:
        for mark, _ in pieces:
            outline.count_part(mark)
    return FlatPage(text.strip(), [outline.line(start, pieces) for start, pieces in lines])


def _lines(marked: str, n_before: int) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Yield where each line of the unmarked text starts, after leading blanks, and its pieces: (mark, characters)."""
    at, start, mark = 0, 0, 0
    offset = -n_before
    pieces: list[tuple[int, int]] = []
    for found in (*_GAP.finditer(marked), None):
        piece = marked[at : found.start() if found else None]
        if core := piece.strip():
            start = start if pieces else offset + len(piece) - len(piece.lstrip())
            pieces.append((mark, len(core)))
        white = _gap(found) if found else ""
        if pieces and white != "\t":
            yield start, pieces
            pieces = []
        if found:
            at, offset, mark = found.end(), offset + len(piece) + len(white), mark + len(_OTHER.sub("", found[0]))


def _are_apart(left: Tree, right: Tree) -> bool:
    """Tell whether two elements without anything between them are words of their own (a name and a date)."""
    if left.tag in _APART and right.tag in _APART:
        return True
    if right.tag not in _INLINE:
        return False
    end, start = "".join(left.itertext())[-1:], "".join(right.itertext())[:1]
    return end.isalnum() and start.isalnum() and not start.islower()


def _drop_hidden(tree: Tree) -> None:
    """Drop what the page hides, unless it is most of the page: that is text which a script is going to show."""
    hidden = [element for element in _MAYBE_HIDDEN(tree) if _is_hidden(element)]
    total = sum(map(len, tree.itertext())) if hidden else 0
    for element in hidden:
        if 2 * sum(map(len, element.itertext())) <= total:
            element.drop_tree()


def _is_hidden(element: Tree) -> bool:
    """Tell an element that its own attributes keep from being shown."""
    return "hidden" in element.attrib or element.tag == "dialog" or bool(_HIDDEN.search(element.get("style", "")))


def _keep_lines(pre: Tree) -> None:
    """Keep the line breaks of preformatted text."""
    for element in pre.iter():
        element.text = (element.text or "").replace("\n", KEPT)
        if element is not pre:
            element.tail = (element.tail or "").replace("\n", KEPT)


def _gap(marks: re.Match[str]) -> str:
    """Return the white space that a run of marks stands for."""
    run = marks[0]
    if BLOCK in run or run.count(BREAK) + run.count(KEPT) > 1:
        return "\n\n"
    return "\t" if not _LINE_ENDS.search(run) else "\n"
