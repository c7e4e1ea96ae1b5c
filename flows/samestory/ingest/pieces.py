"""A page's tree as pieces of text in the order of the page: what stands before each, its block, its links."""

import re
from typing import NamedTuple

from lxml.etree import iterwalk
from lxml.html import HtmlElement as Tree

from samestory.ingest.outline import Block
from samestory.ingest.words import word_list

# What the border of a block is in the text: a tab between cells, a line break between items, else a blank line.
_CELL, _LINE, _BLANK_LINE = 1, 2, 3
_BORDERS = dict.fromkeys(
    word_list(
        "address article aside blockquote body center details dialog dir div dl fieldset figcaption figure footer form"
        " frameset h1 h2 h3 h4 h5 h6 header hr legend main menu nav ol p pre section summary table tbody tfoot thead"
        " caption ul"
    ),
    _BLANK_LINE,
)
_BORDERS |= dict.fromkeys(("li", "tr", "dt", "dd"), _LINE) | dict.fromkeys(("td", "th"), _CELL)
# Side by side without white space they are still words of their own, as browsers draw them with a gap.
_APART = frozenset(word_list("a button label input img select time"))
_INLINE = frozenset(word_list("span time a b strong em i font small"))
_SIDE_BY_SIDE = _APART | _INLINE
# The inline elements whose characters are counted, by kind: links, emphasis, buttons, times.
_KINDS = {"a": 0, "b": 1, "strong": 1, "em": 1, "i": 1, "u": 1, "button": 2, "label": 2, "time": 3}
_LINK = _KINDS["a"]
N_KINDS = 4
_NOTHING = (0,) * N_KINDS

_FOLDED = " \t\r\n\f\v\x85\u2028\u2029"
_SPACE = re.compile(f"[{_FOLDED[1:]}][{_FOLDED}]*| [{_FOLDED}]+")
_EDGES = _FOLDED + "\xa0\u200b\ufeff"


class Piece(NamedTuple):
    """The text between two borders: the white space before it, its block, its characters in inline elements by kind."""

    white: str
    text: str
    block: Block
    inside: tuple[int, ...]
    n_links: int


def pieces(tree: Tree) -> list[Piece]:
    """Return the pieces of a tree from which all that is unseen is gone."""
    walk = _Walk()
    for event, element in iterwalk(tree, events=("start", "end")):
        if event == "start":
            walk.enter(element)
        else:
            walk.leave(element)
    return walk.pieces


class _Walk:
    """Where a walk through the elements stands: the block it is in, and the piece that it reads."""

    def __init__(self) -> None:
        """Begin before the first element."""
        self.pieces: list[Piece] = []
        self._block = Block("", None, 0)
        self._n_blocks = 1
        self._n_pre = 0
        # What stands between the last piece and this one: the strongest border, and line breaks.
        self._border = self._n_breaks = 0
        # How many elements of each inline kind are open, and this piece: its text so far, and what of it is in them.
        self._open = [0] * N_KINDS
        self._n_open = 0
        self._run: list[str] = []
        self._inside = _NOTHING
        self._n_links = 0
        self._is_new_link = False

    def enter(self, element: Tree) -> None:
        """Go into an element."""
        tag: str = element.tag
        if border := _BORDERS.get(tag):
            self._end(border)
            self._block = Block.of(element, self._block, self._n_blocks)
            self._n_blocks += 1
            self._n_pre += tag == "pre"
        elif tag in _KINDS:
            self._turn(element, 1)
        if text := element.text:
            self._write(text)

    def leave(self, element: Tree) -> None:
        """Go out of an element, to what follows it."""
        tag: str = element.tag
        if border := _BORDERS.get(tag):
            self._end(border)
            self._block = self._block.parent or self._block
            self._n_pre -= tag == "pre"
        elif tag == "br":
            self._break()
        elif tag in _KINDS:
            self._turn(element, -1)
        if tail := element.tail:
            self._write(tail)
        elif tag in _SIDE_BY_SIDE and (after := element.getnext()) is not None and _are_apart(element, after):
            self._run.append(" ")

    def _turn(self, element: Tree, change: int) -> None:
        """Count an inline element that opens or closes; an anchor without an address is no link."""
        kind = _KINDS[element.tag]
        if kind != _LINK or element.get("href"):
            self._open[kind] += change
            self._n_open += change
            self._is_new_link = (kind == _LINK and change > 0) or (self._is_new_link and self._open[_LINK] > 0)

    def _write(self, text: str) -> None:
        """Add text to the piece; in preformatted text each line is a piece."""
        if self._n_pre and "\n" in text:
            for line in text.split("\n")[:-1]:
                self._write(line)
                self._break()
            text = text.rpartition("\n")[2]
        # Most blanks stand between blocks, and a piece begins with none.
        if self._run or not text.isspace() or not text.isascii():
            self._run.append(text)
            if self._n_open and (folded := " ".join(text.split())):
                self._count(len(folded) + text[-1].isspace())

    def _count(self, n_chars: int) -> None:
        """Count characters within the inline elements that are open."""
        counts = zip(self._inside, self._open, strict=True)
        self._inside = tuple([n + n_chars if n_open else n for n, n_open in counts])
        self._n_links += self._is_new_link
        self._is_new_link = False

    def _break(self) -> None:
        self._end(0)
        self._n_breaks += 1

    def _end(self, border: int) -> None:
        """End the piece at a border; a run of blanks is none."""
        if self._run:
            if text := _SPACE.sub(" ", "".join(self._run).strip(_EDGES)):
                self._add(text)
            self._run.clear()
        self._border = max(self._border, border)

    def _add(self, text: str) -> None:
        """Add the piece, and begin the next."""
        self.pieces.append(Piece(self._white(), text, self._block, self._inside, self._n_links))
        self._border = self._n_breaks = self._n_links = 0
        self._inside = _NOTHING

    def _white(self) -> str:
        """Return the white space for what stands before the piece."""
        if self._border == _BLANK_LINE or self._n_breaks > 1:
            return "\n\n"
        return "\n" if self._border == _LINE or self._n_breaks else "\t"


def _are_apart(left: Tree, right: Tree) -> bool:
    """Tell whether two elements without anything between them are words of their own (a name and a date)."""
    if left.tag in _APART and right.tag in _APART:
        return True
    if right.tag not in _INLINE:
        return False
    end, start = "".join(left.itertext())[-1:], "".join(right.itertext())[:1]
    return end.isalnum() and start.isalnum() and not start.islower()
