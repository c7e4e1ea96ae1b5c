"""Documents made articles: the raw text, and what is known about where, when and by whom it was published."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from samestory.ingest.bylines import find_author
from samestory.ingest.dates import Stamp, parse_stamp
from samestory.ingest.document import HTML, Refusal
from samestory.ingest.language import find_language
from samestory.ingest.outlets import find_outlet
from samestory.ingest.sources import Reference, Source, hosted, load_reference, named, unknown
from samestory.ingest.stamps import find_published
from samestory.ingest.urls import canonical, host, path_date
from samestory.markup import LineMarkup, markup_column
from samestory.records import ARTICLES, REJECTED, SOURCES

if TYPE_CHECKING:
    from samestory.ingest.metadata import Metadata

Row = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class _Page:
    """A document as text, with the metadata of a page."""

    text: str
    metadata: "Metadata | None" = None
    main_text: str | None = None
    markup: list[LineMarkup] | None = None


def describe(documents: pl.DataFrame, reference: Path) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Return (ARTICLES, SOURCES, REJECTED) for DOCUMENTS, given the table of known outlets.

    SOURCES has one row a source; where articles of one source name it differently the first name in order counts.
    """
    known = load_reference(reference)
    articles, markup, sources, refusals = [], [], set(), []
    for row in documents.iter_rows(named=True):
        page = _page(row)
        if isinstance(page, Refusal):
            refusals.append(page.row())
            continue
        article, source = _article(row, page, known)
        articles.append(article)
        markup.append(page.markup)
        sources.add(source.row())
    table = pl.DataFrame(list(sources), schema=SOURCES, orient="row").sort(SOURCES.names(), nulls_last=True)
    return (
        pl.DataFrame(articles, schema=ARTICLES).with_columns(markup_column(markup)),
        table.unique("source_id", keep="first", maintain_order=True),
        pl.DataFrame(refusals, schema=REJECTED),
    )


def _page(row: Row) -> _Page | Refusal:
    """Return a document's text and metadata; a page without any text is refused."""
    content = row["content"] or ""
    if row["media_type"] != HTML:
        return _Page(content)
    # lxml and trafilatura are large, and text needs neither.
    from samestory.ingest.html import PageError, flatten, parse  # noqa: PLC0415
    from samestory.ingest.metadata import find_metadata  # noqa: PLC0415
    from samestory.ingest.vote import main_text  # noqa: PLC0415

    try:
        tree = parse(content)
    except PageError as error:
        return Refusal(row["input_id"] or "", "html", str(error), content[:100])
    # Flattening changes the tree, so it comes last.
    metadata, main = find_metadata(tree), main_text(tree)
    flat = flatten(tree)
    if not flat.text:
        return Refusal(row["input_id"] or "", "html", "no text on the page", content[:100])
    return _Page(flat.text, metadata, main, flat.lines)


def _article(row: Row, page: _Page, known: Reference) -> tuple[dict[str, object], Source]:
    """Return the row of ARTICLES for one document, and its source."""
    text, meta = page.text, page.metadata
    lines = [line for line in text.splitlines() if line and not line.isspace()]
    source, method = _source(row, lines, meta, known)
    published, precision, published_method = _published(row, lines, meta)
    fetched = parse_stamp(row["fetched_at"])
    return {
        "article_id": row["article_id"],
        "input_id": row["input_id"],
        "source_id": source.source_id,
        "outlet": source.outlet,
        "domain": source.domain,
        "source_method": method,
        "url": row["url"],
        "canonical_url": canonical(row["url"] or (meta.url if meta else None)),
        "title": row["title"] or (meta.title if meta else None),
        "author": row["author"] or (meta.author if meta else None) or find_author(lines),
        "language": find_language(row["language"], meta.language if meta else None, text),
        "published_at": published,
        "published_precision": precision,
        "published_method": published_method,
        "fetched_at": fetched.at if fetched else None,
        "content_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "media_type": row["media_type"],
        "raw_text": text,
        "n_chars": len(text),
        "main_text": page.main_text,
    }, source


def _source(row: Row, lines: Sequence[str], meta: "Metadata | None", known: Reference) -> tuple[Source, str]:
    """Return an article's source and how it was told: given, url, metadata, text or none."""
    site = meta.site_name if meta else None
    if outlet := row["outlet"]:
        return named(outlet, host(row["url"]), known), "given"
    if name := host(row["url"]):
        return hosted(name, site, known), "url"
    if name := host(meta.url if meta else None):
        return hosted(name, site, known), "metadata"
    if site:
        return named(site, None, known), "metadata"
    if stated := find_outlet(lines, known):
        return named(stated, None, known), "text"
    return unknown(row["input_id"] or ""), "none"


def _published(
    row: Row, lines: Sequence[str], meta: "Metadata | None"
) -> tuple[datetime | None, str | None, str | None]:
    """Return when an article was published, how exactly that is known, and how it was told."""
    if given := row["published_at"]:
        return _told(parse_stamp(given), "given") or (None, None, "unparsable")
    if told := _told(meta.published if meta else None, "metadata"):
        return told
    stated, address = find_published(lines), path_date(row["url"])
    # The address is surer of the day, the text more exact.
    is_agreed = stated and address and stated.at.date() == address.at.date()
    told = None if is_agreed else _told(address, "url")
    return told or _told(stated, "text") or (None, None, None)


def _told(stamp: Stamp | None, method: str) -> tuple[datetime, str, str] | None:
    """Return the columns of a time of publication."""
    return (stamp.at, stamp.precision, method) if stamp else None
