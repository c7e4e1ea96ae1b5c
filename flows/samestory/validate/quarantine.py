"""Move the rows that broke an expectation, and all that hangs on them, from their tables to rejected."""

from collections.abc import Iterable, Sequence

import duckdb

from samestory.validate.expectations import REJECT, Result

# child table, its column, parent table, the parent's key: a child whose parent is refused follows it.
_DEPENDANTS = (
    ("article_metadata", "article_id", "articles", "article_id"),
    ("removed_spans", "article_id", "articles", "article_id"),
    ("paragraphs", "article_id", "articles", "article_id"),
    ("sentences", "paragraph_id", "paragraphs", "paragraph_id"),
    ("facts", "paragraph_id", "paragraphs", "paragraph_id"),
    ("facts", "sentence_id", "sentences", "sentence_id"),
    ("claims", "sentence_id", "sentences", "sentence_id"),
    ("claims", "source_fact_id", "facts", "fact_id"),
)
_ROW_ID = {
    "articles": "article_id",
    "article_metadata": "article_id || ':metadata:' || field",
    "removed_spans": "article_id || ':removed:' || start_char || '-' || end_char",
    "paragraphs": "paragraph_id",
    "sentences": "sentence_id",
    "facts": "fact_id",
    "claims": "claim_id",
}
# The tables whose rows belong to one article each, and change only with it.
OF_ARTICLES = tuple(_ROW_ID)

# The comparison fills these; of a refused row, which is not compared again, they would tell what was there before.
COMPARED = {
    "story_id",
    "version_no",
    "supersedes_id",
    "cluster_id",
    "stance",
    "n_same_stance",
    "entity_id",
    "speaker_entity_id",
}


def reject(connection: duckdb.DuckDBPyConnection, results: Iterable[Result]) -> int:
    """Move failing rows and their dependants to rejected; return how many rows were moved."""
    failed = [result for result in results if result.action == REJECT and not result.success]
    before = _count(connection)
    for result in failed:
        if result.failing_rows is None:
            raise ValueError(f"{result.suite}: {result.expectation} rejects rows but names none")
        connection.execute(f"CREATE OR REPLACE TEMP TABLE refused AS {result.failing_rows}")
        _move(connection, result.suite, _matches(connection, result.suite), (result.expectation, result.why))
    for child, column, parent, key in _DEPENDANTS:
        orphaned = f"{child}.{column} IS NOT NULL AND {child}.{column} NOT IN (SELECT {key} FROM {parent})"
        _move(
            connection, child, orphaned, (f"{parent}_accepted", f"the row of {parent} that it belongs to was refused")
        )
    connection.execute("DROP TABLE IF EXISTS refused")
    connection.execute("DROP TABLE IF EXISTS moved")
    return _count(connection) - before


def _matches(connection: duckdb.DuckDBPyConnection, table: str) -> str:
    """Return the condition under which a row of a table is one of the refused ones, by the columns both have."""
    columns = [row[0] for row in connection.execute("DESCRIBE refused").fetchall()]
    own = {row[0] for row in connection.execute(f"DESCRIBE {table}").fetchall()}
    same = " AND ".join(f"refused.{name} IS NOT DISTINCT FROM {table}.{name}" for name in columns if name in own)
    return f"EXISTS (SELECT 1 FROM refused WHERE {same})"


def _move(connection: duckdb.DuckDBPyConnection, table: str, condition: str, because: Sequence[str]) -> None:
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE moved AS SELECT rowid AS place, article_id FROM {table} WHERE {condition}"
    )
    are_moved = "rowid IN (SELECT place FROM moved)"
    connection.execute(
        f"""
        INSERT INTO rejected (table_name, row_id, expectation, reason, row)
        SELECT '{table}', {_ROW_ID[table]}, ?, ?, {_row_as_json(connection, table)} FROM {table} WHERE {are_moved}
        ORDER BY ALL
        """,
        [*because],
    )
    connection.execute(f"DELETE FROM {table} WHERE {are_moved}")
    # An article that loses rows is compared anew.
    connection.execute("UPDATE articles SET story_id = NULL WHERE article_id IN (SELECT article_id FROM moved)")


def _row_as_json(connection: duckdb.DuckDBPyConnection, table: str) -> str:
    columns = [row[0] for row in connection.execute(f"DESCRIBE {table}").fetchall() if row[0] not in COMPARED]
    fields = ", ".join(f"'{name}': \"{name}\"" for name in columns)
    return f"CAST(to_json({{{fields}}}) AS VARCHAR)"


def _count(connection: duckdb.DuckDBPyConnection) -> int:
    found = connection.execute("SELECT count(*) FROM rejected").fetchone()
    return int(found[0]) if found else 0
