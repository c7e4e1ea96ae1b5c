"""What the markup of a page says of each line of its text: its element, what encloses it, its links."""

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache

from lxml.etree import iterwalk
from lxml.html import HtmlElement as Tree

from samestory.ingest.words import word_list
from samestory.markup import PATH, LineMarkup

# Marks that hold the place of line breaks until white space is folded; noncharacters, which no page may contain.
BLOCK, LINE, BREAK, CELL = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"
# A line break kept from preformatted text; unlike the others it is no element's.
KEPT = "\ufdd4"

_BLOCKS = word_list(
    "address article aside blockquote body center details dialog dir div dl fieldset figcaption figure footer form"
    " frameset h1 h2 h3 h4 h5 h6 header hr legend main menu nav ol p pre section summary table tbody tfoot thead"
    " caption ul"
)
# What stands before and after each element; a cell ends with its mark, which the end of the row outdoes.
_AROUND = dict.fromkeys(_BLOCKS, (BLOCK, BLOCK)) | dict.fromkeys(("li", "tr", "dt", "dd"), (LINE, LINE))
_AROUND |= {"td": ("", CELL), "th": ("", CELL)}

# The bits that a block sets by its tag, its role and its itemprop for all that is in it.
_FLAGS = {name: bit for name, bit in PATH.items() if name != "list"}
_FLAGS |= dict.fromkeys(("ul", "ol", "dl", "menu", "dir"), PATH["list"])
_FLAGS |= dict.fromkeys(("h5", "h6"), PATH["h4"]) | {"fieldset": PATH["form"], "summary": PATH["details"]}
_ROLES = dict.fromkeys(word_list("navigation menu menubar tablist directory toolbar"), PATH["role_navigation"])
_ROLES |= dict.fromkeys(("main", "article", "document"), PATH["role_main"])
_ROLES |= dict.fromkeys(word_list("complementary contentinfo banner search note"), PATH["role_aside"])
_ROLES |= dict.fromkeys(word_list("dialog alertdialog alert status"), PATH["role_dialog"])
_PROPS = {"articlebody": PATH["article_body"], "comment": PATH["comment"]}
_KINDS = {"a": 0, "b": 1, "strong": 1, "em": 1, "i": 1, "u": 1, "button": 2, "label": 2, "time": 3}
_KIND_FLAGS = [PATH[name] for name in ("link", "emphasis", "button", "time")]
# A line is "nearly all in" an inline element when at most a mark or two, such as a bullet, is left out.
_NEARLY_ALL = 0.9
# Stands for all characters of a line within an inline element that holds blocks.
_ALL = 1 << 30

# The text of these is one passage; in others, such as a div with line breaks, each line is a part.
_PASSAGES = frozenset(word_list("p li h1 h2 h3 h4 h5 h6 td th dt dd figcaption caption legend summary tr pre"))
# `own_names` are those of a line's element and the two around it; `names` ends after this many words.
_OWN_ELEMENTS = 3
_MAX_NAMES = 48
_NAME = re.compile(r"[A-Z]?[a-z]{2,20}|[A-Z]{2,20}(?![a-z])")


class Block:
    """One block element: what is known of it and of what encloses it."""

    def __init__(self, element: Tree, parent: "Block | None", place: int) -> None:
        """Take the tag, flags and names of an element."""
        self.tag = str(element.tag)
        self.parent = parent
        self.place = place
        self.depth: int = parent.depth + 1 if parent else 0
        self.parts = 0
        role, prop = element.get("role"), element.get("itemprop")
        self.flags: int = _FLAGS.get(self.tag, 0) | (parent.flags if parent else 0)
        if role or prop:
            self.flags |= _ROLES.get(role or "", 0) | _PROPS.get((prop or "").lower(), 0)
        # What the body is called says something of the page, and nothing of a line.
        self.words = () if self.tag == "body" else _words(element.get("class"), element.get("id"), role, prop)

    @cached_property
    def names(self) -> str:
        """Return the names of the element and all around it, innermost first, each once."""
        words: dict[str, None] = {}
        block: Block | None = self
        while block and len(words) < _MAX_NAMES:
            words |= dict.fromkeys(block.words)
            block = block.parent
        return " ".join(list(words)[:_MAX_NAMES])

    @cached_property
    def own_names(self) -> str:
        """Return the names of the innermost elements."""
        words: dict[str, None] = {}
        block: Block | None = self
        for _ in range(_OWN_ELEMENTS):
            words |= dict.fromkeys(block.words if block else ())
            block = block.parent if block else None
        return " ".join(words)

    @cached_property
    def container(self) -> "Block":
        """Return the nearest block around the passage that holds more than one part."""
        return _several(self.parent if self.tag in _PASSAGES and self.parent else self)

    @cached_property
    def grand(self) -> "Block":
        """Return the container's container."""
        return _several(self.container.parent or self.container)


