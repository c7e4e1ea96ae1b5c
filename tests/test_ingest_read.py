import gzip
import hashlib
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from samestory.ingest import InputFile, discover, jsonl, read_documents, streams
from samestory.ingest import document as limits
from tests.reading import read as _read
from tests.reading import write as _file

TEXT = "The mayor of Velm opened the bridge on Monday."


def _refused(path: Path) -> tuple[str, str]:
    documents, rejected = _read(path)
    assert len(documents) == 0
    assert rejected["table_name"].to_list() == ["documents"]
    assert rejected["row_id"].to_list() == [path.name]
    json.loads(rejected["row"][0])
    return rejected["expectation"][0], rejected["reason"][0]


def _lines(*records: object) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


def test_a_text_file_is_one_document_with_its_line_ends(tmp_path: Path) -> None:
    documents, rejected = _read(_file(tmp_path, "a.txt", b"\xef\xbb\xbfOne.\r\nTwo.\n"))
    assert len(rejected) == 0
    row = documents.row(0, named=True)
    assert (row["input_id"], row["media_type"], row["content"]) == ("a.txt", "text/plain", "One.\r\nTwo.\n")
    assert row["url"] is None


def test_a_file_under_two_paths_is_one_article_and_another_text_is_not(tmp_path: Path) -> None:
    for name, text in (("a.txt", TEXT), ("b.txt", TEXT), ("c.txt", TEXT + "!"), ("d.html", TEXT)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    ids = _read(tmp_path)[0]["article_id"].to_list()
    assert ids[0] == ids[1]
    assert len(set(ids)) == 3
    assert all(len(each) == 16 and int(each, 16) >= 0 for each in ids)


def test_fetched_at_is_no_part_of_the_identity_and_everything_else_given_is(tmp_path: Path) -> None:
    base = {"id": "1", "text": TEXT, "url": "https://ledger.example/1"}
    same = base | {"fetched_at": "2026-01-02"}
    others = [base | {name: "x"} for name in ("id", "url", "outlet", "title", "author", "language", "published_at")]
    ids = _read(_file(tmp_path, "a.jsonl", _lines(base, same, *others)))[0]["article_id"].to_list()
    assert ids[0] == ids[1]
    assert len(set(ids[1:])) == len(others) + 1


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \r\n\t\n", "only white space"),
        ("blank.html", "\ufeff  ".encode(), "only white space"),
        ("nul.txt", b"abc\0\0\x01\x02def\0ghi\0", "binary data"),
        ("photo.txt", b"\xff\xd8\xff\xe0" + bytes(range(256)), "JPEG"),
        ("report.txt", b"%PDF-1.7\nThe mayor spoke of bridges.", "PDF"),
        ("sheet.html", b"PK\x03\x04....", "ZIP"),
        ("empty.txt.gz", gzip.compress(b"", mtime=0), "empty"),
        ("cut.txt.gz", gzip.compress(TEXT.encode() * 99, mtime=0)[:-12], "ends early"),
        ("not.txt.gz", b"The mayor spoke.", "Not a gzipped file"),
        ("not.txt.zst", b"The mayor spoke.", "not valid zstd"),
        ("cut.txt.zst", zstandard.compress(TEXT.encode() * 99)[:-5], "ends early"),
        ("broken.parquet", b"PAR1 and nothing more", "not valid Parquet"),
        ("broken.warc", b"no archive at all\r\n\r\n", "not valid WARC"),
    ],
)
def test_a_bad_file_is_refused_with_its_reason(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    reader, told = _refused(_file(tmp_path, name, data))
    assert reason in told
    assert reader == f"reader:{name.split('.')[1].replace('txt', 'text')}"


def test_a_gzip_with_a_broken_middle_is_refused(tmp_path: Path) -> None:
    data = bytearray(gzip.compress(str(list(range(9999))).encode()))
    data[len(data) // 2 : len(data) // 2 + 50] = b"\xff" * 50
    assert "not valid gzip" in _refused(_file(tmp_path, "a.txt.gz", bytes(data)))[1]


@pytest.mark.parametrize("suffix", ["gz", "zst"])
def test_compressed_files_are_read_over_the_borders_of_members(tmp_path: Path, suffix: str) -> None:
    pack = gzip.compress if suffix == "gz" else zstandard.compress
    documents, _ = _read(_file(tmp_path, f"a.txt.{suffix}", pack(b"One. ") + pack(TEXT.encode())))
    assert documents["content"].to_list() == ["One. " + TEXT]


@pytest.mark.parametrize("name", ["a.txt.gz", "a.txt.zst", "a.jsonl.gz", "a.jsonl.zst", "a.parquet.gz"])
def test_a_decompression_bomb_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    for module in (limits, streams):
        monkeypatch.setattr(module, "MAX_DOCUMENT_BYTES", 2**20)
    monkeypatch.setattr(streams, "_BOMB_FREE_BYTES", 2**21)
    monkeypatch.setattr(jsonl, "_MAX_LINE_BYTES", 2**20)
    data = b" " * 2**25
    packed = gzip.compress(data) if name.endswith("gz") else zstandard.compress(data)
    reason = _refused(_file(tmp_path, name, packed))[1]
    assert "larger than the limit of 1 MB" in reason if "txt" in name else "bomb" in reason


def test_a_document_above_the_limit_is_refused_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (limits, streams):
        monkeypatch.setattr(module, "MAX_DOCUMENT_BYTES", 2**20)
    monkeypatch.setattr(jsonl, "_MAX_LINE_BYTES", 2**21)
    big, huge = "word " * 2**18, "word " * 2**19
    documents, rejected = _read(_file(tmp_path, "a.jsonl", _lines({"text": big}, {"text": huge}, {"text": TEXT})))
    assert documents["input_id"].to_list() == ["a.jsonl:3"]
    assert rejected["row_id"].to_list() == ["a.jsonl:1", "a.jsonl:2"]
    assert "larger than the limit" in rejected["reason"][0]
    assert "longer than any document" in rejected["reason"][1]
    assert len(rejected["row"][1]) < 1000


@pytest.mark.skipif("os.geteuid() == 0")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.txt", TEXT.encode())
    path.chmod(0)
    assert "Permission denied" in _refused(path)[1]


def test_a_file_that_vanished_is_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        _file(tmp_path, name, TEXT.encode())
    files = discover([str(tmp_path)])
    (tmp_path / "a.txt").unlink()
    [(documents, rejected)] = read_documents(files, 10)
    assert documents["input_id"].to_list() == ["b.txt"]
    assert rejected.select("row_id", "reason").row(0) == ("a.txt", "No such file or directory")


def test_a_refused_link_is_a_rejected_row() -> None:
    [(_, rejected)] = read_documents([InputFile("x", "/nowhere", "link", refused="leads out")], 10)
    assert rejected.select("row_id", "expectation", "reason").row(0) == ("x", "reader:link", "leads out")


def test_json_lines_give_ids_fields_and_refusals(tmp_path: Path) -> None:
    good = _lines(
        {
            "id": "one",
            "text": TEXT,
            "url": "https://ledger.example/1",
            "outlet": "The Ledger",
            "author": ["A Bee", "C Dee"],
        },
        {"id": 7, "html": f"<p>{TEXT}</p>", "text": "not this"},
        {"text": TEXT, "html": " ", "published_at": 2024, "title": ""},
    )
    bad = b'{"id": "cut", "text": "The may\n[1, 2]\n{"id": "no"}\n{"text": ""}\n{"text": " ", "html": ""}\n'
    bad += b'{"text": "x", "outlet": {"name": "y"}}\n{"text": 5}\n' + b"[" * 100_000 + b"\n\n"
    documents, rejected = _read(
        _file(tmp_path, "a.jsonl", b"\xef\xbb\xbf" + good + bad + _lines({"text": "last"})[:-1])
    )
    assert documents["input_id"].to_list() == ["one", "7", "a.jsonl:3", "a.jsonl:13"]
    assert documents["media_type"].to_list() == ["text/plain", "text/html", "text/plain", "text/plain"]
    assert documents.row(0, named=True)["author"] == "A Bee, C Dee"
    assert documents.row(2, named=True)["published_at"] == "2024"
    assert documents.row(2, named=True)["title"] is None
    reasons = dict(rejected.select("row_id", "reason").iter_rows())
    assert list(reasons) == ["a.jsonl:4", "a.jsonl:5", "no", *(f"a.jsonl:{n}" for n in range(7, 12))]
    assert "broken JSON" in reasons["a.jsonl:4"]
    assert reasons["a.jsonl:5"] == "not a JSON object"
    assert reasons["no"] == "neither text nor html"
    assert reasons["a.jsonl:7"] == "empty"
    assert reasons["a.jsonl:8"] == "only white space"
    assert reasons["a.jsonl:9"] == "outlet is not a string"
    assert reasons["a.jsonl:10"] == "neither text nor html"
    assert "broken JSON" in reasons["a.jsonl:11"]
    assert set(rejected["expectation"]) == {"reader:jsonl"}


def test_two_lines_with_one_id_are_two_documents(tmp_path: Path) -> None:
    documents, _ = _read(
        _file(tmp_path, "a.jsonl", _lines({"id": "x", "text": "First."}, {"id": "x", "text": "Second."}))
    )
    assert documents["input_id"].to_list() == ["x", "x"]
    assert documents["article_id"].n_unique() == 2


def test_lone_surrogates_and_stray_nuls_are_replaced_one_for_one(tmp_path: Path) -> None:
    text = "The \ud83d mayor\0 spoke" + " on" * 60 + "."
    documents, rejected = _read(
        _file(tmp_path, "a.jsonl", _lines({"text": text, "title": "\udc00 x"}, {"text": "\0\0a"}))
    )
    content = documents["content"][0]
    assert content == text.replace("\ud83d", "\ufffd").replace("\0", "\ufffd")
    assert documents["title"][0] == "\ufffd x"
    assert "binary" in rejected["reason"][0]


def test_a_surrogate_pair_is_one_character(tmp_path: Path) -> None:
    line = b'{"text": "Fire \\ud83d\\udd25 in Velm"}\n'
    assert _read(_file(tmp_path, "a.jsonl", line))[0]["content"][0] == "Fire \U0001f525 in Velm"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_json_lines_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    text = json.dumps({"text": "Café “Velm”"}, ensure_ascii=False) + "\n" + json.dumps({"text": "Two"}) + "\n"
    assert _read(_file(tmp_path, "a.ndjson", text.encode(encoding)))[0]["content"].to_list() == ["Café “Velm”", "Two"]


def test_reading_breaks_off_with_what_was_read_before(tmp_path: Path) -> None:
    data = gzip.compress(b"".join(_lines({"text": hashlib.sha256(bytes(n)).hexdigest()}) for n in range(5000)))
    documents, rejected = _read(_file(tmp_path, "a.jsonl.gz", data[: len(data) // 2]), 50)
    assert 500 < len(documents) < 5000
    assert rejected["row_id"].to_list()[-1] == "a.jsonl.gz"
    assert rejected["reason"].to_list()[-1] == f"the compressed data ends early (after {len(documents)} documents)"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(_lines({"text": TEXT}, {"id": "b", "text": TEXT}))))
    assert _read("-")[0]["input_id"].to_list() == ["stdin:1", "b"]


def test_reading_is_lazy(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.jsonl", _lines(*({"text": f"{n}"} for n in range(100))))
    batches: Iterator[tuple[pl.DataFrame, pl.DataFrame]] = read_documents(discover([str(path)]), 10)
    assert len(next(batches)[0]) == 10


@given(st.lists(st.text(min_size=1), max_size=30), st.integers(1, 40))
def test_batches_do_not_change_what_is_read(texts: list[str], size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        data = _lines(*({"text": text} for text in texts))
        frames = []
        for batch_size in (size, 1000):
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
            batches = list(read_documents(discover(["-"]), batch_size))
            assert all(0 < len(a) + len(b) <= batch_size for a, b in batches)
            frames.append([pl.concat([batch[i] for batch in batches]) if batches else None for i in (0, 1)])
        for one, other in zip(*frames, strict=True):
            assert (one is None and other is None) or (one is not None and other is not None and one.equals(other))
        if frames[1][0] is not None:
            assert sum(map(len, frames[1])) == len(texts)
