"""What is known of an article and where its text states it: every span is exactly the words it names."""

from pathlib import Path

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samestory.ingest import describe
from samestory.ingest.document import HTML, TEXT, Document
from samestory.records import DOCUMENTS
from samestory.warehouse.schema import connect

PROSE = "The mayor of Velm opened the new bridge across the river on 3 May 2019, after eleven years of work and delay."
STATED = (
    "😀 Bridge opens\r\n\r\n  By Ada Velm and JON DELL\x85Posted on 14 March 2026, 17:51\u2028{}\n© 2026 The Velm Echo"
)


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("reference") / "sources.csv"
    path.write_text(
        "outlet,domain,owner_group,kind,aliases\nThe Velm Echo,velmecho.example,Echo House,outlet,VE\n",
        encoding="utf-8",
    )
    return path


def _metadata(reference: Path, content: str, media_type: str = TEXT, **known: str) -> dict[str, tuple[object, ...]]:
    documents = pl.DataFrame([Document("doc-1", media_type, content, dict(known)).row()], schema=DOCUMENTS)
    described = describe(documents, reference)
    text = described.articles["raw_text"][0]
    found = {}
    for _, field, value, method, start, end, words in described.metadata.iter_rows():
        assert words == (None if start is None else text[start:end])
        found[field] = (value, method, words)
    return found


def test_what_a_text_states_is_kept_with_the_words_that_state_it(reference: Path) -> None:
    assert _metadata(reference, STATED.format(PROSE)) == {
        "author": ("Ada Velm, Jon Dell", "text", "Ada Velm and JON DELL"),
        "published_at": ("2026-03-14T17:51", "text", "14 March 2026, 17:51"),
        "outlet": ("The Velm Echo", "text", "The Velm Echo"),
    }


def test_what_was_given_has_no_span(reference: Path) -> None:
    known = {"title": "T", "author": "A", "published_at": "2026", "outlet": "Northline"}
    assert _metadata(reference, STATED.format(PROSE), **known) == {
        "title": ("T", "given", None),
        "author": ("A", "given", None),
        "published_at": ("2026", "given", None),
        "outlet": ("Northline", "given", None),
    }


def test_a_page_states_by_its_metadata_its_address_and_its_text(reference: Path) -> None:
    page = f"<title>Bridge opens</title><body><p>By Ada Velm</p><p>{PROSE}</p></body>"
    assert _metadata(reference, page, HTML, url="https://velmecho.example/2026/03/14/bridge") == {
        "title": ("Bridge opens", "metadata", None),
        "author": ("Ada Velm", "text", "Ada Velm"),
        "published_at": ("2026-03-14", "url", None),
        "outlet": ("The Velm Echo", "url", None),
    }


def test_what_nobody_says_has_no_row(reference: Path) -> None:
    assert _metadata(reference, "Quiet here.", published_at="some day") == {}


LINES = [
    "By Ada Velm",
    "\tBy: Zoë Ünal, Ada Velm | 😀",
    "Posted by",
    "Ada Velm",
    "Published: 14 March 2026",
    "Published",
    "😀 14 марта 2026 г., 17:51 | By Ada Velm",
    "© 2026 The Velm Echo. All rights reserved",
    "The Velm Echo",
    "velmecho.example",
    "velmecho.example reports.",
    "Bridge opens | VE",
    "Velm Times Editor: What did you see?",
    "  ",
    PROSE,
    "𝔘 " + PROSE,
]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(["\n", "\r\n", "\n\n", "\x0b", "\x85", "\u2029"]))))
def test_every_span_is_the_words_it_names(reference: Path, lines: list[tuple[str, str]]) -> None:
    for value, method, words in _metadata(reference, "".join(line + end for line, end in lines) + ".").values():
        assert method == "text"
        assert value
        assert isinstance(words, str)
        assert words.strip() == words != ""


def test_the_warehouse_keeps_what_its_articles_use(samples: Path) -> None:
    with connect(samples) as connection:
        rows = connection.execute("SELECT * FROM article_metadata").pl()
        articles = connection.execute(
            "SELECT article_id, title, author, raw_text, published_at IS NOT NULL AS is_dated FROM articles"
        ).pl()
    used = articles.join(rows.pivot("field", index="article_id", values="value"), on="article_id", how="left")
    for name in ("title", "author"):
        assert used.filter(pl.col(name).ne_missing(pl.col(f"{name}_right"))).is_empty()
    assert used.filter(pl.col("is_dated") != pl.col("published_at").is_not_null()).is_empty()
    stated = rows.filter(pl.col("method") == "text").join(articles.select("article_id", "raw_text"), on="article_id")
    assert {"title", "author", "published_at", "outlet"} == set(stated["field"])
    length = pl.col("end_char") - pl.col("start_char")
    assert stated.filter(pl.col("raw_text").str.slice("start_char", length) != pl.col("text")).is_empty()
    assert rows.filter(pl.col("method") != "text")["start_char"].null_count() == len(rows) - len(stated)
