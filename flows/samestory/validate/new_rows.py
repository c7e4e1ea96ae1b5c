"""The rows of new articles, apart from those that were looked at before."""

from pathlib import Path

import duckdb
import polars as pl

from samestory.validate.quarantine import OF_ARTICLES


def save_new_rows(connection: duckdb.DuckDBPyConnection, articles: pl.DataFrame, folder: Path) -> Path:
    """Write <table>.parquet of each table whose rows belong to one article: those of some articles, by article_id."""
    folder.mkdir(exist_ok=True)
    connection.register("new_articles", articles.to_arrow())
    for table in OF_ARTICLES:
        file = str(folder / f"{table}.parquet").replace("'", "''")
        # By their places, as new rows stand together at the end, and the rest of the table is left unread.
        connection.execute(f"""
            COPY (
                SELECT * FROM {table}
                WHERE rowid IN (
                    SELECT rowid FROM {table} WHERE article_id IN (SELECT article_id FROM new_articles)
                )
            ) TO '{file}' (FORMAT parquet)
        """)
    connection.unregister("new_articles")
    return folder
