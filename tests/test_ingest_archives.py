import gzip
import io
import uuid
from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from tests.reading import read as _read
from tests.reading import write as _file

TEXT = "The mayor of Velm opened the bridge on Monday."


def test_parquet_rows_are_documents(tmp_path: Path) -> None:
    table = pl.DataFrame(
        {
            "id": [1, None, 3],
            "text": [TEXT, TEXT, None],
            "published_at": pl.Series(["2026-03-14T17:51:00"] * 3).str.to_datetime(),
            "views": [1, 2, 3],
        }
    )
    for name in ("a.parquet", "a.parquet.gz"):
        whole = io.BytesIO()
        table.write_parquet(whole)
        data = whole.getvalue()
        documents, rejected = _read(_file(tmp_path, name, gzip.compress(data) if name.endswith("gz") else data))
        assert documents["input_id"].to_list() == ["1", f"{name}:2"]
        assert documents["published_at"][0] == "2026-03-14T17:51:00"
        assert rejected.select("row_id", "reason").rows() == [(f"{name}:3", "neither text nor html")]


def test_a_parquet_file_of_another_kind_refuses_its_rows(tmp_path: Path) -> None:
    pq.write_table(pa.table({"views": [1, 2]}), tmp_path / "a.parquet")
    documents, rejected = _read(tmp_path / "a.parquet")
    assert (len(documents), rejected["reason"].to_list()) == (0, ["neither text nor html"] * 2)


def _warc(*captures: tuple[str, str, bytes]) -> bytes:
    whole = b""
    for status, media_type, body in captures:
        block = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n\r\n".encode() + body
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://ledger.example/story\r\n"
            "WARC-Date: 2026-03-14T17:51:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
            f"WARC-Record-ID: <urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, status)}>\r\n"
            f"Content-Length: {len(block)}\r\n\r\n"
        )
        whole += head.encode() + block + b"\r\n\r\n"
    return whole


@pytest.mark.parametrize("pack", [lambda data: data, gzip.compress, zstandard.compress], ids=["", ".gz", ".zst"])
def test_warc_captures_are_documents(tmp_path: Path, pack: object, request: pytest.FixtureRequest) -> None:
    data = _warc(
        ("200 OK", "text/html; charset=windows-1252", "<p>Café</p>".encode("cp1252")),
        ("404 Not Found", "text/html", b"<p>gone</p>"),
        ("200 OK", "image/png", b"\x89PNG"),
        ("200 OK", "text/html", b""),
        ("200 OK", "text/plain", TEXT.encode()),
    )
    assert callable(pack)
    name = "a.warc" + request.node.callspec.id
    documents, rejected = _read(_file(tmp_path, name, pack(data)))
    assert documents.select("input_id", "media_type", "content").rows() == [
        (f"{name}:1", "text/html", "<p>Café</p>"),
        (f"{name}:5", "text/plain", TEXT),
    ]
    assert documents.row(0, named=True)["url"] == "https://ledger.example/story"
    assert documents.row(0, named=True)["fetched_at"] == "2026-03-14T17:51:00Z"
    assert rejected["reason"].to_list() == ["HTTP status 404", "empty"]
