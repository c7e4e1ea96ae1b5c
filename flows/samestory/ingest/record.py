"""One record that brings its own metadata, a JSON line or a Parquet row, made a document."""

from collections.abc import Mapping
from datetime import date, datetime

from samestory.ingest.document import GIVEN, HTML, TEXT, Document, UnreadableError, fault, safe, too_long


def from_record(record: Mapping[str, object], place: str) -> Document:
    """Return the document in a record; `place` is its input id where it brings none.

    Where both text and html are given the page is taken, as the text can be made from it. What cannot be read is an
    UnreadableError.
    """
    given_id = _field(record, "id") or ""
    page, text = _content(record, "html"), _content(record, "text")
    content = page if page.strip() else text
    if not content and not any(isinstance(record.get(name), str) for name in ("html", "text")):
        raise UnreadableError("neither text nor html")
    # The rest of what can be wrong with a text was found when it was read.
    if not content or content.isspace():
        raise UnreadableError(fault(content))
    if reason := too_long(content):
        raise UnreadableError(reason)
    given = {name: _field(record, name) for name in GIVEN}
    media_type = HTML if page.strip() else TEXT
    return Document(given_id or place, media_type, content, given, given_id)


def _content(record: Mapping[str, object], name: str) -> str:
    """Return the text or page of a record; what is no string is none. Binary data is found before it is made safe."""
    value = record.get(name)
    text = value if isinstance(value, str) else ""
    if text and (reason := fault(text)) and text.strip():
        raise UnreadableError(reason)
    return safe(text)


def _field(record: Mapping[str, object], name: str) -> str | None:
    """Return one field as a string, None where it is absent or blank."""
    value = record.get(name)
    if value is None or isinstance(value, str):
        return safe(value).strip() or None if value else None
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = ", ".join(value)
    if isinstance(value, datetime | date):
        value = value.isoformat()
    if isinstance(value, dict | list):
        raise UnreadableError(f"{name} is not a string")
    return safe(str(value)).strip() or None
