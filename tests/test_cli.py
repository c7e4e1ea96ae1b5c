"""The command line: quick to answer, clear about mistakes, and true to the JSON shapes it promises."""

import csv
import io
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from samestory.cli import main

HEAVY = ("prefect", "great_expectations", "trafilatura", "polars", "duckdb")
TEXT = (
    'Home\n\nThe dam at Orlen failed on 3 May 2026, killing 14 people, said Mira Holt.\n\n"It was sudden," she said.\n'
)


def samestory(*arguments: str, given: str = "", check: bool = True) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "samestory.cli", *arguments]
    return subprocess.run(command, input=given, capture_output=True, text=True, check=check)


def test_help_answers_in_half_a_second() -> None:
    seconds = []
    for _ in range(3):
        started = time.perf_counter()
        shown = samestory("--help")
        seconds.append(time.perf_counter() - started)
    assert "samestory query" in shown.stdout
    assert min(seconds) < 0.5


def test_the_command_line_itself_imports_nothing_heavy() -> None:
    code = f"import sys, samestory.cli; print([name for name in {HEAVY!r} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize("command", ["clean", "extract", "query"])
def test_neither_prefect_nor_great_expectations_is_needed_to_look_at_text(command: str, samples: Path) -> None:
    arguments = ["query", "SELECT 1", "--warehouse", str(samples)] if command == "query" else [command, "-"]
    code = (
        f"import sys; from samestory.cli import main; main({arguments!r}); "
        "print([name for name in ('prefect', 'great_expectations', 'trafilatura') if name in sys.modules])"
    )
    line = json.dumps({"id": "a", "text": TEXT}) + "\n"
    ran = subprocess.run([sys.executable, "-c", code], input=line, capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"


def test_clean_prints_spans_that_rebuild_the_text() -> None:
    record = json.loads(samestory("clean", given=json.dumps({"id": "a", "text": TEXT})).stdout)
    spans = sorted([*map(tuple, record["kept"]), *((r["start"], r["end"]) for r in record["removed"])])
    assert (record["id"], record["raw_text"]) == ("a", TEXT)
    assert "".join(TEXT[start:end] for start, end in spans) == TEXT
    assert "killing 14 people" in record["text"]


def test_extract_prints_facts_whose_text_is_their_slice() -> None:
    given = json.dumps({"id": "a", "text": TEXT, "published_at": "2026-05-04"})
    record = json.loads(samestory("extract", "-", given=given).stdout)
    assert {fact["kind"] for fact in record["facts"]} >= {"quotation", "quantity", "date", "mention", "claim"}
    assert all(fact["text"] == TEXT[fact["start"] : fact["end"]] for fact in record["facts"])
    (quotation,) = (fact for fact in record["facts"] if fact["kind"] == "quotation" and fact["form"] == "direct")
    assert (quotation["speaker"], quotation["source"]["text"], quotation["cue"]["text"]) == ("Mira Holt", "she", "said")


def test_documents_keep_their_order_and_refused_ones_say_why() -> None:
    lines = [json.dumps({"id": name, "text": f"Rain fell on {name} all day, the council said."}) for name in "zay"]
    printed = samestory("clean", "-", given="\n".join([*lines, "{", json.dumps({"id": "e"})])).stdout.splitlines()
    records = [json.loads(line) for line in printed]
    assert [record["id"] for record in records if "error" not in record] == ["z", "a", "y"]
    assert len([record for record in records if "error" in record]) == 2


def test_query_formats(samples: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    def ask(form: str) -> bytes:
        sql = "SELECT kind, count(*) AS n FROM facts GROUP BY kind ORDER BY kind"
        assert main(["query", sql, "--format", form, "--warehouse", str(samples)]) == 0
        return capfdbinary.readouterr().out

    rows = json.loads(ask("json"))
    assert [row["kind"] for row in rows] == ["certainty", "citation", "date", "mention", "quantity", "quotation"]
    assert [row["n"] for row in rows] == [int(row["n"]) for row in csv.DictReader(io.StringIO(ask("csv").decode()))]
    assert "quotation" in ask("table").decode()
    assert ask("parquet")[:4] == b"PAR1"


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("SELECT nonsense FROM articles", "nonsense"),
        ("DELETE FROM articles", "read-only"),
        ("SELECT * FROM read_csv('/etc/passwd')", "disabled"),
        ("COPY articles TO 'out.csv'", "disabled"),
    ],
)
def test_query_tells_what_is_wrong_and_touches_nothing(
    samples: Path, capsys: pytest.CaptureFixture[str], sql: str, told: str
) -> None:
    assert main(["query", sql, "--warehouse", str(samples)]) == 1
    assert told in capsys.readouterr().err


def test_a_missing_warehouse_says_how_to_make_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", "FROM corroboration", "--warehouse", str(tmp_path / "news.duckdb")]) == 1
    assert "samestory run" in capsys.readouterr().err


def test_a_missing_input_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clean", "no/such/place"]) == 1
    assert "no/such/place" in capsys.readouterr().err


def test_export_writes_every_table(samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(tmp_path), "--format", "csv", "--warehouse", str(samples)]) == 0
    assert "articles.csv" in capsys.readouterr().out
    with (tmp_path / "stories.csv").open(newline="") as file:
        assert len(list(csv.DictReader(file))) >= 4


def test_doctor_finds_the_samples_well(samples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--warehouse", str(samples)]) == 0
    assert "NOT" not in capsys.readouterr().out
