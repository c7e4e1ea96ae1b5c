"""A refusal is told as long as it holds: not lost beside another, and gone when its file is read again without it."""

import gzip
import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from samestory.config import Options
from samestory.warehouse.schema import connect
from tests.plain import build, hashes

GOOD = "The bridge at Velm closed on Monday after cracks were found, the council said. Nobody was hurt in the closure. "
PAGE = '<html><body><script>var a = "{}"</script></body></html>'
LINE = json.dumps({"id": "velm", "text": GOOD * 2, "outlet": "Alder Post"}) + "\n"


def refused(warehouse: Path) -> list[str]:
    with connect(warehouse) as connection:
        return [row[0] for row in connection.execute("SELECT row_id FROM rejected ORDER BY ALL").fetchall()]


def test_two_refused_under_one_id_are_two_rows(tmp_path: Path) -> None:
    rows = [{"id": "page", "html": PAGE.format(i)} for i in range(2)] + [
        {"id": "blank", "text": " " * i} for i in (1, 2)
    ]
    (tmp_path / "in.jsonl").write_text(LINE + "".join(json.dumps(row) + "\n" for row in rows))
    warehouse = build([str(tmp_path / "in.jsonl")], tmp_path / "news.duckdb", compared=False)
    assert refused(warehouse) == ["blank", "blank", "page", "page"]
    live = warehouse.resolve()
    assert build([str(tmp_path / "in.jsonl")], warehouse, compared=False).resolve() == live


def test_a_line_that_was_mended_or_taken_out_is_refused_no_more(tmp_path: Path) -> None:
    file = tmp_path / "in.jsonl"
    file.write_text(LINE + '{"id": "half", "te\n' + '{"id": "none"}\n')
    warehouse = build([str(file)], tmp_path / "news.duckdb", compared=False)
    assert refused(warehouse) == ["in.jsonl:2", "none"]
    file.write_text(LINE)
    build([str(file)], warehouse, compared=False)
    assert refused(warehouse) == []
    once = build([str(file)], tmp_path / "once" / "news.duckdb", compared=False)
    assert hashes(warehouse) == hashes(once)


def test_a_file_that_broke_off_and_is_whole_now_is_refused_no_more(tmp_path: Path) -> None:
    file, lines = tmp_path / "in.jsonl.gz", LINE + '{"id": "none"}\n'
    # Stored, not packed, so that what comes before the cut can be read.
    file.write_bytes(gzip.compress(lines.encode() * 2, compresslevel=0, mtime=0)[:-20])
    warehouse = build([str(file)], tmp_path / "news.duckdb", compared=False)
    assert refused(warehouse) == ["in.jsonl.gz", "none"]
    # It breaks off earlier: what its rest holds is not known, so what was told of it stays.
    file.write_bytes(gzip.compress(lines.encode(), compresslevel=0, mtime=0)[:-20])
    build([str(file)], warehouse, compared=False)
    assert refused(warehouse) == ["in.jsonl.gz", "none"]
    file.write_bytes(gzip.compress(LINE.encode()))
    build([str(file)], warehouse, compared=False)
    assert refused(warehouse) == []


def test_refusals_of_a_file_that_is_gone_stay_until_pruned(tmp_path: Path) -> None:
    for name, more in (("a.jsonl", ""), ("b.jsonl", '{"id": "half", "te\n')):
        (tmp_path / name).write_text(LINE + more)
    warehouse = build([str(tmp_path / "a.jsonl"), str(tmp_path / "b.jsonl")], tmp_path / "news.duckdb", compared=False)
    build([str(tmp_path / "a.jsonl")], warehouse, compared=False)
    assert refused(warehouse) == ["b.jsonl:2"]
    build([str(tmp_path / "a.jsonl")], warehouse, compared=False, options=Options(prune=True))
    assert refused(warehouse) == []


def test_standard_input_is_another_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def piped(text: str) -> Path:
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))
        return build(["-"], tmp_path / "news.duckdb", compared=False)

    piped(LINE + '{"id": "none"}\n')
    assert refused(piped(LINE)) == ["none"]
