"""JSON lines in and out, for other programs and for the scorers; never touches a warehouse.

The input is read once and cleaned into a temporary folder of batches; when all lines are counted, the batches are
read back one by one. So a document is cleaned by what all of them show, and memory does not grow with their number.
"""

import io
import json
import logging
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polars as pl

from samestory import clean as cleaning
from samestory import ingest, split
from samestory.clean.recurring import article_lines, recurring_places, with_recurring
from samestory.collector import collector_paused
from samestory.facts.extract import References, extract
from samestory.records import FACT_FIELDS
from samestory.stages import Plan, learn, references

log = logging.getLogger(__name__)

Record = dict[str, Any]

# The patterns of a batch's rules take a tenth of a second to prepare. Against 250, 1000 documents at once save a
# quarter of the time and take 60 MB more; 4000 save little more and take 350 MB.
BATCH_SIZE = 1000
# What all facts have, and what claims have beside it.
_SPAN, _RULE = ("start_char", "end_char", "text"), ("rule", "confidence")
_CLAIM = ("certainty", "certainty_score", "polarity", "conditional", "is_headline", "as_of")
# What a batch keeps of its articles: what counting, splitting and extracting read.
_COLUMNS = ("article_id", "source_id", "canonical_url", "url", "title", "published_at", "raw_text")


def clean_stream(inputs: Sequence[str], plan: Plan) -> Iterator[bytes]:
    """Yield JSON lines, some at once: {"id", "text", "kept", "removed", "raw_text"}, in the order of the input."""
    return _stream(inputs, plan, _cleaned)


def extract_stream(inputs: Sequence[str], plan: Plan) -> Iterator[bytes]:
    """Yield JSON lines, some at once: {"id", "facts": [{"kind", "start", "end", "text", …}]}, in the input's order.

    A claim is of grain "clause", or "stretch" where a cue leaves a part more or less certain than its clause.
    """
    return _stream(inputs, plan, lambda articles, spans: _extracted(articles, spans, references(plan)))


def _stream(
    inputs: Sequence[str], plan: Plan, made: Callable[[pl.DataFrame, pl.DataFrame], pl.DataFrame]
) -> Iterator[bytes]:
    """Spool, count, and yield what is made of each batch: the fields of each article_id, or its whole line.

    A refused document has an "error" and nothing else.
    """
    with TemporaryDirectory(prefix="samestory-") as name:
        folder = Path(name)
        batches = list(_spool(inputs, plan, folder))
        learn(folder, batches if plan.clean else [])
        recurring = pl.read_parquet(folder / "recurring.parquet")
        for done, batch in enumerate(batches, 1):
            spans = with_recurring(_load(batch, "own_spans"), recurring_places(_load(batch, "lines"), recurring))
            found = made(_load(batch, "articles"), spans)
            documents = _load(batch, "documents").join(found, on="article_id", maintain_order="left")
            yield _json_lines(documents.drop("article_id")) + _json_lines(_load(batch, "refused"))
            log.info("printed %d of %d batches", done, len(batches))


def _spool(inputs: Sequence[str], plan: Plan, folder: Path) -> Iterator[Path]:
    """Read, describe and clean the documents into numbered batch folders."""
    count = 0
    for documents, rejected in ingest.read_documents(ingest.discover(inputs), BATCH_SIZE):
        articles, _, refused, _ = ingest.describe(documents.unique("article_id", maintain_order=True), plan.sources)
        spans = (cleaning.clean if plan.clean else cleaning.keep_everything)(articles)
        batch = folder / str(count)
        batch.mkdir()
        frames = {
            "documents": documents.select(pl.col("input_id").alias("id"), "article_id"),
            "refused": pl.concat([rejected, refused]).select(
                pl.col("row_id").alias("id"), pl.col("reason").alias("error")
            ),
            "articles": articles.select(_COLUMNS),
            "own_spans": spans,
            "lines": article_lines(articles, spans),
        }
        for name, frame in frames.items():
            # Read once and deleted: packing would take longer than writing.
            frame.write_parquet(batch / f"{name}.parquet", compression="uncompressed", statistics=False)
        yield batch
        count += len(documents) + len(rejected)
        log.info("cleaned %d documents", count)


def _load(batch: Path, name: str) -> pl.DataFrame:
    return pl.read_parquet(batch / f"{name}.parquet")


def _json_lines(rows: pl.DataFrame) -> bytes:
    """Return rows as JSON lines; a column `json` holds fields that are JSON already."""
    if "json" in rows.columns:
        lines = (f'{{"id": {json.dumps(name, ensure_ascii=False)}, {fields}}}\n' for name, fields in rows.iter_rows())
        return "".join(lines).encode()
    buffer = io.BytesIO()
    rows.write_ndjson(buffer)
    return buffer.getvalue()


