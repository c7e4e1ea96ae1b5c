import hashlib
import json
import random
from datetime import datetime
from pathlib import Path

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samestory.ingest import describe, reference_sources
from samestory.ingest.document import HTML, TEXT, Document
from samestory.records import ARTICLE_METADATA, ARTICLES, DOCUMENTS, REJECTED, SOURCES

PROSE = "The mayor of Velm opened the new bridge across the river on 3 May 2019, after eleven years of work and delay."
PAGE = f"<html lang='en-GB'><head>{{}}</head><body><h1>Bridge opens</h1><p>{PROSE}</p></body></html>"


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("reference") / "sources.csv"
    path.write_text(
        "outlet,domain,owner_group,kind,aliases\n"
        "The Velm Echo,velmecho.example,Echo House,outlet,Velm Echo;VE\n"
        "Bundle,bundle.example,,aggregator,\n"
        "Paper Only,,Echo House,outlet,\n",
        encoding="utf-8",
    )
    return path


def _documents(*documents: Document) -> pl.DataFrame:
    return pl.DataFrame([document.row() for document in documents], schema=DOCUMENTS)


def _one(reference: Path, content: str, media_type: str = TEXT, **given: str) -> dict[str, object]:
    frames = describe(_documents(Document("doc-1", media_type, content, dict(given))), reference)
    assert [frame.schema for frame in frames] == [ARTICLES, SOURCES, REJECTED, ARTICLE_METADATA]
    assert frames[1]["source_id"].to_list() == frames[0]["source_id"].to_list()
    return frames[0].row(0, named=True)


def test_a_text_is_an_article_as_it_is(reference: Path) -> None:
    text = f"Bridge opens\r\n\r\nBy Ada Velm\r\n14 March 2026 17:51\r\n{PROSE}\r\n© 2026 The Velm Echo"
    row = _one(reference, text, fetched_at="2026-03-15T06:00:00+01:00")
    assert row["raw_text"] == text
    assert row["n_chars"] == len(text)
    assert row["content_sha256"] == hashlib.sha256(text.encode()).hexdigest()
    assert (row["main_text"], row["markup"], row["title"], row["url"]) == (None, None, None, None)
    assert (row["author"], row["language"]) == ("Ada Velm", "en")
    assert (row["source_id"], row["outlet"], row["source_method"]) == ("velmecho.example", "The Velm Echo", "text")
    assert row["published_at"] == datetime(2026, 3, 14, 17, 51)
    assert (row["published_precision"], row["published_method"]) == ("minute", "text")
    assert row["fetched_at"] == datetime(2026, 3, 15, 5)


def test_a_text_that_says_nothing_is_of_an_unknown_source(reference: Path) -> None:
    frames = describe(_documents(Document("a/b.txt", TEXT, "Quiet here.")), reference)
    row = frames[0].row(0, named=True)
    assert (row["source_id"], row["outlet"], row["source_method"]) == ("unknown:a/b.txt", None, "none")
    assert all(row[name] is None for name in ("author", "title", "language", "published_at", "published_method"))
    assert frames[1].row(0) == ("unknown:a/b.txt", None, None, "unknown:a/b.txt", "unknown")


@pytest.mark.parametrize(
    ("given", "source"),
    [
        ({"outlet": "VE"}, ("velmecho.example", "The Velm Echo", "velmecho.example", "given")),
        ({"outlet": "velmecho.example"}, ("velmecho.example", "The Velm Echo", "velmecho.example", "given")),
        ({"outlet": "The Ünited Post"}, ("united-post", "The Ünited Post", None, "given")),
        ({"outlet": "Paper Only"}, ("paper-only", "Paper Only", None, "given")),
        ({"outlet": "News.Ledger.example"}, ("ledger.example", "News.Ledger.example", "ledger.example", "given")),
        (
            {"outlet": "Ledger", "url": "https://www.ledger.example/1"},
            ("ledger.example", "Ledger", "ledger.example", "given"),
        ),
        ({"outlet": "Ledger", "url": "https://bundle.example/1"}, ("ledger", "Ledger", None, "given")),
        ({"url": "https://m.velmecho.example/1"}, ("velmecho.example", "The Velm Echo", "velmecho.example", "url")),
        ({"url": "https://news.ledger.co.uk/1"}, ("ledger.co.uk", "ledger.co.uk", "ledger.co.uk", "url")),
        ({"url": "not an address"}, ("unknown:doc-1", None, None, "none")),
    ],
)
def test_sources(reference: Path, given: dict[str, str], source: tuple[str | None, ...]) -> None:
    row = _one(reference, PROSE, **given)
    assert tuple(row[name] for name in ("source_id", "outlet", "domain", "source_method")) == source


