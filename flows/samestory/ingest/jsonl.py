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

# JSON spends at most six bytes on one byte of text (\u0041).
_MAX_LINE_BYTES = 6 * MAX_DOCUMENT_BYTES
_CHUNK_BYTES = 2**18
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_jsonl(file: InputFile) -> Iterator[Document | Refusal]:
    """Read the lines of a file; a broken line is refused and the next one read."""
    with open_input(file) as stream:
        for number, line in enumerate(_lines(_chunks(stream)), 1):
            place = f"{file.input_id}:{number}"
            if len(line) > _MAX_LINE_BYTES:
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
    return line[:200].decode("utf-8", "replace")


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


def _lines(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Yield lines; of one that is too long only a little more than the limit is kept in memory."""
    parts: list[bytes] = []
    held = 0
    for chunk in chunks:
        head, *rest = chunk.split(b"\n")
        for piece in rest:
            yield b"".join((*parts, head))
            parts, held, head = [], 0, piece
        if held <= _MAX_LINE_BYTES:
            parts.append(head)
            held += len(head)
    if parts:
        yield b"".join(parts)