def cleaned_lines(documents: pl.DataFrame, articles: pl.DataFrame, spans: pl.DataFrame) -> bytes:
    """Return the JSON lines of clean_stream for documents (id, article_id), their ARTICLES and SPANS."""
    found = documents.join(_cleaned(articles, spans), on="article_id", maintain_order="left")
    return _json_lines(found.drop("article_id"))


def _cleaned(articles: pl.DataFrame, spans: pl.DataFrame) -> pl.DataFrame:
    """Return article_id and the fields of clean_stream."""
    slices = pl.col("raw_text").str.slice("start_char", pl.col("end_char") - pl.col("start_char"))
    kept = (
        spans.filter("kept")
        .join(articles.select("article_id", "raw_text"), on="article_id", maintain_order="left")
        .group_by("article_id", maintain_order=True)
        .agg(
            slices.str.join("").str.strip_chars().alias("text"), pl.concat_list("start_char", "end_char").alias("kept")
        )
    )
    removed = (
        spans.filter(~pl.col("kept"))
        .rename({"start_char": "start", "end_char": "end"})
        .group_by("article_id", maintain_order=True)
        .agg(pl.struct("start", "end", "kind", "rule", "score").alias("removed"))
    )
    return (
        articles.join(kept, on="article_id", how="left", maintain_order="left")
        .join(removed, on="article_id", how="left", maintain_order="left")
        .select("article_id", pl.col("text").fill_null(""), pl.col("kept", "removed").fill_null([]), "raw_text")
    )


@collector_paused()
def _extracted(articles: pl.DataFrame, spans: pl.DataFrame, names: References) -> pl.DataFrame:
    """Return article_id and the fields of extract_stream as JSON, since no two kinds of fact have the same."""
    paragraphs, sentences = split.split(articles, spans)
    facts, claims = extract(articles, paragraphs, sentences, names)
    found: dict[str, list[Record]] = {article_id: [] for article_id in articles["article_id"]}
    texts = dict(articles.select("article_id", "raw_text").iter_rows())
    for article_id, record in _fact_records(facts, texts):
        found[article_id].append(record)
    for article_id, *values in claims.select("article_id", *_SPAN, *_CLAIM).iter_rows():
        found[article_id].append(_claim_record(values))
    encode = json.JSONEncoder(ensure_ascii=False, default=_iso).encode
    rows = [(article_id, f'"facts": {encode(records)}') for article_id, records in found.items()]
    return pl.DataFrame(rows, schema={"article_id": pl.String, "json": pl.String}, orient="row")


def _fact_records(facts: pl.DataFrame, texts: dict[str, str]) -> list[tuple[str, Record]]:
    """Return article_id and record of each fact, in their order; read kind by kind, since most columns are of one."""
    records: list[tuple[str, Record]] = [("", {})] * len(facts)
    numbered = facts.with_row_index("row")
    for kind, fields in FACT_FIELDS.items():
        columns = numbered.filter(pl.col("kind") == kind).select("row", "article_id", *_SPAN, *fields, *_RULE)
        for row, article_id, *values in columns.iter_rows():
            records[row] = article_id, _fact_record(texts[article_id], kind, values)
    return records


def _fact_record(text: str, kind: str, values: list[object]) -> Record:
    """Return the record of a fact from its span, the fields of its kind, and its rule."""
    start, end, content, *fields, rule, confidence = values
    record: Record = {"kind": kind, "start": start, "end": end, "text": content}
    record |= zip(FACT_FIELDS[kind], fields, strict=True)
    if kind == "quotation":
        record["source"] = _part(text, record["speaker_start"], record["speaker_end"])
        record["cue"] = _part(text, record["cue_start"], record["cue_end"])
        record["spans"] = _pieces(record["spans"])
    if kind == "certainty":
        record |= {"kind": "claim", "grain": "stretch", "cue": _part(text, record["cue_start"], record["cue_end"])}
    record["rule"], record["confidence"] = rule, confidence
    return record


def _claim_record(values: list[object]) -> Record:
    """Return the record of a claim from its span and its fields."""
    start, end, content, *fields = values
    record: Record = {"kind": "claim", "grain": "clause", "start": start, "end": end, "text": content}
    record |= zip(_CLAIM, fields, strict=True)
    return record


def _part(text: str, start: object, end: object) -> Record | None:
    if isinstance(start, int) and isinstance(end, int):
        return {"start": start, "end": end, "text": text[start:end]}
    return None


def _pieces(spans: object) -> list[list[int]] | None:
    if not isinstance(spans, str):
        return None
    return [[int(edge) for edge in piece.split("-")] for piece in spans.split()]


def _iso(value: datetime) -> str:
    """Return a time as ISO 8601, which JSON has no type for."""
    return value.isoformat()
