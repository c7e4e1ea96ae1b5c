"""From files to articles: readers, encodings, metadata, sources."""

from samestory.ingest.describe import describe
from samestory.ingest.discover import discover
from samestory.ingest.document import InputError, InputFile
from samestory.ingest.read import read_documents
from samestory.ingest.sources import reference_sources
from samestory.ingest.streams import STDIN

__all__ = ["STDIN", "InputError", "InputFile", "describe", "discover", "read_documents", "reference_sources"]