def _several(block: Block) -> Block:
    """Return the block itself or the nearest around it with more than one part, at last the outermost."""
    while block.parts < 2 and block.parent:
        block = block.parent
    return block


@lru_cache(maxsize=1 << 16)
def _words(*names: str | None) -> tuple[str, ...]:
    """Return the words of class names and the like, in lower case."""
    return tuple(dict.fromkeys(word.lower() for name in names if name for word in _NAME.findall(name)))


class Outline:
    """The blocks of a page in the order of the marks set into its text, and the inline elements between the marks."""

    def __init__(self, tree: Tree) -> None:
        """Set the marks into a tree: what stands in the text after mark n belongs to block n."""
        self.blocks = [Block(tree, None, 0)]
        # Characters of the inline elements by their kind, and the number of links, by the mark before them.
        self.inline: list[dict[int, int]] = [{} for _ in _KIND_FLAGS]
        self.links: dict[int, int] = {}
        self._n_blocks = 1
        self._open: list[tuple[Tree, int] | None] = [None for _ in _KIND_FLAGS]
        self._walk(tree)

    def _walk(self, tree: Tree) -> None:
        block = self.blocks[0]
        for event, element in iterwalk(tree, events=("start", "end"), tag=(*_AROUND, *_KINDS, "br")):
            tag = element.tag
            if tag in _KINDS:
                self._inline(element, _KINDS[tag], event == "start")
            elif tag == "br":
                if event == "end":
                    self._mark_after(element, BREAK, block)
            elif event == "start":
                block = self._enter(element, block)
            else:
                block = block.parent or block
                self._mark_after(element, _AROUND[tag][1], block)

    def _enter(self, element: Tree, around: Block) -> Block:
        """Open a block; a cell has no mark before it and takes the place of its row."""
        block = Block(element, around, self._n_blocks)
        self._n_blocks += 1
        if mark := _AROUND[block.tag][0]:
            element.text = mark + (element.text or "")
            self.blocks.append(block)
        else:
            self.blocks[-1] = block
        return block

    def _mark_after(self, element: Tree, mark: str, block: Block) -> None:
        element.tail = mark + (element.tail or "")
        self.blocks.append(block)

    def _inline(self, element: Tree, kind: int, is_start: bool) -> None:
        """Count the characters of an inline element; nothing of one within another of its kind."""
        here = len(self.blocks) - 1
        opened = self._open[kind]
        if is_start:
            if opened is None and (element.tag != "a" or element.get("href")):
                self._open[kind] = (element, here)
        elif opened and opened[0] is element:
            self._open[kind] = None
            self._count(element, kind, opened[1], here)

    def _count(self, element: Tree, kind: int, first: int, last: int) -> None:
        """Count an inline element's characters at its mark, or all between its marks where it holds blocks."""
        counts = self.inline[kind]
        if first == last:
            chars = len(" ".join("".join(element.itertext()).split()))
            counts[first] = counts.get(first, 0) + chars
        else:
            counts |= dict.fromkeys(range(first + 1, last), _ALL)
        if kind == 0:
            self.links[first] = self.links.get(first, 0) + 1

    def line(self, start: int, pieces: Sequence[tuple[int, int]]) -> LineMarkup:
        """Return the markup of a line by where it starts and its pieces: (mark, characters), the longest counts."""
        mark, _ = max(pieces, key=lambda piece: piece[1])
        block, chars = self.blocks[mark], sum(n for _, n in pieces)
        inline = [sum(min(n, counts.get(mark, 0)) for mark, n in pieces) for counts in self.inline]
        path = block.flags
        for flag, inside in zip(_KIND_FLAGS, inline, strict=True):
            path |= flag if inside >= _NEARLY_ALL * chars else 0
        return (
            start,
            block.tag,
            path,
            block.names,
            block.own_names,
            block.container.place,
            block.grand.place,
            block.depth,
            inline[0],
            sum(self.links.get(mark, 0) for mark, _ in pieces),
            inline[1],
        )

    def count_part(self, mark: int) -> None:
        """Count a piece of text as a part of its block, and each block's first piece as one of the block around it."""
        block: Block | None = self.blocks[mark]
        is_new = True
        while block and is_new:
            is_new = block.parts == 0
            block.parts += 1
            block = block.parent
