"""What articles of one source know of each other depends on the set of documents alone, however they come."""

import json
import random
from pathlib import Path

import polars as pl
import pytest

from samestory.config import Settings
from samestory.inputs import read_batches
from samestory.knowledge import Change, process
from samestory.stages import Plan
from samestory.validate.expectations import Validator
from samestory.warehouse.known import Known
from samestory.warehouse.load import OF_ARTICLE
from samestory.warehouse.publish import new_build, staging_folder
from samestory.warehouse.schema import connect
from tests.plain import build, hashes, in_turn
from tests.recurring import NOTICE, SLOGAN, SUBJECTS, page, records, write

# Four with lines in the margin that five others have not, so that half of the source is reached and left again.
WITH = records(SUBJECTS[:4], SLOGAN, NOTICE)
# One is all margin, and two from the future: validation refuses them, and they count.
ODD = [
    {"id": "wall", "text": f"{NOTICE}\n", "outlet": "Marrow Bay Mirror"},
    {
        "id": "later",
        "text": page("pier", SLOGAN, NOTICE),
        "outlet": "Marrow Bay Mirror",
        "published_at": "2999-01-01T10:20:30.5Z",
    },
    {"id": "last", "text": page("jetty", SLOGAN, NOTICE), "outlet": "Marrow Bay Mirror", "published_at": "2999-01-01"},
]
WITHOUT = records(SUBJECTS[4:9])
OTHER = records(SUBJECTS[:2], SLOGAN, outlet="Alder Post")
ALL = [*WITH, *ODD, *WITHOUT, *OTHER]


def of_articles(warehouse: Path) -> dict[str, str]:
    """Return the digests of the tables that are not compared."""
    found = hashes(warehouse)
    return {table: found[table] for table in ("articles", "recurring_lines", *OF_ARTICLE)}


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
    return build([write(folder / "in.jsonl", ALL)], folder / "news.duckdb", validator=validator)


def test_batches_and_order_change_nothing(whole: Path, tmp_path: Path, validator: Validator) -> None:
    file = write(tmp_path / "in.jsonl", ALL[::-1])
    assert hashes(build([file], tmp_path / "news.duckdb", batch_size=1, validator=validator)) == hashes(whole)


@pytest.mark.parametrize("first", [[*WITH, *ODD], [*WITHOUT, *OTHER, *WITH[:1]]], ids=["with", "without"])
def test_halves_give_the_whole(whole: Path, tmp_path: Path, validator: Validator, first: list[dict[str, str]]) -> None:
    rest, warehouse = [row for row in ALL if row not in first], tmp_path / "news.duckdb"
    build([write(tmp_path / "first.jsonl", first)], warehouse, validator=validator)
    assert of_articles(warehouse) != of_articles(whole)
    build([write(tmp_path / "rest.jsonl", rest)], warehouse, batch_size=3, validator=validator)
    assert hashes(warehouse) == hashes(whole)


@pytest.mark.parametrize("size", [2, 5])
def test_any_pieces_give_the_whole(tmp_path: Path, size: int) -> None:
    rows = [*WITH, *WITHOUT, *OTHER]
    together = build([write(tmp_path / "all.jsonl", rows)], tmp_path / "all" / "news.duckdb", compared=False)
    shuffled, warehouse = random.Random(size).sample(rows, len(rows)), tmp_path / "news.duckdb"
    for i in range(0, len(rows), size):
        build([write(tmp_path / f"{i}.jsonl", shuffled[i : i + size])], warehouse, compared=False)
    assert of_articles(warehouse) == of_articles(together)


def test_a_line_is_removed_from_earlier_articles_when_others_bring_it(tmp_path: Path) -> None:
    warehouse = tmp_path / "news.duckdb"
    build([write(tmp_path / "1.jsonl", WITH[:1])], warehouse, compared=False)
    assert (recurring(warehouse), paragraphs(warehouse, SLOGAN)) == ({}, 1)
    build([write(tmp_path / "2.jsonl", WITH[1:3])], warehouse, compared=False)
    assert (recurring(warehouse), paragraphs(warehouse, SLOGAN)) == ({SLOGAN: 3, NOTICE: 3}, 0)


def test_it_comes_back_when_most_of_the_source_does_without(tmp_path: Path) -> None:
    warehouse = tmp_path / "news.duckdb"
    build([write(tmp_path / "1.jsonl", WITH)], warehouse, compared=False)
    assert paragraphs(warehouse, NOTICE) == 0
    build([write(tmp_path / "2.jsonl", WITHOUT)], warehouse, compared=False)
    assert (recurring(warehouse), paragraphs(warehouse, NOTICE)) == ({SLOGAN: 4}, 4)


def renewed_by(build_file: Path, rows: list[dict[str, str]]) -> list[str]:
    """Return the input ids of the articles that are made when rows are read, which are not loaded."""
    inputs = [write(build_file.parent / "in.jsonl", rows)]
    reading = read_batches(inputs, build_file.parent / "batches", Known(), 250)
    plan = Plan(Settings().seed("sources.csv"), Settings().seed("aliases.csv"))
    made = process(build_file, Change(reading.batches), in_turn(plan), clean=True).batches
    return sorted(name for batch in made for name in pl.read_parquet(batch / "articles.parquet")["input_id"])


def test_only_articles_that_change_are_renewed(tmp_path: Path) -> None:
    warehouse = tmp_path / "news.duckdb"
    build([write(tmp_path / "in.jsonl", [*WITH, *WITHOUT])], warehouse, compared=False)
    copy = new_build(warehouse, staging_folder(warehouse, "more"))
    assert renewed_by(copy, OTHER) == ["ferry", "library"]
    assert renewed_by(copy, records(["pier"], SLOGAN)) == ["pier"]
    # With one more of ten the notice is in half of the articles.
    assert renewed_by(copy, records(["bakery"], NOTICE)) == ["bakery", *sorted(SUBJECTS[:4])]


def test_an_article_that_is_all_chrome_is_refused_with_the_reason(whole: Path) -> None:
    with connect(whole) as connection:
        refused = connection.execute("SELECT expectation, row FROM rejected WHERE table_name = 'articles'").fetchall()
    assert sorted((why, json.loads(row)["input_id"]) for why, row in refused) == [
        ("has_text", "wall"),
        ("published_at_plausible", "last"),
        ("published_at_plausible", "later"),
    ]
