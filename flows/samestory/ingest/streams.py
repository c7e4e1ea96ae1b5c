"""Opening inputs: local files, fsspec URLs and standard input, plain or compressed, with a guard against gzip bombs."""

import gzip
import io
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from samestory.ingest.document import MAX_DOCUMENT_BYTES, InputFile, UnreadableError, too_large

STDIN = "-"

# Text shrinks to a tenth, pages full of repeated markup to a fiftieth. Data that grows two hundred times beyond what
# a few documents may hold was made to fill memory or disk.
_BOMB_RATIO = 200
_BOMB_FREE_BYTES = 4 * MAX_DOCUMENT_BYTES
# One kilobyte of zstd can unfold to 32 MB (blocks of 128 KB in four bytes), which bounds memory.
_ZSTD_STEP = 1024


class _Guarded(io.RawIOBase):
    """Decompressed bytes, counted against the compressed ones."""

    def __init__(self, packed: IO[bytes], unpacked: "io.BufferedReader[Any] | gzip.GzipFile") -> None:
        self._packed, self._unpacked, self._count = packed, unpacked, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 (any writable buffer)
        data = self._unpacked.read1(len(buffer))
        self._count += len(data)
        if self._count > _BOMB_FREE_BYTES and self._count > _BOMB_RATIO * self._packed.tell():
            raise UnreadableError(f"decompression bomb: grows more than {_BOMB_RATIO} times")
        buffer[: len(data)] = data
        return len(data)


class _Zstd(io.RawIOBase):
    """Bytes of zstd frames; unlike the library's own reader it notices a frame that is cut off."""

    def __init__(self, packed: IO[bytes]) -> None:
        import zstandard  # noqa: PLC0415 (only for .zst)

        self._packed, self._library, self._ready = packed, zstandard, b""
        self._frame: Any = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 (any writable buffer)
        while not self._ready and (data := self._packed.read(_ZSTD_STEP)):
            self._ready = self._unpack(data)
        if not self._ready and self._frame is not None:
            raise UnreadableError("the compressed data ends early")
        size = min(len(buffer), len(self._ready))
        buffer[:size], self._ready = self._ready[:size], self._ready[size:]
        return size

    def _unpack(self, data: bytes) -> bytes:
        """Return what the data unfolds to, over the borders of frames."""
        parts = []
        while data:
            if self._frame is None:
                self._frame = self._library.ZstdDecompressor().decompressobj()
            try:
                parts.append(self._frame.decompress(data))
            except self._library.ZstdError as error:
                raise UnreadableError(f"not valid zstd: {error}") from error
            data = self._frame.unused_data if self._frame.eof else b""
            self._frame = None if self._frame.eof else self._frame
        return b"".join(parts)


@contextmanager
def open_input(file: InputFile) -> Iterator[IO[bytes]]:
    """Open a file for reading, decompressed; what goes wrong while it is open is an UnreadableError with the reason.

    A broken connection is none: it is left to the caller, who may try again.
    """
    try:
        with _open_packed(file.location) as packed:
            yield _unpacked(packed, file.compression)
    except (ConnectionError, TimeoutError):
        raise
    except EOFError as error:
        raise UnreadableError("the compressed data ends early") from error
    except (OSError, zlib.error) as error:
        raise UnreadableError(_reason(error)) from error


def _reason(error: OSError | zlib.error) -> str:
    """Return the reason without the path, so that it reads the same on every machine."""
    return (error.strerror or str(error)) if isinstance(error, OSError) else f"not valid gzip: {error}"


@contextmanager
def _open_packed(location: str) -> Iterator[IO[bytes]]:
    """Open a path, a URL or standard input as it is."""
    if location == STDIN:
        yield sys.stdin.buffer
    elif "://" in location:
        import fsspec  # noqa: PLC0415 (only for URLs)

        with fsspec.open(location, "rb") as stream:
            yield stream
    else:
        with Path(location).open("rb") as stream:
            yield stream


def _unpacked(packed: IO[bytes], compression: str) -> IO[bytes]:
    """Return the stream of decompressed bytes."""
    if not compression:
        return packed
    unpacked = gzip.GzipFile(fileobj=packed) if compression == "gz" else io.BufferedReader(_Zstd(packed))
    return io.BufferedReader(_Guarded(packed, unpacked), 2**16)


def read_document(stream: IO[bytes]) -> bytes:
    """Read one document to its end, at most as many bytes as a document may have."""
    data = stream.read(MAX_DOCUMENT_BYTES + 1)
    if reason := too_large(len(data)):
        raise UnreadableError(reason)
    return data


def read_steadily(stream: IO[bytes]) -> bytes:
    """Read one document that is a file of its own; what is written while it is read is half of one and half of another.

    A file that is replaced by renaming is read to its end as it was.
    """
    before = _state(stream)
    data = read_document(stream)
    if _state(stream) != before:
        raise UnreadableError("changed while it was read")
    return data


def _state(stream: IO[bytes]) -> tuple[int, int] | None:
    """Return what changes when an open file is written to; None where the stream is none, but has a checksum."""
    try:
        state = os.fstat(stream.fileno())
    except (AttributeError, OSError):
        return None
    return state.st_size, state.st_mtime_ns
