"""Great Expectations over real DuckDB files: every suite runs, bad rows are refused with all that hangs on them."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from samestory.assets import asset
from samestory.validate.expectations import REJECT, STOP, WARN, Result, Validator
from samestory.validate.new_rows import save_new_rows
from samestory.validate.quarantine import COMPARED, OF_ARTICLES, reject
from samestory.warehouse.schema import connect, create, create_tables, table_names

TEXT = "Häll😀 Dam. Menu"
GOOD = f"""
    INSERT INTO runs (run_id, started_at) VALUES ('r', TIMESTAMP '2026-03-14');
    INSERT INTO sources VALUES ('s', 'Alder Post', 'alder.example', 'Alder', 'outlet');
    INSERT INTO articles (article_id, input_id, source_id, source_method, raw_text, n_chars, media_type, published_at)
    VALUES ('a', 'a.txt', 's', 'text', '{TEXT}', {len(TEXT)}, 'text/plain', TIMESTAMP '2026-03-13');
    INSERT INTO article_metadata
    VALUES ('a', 'title', 'Dam', 'text', 6, 9, 'Dam'), ('a', 'author', 'Ada', 'given', NULL, NULL, NULL);
    INSERT INTO removed_spans VALUES ('a', 11, 15, 'navigation', 'menu', 0.9, 'Menu');
    INSERT INTO paragraphs VALUES ('a:p', 'a', 0, 'body', NULL, 0, 10, 'Häll😀 Dam.', 2, NULL);
    INSERT INTO sentences VALUES ('a:s', 'a:p', 'a', 0, 0, 10, 'Häll😀 Dam.');
    INSERT INTO facts (
        fact_id, article_id, paragraph_id, sentence_id, kind, start_char, end_char, text, rule, confidence)
    VALUES ('a:f', 'a', 'a:p', 'a:s', 'mention', 6, 9, 'Dam', 'name', 0.8);
    INSERT INTO claims (claim_id, article_id, paragraph_id, sentence_id, start_char, end_char, text, certainty,
        certainty_score, polarity, conditional, is_headline, source_fact_id)
    VALUES ('a:c', 'a', 'a:p', 'a:s', 0, 9, 'Häll😀 Dam', 'asserted', 3, 'positive', false, false, 'a:f');
