"""JSON lines for other programs: the records, field by field."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from samestory import streams
from samestory.config import Settings
from samestory.stages import Plan
from samestory.streams import clean_stream, extract_stream
from tests.recurring import NOTICE, SLOGAN, SUBJECTS, records, write

TEXT = (
    "Home\nNews\nSport\n\n"
    "Orlen dam fails as the river rises\n\n"
    "The dam at Orlen failed on 3 May 2026, killing at least 14 people, said Mira Holt of the rescue team.\n\n"
    "“It was sudden,” she told the Alder Post. “Nobody heard it,” she added, “and nobody was warned of the water.”\n"
)


@pytest.fixture
def file(tmp_path: Path) -> str:
    rows = [{"id": "one", "text": TEXT, "published_at": "2026-05-04"}, {"id": "two", "text": TEXT}, {"id": "bad"}]
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return str(path)


def plan(*, clean: bool = True) -> Plan:
    return Plan(Settings().seed("sources.csv"), Settings().seed("aliases.csv"), clean)


def read(chunks: Iterable[bytes]) -> list[dict[str, Any]]:
    """Return the records of JSON lines."""
    return [json.loads(line) for chunk in chunks for line in chunk.splitlines()]


def test_clean_records(file: str) -> None:
    one, two, bad = read(clean_stream([file], plan()))
    assert [one["id"], two["id"], bad["id"]] == ["one", "two", "bad"]
    assert set(one) == {"id", "text", "kept", "removed", "raw_text"}
    assert [set(span) for span in one["removed"]] == [{"start", "end", "kind", "rule", "score"}] * len(one["removed"])
    assert one["text"].startswith("Orlen dam fails")
    assert set(bad) == {"id", "error"}
    assert all(len(span) == 2 for span in one["kept"])


def test_no_clean_keeps_everything(file: str) -> None:
    one, *_ = read(clean_stream([file], plan(clean=False)))
    assert (one["text"], one["removed"]) == (TEXT.strip(), [])


def test_extract_records(file: str) -> None:
    one, two, _ = read(extract_stream([file], plan()))
    by_kind = {
        kind: [fact for fact in one["facts"] if fact["kind"] == kind]
        for kind in ("quotation", "date", "quantity", "claim")
    }
    assert all(fact["text"] == TEXT[fact["start"] : fact["end"]] for fact in one["facts"])
    assert [(fact["value"], fact["date_start"]) for fact in by_kind["date"]] == [("2026-05-03", "2026-05-03T00:00:00")]
    (toll,) = by_kind["quantity"]
    assert (toll["value_low"], toll["value_high"], toll["modifier"], toll["object"]) == (14, None, "at least", "people")
    direct = [fact for fact in by_kind["quotation"] if fact["form"] == "direct"]
    assert {fact["speaker"] for fact in direct} == {"Mira Holt"}
    assert direct[0]["via"] == "the Alder Post"
    for part in ("source", "cue"):
        span = direct[0][part]
        assert TEXT[span["start"] : span["end"]] == span["text"]
    assert [fact["value"] for fact in two["facts"] if fact["kind"] == "date"] == ["2026-05-03"]


def test_pieces_of_one_quotation_are_spans(file: str) -> None:
    one, *_ = read(extract_stream([file], plan()))
    pieces = [fact["spans"] for fact in one["facts"] if fact["kind"] == "quotation" and fact["spans"]]
    assert [[TEXT[start:end] for start, end in spans] for spans in pieces] == [
        ["“Nobody heard it,”", "“and nobody was warned of the water.”"]
    ]


def lines_of(path: Path, rows: Sequence[dict[str, str]]) -> dict[str, dict[str, Any]]:
    """Return the records that cleaning makes of rows, by id, after checking that they keep the order."""
    made = read(clean_stream([write(path, rows)], plan()))
    assert [record["id"] for record in made] == [row["id"] for row in rows]
    return {record["id"]: record for record in made}


@pytest.mark.parametrize("size", [1, 2, 250])
def test_documents_know_of_each_other_whatever_the_order_and_the_batches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    rows = [*records(SUBJECTS[:4], SLOGAN), *records(SUBJECTS[4:6], SLOGAN, outlet="Alder Post"), *records(["pier"])]
    whole = lines_of(tmp_path / "whole.jsonl", rows)
    monkeypatch.setattr(streams, "BATCH_SIZE", size)
    assert lines_of(tmp_path / "turned.jsonl", rows[::-1]) == whole
    assert [SLOGAN in record["text"] for record in whole.values()] == [False] * 7
    assert {span["rule"] for record in whole.values() for span in record["removed"]} == {"recurring_line"}
    for record in whole.values():
        spans = sorted([*map(tuple, record["kept"]), *((span["start"], span["end"]) for span in record["removed"])])
        assert "".join(record["raw_text"][start:end] for start, end in spans) == record["raw_text"]


def test_a_document_alone_keeps_its_lines(tmp_path: Path) -> None:
    (made,) = lines_of(tmp_path / "in.jsonl", records(SUBJECTS[:1], SLOGAN)).values()
    assert made["text"].endswith(SLOGAN)


def test_facts_are_read_from_what_all_documents_leave(tmp_path: Path) -> None:
    file = write(tmp_path / "in.jsonl", records(SUBJECTS[:4], "Ilse Marwick told us: 40 ships came in 2019."))
    made = read(extract_stream([file], plan()))
    assert {fact["text"] for record in made for fact in record["facts"] if fact["kind"] == "quantity"} == {"a third"}
    kept = read(extract_stream([file], plan(clean=False)))
    assert "40 ships" in {fact["text"] for record in kept for fact in record["facts"] if fact["kind"] == "quantity"}


def test_a_document_that_comes_twice_is_printed_twice(tmp_path: Path) -> None:
    (row,) = records(SUBJECTS[:1], SLOGAN)
    first, second = read(clean_stream([write(tmp_path / "in.jsonl", [row, row])], plan()))
    assert first == second


def test_all_chrome_is_a_record_with_an_empty_text(tmp_path: Path) -> None:
    notices = [NOTICE] * 2
    rows = [*records(SUBJECTS[:5], NOTICE), {"id": "wall", "text": "\n".join(notices), "outlet": "Marrow Bay Mirror"}]
    wall = lines_of(tmp_path / "in.jsonl", rows)["wall"]
    assert (wall["text"], wall["kept"]) == ("", [])
    assert [(span["start"], span["end"]) for span in wall["removed"]] == [(0, len(wall["raw_text"]))]