def test_the_reference_table_as_sources(reference: Path) -> None:
    assert reference_sources(reference).rows() == [
        ("bundle.example", "Bundle", "bundle.example", "Bundle", "aggregator"),
        ("paper-only", "Paper Only", None, "Echo House", "outlet"),
        ("velmecho.example", "The Velm Echo", "velmecho.example", "Echo House", "outlet"),
    ]


@pytest.mark.parametrize(
    ("given", "published"),
    [
        ({"published_at": "2026-03-14T17:51:00+01:00"}, (datetime(2026, 3, 14, 16, 51), "second", "given")),
        ({"published_at": "some day"}, (None, None, "unparsable")),
        ({"published_at": "9999-12-31"}, (None, None, "unparsable")),
        ({"url": "https://ledger.example/2026/03/14/x"}, (datetime(2026, 3, 14), "day", "url")),
        ({}, (None, None, None)),
    ],
)
def test_publication_times(reference: Path, given: dict[str, str], published: tuple[object, ...]) -> None:
    row = _one(reference, PROSE, **given)
    assert tuple(row[name] for name in ("published_at", "published_precision", "published_method")) == published


def test_a_stamp_of_the_addresss_day_is_more_exact_and_one_of_another_day_is_not_taken(reference: Path) -> None:
    url = "https://ledger.example/2026/03/14/x"
    row = _one(reference, f"14 March 2026 17:51\n{PROSE}", url=url)
    assert (row["published_at"], row["published_method"]) == (datetime(2026, 3, 14, 17, 51), "text")
    row = _one(reference, f"20 March 2026 17:51\n{PROSE}", url=url)
    assert (row["published_at"], row["published_method"]) == (datetime(2026, 3, 14), "url")


def _ld(**thing: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(thing)}</script>"


ARTICLE = {
    "@type": ["NewsArticle"],
    "headline": "Bridge &amp; river",
    "datePublished": "2026-03-14T17:51:00Z",
    "author": [{"name": "Ada Velm"}, {"name": "By Jon Dell"}, {"name": "Ada Velm"}],
    "publisher": {"name": "Northline"},
}
META = (
    "<meta property='og:title' content='Bridge opens | Northline'><meta name='author' content='By Ada Velm'>"
    "<meta property='article:published_time' content='2026-03-14T17:51:00Z'>"
    "<meta property='og:site_name' content='Northline'><link rel='canonical' href='https://www.north.example/1?utm_x=1'>"
)


NOTHING = ("Bridge opens", None, None, None, "unknown:doc-1", "none")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (_ld(**ARTICLE), ("Bridge & river", "Ada Velm, Jon Dell", "second", "metadata", "northline", "metadata")),
        (
            _ld(**{"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"}, ARTICLE]}),
            ("Bridge & river", "Ada Velm, Jon Dell", "second", "metadata", "northline", "metadata"),
        ),
        (META, ("Bridge opens", "Ada Velm", "second", "metadata", "north.example", "metadata")),
        (
            "<script type='application/ld+json'>{broken</script>",
            NOTHING,
        ),
        (
            _ld(**{"@type": "ItemList", "itemListElement": [ARTICLE]}),
            NOTHING,
        ),
        (
            "<meta name='author' content='https://x.example/ada'>",
            NOTHING,
        ),
        (
            "<meta property='article:modified_time' content='2026-03-14'>",
            NOTHING,
        ),
    ],
)
def test_metadata_of_pages(reference: Path, head: str, expected: tuple[str | None, ...]) -> None:
    row = _one(reference, PAGE.format(head), HTML)
    names = ("title", "author", "published_precision", "published_method", "source_id", "source_method")
    assert tuple(row[name] for name in names) == expected
    assert row["raw_text"] == f"Bridge opens\n\n{PROSE}"
    assert [line["tag"] for line in row["markup"]] == ["h1", "p"]
    assert row["main_text"] == ""
    assert row["language"] == "en"


