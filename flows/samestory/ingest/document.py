"""What the readers hand over: input files, the documents read from them, and refusals; with the limits on size."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from samestory.records import content_hash

# Ten times the longest of 779 article pages measured (1.8 MB of HTML); what is larger is a data dump, not an article.
MAX_DOCUMENT_BYTES = 20 * 2**20

# The metadata a document may bring along: keys of a JSON line, columns of a Parquet file.
GIVEN = ("url", "outlet", "title", "author", "language", "published_at", "fetched_at")
# fetched_at is no part of the identity: the same page fetched twice is one article.
_IDENTITY = tuple(name for name in GIVEN if name != "fetched_at")

TEXT, HTML = "text/plain", "text/html"

_SURROGATE = re.compile("[\ud800-\udfff]")


class InputError(ValueError):
    """An input that names nothing that can be read."""


class UnreadableError(Exception):
    """A file, or a document in it, that cannot be read; its message is the reason."""


@dataclass(frozen=True, slots=True, order=True)
class InputFile:
    """One file to read: a local path, a URL, or "-"; `refused` is why it is not to be opened at all."""

    input_id: str
    location: str
    reader: str
    compression: str = ""
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One document as read; `given_id` is the id that a record brought along, empty where the file or line names it."""

    input_id: str
    media_type: str
    content: str
    given: dict[str, str | None] = field(default_factory=dict)
    given_id: str = ""

    def row(self) -> dict[str, str | None]:
        """Return the row of DOCUMENTS."""
        identity = (self.media_type, self.content, *(self.given.get(name) or "" for name in _IDENTITY), self.given_id)
        article_id = content_hash(*(part.encode() for part in identity))[:16]
        row = {"article_id": article_id, "input_id": self.input_id}
        return row | {"media_type": self.media_type, "content": self.content} | self.given


@dataclass(frozen=True, slots=True)
class Refusal:
    """One document that could not be read, which reader refused it, and why; `excerpt` is how it begins.

    `article_id` is that of a document which was read, and of which no article could be made; `file` is the input id
    of the file that it stands in.
    """

    input_id: str
    reader: str
    reason: str
    excerpt: str = ""
    article_id: str = ""
    file: str = ""

    def row(self) -> dict[str, str]:
        """Return the row of REJECTED."""
        row = {"input_id": self.input_id, "excerpt": safe(self.excerpt)}
        row |= {"article_id": self.article_id} if self.article_id else {}
        row |= {"file": self.file} if self.file else {}
        return {
            "table_name": "documents",
            "row_id": self.input_id,
            "expectation": f"reader:{self.reader}",
            "reason": self.reason,
            "row": json.dumps(row, ensure_ascii=False),
        }


Reader = Callable[[InputFile], Iterator[Document | Refusal]]


def safe(text: str) -> str:
    """Replace NUL characters and lone surrogates by U+FFFD, one for one, so that every offset stays.

    Databases and UTF-8 refuse both; a browser does the same with them.
    """
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text


def fault(text: str) -> str:
    """Return why a text is no document: blank or binary; empty where it is one."""
    if not text or text.isspace():
        return "only white space" if text else "empty"
    # Text holds next to no control characters, binary data one byte in nine: one in a hundred parts them with room.
    data = text.encode("utf-8", "surrogatepass")
    control = len(data) - len(data.translate(None, _CONTROL))
    return "binary data, not text" if control * 100 > len(text) else ""


# NUL to backspace, and on from shift out but for escape: none of them is a part of a longer character in UTF-8.
_CONTROL = bytes((*range(9), *range(14, 27), *range(28, 32), 127))


def too_long(text: str) -> str:
    """Return why a text is refused that takes too many bytes, empty where it does not."""
    # No character takes more than four.
    return too_large(len(text.encode())) if 4 * len(text) > MAX_DOCUMENT_BYTES else ""


def too_large(size: int) -> str:
    """Return why a document of so many bytes is refused, empty where it is not."""
    limit = MAX_DOCUMENT_BYTES
    return f"larger than the limit of {limit // 2**20} MB for one document" if size > limit else ""
