"""Documents made articles: the raw text, and what is known about where, when and by whom it was published."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import polars as pl

from samestory.ingest.article import Account, Row, Told
from samestory.ingest.dates import parse_stamp
from samestory.ingest.document import HTML, Refusal
from samestory.ingest.language import find_language
from samestory.ingest.sources import Reference, Source, load_reference
from samestory.ingest.statements import Statements, Wanted, find_statements
from samestory.ingest.urls import canonical, host
from samestory.markup import LineMarkup, markup_column
from samestory.records import ARTICLE_METADATA, ARTICLES, REJECTED, SOURCES

if TYPE_CHECKING:
    from samestory.ingest.metadata import Metadata


@dataclass(frozen=True, slots=True)
class _Page:
    """A document as text, null where it is one already, with what is known of a page."""

    text: str | None = None
    metadata: "Metadata | None" = None
    main_text: str | None = None
    markup: list[LineMarkup] | None = None


class Described(NamedTuple):
    """ARTICLES, SOURCES, REJECTED and ARTICLE_METADATA of one batch of documents."""

    articles: pl.DataFrame
    sources: pl.DataFrame
    rejected: pl.DataFrame
    metadata: pl.DataFrame


# What every text shares that is no page.
_PLAIN = _Page()


def describe(documents: pl.DataFrame, reference: Path) -> Described:
    """Return what the documents are as articles, given the table of known outlets.

    SOURCES has one row a source; where articles of one source name it differently the first name in order counts.
    """
    known = load_reference(reference)
    # The texts of those that are no pages never leave the frame.
    slim = documents.with_columns(pl.when(pl.col("media_type") == HTML).then("content"))
    read = [_page(row) if row["media_type"] == HTML else _PLAIN for row in slim.iter_rows(named=True)]
    pages = [page for page in read if isinstance(page, _Page)]
    rows = slim.drop("content").filter([isinstance(page, _Page) for page in read]).to_dicts()
    texts = _texts(documents.filter([isinstance(page, _Page) for page in read]), pages)
    accounts = _accounts(rows, pages, texts, known)
    described = [_article(account, known) for account in accounts]
    sources = {source.row() for _, source, _ in described}
    table = pl.DataFrame(list(sources), schema=SOURCES, orient="row").sort(SOURCES.names(), nulls_last=True)
    return Described(
        _articles([article for article, _, _ in described], texts, pages),
        table.unique("source_id", keep="first", maintain_order=True),
        pl.DataFrame([page.row() for page in read if isinstance(page, Refusal)], schema=REJECTED),
        _metadata(rows, [told for _, _, told in described], texts),
    )


def _page(row: Row) -> _Page | Refusal:
    """Return the text of a page, its metadata and its markup; a page without any text is refused."""
    content = row["content"] or ""
    # lxml and trafilatura are large, and text needs neither.
    from samestory.ingest.html import PageError, flatten, parse  # noqa: PLC0415
    from samestory.ingest.metadata import find_metadata  # noqa: PLC0415
    from samestory.ingest.vote import main_text  # noqa: PLC0415

    try:
        tree = parse(content)
    except PageError as error:
        return _refusal(row, str(error))
    # Flattening takes from the tree what is unseen, such as the metadata.
    metadata = find_metadata(tree)
    flat = flatten(tree)
    if not flat.text:
        return _refusal(row, "no text on the page")
    return _Page(flat.text, metadata, main_text(tree, flat), flat.lines)


def _refusal(row: Row, reason: str) -> Refusal:
    return Refusal(row["input_id"] or "", "html", reason, (row["content"] or "")[:100], row["article_id"] or "")


def _texts(documents: pl.DataFrame, pages: Sequence[_Page]) -> pl.Series:
    """Return the raw text of each document."""
    flat = pl.Series([page.text for page in pages], dtype=pl.String)
    return documents.select(pl.coalesce(flat, "content").fill_null("").alias("raw_text"))["raw_text"]


def _accounts(rows: Sequence[Row], pages: Sequence[_Page], texts: pl.Series, known: Reference) -> list[Account]:
    """Return each document's account of itself; the texts are searched for what is not known better."""
    told = [Account(row, page.metadata, Statements()) for row, page in zip(rows, pages, strict=True)]
    wanted = Wanted(
        [not (each.row["published_at"] or (each.page and each.page.published)) for each in told],
        [each.author() is None for each in told],
        [
            not (each.row["outlet"] or host(each.row["url"]) or (each.page and (each.page.site_name or each.page.url)))
            for each in told
        ],
    )
    stated = find_statements(texts, wanted, known)
    return [Account(each.row, each.page, text) for each, text in zip(told, stated, strict=True)]


def _article(account: Account, known: Reference) -> tuple[dict[str, object], Source, list[Told]]:
    """Return the row of ARTICLES for one document, all but its text; its source; and how its metadata were told."""
    row, meta = account.row, account.page
    source, outlet = account.source(known)
    title, author, (published, dated) = account.title(), account.author(), account.published()
    fetched = parse_stamp(row["fetched_at"])
    unread = "unparsable" if row["published_at"] else None
    article: dict[str, object] = {
        "article_id": row["article_id"],
        "input_id": row["input_id"],
        "source_id": source.source_id,
        "outlet": source.outlet,
        "domain": source.domain,
        "source_method": outlet.method if outlet else "none",
        "url": row["url"],
        "canonical_url": canonical(row["url"] or (meta.url if meta else None)),
        "title": title.value if title else None,
        "author": author.value if author else None,
        "language": find_language(row["language"], meta.language if meta else None, account.text.sample),
        "published_at": published.at if published else None,
        "published_precision": published.precision if published else None,
        "published_method": dated.method if dated else unread,
        "fetched_at": fetched.at if fetched else None,
        "media_type": row["media_type"],
    }
    return article, source, [told for told in (title, author, dated, outlet) if told]


def _articles(rows: list[dict[str, object]], texts: pl.Series, pages: Sequence[_Page]) -> pl.DataFrame:
    """Return ARTICLES: the rows with their texts, and what is known of a page."""
    schema = {name: dtype for name, dtype in ARTICLES.items() if not rows or name in rows[0]}
    hashes = [hashlib.sha256(text).hexdigest() for text in texts.cast(pl.Binary)]
    return (
        pl.DataFrame(rows, schema=schema)
        .with_columns(
            texts.alias("raw_text"),
            texts.str.len_chars().cast(pl.Int64).alias("n_chars"),
            pl.Series("content_sha256", hashes, pl.String),
            pl.Series("main_text", [page.main_text for page in pages], pl.String),
            markup_column([page.markup for page in pages]),
        )
        .select(ARTICLES.names())
    )


def _metadata(rows: Sequence[Row], told: Sequence[Sequence[Told]], texts: pl.Series) -> pl.DataFrame:
    """Return ARTICLE_METADATA: what was told of each article, with the text of each span."""
    names = ("article_id", "field", "value", "method", "start_char", "end_char")
    schema = {name: ARTICLE_METADATA[name] for name in names} | {"text": pl.String}
    spans = [
        (*each.row(row["article_id"]), texts[i][each.span.start : each.span.end] if each.span else None)
        for i, (row, all_told) in enumerate(zip(rows, told, strict=True))
        for each in all_told
    ]
    return pl.DataFrame(spans, schema=schema, orient="row").select(ARTICLE_METADATA.names())
