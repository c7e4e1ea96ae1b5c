"""What is bad is refused with its reason, or becomes an article whose offsets hold; the rest of the run goes on."""

import gzip
import json
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samestory.assets import asset
from samestory.ingest import discover, read_documents
from samestory.stages import STAGES, Plan, learn
from samestory.warehouse.schema import connect
from tests.plain import build

GOOD = "The bridge at Velm closed on Monday after cracks were found, the council said. Nobody was hurt in the closure. "
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
# Each: the bytes of a file, and the reason of the refusal, or None where an article is made of it.
FILES: dict[str, tuple[bytes, str | None]] = {
    "empty.txt": (b"", "empty"),
    "nul_within.txt": (GOOD.encode() * 3 + b"\0\0" + GOOD.encode() * 3, None),
    "invalid_utf8.txt": (GOOD.encode() * 3 + b"\xff\xfe\xfa " + GOOD.encode(), None),
    "mixed_encodings.txt": (GOOD.encode() + "“Café”, she said. ".encode() + "“Café”, she said.".encode("cp1252"), None),
    "binary.txt": (bytes(range(256)) * 20, "binary"),
    "cut.txt.gz": (gzip.compress(GOOD.encode() * 50, mtime=0)[:-20], "ends early"),
    "bomb.txt.gz": (gzip.compress(b" " * (30 << 20), mtime=0), "larger than the limit"),
    "one_line.txt": (b"a" * (21 << 20), "larger than the limit"),
    "nested.html": (b"<div>" * 20_000 + GOOD.encode() * 3 + b"</div>" * 20_000, None),
    "laughs.html": (
        f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]><html><body><p>{GOOD * 3}&l9;</p></body></html>'.encode(), None
    ),
    "entity.html": (
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><html><p>{GOOD * 3}&e;</p></html>'.encode(),
        None,
    ),
    "long_word.txt": (GOOD.encode() * 3 + b"x" * 1_000_000 + b"\n" + GOOD.encode(), None),
    "right_to_left.txt": (
        GOOD.encode() + "قال العمدة إن الجسر أغلق يوم الاثنين. e\u0301te\u0301 na\u0308hte. ".encode() * 3,
        None,
    ),
    "astral.txt": (("🔥🇺🇦 𝔉𝔦𝔯𝔢 👩‍👩‍👧 " + GOOD + "“It burned 🔥 fast,” said Mira Holt. ").encode() * 3, None),
    "crlf.txt": ((GOOD + "\r\n\r\n" + GOOD + "\r\n").encode(), None),
    "lone_cr.txt": ((GOOD + "\r" + GOOD + "\r").encode(), None),
    "punctuation.txt": (b"...\n---\n!!!\n" * 20 + GOOD.encode() * 2 + b"\n" + b"???\n" * 20, None),
    "years.txt": (GOOD.encode() + b"It opened on 1 January 0000 and closes on 31 December 9999, said Mira Holt.", None),
    "sql'); DROP TABLE articles; --.txt": (GOOD.encode() + b"One.", None),
    "two\nlines \"quoted\".txt": (GOOD.encode() + b"Two.", None),
}  # fmt: skip
RECORDS: list[dict[str, str]] = [
    {"id": "same", "text": GOOD + "First."},
    {"id": "same", "text": GOOD + "Second."},
    {"id": "marked", "text": GOOD + "Third.", "title": "<script>alert(1)</script>'; DROP TABLE articles; --",
     "outlet": "<b>O'Ledger</b>\"; --"},
    {"id": "year0", "text": GOOD + "Fourth.", "published_at": "0000-01-01"},
    {"id": "year9999", "text": GOOD + "Fifth.", "published_at": "9999-12-31T23:59:59Z"},
]  # fmt: skip


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bad")
    inputs = folder / "in"
    inputs.mkdir()
    for name, (data, _) in FILES.items():
        (inputs / name).write_bytes(data)
    lines = "".join(json.dumps(record) + "\n" for record in RECORDS)
    (inputs / "lines.jsonl").write_text(lines + '{"id": "half", "te')
    (folder / "secret.txt").write_text(GOOD)
    (inputs / "out.txt").symlink_to(folder / "secret.txt")
    return build([str(inputs)], folder / "news.duckdb")


