"""The blocks of a page: what is known of each block element and of all that encloses it."""

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache

from lxml.html import HtmlElement as Tree

from samestory.ingest.words import word_list
from samestory.markup import PATH

# The bits that a block sets by its tag, its role and its itemprop for all that is in it.
_FLAGS = {name: bit for name, bit in PATH.items() if name != "list"}
_FLAGS |= dict.fromkeys(("ul", "ol", "dl", "menu", "dir"), PATH["list"])
_FLAGS |= dict.fromkeys(("h5", "h6"), PATH["h4"]) | {"fieldset": PATH["form"], "summary": PATH["details"]}
_ROLES = dict.fromkeys(word_list("navigation menu menubar tablist directory toolbar"), PATH["role_navigation"])
_ROLES |= dict.fromkeys(("main", "article", "document"), PATH["role_main"])
_ROLES |= dict.fromkeys(word_list("complementary contentinfo banner search note"), PATH["role_aside"])
_ROLES |= dict.fromkeys(word_list("dialog alertdialog alert status"), PATH["role_dialog"])
_PROPS = {"articlebody": PATH["article_body"], "comment": PATH["comment"]}

_HEADINGS = frozenset(word_list("h1 h2 h3 h4 h5 h6"))
# The text of these is one passage; in others, such as a div with line breaks, each line is a part.
_PASSAGES = _HEADINGS | frozenset(word_list("p li td th dt dd figcaption caption legend summary tr pre"))
# `own_names` are those of the nearest three elements that have any; `names` ends after this many words.
_OWN_ELEMENTS = 3
_MAX_NAMES = 48
_NAME = re.compile(r"[A-Z]?[a-z]{2,20}|[A-Z]{2,20}(?![a-z])")


class Names:
    """The words by which an element is called, and those of all around it; alike elements side by side share them."""

    def __init__(self, words: Sequence[str] = (), around: "Names | None" = None) -> None:
        """Take the words of an element, and the names around it."""
        self.words = words
        self.around = around
        # The words of the element and all around it, innermost first, each once.
        self._path: tuple[str, ...] = tuple(dict.fromkeys((*words, *(around._path if around else ()))))[:_MAX_NAMES]
        self._within: dict[Sequence[str], Names] = {}

    def within(self, words: Sequence[str]) -> "Names":
        """Return the names of an element in here."""
        if not words:
            return self
        return self._within.get(words) or self._within.setdefault(words, Names(words, self))

    @cached_property
    def every(self) -> str:
        """Return the words of the element and all around it."""
        return " ".join(self._path)

    @cached_property
    def own(self) -> str:
        """Return the words of the innermost elements."""
        words = list(self.words)
        names = self
        for _ in range(_OWN_ELEMENTS - 1):
            names = names.around or names
            words += names.words
        return " ".join(dict.fromkeys(words))


class Block:
    """One block element: what is known of it and of what encloses it."""

    __slots__ = ("depth", "flags", "names", "parent", "parts", "place", "tag")

    def __init__(self, tag: str, parent: "Block | None", place: int) -> None:
        """Take an element's tag, its parent's flags and names, and its place in the page."""
        self.tag = tag
        self.parent = parent
        self.place = place
        self.parts = 0
        self.depth: int = parent.depth + 1 if parent else 0
        self.flags: int = _FLAGS.get(tag, 0) | (parent.flags if parent else 0)
        self.names: Names = parent.names if parent else Names()

    @classmethod
    def of(cls, element: Tree, around: "Block", place: int) -> "Block":
        """Return the block of an element."""
        block = cls(str(element.tag), around, place)
        # What the body is called says something of the page, and nothing of a line.
        if block.tag == "body":
            return block
        role, prop = element.get("role"), element.get("itemprop")
        if role or prop:
            block.flags |= _ROLES.get(role or "", 0) | _PROPS.get((prop or "").lower(), 0)
        # The id of a heading is the heading again.
        name = None if block.tag in _HEADINGS else element.get("id")
        block.names = around.names.within(_words(element.get("class"), name, role, prop))
        return block

    def count_part(self) -> None:
        """Count a piece of text as a part of the block, and a block's first piece as a part of the one around it."""
        block: Block | None = self
        is_new = True
        while block and is_new:
            is_new = block.parts == 0
            block.parts += 1
            block = block.parent

    def container(self) -> "Block":
        """Return the nearest block around the passage that holds more than one part."""
        return _several(self.parent if self.tag in _PASSAGES and self.parent else self)

    def grand(self) -> "Block":
        """Return the nearest block around this one that holds more than one part."""
        return _several(self.parent or self)


def _several(block: Block) -> Block:
    """Return the block itself or the nearest around it with more than one part, at last the outermost."""
    while block.parts < 2 and block.parent:
        block = block.parent
    return block


@lru_cache(maxsize=1 << 16)
def _words(*names: str | None) -> tuple[str, ...]:
    """Return the words of class names and the like, in lower case."""
    return tuple(dict.fromkeys(word.lower() for name in names if name for word in _NAME.findall(name)))