"""


def make(path: Path, *more: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    create(path)
    with connect(path, read_only=False) as connection:
        create_tables(connection)
        for statements in (GOOD, *more):
            connection.execute(statements)
    return path


def failures(results: list[Result]) -> set[tuple[str, str]]:
    return {(result.suite, result.expectation) for result in results if not result.success}


def test_good_rows_meet_every_expectation(tmp_path: Path, validator: Validator) -> None:
    results = validator.validate(make(tmp_path / "news.duckdb"), asset("expectations"))
    assert {result.suite for result in results} == set(table_names())
    assert failures(results) == set()


# Each: what is done to the good rows, and the expectation that must notice.
BROKEN = {
    "doubled fact": ("INSERT INTO facts SELECT * FROM facts", ("facts", "fact_id_unique")),
    "future": ("UPDATE articles SET published_at = TIMESTAMP '2027-01-01'", ("articles", "published_at_plausible")),
    "before the web": (
        "UPDATE articles SET published_at = TIMESTAMP '1989-01-01'",
        ("articles", "published_at_plausible"),
    ),
    "text is not the slice": ("UPDATE facts SET text = 'Dan'", ("facts", "text_is_slice")),
    "paragraph is not the slice": ("UPDATE paragraphs SET text = 'Hall😀 Dam.'", ("paragraphs", "text_is_slice")),
    "beyond the text": ("UPDATE removed_spans SET end_char = 99", ("removed_spans", "span_in_text")),
    "unknown kind": ("UPDATE removed_spans SET kind = 'junk'", ("removed_spans", "kind_known")),
    "no such article": ("UPDATE sentences SET article_id = 'z'", ("sentences", "article_id_in_articles")),
    "blank paragraph": ("UPDATE paragraphs SET text = ' '", ("paragraphs", "not_blank")),
    "all chrome": ("DELETE FROM paragraphs", ("articles", "has_text")),
    "overlapping removals": (
        "INSERT INTO removed_spans VALUES ('a', 10, 12, 'share', 'bar', 0.5, ' M')",
        ("removed_spans", "spans_disjoint"),
    ),
    "empty warehouse": ("DELETE FROM articles", ("articles", "table_not_empty")),
    "unearned corroboration": (
        "INSERT INTO claim_clusters VALUES ('k', NULL, 't', 'a:c', 2, 2, 2, 1, 'corroborated')",
        ("claim_clusters", "corroboration_earned"),
    ),
    "stated nowhere": ("UPDATE article_metadata SET method = 'text'", ("article_metadata", "span_where_stated")),
    "stated otherwise": ("UPDATE article_metadata SET text = 'Dan'", ("article_metadata", "text_is_slice")),
    "two titles": ("INSERT INTO article_metadata SELECT * FROM article_metadata", ("article_metadata", "field_unique")),
    "upside-down range": ("UPDATE facts SET value_low = 3, value_high = 2", ("facts", "range_in_order")),
}


@pytest.mark.parametrize("case", BROKEN)
def test_broken_rows_are_noticed(tmp_path: Path, validator: Validator, case: str) -> None:
    statement, noticed = BROKEN[case]
    # One suite a case: all of them together are tested above, and take seconds.
    suites = tmp_path / "suites"
    suites.mkdir()
    shutil.copy(asset("expectations", f"{noticed[0]}.json"), suites)
    assert noticed in failures(validator.validate(make(tmp_path / "news.duckdb", statement), suites))


@pytest.mark.parametrize(("n_removed", "drifts"), [(0, False), (10, True)])
def test_a_source_that_drifts_is_warned_of(
    tmp_path: Path, validator: Validator, n_removed: int, *, drifts: bool
) -> None:
    articles = f"""
        INSERT INTO articles (article_id, input_id, source_id, raw_text, n_chars, published_at)
        SELECT 'n' || i, 'n' || i, 's', '{TEXT}', {len(TEXT)}, TIMESTAMP '2026-03-01' + to_hours(i) FROM range(60) AS t (i);
        INSERT INTO removed_spans SELECT 'n' || i, 0, 4 + i % 3, 'share', 'bar', 0.5, 'Häll' FROM range(60 - {n_removed}) AS t (i)
    """  # noqa: E501
    suites = tmp_path / "suites"
    suites.mkdir()
    shutil.copy(asset("expectations", "sources.json"), suites)
    (drift,) = (
        result
        for result in validator.validate(make(tmp_path / "news.duckdb", articles), suites)
        if result.expectation == "no_drift"
    )
    assert (drift.success, drift.action) == (not drifts, WARN)
    assert [("removed share" in example) for example in drift.examples] == [True] * drifts


def test_only_new_rows_are_looked_at_one_by_one(tmp_path: Path, validator: Validator) -> None:
    old = """
        INSERT INTO articles SELECT * REPLACE ('old' AS article_id) FROM articles;
        INSERT INTO sentences SELECT * REPLACE ('old:s' AS sentence_id, 'old' AS article_id, 'x' AS text)
        FROM sentences;
        INSERT INTO removed_spans SELECT * REPLACE ('old' AS article_id, 7.5 AS score) FROM removed_spans;
    """
    new_faults = """
        UPDATE sentences SET text = 'Hall' WHERE article_id = 'a';
        UPDATE removed_spans SET score = 7.5 WHERE article_id = 'a';
    """
    build = make(tmp_path / "it's" / "news.duckdb", old, new_faults)
    with connect(build) as connection:
        new = save_new_rows(connection, pl.DataFrame({"article_id": ["a"]}), build.parent / "new_rows")
    results = validator.validate(build, asset("expectations"), new)
    # What was taken over is not looked at again, new rows and whole tables are.
    assert failures(results) == {("sentences", "text_is_slice"), ("removed_spans", "score_in_range")}
    checked = {(result.suite, result.expectation): result.rows_checked for result in results}
    assert (checked["sentences", "text_is_slice"], checked["articles", "n_chars_true"]) == (1, 1)
    assert (checked["articles", "table_not_empty"], checked["sources", "source_id_unique"]) == (2, 1)
    with connect(build, read_only=False) as connection:
        reject(connection, results)
        assert connection.execute("SELECT sentence_id FROM sentences").fetchall() == [("old:s",)]
        assert connection.execute("SELECT article_id FROM removed_spans").fetchall() == [("old",)]
    every = validator.validate(build, asset("expectations"))
    assert ("sentences", "text_is_slice") in failures(every)


@pytest.mark.parametrize("table", OF_ARTICLES)
def test_rows_are_refused_for_what_changes_only_with_their_article(table: str) -> None:
    """So that a row which was accepted once need not be looked at again, whatever else a run brings."""
    suite = json.loads(asset("expectations", f"{table}.json").read_text(encoding="utf-8"))
    rejecting = [e["kwargs"] for e in suite["expectations"] if e["meta"]["action"] == REJECT]
    words = [set(re.findall(r"\w+", json.dumps(kwargs))) for kwargs in rejecting]
    # Times of later runs only make more of what is plausible, and sources with articles stay.
    others = COMPARED | set(table_names()) - {*OF_ARTICLES, "sources", "runs"}
    assert [found & others for found in words if found & others] == []


def test_refused_row_takes_its_dependants_along(tmp_path: Path, validator: Validator) -> None:
    build = make(tmp_path / "news.duckdb", "UPDATE articles SET published_at = TIMESTAMP '2027-01-01'")
    results = validator.validate(build, asset("expectations"))
    with connect(build, read_only=False) as connection:
        assert reject(connection, results) == 8
        rows = connection.execute("SELECT table_name, row_id, expectation, row FROM rejected ORDER BY ALL").fetchall()
    assert [(table, row_id, why) for table, row_id, why, _ in rows] == [
        ("article_metadata", "a:metadata:author", "articles_accepted"),
        ("article_metadata", "a:metadata:title", "articles_accepted"),
        ("articles", "a", "published_at_plausible"),
        ("claims", "a:c", "sentences_accepted"),
        ("facts", "a:f", "paragraphs_accepted"),
        ("paragraphs", "a:p", "articles_accepted"),
        ("removed_spans", "a:removed:11-15", "articles_accepted"),
        ("sentences", "a:s", "paragraphs_accepted"),
    ]
    assert json.loads(rows[2][3])["raw_text"] == TEXT


def test_accepted_rows_stay(tmp_path: Path, validator: Validator) -> None:
    build = make(
        tmp_path / "news.duckdb", "INSERT INTO facts SELECT * REPLACE ('a:g' AS fact_id, 7.5 AS confidence) FROM facts"
    )
    results = validator.validate(build, asset("expectations"))
    with connect(build, read_only=False) as connection:
        assert reject(connection, results) == 1
        assert connection.execute("SELECT fact_id FROM facts").fetchall() == [("a:f",)]


def test_an_expectation_that_cannot_be_evaluated_is_an_error(tmp_path: Path, validator: Validator) -> None:
    suites = tmp_path / "suites"
    suites.mkdir()
    broken = {"unexpected_rows_query": "SELECT no_such_column FROM {batch}"}
    meta = {"name": "broken", "why": "-", "action": STOP}
    suite = {
        "name": "facts",
        "meta": {"row_id": ["fact_id"]},
        "expectations": [{"type": "unexpected_rows_expectation", "kwargs": broken, "meta": meta}],
    }
    (suites / "facts.json").write_text(json.dumps(suite))
    with pytest.raises(RuntimeError, match="facts: broken cannot be evaluated"):
        validator.validate(make(tmp_path / "news.duckdb"), suites)


def test_the_file_is_released_after_validation(tmp_path: Path, validator: Validator) -> None:
    build = make(tmp_path / "news.duckdb")
    validator.validate(build, asset("expectations"))
    with connect(build, read_only=False) as connection:
        connection.execute("DELETE FROM facts")


@pytest.mark.parametrize("path", sorted(asset("expectations").glob("*.json")), ids=lambda path: path.stem)
def test_every_expectation_says_why_and_what_follows(path: Path) -> None:
    suite = json.loads(path.read_text(encoding="utf-8"))
    names = [expectation["meta"]["name"] for expectation in suite["expectations"]]
    assert len(names) == len(set(names)) > 0
    for expectation in suite["expectations"]:
        assert len(expectation["meta"]["why"]) > 10
        assert expectation["meta"]["action"] in {REJECT, STOP, WARN}


def test_duckdb_still_needs_to_be_named_to_great_expectations() -> None:
    """Fails when the library knows DuckDB by itself, so that our addition can go."""
    code = (
        "from great_expectations.execution_engine import sqlalchemy_execution_engine as engine\n"
        "print('duckdb' in {dialect.value for dialect in engine._PERSISTED_CONNECTION_DIALECTS})"
    )
    asked = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert asked.stdout.strip() == "False"
