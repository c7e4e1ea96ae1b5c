"""Load the batches of one run into the staging build, replacing what they changed."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb
import polars as pl

# Rows of these tables belong to one article and are replaced together with it.
OF_ARTICLE = ("article_metadata", "removed_spans", "paragraphs", "sentences", "facts", "claims")
# What each table takes from which file of a batch; columns that compare fills stay null.
_SELECTS = {
    "articles": "SELECT * EXCLUDE (outlet, domain, main_text, markup) FROM read_parquet(?)",
    "article_metadata": "SELECT * FROM read_parquet(?)",
    "paragraphs": "SELECT * FROM read_parquet(?)",
    "sentences": "SELECT * FROM read_parquet(?)",
    "facts": "SELECT * FROM read_parquet(?)",
    "claims": "SELECT * FROM read_parquet(?)",
}
_REMOVED = """
    INSERT INTO removed_spans BY NAME
    SELECT s.* EXCLUDE (kept), substring(a.raw_text, s.start_char + 1, s.end_char - s.start_char) AS text
    FROM read_parquet(?) AS s INNER JOIN read_parquet(?) AS a USING (article_id)
    WHERE NOT s.kept ORDER BY article_id, start_char
"""


def load_batches(connection: duckdb.DuckDBPyConnection, batches: Sequence[Path]) -> None:
    """Load batches; an article that is there already is replaced with all its rows, one of two batches by the later."""
    documents = [pl.read_parquet(batch / "documents.parquet", columns=["article_id"]) for batch in batches]
    if not documents:
        return
    # In one go, as each deletion looks at the whole table.
    every = pl.concat(documents)
    forget_articles(connection, every.unique())
    twice = every.filter(pl.col("article_id").is_duplicated())
    for batch, articles in zip(batches, documents, strict=True):
        if not (again := articles.join(twice, on="article_id", how="semi")).is_empty():
            forget_articles(connection, again)
        _load_batch(connection, batch)


def _load_batch(connection: duckdb.DuckDBPyConnection, batch: Path) -> None:
    for table, select in _SELECTS.items():
        file = str(batch / f"{table}.parquet")
        connection.execute(f"INSERT INTO {table} BY NAME {select} ORDER BY ALL", [file])
    connection.execute(_REMOVED, [str(batch / "spans.parquet"), str(batch / "articles.parquet")])
    load_rejected(connection, pl.read_parquet(batch / "rejected.parquet"))
    load_sources(connection, pl.read_parquet(batch / "sources.parquet"))


def load_sources(connection: duckdb.DuckDBPyConnection, sources: pl.DataFrame) -> None:
    """Load SOURCES rows read from articles; of two names for one id the smaller is kept, whichever comes first."""
    known = connection.execute("SELECT * FROM sources").pl()
    _replace(connection, "sources", ("source_id",), pl.concat([known, sources]).sort(pl.all(), nulls_last=True))


def load_recurring_lines(connection: duckdb.DuckDBPyConnection, sources: Sequence[str], lines: pl.DataFrame) -> None:
    """Load RECURRING_LINES in place of all that is known of the lines of some sources."""
    connection.execute("DELETE FROM recurring_lines WHERE source_id IN (SELECT unnest(?))", [list(sources)])
    _replace(connection, "recurring_lines", ("source_id", "text"), lines)


def load_reference_sources(connection: duckdb.DuckDBPyConnection, sources: pl.DataFrame) -> None:
    """Load SOURCES rows of the reference table, which know better than an article."""
    _replace(connection, "sources", ("source_id",), sources)


def load_rejected(connection: duckdb.DuckDBPyConnection, rejected: pl.DataFrame) -> None:
    """Load REJECTED rows; two documents that are refused under one id are two rows, as their text tells."""
    _replace(connection, "rejected", ("table_name", "row_id", "expectation", "row"), rejected)


def load_results(connection: duckdb.DuckDBPyConnection, results: pl.DataFrame) -> None:
    """Load VALIDATION_RESULTS rows, replacing those of the same run and expectation."""
    _replace(connection, "validation_results", ("run_id", "suite", "expectation"), results)


def forget_rejected_documents(connection: duckdb.DuckDBPyConnection, inputs: pl.DataFrame) -> None:
    """Delete the pages that were refused earlier under input ids that are read again now, unless they are there still.

    `inputs` has input_id and article_id, null where nothing could be read.
    """
    connection.register("reread", inputs.to_arrow())
    connection.execute("""
        DELETE FROM rejected
        WHERE
            table_name = 'documents'
            AND row_id IN (SELECT input_id FROM reread)
            AND json_extract_string("row", '$.article_id')
            NOT IN (SELECT article_id FROM reread WHERE article_id IS NOT NULL)
    """)
    connection.unregister("reread")


def forget_unreadable(connection: duckdb.DuckDBPyConnection, refused: pl.DataFrame) -> None:
    """Delete refusals of what could not be read, given by the columns of REJECTED that tell them, row_id at least."""
    connection.register("outdated", refused.to_arrow())
    same = " AND ".join(f'rejected."{name}" IS NOT DISTINCT FROM outdated."{name}"' for name in refused.columns)
    connection.execute(f"""
        DELETE FROM rejected USING outdated
        WHERE
            rejected.table_name = 'documents'
            AND json_extract_string(rejected."row", '$.article_id') IS NULL
            AND {same}
    """)
    connection.unregister("outdated")


def load_run(connection: duckdb.DuckDBPyConnection, run: Mapping[str, object]) -> None:
    """Insert or update the row of this run, given by column name."""
    names = ", ".join(run)
    connection.execute("DELETE FROM runs WHERE run_id = ?", [run["run_id"]])
    connection.execute(f"INSERT INTO runs ({names}) VALUES ({', '.join('?' * len(run))})", list(run.values()))


def drop_unused_sources(connection: duckdb.DuckDBPyConnection) -> None:
    """Delete sources that were made for an article that is no longer there."""
    connection.execute("""
        DELETE FROM sources
        WHERE source_id LIKE 'unknown:%' AND source_id NOT IN (SELECT source_id FROM articles)
    """)


def forget_articles(connection: duckdb.DuckDBPyConnection, articles: pl.DataFrame) -> None:
    """Delete all rows of some articles, given by article_id, refused ones too."""
    connection.register("renewed", articles.to_arrow())
    for table in (*OF_ARTICLE, "articles"):
        connection.execute(f"DELETE FROM {table} WHERE article_id IN (SELECT article_id FROM renewed)")
    # A refused row's id is the article's id, or starts with it; a refused document's is its input's.
    connection.execute("""
        DELETE FROM rejected
        WHERE coalesce(json_extract_string("row", '$.article_id'), split_part(row_id, ':', 1)) IN (
            SELECT article_id FROM renewed
        )
    """)
    connection.unregister("renewed")


def _replace(connection: duckdb.DuckDBPyConnection, table: str, keys: tuple[str, ...], rows: pl.DataFrame) -> None:
    connection.register("incoming", rows.unique(list(keys), keep="first", maintain_order=True).to_arrow())
    same = " AND ".join(f'{table}."{key}" = incoming."{key}"' for key in keys)
    connection.execute(f"DELETE FROM {table} USING incoming WHERE {same}")
    connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM incoming ORDER BY ALL")
    connection.unregister("incoming")
