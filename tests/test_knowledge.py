"""What articles of one source know of each other depends on the set of documents alone, however they come."""

import json
from pathlib import Path

import pytest

from samestory.validate.expectations import Validator
from samestory.warehouse.schema import connect
from tests.plain import build, hashes
from tests.recurring import NOTICE, SLOGAN, SUBJECTS, page, records, write

# Four with lines in the margin that five others have not, so that half of the source is reached and left again.
WITH = records(SUBJECTS[:4], SLOGAN, NOTICE)
# One is all margin, and one from the future: validation refuses both, and both count.
ODD = [
    {"id": "wall", "text": f"{NOTICE}\n", "outlet": "Marrow Bay Mirror"},
    {"id": "later", "text": page("pier", SLOGAN, NOTICE), "outlet": "Marrow Bay Mirror", "published_at": "2999-01-01"},
]
WITHOUT = records(SUBJECTS[4:9])
OTHER = records(SUBJECTS[:2], SLOGAN, outlet="Alder Post")


def recurring(warehouse: Path) -> dict[str, int]:
    with connect(warehouse) as connection:
        return dict(connection.execute("SELECT text, n_articles FROM recurring_lines ORDER BY text").fetchall())


def paragraphs(warehouse: Path, text: str) -> int:
    with connect(warehouse) as connection:
        found = connection.execute("SELECT count(*) FROM paragraphs WHERE text = ?", [text]).fetchone()
    return found[0] if found else 0


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, validator: Validator) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    rows = [*WITH, *ODD, *WITHOUT, *OTHER]
    return build([write(folder / "in.jsonl", rows)], folder / "news.duckdb", validator=validator)


@pytest.mark.parametrize("batch_size", [1, 3])
def test_batches_and_order_change_nothing(whole: Path, tmp_path: Path, validator: Validator, batch_size: int) -> None:
    rows = [*OTHER, *WITHOUT, *ODD, *WITH][::-1]
    file = write(tmp_path / "in.jsonl", rows)
    built = build([file], tmp_path / "news.duckdb", batch_size=batch_size, validator=validator)
    assert hashes(built) == hashes(whole)


@pytest.mark.parametrize("first", [[*WITH, *ODD], [*WITHOUT, *OTHER, *WITH[:1]], ODD + WITH[:2], [*WITH[2:], *OTHER]])
def test_halves_give_the_whole(whole: Path, tmp_path: Path, validator: Validator, first: list[dict[str, str]]) -> None:
    rest = [row for row in [*WITH, *ODD, *WITHOUT, *OTHER] if row not in first]
    warehouse = tmp_path / "news.duckdb"
    build([write(tmp_path / "first.jsonl", first)], warehouse, validator=validator)
    assert hashes(warehouse) != hashes(whole)
    build([write(tmp_path / "rest.jsonl", rest)], warehouse, batch_size=3, validator=validator)
    assert hashes(warehouse) == hashes(whole)


def test_a_line_is_removed_from_earlier_articles_when_others_bring_it(tmp_path: Path) -> None:
    warehouse = tmp_path / "news.duckdb"
    build([write(tmp_path / "1.jsonl", WITH[:1])], warehouse)
    assert (recurring(warehouse), paragraphs(warehouse, SLOGAN)) == ({}, 1)
    build([write(tmp_path / "2.jsonl", WITH[1:3])], warehouse)
    assert (recurring(warehouse), paragraphs(warehouse, SLOGAN)) == ({SLOGAN: 3, NOTICE: 3}, 0)


def test_it_comes_back_when_most_of_the_source_does_without(tmp_path: Path) -> None:
    warehouse = tmp_path / "news.duckdb"
    build([write(tmp_path / "1.jsonl", WITH)], warehouse)
    assert paragraphs(warehouse, NOTICE) == 0
    build([write(tmp_path / "2.jsonl", WITHOUT)], warehouse)
    assert (recurring(warehouse), paragraphs(warehouse, NOTICE)) == ({SLOGAN: 4}, 4)


def test_nothing_new_renews_nothing(tmp_path: Path) -> None:
    file, warehouse = write(tmp_path / "1.jsonl", WITH), tmp_path / "news.duckdb"
    build([file], warehouse)
    before = hashes(warehouse)
    build([file], warehouse)
    build([write(tmp_path / "2.jsonl", OTHER)], warehouse)
    assert recurring(warehouse) == {SLOGAN: 4, NOTICE: 4} | {SLOGAN: 2}
    assert before["facts"] != hashes(warehouse)["facts"]


def test_an_article_that_is_all_chrome_is_refused_with_the_reason(whole: Path) -> None:
    with connect(whole) as connection:
        refused = connection.execute(
            "SELECT expectation, row FROM rejected WHERE table_name = 'articles' ORDER BY expectation"
        ).fetchall()
    assert [(why, json.loads(row)["input_id"]) for why, row in refused] == [
        ("has_text", "wall"),
        ("published_at_plausible", "later"),
    ]
