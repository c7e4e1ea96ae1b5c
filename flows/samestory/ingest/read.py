"""Reading documents in batches: picks the reader for each file and keeps refusals beside what was read."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

import polars as pl

from samestory.ingest.document import MAX_DOCUMENT_BYTES, Document, InputFile, Reader, Refusal, UnreadableError
from samestory.ingest.jsonl import read_jsonl
from samestory.ingest.text import read_text
from samestory.records import DOCUMENTS, REJECTED

# A batch of large pages is closed early, so that memory does not depend on what the pages are.
_BATCH_CHARS = 4 * MAX_DOCUMENT_BYTES


def read_documents(files: Sequence[InputFile], batch_size: int) -> Iterator[tuple[pl.DataFrame, pl.DataFrame]]:
    """Yield batches of (DOCUMENTS, REJECTED) in the order of the files, at most `batch_size` rows in both together."""
    batch: list[Document | Refusal] = []
    held = 0
    for item in chain.from_iterable(map(_read_file, files)):
        batch.append(item)
        held += len(item.content) if isinstance(item, Document) else 0
        if len(batch) >= batch_size or held >= _BATCH_CHARS:
            yield _frames(batch)
            batch, held = [], 0
    if batch:
        yield _frames(batch)


def _frames(batch: Sequence[Document | Refusal]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the frames of one batch."""
    documents = [item.row() for item in batch if isinstance(item, Document)]
    refusals = [item.row() for item in batch if isinstance(item, Refusal)]
    # By columns, as a frame made of rows looks at each value twice.
    columns = {name: [row.get(name) for row in documents] for name in DOCUMENTS}
    return pl.DataFrame(columns, schema=DOCUMENTS), pl.DataFrame(refusals, schema=REJECTED)


def _read_file(file: InputFile) -> Iterator[Document | Refusal]:
    """Yield the documents of one file; where reading breaks off, the last item says why and after how many."""
    if file.refused:
        yield Refusal(file.input_id, file.reader, file.refused, file=file.input_id)
        return
    count = 0
    try:
        for item in _reader(file.reader)(file):
            yield replace(item, file=file.input_id) if isinstance(item, Refusal) else item
            count += 1
    except UnreadableError as error:
        after = f" (after {count} documents)" if count else ""
        yield Refusal(file.input_id, file.reader, f"{error}{after}", file=file.input_id)


def _reader(name: str) -> Reader:
    """Return a reader; those that need large libraries are imported when a file needs them."""
    if name == "parquet":
        from samestory.ingest.parquet import read_parquet  # noqa: PLC0415 (pyarrow)

        return read_parquet
    if name == "warc":
        from samestory.ingest.warc import read_warc  # noqa: PLC0415 (warcio)

        return read_warc
    return read_jsonl if name == "jsonl" else read_text
