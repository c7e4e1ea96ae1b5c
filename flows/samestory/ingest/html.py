"""A page made plain text: a line for each block, nothing of what a browser would not show."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement as Tree

from samestory.ingest.pieces import N_KINDS, Piece, pieces
from samestory.ingest.words import word_list
from samestory.markup import PATH, LineMarkup

# Control characters, and noncharacters in UTF-8, also as references: a tree refuses them, or the parser stops at them.
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\f\r")
_NO_CONTROLS = bytes.maketrans(_CONTROLS, b" " * len(_CONTROLS))
_NONCHARACTERS = re.compile(rb"\xef\xbf[\xbe\xbf]")
_UNSAFE_REFERENCE = re.compile(
    rb"&#(?:0*(?:[1-8]|1[124-9]|2\d|3[01]|6553[45])(?:;|(?!\d))"
    rb"|[xX]0*(?:[1-8bcefBCEF]|1[\da-fA-F]|[fF]{3}[efEF])(?:;|(?![\da-fA-F])))"
)

# What browsers do not show, or not as text of the page.
_UNSEEN = word_list(
    "script style noscript template head svg math iframe object embed audio video canvas textarea select"
    " datalist noframes map"
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MAYBE_HIDDEN = etree.XPath("/html/body/descendant::*[@style or @hidden or self::dialog]")
# The bits of `path` for a line that is nearly all in links, emphasis, a button or a time: at most a mark or two, such
# as a bullet, is left out.
_INSIDE = tuple(PATH[name] for name in ("link", "emphasis", "button", "time"))
_NEARLY_ALL = 0.9

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
    # Bytes, because a string with an encoding in its XML declaration is refused.
    data = _UNSAFE_REFERENCE.sub(b" ", _NONCHARACTERS.sub(b" ", page.encode().translate(_NO_CONTROLS)))
    tree, is_cut = _tree(data)
    # libxml2 drops a page whose elements nest more than 2,048 deep, with all its text.
    if is_cut:
        tree, _ = _tree(_TAG.sub(_unnested, data.decode()).encode())
    if tree is None:
        raise PageError("no element on the page")
    return tree


def _tree(page: bytes) -> tuple[Tree | None, bool]:
    """Return the tree of a page, None if it is empty, and whether the parser gave up because of its depth."""
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    # One class for all elements is looked up in a third of the time.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=Tree))
    try:
        tree = lxml_html.document_fromstring(page, parser=parser)
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
    """Return the text of a page's tree, which loses what is unseen by it.

    A blank line stands between blocks, a line break between list items and table rows, a tab between cells.
    """
    etree.strip_elements(tree, *_UNSEEN, with_tail=False)
    _drop_hidden(tree)
    found = pieces(tree)
    for piece in found:
        piece.block.count_part()
    text = "".join(part for piece in found for part in (piece.white, piece.text))
    n_before = len(text) - len(text.lstrip())
    return FlatPage(text.strip(), [_markup(start - n_before, line) for start, line in _lines(found)])


def _lines(found: Sequence[Piece]) -> Iterator[tuple[int, list[Piece]]]:
    """Yield the pieces of each line, and where it starts after leading blanks."""
    line: list[Piece] = []
    start = at = 0
    for piece in found:
        if line and piece.white != "\t":
            yield start, line
            line = []
        at += len(piece.white)
        if rest := piece.text.lstrip():
            start = start if line else at + len(piece.text) - len(rest)
            line.append(piece)
        at += len(piece.text)
    if line:
        yield start, line


def _markup(start: int, line: Sequence[Piece]) -> LineMarkup:
    """Return the markup of a line; of its pieces the longest counts."""
    block = max(line, key=_length).block if len(line) > 1 else line[0].block
    n_chars = sum(map(_length, line))
    path, inside, n_links = block.flags, [0] * N_KINDS, 0
    for piece in line:
        if any(piece.inside):
            inside = [min(n_chars, n + more) for n, more in zip(inside, piece.inside, strict=True)]
            n_links += piece.n_links
    if any(inside):
        path |= sum(flag for flag, n in zip(_INSIDE, inside, strict=True) if n >= _NEARLY_ALL * n_chars)
    container = block.container()
    return LineMarkup(
        start=start,
        tag=block.tag,
        path=path,
        names=block.names.every,
        own_names=block.names.own,
        container=container.place,
        grand=container.grand().place,
        depth=block.depth,
        link_chars=inside[0],
        n_links=n_links,
        emphasised_chars=inside[1],
    )


def _length(piece: Piece) -> int:
    return len(piece.text)


def _drop_hidden(tree: Tree) -> None:
    """Drop what the page hides, unless it is most of the page: that is text which a script is going to show."""
    hidden = [element for element in _MAYBE_HIDDEN(tree) if _is_hidden(element)]
    total = sum(map(len, tree.itertext())) if hidden else 0
    for element in hidden:
        if 2 * sum(map(len, element.itertext())) <= total:
            element.drop_tree()


def _is_hidden(element: Tree) -> bool:
    """Tell an element that its own attributes keep from being shown."""
    is_shut = element.tag == "dialog" and element.get("open") is None
    return is_shut or element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))
