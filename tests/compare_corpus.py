"""Small corpora for the tests of compare: articles given as sentences, each sentence one paragraph and one claim."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import duckdb

from samestory.assets import asset
from samestory.compare import compare

Rows = dict[str, list[dict[str, Any]]]
Number = tuple[str, float | None, float | None, str, str]

RESULTS = (
    "stories", "claim_clusters", "claim_relations", "entities", "entity_aliases", "text_reuse", "origins", "postings",
    "articles", "facts", "claims", "source_names",
)  # fmt: skip


@dataclass(frozen=True)
class Sentence:
    """One sentence with the facts that extraction would find in it; numbers are text, low, high, modifier, object."""

    text: str
    names: dict[str, str] = field(default_factory=dict)
    numbers: tuple[Number, ...] = ()
    minutes: dict[str, datetime] = field(default_factory=dict)
    said_by: str | None = None
    flag: str = "named"
    cites: str | None = None
    claimed: bool = True
    polarity: str = "positive"
    certainty: str = "asserted"
    conditional: bool = False


def article(name: str, outlet: str, *sentences: Sentence, **columns: object) -> Rows:
    """Return the base rows of one article; columns of articles and sources may be given by name."""
    source = {"source_id": outlet.lower(), "outlet": outlet, "owner_group": columns.pop("owner_group", outlet)}
    source["kind"] = columns.pop("kind", "outlet")
    text = "\n\n".join(sentence.text for sentence in sentences)
    rows: Rows = {"sources": [source], "paragraphs": [], "sentences": [], "facts": [], "claims": []}
    rows["articles"] = [
        {"article_id": name, "input_id": name, "source_id": source["source_id"], "title": sentences[0].text,
         "published_precision": "minute", "content_sha256": name, "raw_text": text, "n_chars": len(text)} | columns
    ]  # fmt: skip
    start = 0
    for position, sentence in enumerate(sentences):
        _add_sentence(rows, name, sentence, position, start)
        start += len(sentence.text) + 2
    return rows


def _add_sentence(rows: Rows, name: str, sentence: Sentence, position: int, start: int) -> None:
    end = start + len(sentence.text)
    block = {"article_id": name, "start_char": start, "end_char": end, "text": sentence.text, "position": position}
    paragraph_id, sentence_id = f"{name}:paragraph:{start}-{end}", f"{name}:sentence:{start}-{end}"
    place = {"article_id": name, "paragraph_id": paragraph_id, "sentence_id": sentence_id}
    rows["paragraphs"].append(block | {"paragraph_id": paragraph_id, "kind": "body"})
    rows["sentences"].append(block | {"paragraph_id": paragraph_id, "sentence_id": sentence_id})
    facts = [_fact(place, kind, start + at, text, extra) for kind, at, text, extra in _facts_of(sentence)]
    rows["facts"] += facts
    quotation = next((fact["fact_id"] for fact in facts if fact["kind"] == "quotation"), None)
    if sentence.claimed:
        rows["claims"].append(
            place | {"claim_id": f"{name}:claim:{start}-{end}", "start_char": start, "end_char": end,
                     "text": sentence.text, "certainty": sentence.certainty, "polarity": sentence.polarity,
                     "conditional": sentence.conditional, "is_headline": False, "source_fact_id": quotation}
        )  # fmt: skip


def _facts_of(sentence: Sentence) -> list[tuple[str, int, str, dict[str, Any]]]:
    found: list[tuple[str, int, str, dict[str, Any]]] = [
        ("mention", sentence.text.index(name), name, {"entity": name, "type": kind})
        for name, kind in sentence.names.items()
    ]
    for text, low, high, modifier, counted in sentence.numbers:
        values = {"value_low": low, "value_high": high, "modifier": modifier, "object": counted}
        found.append(("quantity", sentence.text.index(text), text, values))
    for text, minute in sentence.minutes.items():
        span = {"date_start": minute, "date_end": minute, "precision": "minute", "type": "TIME", "resolved": True}
        found.append(("date", sentence.text.index(text), text, span))
    if sentence.said_by is not None:
        found.append(("quotation", 0, sentence.text, {"speaker": sentence.said_by, "speaker_flag": sentence.flag}))
    if sentence.cites is not None:
        found.append(
            (
                "citation",
                sentence.text.index(sentence.cites),
                sentence.cites,
                {"cited": sentence.cites, "cited_kind": "outlet"},
            )
        )
    return found


def _fact(place: dict[str, str], kind: str, start: int, text: str, extra: dict[str, Any]) -> dict[str, Any]:
    span = {"start_char": start, "end_char": start + len(text), "text": text, "kind": kind}
    return place | span | {"fact_id": f"{place['article_id']}:{kind}:{start}-{start + len(text)}"} | extra


def load(*articles: Rows, shuffle: int | None = None) -> duckdb.DuckDBPyConnection:
    """Return a database in memory that holds the articles, in random order where a seed for it is given, compared."""
    connection = duckdb.connect()
    for path in sorted(asset("sql", "tables").glob("*.sql")):
        connection.execute(path.read_text(encoding="utf-8"))
    become(connection, *articles, shuffle=shuffle)
    return connection


def become(
    connection: duckdb.DuckDBPyConnection, *articles: Rows, shuffle: int | None = None, anew: str | None = None
) -> None:
    """Make a database hold these articles and no others, and compare; held ones stay, but for one made anew."""
    for table in ("articles", "paragraphs", "sentences", "facts", "claims"):
        connection.execute(f"DELETE FROM {table} WHERE article_id = $anew", {"anew": anew})
    held = {row[0] for row in fetch(connection, "SELECT article_id FROM articles")}
    for table in ("sources", "articles", "paragraphs", "sentences", "facts", "claims"):
        rows = {tuple(row.values()): row for given in articles for row in given[table]}
        _keep(connection, table, list(rows.values()))
        ordered = [row for row in rows.values() if row.get("article_id") not in held]
        if shuffle is not None:
            random.Random(shuffle).shuffle(ordered)
        for row in ordered:
            marks = ", ".join("?" for _ in row)
            connection.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", list(row.values()))
    compare(connection)


def _keep(connection: duckdb.DuckDBPyConnection, table: str, rows: list[dict[str, Any]]) -> None:
    """Delete what no given article has, and all sources, which are given anew."""
    kept = [] if table == "sources" else [row["article_id"] for row in rows]
    key = "source_id" if table == "sources" else "article_id"
    connection.execute(f"DELETE FROM {table} WHERE {key} NOT IN (SELECT unnest($kept::VARCHAR[]))", {"kept": kept})


def results(connection: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows of all tables that compare fills, sorted."""
    return {table: connection.execute(f"SELECT * FROM {table} ORDER BY ALL").fetchall() for table in RESULTS}


def at(day: int, hour: int = 8) -> datetime:
    """Return a moment in March 2031."""
    return datetime(2031, 3, day, hour)


def fetch(connection: duckdb.DuckDBPyConnection, query: str) -> list[tuple[Any, ...]]:
    """Return the rows of a query."""
    return connection.execute(query).fetchall()


def numbered(template: str) -> Callable[[str, float, float | None, str], Sentence]:
    """Return a function that puts a number of people into a sentence."""

    def sentence(text: str, low: float, high: float | None, modifier: str) -> Sentence:
        return Sentence(template.format(text), numbers=((text, low, high, modifier, "people"),))

    return sentence
