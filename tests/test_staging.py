"""The same documents give the same rows, whatever the order, the batches or the runs they come in."""

import json
import random
from pathlib import Path

import pytest

from samestory.validate.expectations import Validator
from samestory.warehouse.schema import connect
from tests.plain import SAMPLES, build, hashes

FILES = sorted(str(path) for path in SAMPLES.iterdir() if path.suffix in {".txt", ".html", ".jsonl"})


def test_the_same_input_again_changes_nothing(samples: Path, tmp_path: Path, validator: Validator) -> None:
    warehouse = build([str(SAMPLES)], tmp_path / "news.duckdb", validator=validator)
    assert hashes(warehouse) == hashes(samples)
    build([str(SAMPLES)], warehouse, validator=validator)
    assert hashes(warehouse) == hashes(samples)


@pytest.mark.parametrize("batch_size", [1, 4])
def test_order_and_batches_change_nothing(samples: Path, tmp_path: Path, batch_size: int) -> None:
    shuffled = random.Random(batch_size).sample(FILES, len(FILES))
    assert hashes(build(shuffled, tmp_path / "news.duckdb", batch_size=batch_size)) == hashes(samples)


def test_two_halves_give_the_whole(samples: Path, tmp_path: Path) -> None:
    warehouse = build(FILES[6:], tmp_path / "news.duckdb")
    assert hashes(warehouse) != hashes(samples)
    assert hashes(build(FILES[:6], warehouse)) == hashes(samples)


def test_one_file_under_two_names_is_one_article(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(
            "The bridge at Tolm closed on Monday, the council said. Nobody was hurt in the closure.\n"
        )
    together = build([str(tmp_path)], tmp_path / "together" / "news.duckdb")
    apart = build([str(tmp_path / "b.txt")], tmp_path / "apart" / "news.duckdb")
    build([str(tmp_path / "a.txt")], apart)
    with connect(together) as connection:
        assert connection.execute("SELECT input_id FROM articles").fetchall() == [("a.txt",)]
    assert hashes(together) == hashes(apart)


def test_chrome_and_bad_input_are_refused_and_the_rest_goes_on(tmp_path: Path, validator: Validator) -> None:
    good = "The bridge at Tolm closed on Monday after cracks were found, the council said. Nobody was hurt. " * 3
    lines = [
        json.dumps({"id": "good", "text": good}),
        json.dumps({"id": "menu", "text": "Home\nNews\nSport\nWeather\nLog in\nSubscribe\n"}),
        json.dumps({"id": "future", "text": good + " It reopens.", "published_at": "2999-01-01"}),
        '{"id": "half", "te',
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(lines))
    warehouse = build([str(tmp_path / "in.jsonl")], tmp_path / "news.duckdb", validator=validator)
    with connect(warehouse) as connection:
        assert connection.execute("SELECT input_id FROM articles").fetchall() == [("good",)]
        refused = dict(
            connection.execute(
                "SELECT expectation, count(*) FROM rejected WHERE table_name = 'articles' GROUP BY 1"
            ).fetchall()
        )
        documents = connection.execute("SELECT count(*) FROM rejected WHERE table_name = 'documents'").fetchone()
        dangling = connection.execute(
            "FROM claims WHERE article_id NOT IN (SELECT article_id FROM articles)"
        ).fetchall()
    assert refused == {"has_text": 1, "published_at_plausible": 1}
    assert documents == (1,)
    assert dangling == []


def test_every_row_is_its_slice_and_spans_rebuild_the_text(samples: Path) -> None:
    with connect(samples) as connection:
        texts = dict(connection.execute("SELECT article_id, raw_text FROM articles").fetchall())
        for table in ("removed_spans", "paragraphs", "sentences", "facts", "claims"):
            rows = connection.execute(f"SELECT article_id, start_char, end_char, text FROM {table}").fetchall()
            assert rows
            assert [row for row in rows if texts[row[0]][row[1] : row[2]] != row[3]] == []
