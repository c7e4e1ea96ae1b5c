"""JSON lines in and out, for other programs and for the scorers; never touches a warehouse."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import polars as pl

from samestory import clean as cleaning
from samestory import ingest, split
from samestory.facts.extract import extract
from samestory.records import FACT_FIELDS
from samestory.stages import Plan, references

Record = dict[str, Any]

# Small enough to print the first records at once, large enough to spread the cost of a batch.
BATCH_SIZE = 250


def clean_stream(inputs: Sequence[str], plan: Plan) -> Iterator[Record]:
    """Yield {"id", "text", "kept", "removed", "raw_text"} for each document, in the order of the input."""
    return _stream(inputs, plan, _cleaned)


def extract_stream(inputs: Sequence[str], plan: Plan) -> Iterator[Record]:
    """Yield {"id", "facts": [{"kind", "start", "end", "text", …}]} for each document, in the order of the input."""
    return _stream(inputs, plan, _extracted)


def _stream(
    inputs: Sequence[str], plan: Plan, process: Callable[[pl.DataFrame, Plan], dict[str, Record]]
) -> Iterator[Record]:
    """Read, process batch by batch, and yield a record a document; a refused one has an "error" and nothing else."""
    for documents, rejected in ingest.read_documents(ingest.discover(inputs), BATCH_SIZE):
        articles, _, refused, _ = ingest.describe(documents.unique("article_id", maintain_order=True), plan.sources)
        made = process(articles, plan)
        for input_id, article_id in documents.select("input_id", "article_id").iter_rows():
            if article_id in made:
                yield {"id": input_id, **made[article_id]}
        for input_id, reason in pl.concat([rejected, refused]).select("row_id", "reason").iter_rows():
            yield {"id": input_id, "error": reason}


def _spans(articles: pl.DataFrame, plan: Plan) -> pl.DataFrame:
    return cleaning.clean(articles) if plan.clean else cleaning.keep_everything(articles)


def _cleaned(articles: pl.DataFrame, plan: Plan) -> dict[str, Record]:
    spans = _by_article(_spans(articles, plan))
    texts = articles.select("article_id", "raw_text").iter_rows()
    return {article_id: _cleaned_record(text, spans.get(article_id, [])) for article_id, text in texts}


def _cleaned_record(text: str, spans: list[Record]) -> Record:
    kept = [(span["start_char"], span["end_char"]) for span in spans if span["kept"]]
    removed = [
        {
            "start": span["start_char"],
            "end": span["end_char"],
            **{name: span[name] for name in ("kind", "rule", "score")},
        }
        for span in spans
        if not span["kept"]
    ]
    clean_text = "".join(text[start:end] for start, end in kept).strip()
    return {"text": clean_text, "kept": kept, "removed": removed, "raw_text": text}


def _extracted(articles: pl.DataFrame, plan: Plan) -> dict[str, Record]:
    paragraphs, sentences = split.split(articles, _spans(articles, plan))
    facts, claims = (_by_article(rows) for rows in extract(articles, paragraphs, sentences, references(plan)))
    texts = articles.select("article_id", "raw_text").iter_rows()
    return {
        article_id: {
            "facts": [_fact_record(text, fact) for fact in facts.get(article_id, [])]
            + [_claim_record(claim) for claim in claims.get(article_id, [])]
        }
        for article_id, text in texts
    }


def _by_article(rows: pl.DataFrame) -> dict[str, list[Record]]:
    return {str(key[0]): part.to_dicts() for key, part in rows.partition_by("article_id", as_dict=True).items()}


def _fact_record(text: str, fact: Record) -> Record:
    kind = str(fact["kind"])
    record = _span_record(fact) | {name: _plain(fact[name]) for name in FACT_FIELDS[kind]}
    if kind == "quotation":
        record["source"] = _part(text, fact["speaker_start"], fact["speaker_end"])
        record["cue"] = _part(text, fact["cue_start"], fact["cue_end"])
        record["spans"] = _pieces(fact["spans"])
    return record | {"rule": fact["rule"], "confidence": fact["confidence"]}


def _claim_record(claim: Record) -> Record:
    names = ("certainty", "certainty_score", "polarity", "conditional", "is_headline", "as_of")
    return {"kind": "claim"} | _span_record(claim) | {name: _plain(claim[name]) for name in names}


def _span_record(row: Record) -> Record:
    kind = {"kind": row["kind"]} if "kind" in row else {}
    return kind | {"start": row["start_char"], "end": row["end_char"], "text": row["text"]}


def _part(text: str, start: object, end: object) -> Record | None:
    if isinstance(start, int) and isinstance(end, int):
        return {"start": start, "end": end, "text": text[start:end]}
    return None


def _pieces(spans: object) -> list[list[int]] | None:
    if not isinstance(spans, str):
        return None
    return [[int(edge) for edge in piece.split("-")] for piece in spans.split()]


def _plain(value: object) -> object:
    """Return a value that JSON has; times as ISO 8601."""
    return value if isinstance(value, str | int | float | bool | None) else str(value).replace(" ", "T")


def to_json(record: Record) -> str:
    """Return one JSON line, without the line's end."""
    return json.dumps(record, ensure_ascii=False)