@pytest.mark.parametrize(
    ("body", "published"),
    [
        (
            "<time datetime='2026-03-14T10:00Z' pubdate>x</time><time datetime='2026-03-20'>y</time>",
            datetime(2026, 3, 14, 10),
        ),
        ("<span itemprop='datePublished'>14 March 2026</span><time datetime='2026-01-01'>", datetime(2026, 3, 14)),
        ("<time class='entry-date published' datetime='2026-03-14'>x</time>", datetime(2026, 3, 14)),
        ("<time datetime='2026-03-14'>last week</time>", datetime(2026, 3, 14)),
        ("<time class='updated' datetime='2026-03-14'>last week</time>", None),
        ("<time datetime='2026-03-14'>x</time><time datetime='2026-03-15'>y</time>", None),
    ],
)
def test_marked_times(reference: Path, body: str, published: datetime | None) -> None:
    assert _one(reference, f"<p>{PROSE}</p>{body}", HTML)["published_at"] == published


def test_given_values_come_before_the_pages_own(reference: Path) -> None:
    url = "https://mirror.example/1"
    row = _one(reference, PAGE.format(META), HTML, url=url, title="T", author="A", language="fr", published_at="2020")
    assert [row[name] for name in ("title", "author", "language", "canonical_url")] == ["T", "A", "fr", url]
    assert (row["published_precision"], row["published_method"]) == ("year", "given")
    assert (row["source_id"], row["outlet"]) == ("mirror.example", "Northline")


def test_a_page_without_text_is_refused_and_the_rest_goes_on(reference: Path) -> None:
    documents = _documents(
        Document("a", HTML, "<img src=x>"), Document("b", HTML, "<!-- x -->"), Document("c", TEXT, PROSE)
    )
    articles, sources, rejected, _ = describe(documents, reference)
    assert articles["input_id"].to_list() == ["c"]
    assert rejected.select("row_id", "expectation").rows() == [("a", "reader:html"), ("b", "reader:html")]
    assert len(sources) == 1


def test_the_first_name_in_order_names_a_source(reference: Path) -> None:
    given = [{"outlet": name, "url": "https://ledger.example/1"} for name in ("Ledger", "Daily Ledger")]
    documents = _documents(*(Document(str(i), TEXT, PROSE, dict(each)) for i, each in enumerate(given)))
    assert describe(documents, reference)[1].rows() == describe(documents.reverse(), reference)[1].rows()
    assert describe(documents, reference)[1]["outlet"].to_list() == ["Daily Ledger"]


def test_no_documents_give_empty_frames(reference: Path) -> None:
    assert [len(frame) for frame in describe(pl.DataFrame(schema=DOCUMENTS), reference)] == [0, 0, 0, 0]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.text(min_size=1, max_size=60), max_size=12, unique=True), st.randoms())
def test_order_and_batches_do_not_change_rows(reference: Path, texts: list[str], rng: random.Random) -> None:
    clean = [text.encode("utf-8", "replace").decode() for text in texts]
    documents = _documents(*(Document(str(i), rng.choice([TEXT, HTML]), text) for i, text in enumerate(clean)))
    whole = describe(documents, reference)
    shuffled = documents.sample(fraction=1, shuffle=True, seed=1)
    parts = [describe(part, reference) for part in (shuffled[:3], shuffled[3:])]
    for i, frame in enumerate(whole):
        joined = pl.concat([part[i] for part in parts])
        assert joined.sort(pl.all()).equals(frame.sort(pl.all()))
