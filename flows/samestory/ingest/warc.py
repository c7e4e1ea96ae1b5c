"""The WARC reader: one captured page is one document, with the address and time of the capture."""

import re
from collections.abc import Iterator

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from samestory.ingest.document import GIVEN, HTML, TEXT, Document, InputFile, Refusal, UnreadableError, fault, safe
from samestory.ingest.streams import open_input, read_document
from samestory.ingest.text import declared_charset, decode

_MEDIA_TYPES = {"text/html": HTML, "application/xhtml+xml": HTML, "text/plain": TEXT}
_RECORDS = ("response", "resource", "conversion")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


def read_warc(file: InputFile) -> Iterator[Document | Refusal]:
    """Read the captured pages of an archive; images, scripts and requests are passed over."""
    try:
        with open_input(file) as stream:
            for number, record in enumerate(ArchiveIterator(stream), 1):
                if record.rec_type in _RECORDS and _media_type(record) in _MEDIA_TYPES:
                    yield _read_record(record, f"{file.input_id}:{number}", file.reader)
    except ArchiveLoadFailed as error:
        raise UnreadableError(f"not valid WARC: {error}") from error


def _read_record(record: ArcWarcRecord, place: str, reader: str) -> Document | Refusal:
    """Read one capture, which refuses alone."""
    url = record.rec_headers.get_header("WARC-Target-URI")
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if status != "200":
        return Refusal(place, reader, f"HTTP status {status}", url or "")
    try:
        text = _content(record)
    except UnreadableError as error:
        return Refusal(place, reader, str(error), url or "")
    if reason := fault(text):
        return Refusal(place, reader, reason, url or "")
    given: dict[str, str | None] = dict.fromkeys(GIVEN)
    given |= {"url": safe(url) if url else None, "fetched_at": record.rec_headers.get_header("WARC-Date")}
    return Document(place, _MEDIA_TYPES[_media_type(record)], safe(text), given)


def _content(record: ArcWarcRecord) -> str:
    """Return the captured page as text, by the charset of its HTTP header or its own."""
    data = read_document(record.content_stream())
    charset = _CHARSET.search(_header(record, "Content-Type"))
    return decode(data, charset[1] if charset else declared_charset(data))


def _media_type(record: ArcWarcRecord) -> str:
    """Return the media type of a capture, without its parameters."""
    return _header(record, "Content-Type").partition(";")[0].strip().lower()


def _header(record: ArcWarcRecord, name: str) -> str:
    """Return an HTTP header of a capture, or the archive's own where there is none."""
    headers = record.http_headers or record.rec_headers
    return str(headers.get_header(name) or "")
