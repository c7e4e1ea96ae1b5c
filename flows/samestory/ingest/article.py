"""One document's own account of itself: its source, author and time of publication, and how each was told."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from samestory.ingest.dates import Stamp, parse_stamp
from samestory.ingest.lines import Stated
from samestory.ingest.sources import Reference, Source, hosted, named, unknown
from samestory.ingest.statements import Statements
from samestory.ingest.urls import host, path_date

if TYPE_CHECKING:
    from samestory.ingest.metadata import Metadata

Row = Mapping[str, str | None]

_ISO = {"year": "%Y", "month": "%Y-%m", "day": "%Y-%m-%d", "minute": "%Y-%m-%dT%H:%M", "second": "%Y-%m-%dT%H:%M:%S"}


class Told(NamedTuple):
    """One thing known of an article: how it was told (given, metadata, url, text), and where the text states it."""

    field: str
    value: str
    method: str
    span: Stated[Stamp] | Stated[str] | None = None

    def row(self, article_id: str | None) -> tuple[str | None, str, str, str, int | None, int | None]:
        """Return the row of ARTICLE_METADATA, all but its text."""
        start, end = (self.span.start, self.span.end) if self.span else (None, None)
        return article_id, self.field, self.value, self.method, start, end


@dataclass(frozen=True, slots=True)
class Account:
    """What a document was given with, what its page's metadata says, and what its text states."""

    row: Row
    page: "Metadata | None"
    text: Statements

    def title(self) -> Told | None:
        """Return the title given or in the metadata; that of a text is chosen when it is cleaned."""
        return self._first("title", self.page.title if self.page else None, None)

    def author(self) -> Told | None:
        """Return the author."""
        return self._first("author", self.page.author if self.page else None, self.text.author)

    def _first(self, field: str, page: str | None, text: Stated[str] | None) -> Told | None:
        """Return what is given, else in the metadata, else stated in the text."""
        if given := self.row[field]:
            return Told(field, given, "given")
        if page:
            return Told(field, page, "metadata")
        return Told(field, text.value, "text", text) if text else None

    def source(self, known: Reference) -> tuple[Source, Told | None]:
        """Return the source and how the outlet was told."""
        source, method = self._source(known)
        if method == "none":
            return source, None
        span = self.text.outlet if method == "text" else None
        return source, Told("outlet", source.outlet or source.source_id, method, span)

    def _source(self, known: Reference) -> tuple[Source, str]:
        """Return the source and how it was told: given, url, metadata, text or none."""
        url, site = self.row["url"], self.page.site_name if self.page else None
        if outlet := self.row["outlet"]:
            return named(outlet, host(url), known), "given"
        if name := host(url):
            return hosted(name, site, known), "url"
        if name := host(self.page.url if self.page else None):
            return hosted(name, site, known), "metadata"
        if site:
            return named(site, None, known), "metadata"
        if stated := self.text.outlet:
            return named(stated.value, None, known), "text"
        return unknown(self.row["input_id"] or ""), "none"

    def published(self) -> tuple[Stamp | None, Told | None]:
        """Return when the article was published, and how that was told; a given date that cannot be read is none."""
        if given := self.row["published_at"]:
            return _published(parse_stamp(given), "given")
        if self.page and self.page.published:
            return _published(self.page.published, "metadata")
        stated, address = self.text.published, path_date(self.row["url"])
        # The address is surer of the day, the text more exact.
        if address and not (stated and stated.value.at.date() == address.at.date()):
            return _published(address, "url")
        return _published(stated.value, "text", stated) if stated else (None, None)


def _published(stamp: Stamp | None, method: str, span: Stated[Stamp] | None = None) -> tuple[Stamp | None, Told | None]:
    """Return a time of publication with how it was told."""
    return stamp, Told("published_at", iso(stamp), method, span) if stamp else None


def iso(stamp: Stamp) -> str:
    """Return a time as ISO 8601, as exactly as it is known."""
    return stamp.at.strftime(_ISO[stamp.precision])
