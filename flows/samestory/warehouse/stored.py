"""Articles that a build holds already, read back as the stages made them, so that they can be cleaned anew."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb
import polars as pl

from samestory.records import ARTICLE_METADATA, ARTICLES, SPANS

_REMOVED = ("article_id", "start_char", "end_char", "kind", "rule", "score")
_PARTS = {"articles": (*ARTICLES, "code_version"), "removed_spans": _REMOVED, "article_metadata": (*ARTICLE_METADATA,)}
_TYPES = dict(ARTICLES) | {"code_version": pl.String()} | dict(SPANS) | dict(ARTICLE_METADATA)
# A time in the JSON of a refused row; the fraction may be missing.
_TIME = "%Y-%m-%d %H:%M:%S%.f"
# Columns of ARTICLES that the table has not: what they say is in sources, or was read from the page.
_NOT_STORED = {"outlet", "domain", "main_text", "markup"}


@dataclass(frozen=True, slots=True)
class Stored:
    """Some articles of a build: ARTICLES with code_version, their removed spans, and ARTICLE_METADATA."""

    articles: pl.DataFrame
    removed: pl.DataFrame
    metadata: pl.DataFrame


def sources_of(connection: duckdb.DuckDBPyConnection, article_ids: pl.Series) -> set[str]:
    """Return the sources that the build has for articles."""
    connection.register("asked", article_ids.to_frame("article_id").to_arrow())
    found = connection.execute("SELECT DISTINCT source_id FROM articles INNER JOIN asked USING (article_id)").fetchall()
    connection.unregister("asked")
    return {row[0] for row in found}


def stored_articles(
    connection: duckdb.DuckDBPyConnection, sources: Sequence[str], without: pl.Series, size: int
) -> Iterator[Stored]:
    """Yield the articles of some sources but for those `without`, `size` at once, then those that were refused."""
    connection.register("left_out", without.to_frame("article_id").to_arrow())
    wanted = connection.execute(
        "SELECT article_id FROM articles ANTI JOIN left_out USING (article_id) "
        "WHERE source_id IN (SELECT unnest(?)) ORDER BY article_id",
        [list(sources)],
    ).fetchall()
    connection.unregister("left_out")
    for start in range(0, len(wanted), size):
        yield _accepted(connection, [row[0] for row in wanted[start : start + size]])
    yield from _refused(connection, set(sources), set(without))


def _accepted(connection: duckdb.DuckDBPyConnection, ids: list[str]) -> Stored:
    def part(table: str) -> pl.DataFrame:
        names = ", ".join(name for name in _PARTS[table] if name not in _NOT_STORED)
        asked = f"SELECT {names} FROM {table} WHERE article_id IN (SELECT unnest(?)) ORDER BY ALL"
        return _typed(connection.execute(asked, [ids]).pl(), table)

    return _stored(part("articles"), part("removed_spans"), part("article_metadata"))


def _refused(connection: duckdb.DuckDBPyConnection, sources: set[str], without: set[str]) -> Iterator[Stored]:
    """Yield the refused articles in one piece, as they are few: they count like others, and may come to hold text."""
    rows: dict[str, list[dict[str, Any]]] = {table: [] for table in _PARTS}
    asked = "SELECT table_name, row FROM rejected WHERE table_name IN (SELECT unnest(?)) ORDER BY table_name, row_id"
    for table, row in connection.execute(asked, [list(_PARTS)]).fetchall():
        rows[table].append(json.loads(row))
    ids = {row["article_id"] for row in rows["articles"] if row["source_id"] in sources} - without
    if ids:
        yield _stored(
            *(
                _typed(pl.DataFrame([row for row in rows[table] if row["article_id"] in ids], _as_json(table)), table)
                for table in _PARTS
            )
        )


def _as_json(table: str) -> dict[str, Any]:
    """Return the types that a table's columns have as JSON, in which a time is a string."""
    return {name: pl.String() if _TYPES[name] == pl.Datetime else _TYPES[name] for name in _PARTS[table]}


def _typed(rows: pl.DataFrame, table: str) -> pl.DataFrame:
    """Return rows with the columns and types that the stages give them."""
    missing = [pl.lit(None).alias(name) for name in _PARTS[table] if name not in rows.columns]
    times = [
        pl.col(name).str.to_datetime(_TIME, time_unit="us")
        for name, kind in rows.schema.items()
        if kind == pl.String and _TYPES[name] == pl.Datetime
    ]
    typed = rows.with_columns(*missing, *times)
    return typed.select(pl.col(name).cast(_TYPES[name]) for name in _PARTS[table])


def _stored(articles: pl.DataFrame, removed: pl.DataFrame, metadata: pl.DataFrame) -> Stored:
    """Return stored articles without the titles that were read off their headlines, as cleaning may move those."""
    of_text = metadata.filter((pl.col("field") == "title") & (pl.col("method") == "text"))["article_id"]
    own = pl.when(~pl.col("article_id").is_in(of_text.implode())).then("title").alias("title")
    return Stored(articles.with_columns(own), removed, metadata)
