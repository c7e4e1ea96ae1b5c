"""The record types and the tables must tell the same story."""

import duckdb
import polars as pl
import pytest

from samestory import records
from samestory.warehouse.schema import create_tables

# Columns that the comparison or the load fills, or that never reach the table.
FILLED_LATER = {
    "articles": {"story_id", "version_no", "supersedes_id", "code_version"},
    "facts": {"entity_id", "speaker_entity_id"},
    "claims": {"cluster_id", "stance", "n_same_stance"},
}
NOT_LOADED = {"articles": {"outlet", "domain", "main_text", "markup"}}
LOADED = (
    "sources",
    "articles",
    "article_metadata",
    "recurring_lines",
    "paragraphs",
    "sentences",
    "facts",
    "claims",
    "rejected",
    "validation_results",
)
TYPES = {
    pl.String: "VARCHAR",
    pl.Int64: "BIGINT",
    pl.Float64: "DOUBLE",
    pl.Boolean: "BOOLEAN",
    records.TIMESTAMP: "TIMESTAMP",
}


@pytest.mark.parametrize("table", LOADED)
def test_record_has_the_columns_of_its_table(table: str) -> None:
    schema: pl.Schema = getattr(records, table.upper())
    expected = {name: TYPES[dtype] for name, dtype in schema.items() if name not in NOT_LOADED.get(table, set())}
    with duckdb.connect() as connection:
        create_tables(connection)
        columns = {row[0]: row[1] for row in connection.execute(f"DESCRIBE {table}").fetchall()}
    later = FILLED_LATER.get(table, set())
    assert {name: dtype for name, dtype in columns.items() if name not in later} == expected
    assert later <= set(columns)


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("runs", "documents_left_out"),
        ("runs", "documents_pruned"),
        ("facts", "certainty"),
        ("facts", "certainty_score"),
        ("claims", "stance"),
    ],
)
def test_a_build_of_an_earlier_version_gets_the_columns_it_lacks(table: str, column: str) -> None:
    with duckdb.connect() as connection:
        create_tables(connection)
        connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        create_tables(connection)
        columns = {row[0] for row in connection.execute(f"DESCRIBE {table}").fetchall()}
    assert column in columns


def test_content_hash_keeps_parts_apart() -> None:
    assert records.content_hash(b"ab", b"c") != records.content_hash(b"a", b"bc")


def test_row_id_names_article_kind_and_span() -> None:
    frame = pl.DataFrame({"article_id": ["0a1b"], "start_char": [12], "end_char": [19]})
    assert frame.select(records.row_id("claim")).item() == "0a1b:claim:12-19"
