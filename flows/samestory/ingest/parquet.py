"""The Parquet reader: one row is one document, its columns are the keys of a JSON line."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from typing import IO

import pyarrow as pa
import pyarrow.parquet as pq

from samestory.ingest.document import GIVEN, Document, InputFile, Refusal, UnreadableError
from samestory.ingest.record import from_record
from samestory.ingest.streams import open_input

_COLUMNS = ("id", "text", "html", *GIVEN)
# A few hundred pages of a few hundred kilobytes each stay well below 100 MB.
_ROWS_AT_ONCE = 200
_IN_MEMORY_BYTES = 64 * 2**20


def read_parquet(file: InputFile) -> Iterator[Document | Refusal]:
    """Read the rows of a file, few at a time; other columns are left unread."""
    try:
        with open_input(file) as stream, _seekable(stream, file.compression) as whole:
            yield from _read_rows(pq.ParquetFile(whole), file)
    except pa.ArrowException as error:
        raise UnreadableError(f"not valid Parquet: {error}") from error


@contextmanager
def _seekable(stream: IO[bytes], compression: str) -> Iterator[IO[bytes]]:
    """Open a stream in which Parquet's footer can be reached: a compressed one is unpacked to a temporary file."""
    if not compression:
        yield stream
        return
    with SpooledTemporaryFile(_IN_MEMORY_BYTES) as whole:
        shutil.copyfileobj(stream, whole)
        whole.seek(0)
        yield whole


def _read_rows(table: pq.ParquetFile, file: InputFile) -> Iterator[Document | Refusal]:
    """Yield the documents of an open Parquet file."""
    names = [name for name in _COLUMNS if name in table.schema_arrow.names]
    number = 0
    for batch in table.iter_batches(batch_size=_ROWS_AT_ONCE, columns=names):
        for record in batch.to_pylist():
            number += 1
            place = f"{file.input_id}:{number}"
            try:
                yield from_record(record, place)
            except UnreadableError as error:
                yield Refusal(place, file.reader, str(error))