def test_every_bad_file_is_refused_with_its_reason_and_every_odd_one_read(loaded: Path) -> None:
    with connect(loaded) as connection:
        refused = dict(
            connection.execute("SELECT row_id, reason FROM rejected WHERE table_name = 'documents'").fetchall()
        )
        read = {row[0] for row in connection.execute("SELECT input_id FROM articles").fetchall()}
    expected = {name: reason for name, (_, reason) in FILES.items() if reason}
    expected |= {"lines.jsonl:6": "broken JSON", "out.txt": "leads out"}
    assert refused.keys() == expected.keys()
    assert [name for name, reason in expected.items() if reason not in refused[name]] == []
    assert read == {*FILES, *(record["id"] for record in RECORDS)} - expected.keys()


def test_offsets_hold_whatever_the_text(loaded: Path) -> None:
    with connect(loaded) as connection:
        texts = dict(connection.execute("SELECT article_id, raw_text FROM articles").fetchall())
        for table in ("removed_spans", "paragraphs", "sentences", "facts", "claims"):
            rows = connection.execute(f"SELECT article_id, start_char, end_char, text FROM {table}").fetchall()
            assert [row for row in rows if texts[row[0]][row[1] : row[2]] != row[3]] == []
        assert connection.execute("SELECT name FROM data_quality WHERE NOT ok").fetchall() == []


def test_entities_are_not_followed(loaded: Path) -> None:
    with connect(loaded) as connection:
        texts = connection.execute("SELECT raw_text FROM articles WHERE media_type = 'text/html'").fetchall()
    assert not any("root:" in text or "hahaha" in text for (text,) in texts)


def test_titles_and_outlets_are_data(loaded: Path) -> None:
    with connect(loaded) as connection:
        asked = "SELECT title, outlet FROM articles INNER JOIN sources USING (source_id) WHERE input_id = 'marked'"
        assert connection.execute(asked).fetchone() == (RECORDS[2]["title"], RECORDS[2]["outlet"])


def test_two_texts_with_one_id_are_two_articles(loaded: Path) -> None:
    with connect(loaded) as connection:
        assert connection.execute("SELECT count(*) FROM articles WHERE input_id = 'same'").fetchone() == (2,)


def test_a_document_that_changes_while_it_is_read_is_one_reading(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(GOOD)
    (found, _) = next(iter(read_documents(discover([str(file)]), 10)))
    file.write_text(GOOD * 2)
    (again, _) = next(iter(read_documents(discover([str(file)]), 10)))
    assert found["content"].to_list() == [GOOD]
    assert found["article_id"].to_list() != again["article_id"].to_list()


PIECES = st.sampled_from(
    ["“", "”", '"', "'", "\r", "\n", "\n\n", "\t", "\u2028",
     "\u200b", "e\u0301", "🔥", "👩‍👧", "ש", "قال", "  ", ".", "...",
     "said", "Mira Holt", "14", "1,000", "percent", "on 3 May 2026", "yesterday", "0000", "According to",
     "Share",
     "Reuters", "killed", "people", "Dr.", "not", "if", "[[1](https://a.example)]", "A" * 300]
)  # fmt: skip


@settings(max_examples=25)
@given(st.lists(st.lists(st.one_of(PIECES, st.text(max_size=9)), max_size=40).map(" ".join), min_size=1, max_size=4))
def test_any_text_goes_through_every_stage_with_its_offsets(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    batch = tmp_path_factory.mktemp("fuzz") / "00000"
    batch.mkdir()
    (batch.parent / "in.jsonl").write_text(
        "".join(json.dumps({"text": text, "outlet": "Alder Post"}) + "\n" for text in texts)
    )
    [(documents, _)] = read_documents(discover([str(batch.parent / "in.jsonl")]), 10)
    documents.write_parquet(batch / "documents.parquet")
    plan = Plan(asset("seeds", "sources.csv"), asset("seeds", "aliases.csv"))
    for stage, work in STAGES.items():
        if stage == "recur":
            learn(batch.parent, [batch])
        work(batch, plan)
    frames = {path.stem: pl.read_parquet(path) for path in batch.glob("*.parquet")}
    raw = dict(frames["articles"].select("article_id", "raw_text").iter_rows())
    for name in ("paragraphs", "sentences", "facts", "claims"):
        for row in frames[name].select("article_id", "start_char", "end_char", "text").iter_rows():
            assert raw[row[0]][row[1] : row[2]] == row[3]
    for article_id, text in raw.items():
        spans = frames["spans"].filter(pl.col("article_id") == article_id).sort("start_char")
        assert "".join(text[s:e] for s, e in spans.select("start_char", "end_char").iter_rows()) == text
