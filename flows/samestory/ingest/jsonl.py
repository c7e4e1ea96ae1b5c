"""The JSON lines reader: one line is one document."""

import codecs
import json
from collections.abc import Iterator
from functools import partial
from typing import IO

from samestory.ingest.document import MAX_DOCUMENT_BYTES, Document, InputFile, Refusal, UnreadableError
from samestory.ingest.record import from_record
from samestory.ingest.streams import open_input
from samestory.ingest.text import decode

# JSON spends at most three bytes on one byte of a letter that it need not write out (\u0431), and two on a line's end.
_MAX_LINE_BYTES = 3 * MAX_DOCUMENT_BYTES
_EXCERPT_BYTES = 200
_CHUNK_BYTES = 2**18
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_jsonl(file: InputFile) -> Iterator[Document | Refusal]:
    """Read the lines of a file; a broken line is refused and the next one read."""
    with open_input(file) as stream:
        for number, (line, is_whole) in enumerate(_lines(_chunks(stream)), 1):
            place = f"{file.input_id}:{number}"
            if not is_whole:
                yield Refusal(place, file.reader, "a line longer than any document may be", _excerpt(line))
            elif line.strip():
                yield _read_line(line, place, file.reader)


def _read_line(line: bytes, place: str, reader: str) -> Document | Refusal:
    """Read one line, which refuses alone."""
    try:
        record = json.loads(decode(line))
        if not isinstance(record, dict):
            return Refusal(place, reader, "not a JSON object", _excerpt(line))
        # Who gave an id finds the line by it.
        place = record["id"] if isinstance(record.get("id"), str) and record["id"].strip() else place
        return from_record(record, place)
    except UnreadableError as error:
        return Refusal(place, reader, str(error), _excerpt(line))
    except (ValueError, RecursionError) as error:
        return Refusal(place, reader, f"broken JSON: {error}", _excerpt(line))


def _excerpt(line: bytes) -> str:
    """Return how a line begins."""
    return line[:_EXCERPT_BYTES].decode("utf-8", "replace")


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield the bytes of a stream in pieces, as UTF-8 where it begins with the mark of UTF-16."""
    # Where there is a choice, what can be had at once: of a file that is cut off nothing is lost.
    pieces = iter(partial(getattr(stream, "read1", stream.read), _CHUNK_BYTES), b"")
    first = next(pieces, b"")
    if not first.startswith(_UTF16_MARKS):
        yield first.removeprefix(codecs.BOM_UTF8)
        yield from pieces
        return
    decoder = codecs.getincrementaldecoder("utf-16")("replace")
    yield decoder.decode(first).encode()
    yield from (decoder.decode(piece).encode() for piece in pieces)


def _lines(chunks: Iterator[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Yield lines and whether they are whole: of one that is too long only the beginning is kept in memory."""
    parts: list[bytes] = []
    held = 0
    for chunk in chunks:
        head, *rest = chunk.split(b"\n")
        for piece in rest:
            parts.append(head)
            yield _line(parts, held + len(head))
            parts, held, head = [], 0, piece
        parts.append(head)
        held += len(head)
        if held > _MAX_LINE_BYTES:
            del parts[1:]
    if parts:
        yield _line(parts, held)


def _line(parts: list[bytes], length: int) -> tuple[bytes, bool]:
    is_whole = length <= _MAX_LINE_BYTES
    return b"".join(parts if is_whole else parts[:1]), is_whole
