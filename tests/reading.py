"""What the tests of reading share."""

from pathlib import Path

import polars as pl

from samestory.ingest import discover, read_documents
from samestory.records import DOCUMENTS, REJECTED


def read(path: Path | str, batch_size: int = 100) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return all documents and refusals of an input."""
    batches = list(read_documents(discover([str(path)]), batch_size))
    assert all(documents.schema == DOCUMENTS and refused.schema == REJECTED for documents, refused in batches)
    return pl.concat([documents for documents, _ in batches]), pl.concat([refused for _, refused in batches])


def write(folder: Path, name: str, data: bytes) -> Path:
    """Write a file and return its path."""
    path = folder / name
    path.write_bytes(data)
    return path
