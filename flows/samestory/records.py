"""The record types: one polars schema per stage, in the order in which the stages make them.

Offsets are Unicode code points into raw_text, end exclusive. Times are UTC without a zone. Ids are made by the
functions at the end, from the content alone, so that the same input gives the same rows wherever it is processed.
"""

import hashlib

import polars as pl

from samestory.markup import LINE_MARKUP

Dtype = pl.DataType | type[pl.DataType]

TIMESTAMP: Dtype = pl.Datetime("us")

# read: one row is one document as it was given; dates are still the strings given. `content` is the text or the page.
DOCUMENTS = pl.Schema(
    {
        "article_id": pl.String,
        "input_id": pl.String,
        "media_type": pl.String,
        "content": pl.String,
        "url": pl.String,
        "outlet": pl.String,
        "title": pl.String,
        "author": pl.String,
        "language": pl.String,
        "published_at": pl.String,
        "fetched_at": pl.String,
    }
)

# ingest: one row is one version of one document. `main_text` and `markup`, one entry per line of raw_text, are what
# cleaning reads of a page (null for text); they are not loaded.
ARTICLES = pl.Schema(
    {
        "article_id": pl.String,
        "input_id": pl.String,
        "source_id": pl.String,
        "outlet": pl.String,
        "domain": pl.String,
        "source_method": pl.String,
        "url": pl.String,
        "canonical_url": pl.String,
        "title": pl.String,
        "author": pl.String,
        "language": pl.String,
        "published_at": TIMESTAMP,
        "published_precision": pl.String,
        "published_method": pl.String,
        "fetched_at": TIMESTAMP,
        "content_sha256": pl.String,
        "media_type": pl.String,
        "raw_text": pl.String,
        "n_chars": pl.Int64,
        "main_text": pl.String,
        "markup": pl.List(pl.Struct(LINE_MARKUP)),
    }
)

SOURCES = pl.Schema(
    {"source_id": pl.String, "outlet": pl.String, "domain": pl.String, "owner_group": pl.String, "kind": pl.String}
)

# ingest: one row is one thing known of one article, and how; span and text are null where its text does not state it.
ARTICLE_METADATA = pl.Schema(
    {
        "article_id": pl.String,
        "field": pl.String,
        "value": pl.String,
        "method": pl.String,
        "start_char": pl.Int64,
        "end_char": pl.Int64,
        "text": pl.String,
    }
)

# clean: one row is one kept (kind, rule and score null) or removed span; together they cover raw_text exactly once.
SPANS = pl.Schema(
    {
        "article_id": pl.String,
        "start_char": pl.Int64,
        "end_char": pl.Int64,
        "kept": pl.Boolean,
        "kind": pl.String,
        "rule": pl.String,
        "score": pl.Float64,
    }
)

# recur: one row is one line that recurs in articles of one source and was removed where cleaning had kept it.
RECURRING_LINES = pl.Schema({"source_id": pl.String, "text": pl.String, "kind": pl.String, "n_articles": pl.Int64})

# split: one row is one kept block of text.
PARAGRAPHS = pl.Schema(
    {
        "paragraph_id": pl.String,
        "article_id": pl.String,
        "position": pl.Int64,
        "kind": pl.String,
        "speaker": pl.String,
        "start_char": pl.Int64,
        "end_char": pl.Int64,
        "text": pl.String,
        "n_words": pl.Int64,
        "duplicate_of": pl.String,
    }
)

SENTENCES = pl.Schema(
    {
        "sentence_id": pl.String,
        "paragraph_id": pl.String,
        "article_id": pl.String,
        "position": pl.Int64,
        "start_char": pl.Int64,
        "end_char": pl.Int64,
        "text": pl.String,
    }
)

# extract: the columns that only one kind of fact has, by kind. A column of another kind is null.
FACT_FIELDS: dict[str, dict[str, Dtype]] = {
    "quotation": {
        "form": pl.String,
        "speaker": pl.String,
        "speaker_text": pl.String,
        "speaker_start": pl.Int64,
        "speaker_end": pl.Int64,
        "cue": pl.String,
        "cue_start": pl.Int64,
        "cue_end": pl.Int64,
        "addressee": pl.String,
        "via": pl.String,
        "speaker_flag": pl.String,
        "spans": pl.String,
    },
    "quantity": {
        "value_low": pl.Float64,
        "value_high": pl.Float64,
        "modifier": pl.String,
        "unit": pl.String,
        "object": pl.String,
        "as_of": TIMESTAMP,
    },
    "date": {
        "type": pl.String,
        "value": pl.String,
        "date_start": TIMESTAMP,
        "date_end": TIMESTAMP,
        "precision": pl.String,
        "resolved": pl.Boolean,
    },
    "mention": {"type": pl.String, "entity": pl.String, "merge_rule": pl.String},
    "citation": {"cited": pl.String, "cited_url": pl.String, "cited_kind": pl.String},
    "certainty": {
        "cue": pl.String,
        "cue_start": pl.Int64,
        "cue_end": pl.Int64,
        "certainty": pl.String,
        "certainty_score": pl.Float64,
    },
}

_FACT_BASE = {
    "fact_id": pl.String,
    "article_id": pl.String,
    "paragraph_id": pl.String,
    "sentence_id": pl.String,
    "kind": pl.String,
    "start_char": pl.Int64,
    "end_char": pl.Int64,
    "text": pl.String,
    "rule": pl.String,
    "confidence": pl.Float64,
}
FACTS = pl.Schema(_FACT_BASE | {name: dtype for fields in FACT_FIELDS.values() for name, dtype in fields.items()})

CLAIMS = pl.Schema(
    {
        "claim_id": pl.String,
        "article_id": pl.String,
        "paragraph_id": pl.String,
        "sentence_id": pl.String,
        "start_char": pl.Int64,
        "end_char": pl.Int64,
        "text": pl.String,
        "certainty": pl.String,
        "certainty_score": pl.Float64,
        "polarity": pl.String,
        "conditional": pl.Boolean,
        "is_headline": pl.Boolean,
        "as_of": TIMESTAMP,
        "source_fact_id": pl.String,
    }
)

# validate and ingest: one refused row; `row` is the row as JSON text.
REJECTED = pl.Schema(
    {
        "table_name": pl.String,
        "row_id": pl.String,
        "expectation": pl.String,
        "reason": pl.String,
        "row": pl.String,
    }
)

VALIDATION_RESULTS = pl.Schema(
    {
        "run_id": pl.String,
        "suite": pl.String,
        "expectation": pl.String,
        "column_name": pl.String,
        "action": pl.String,
        "success": pl.Boolean,
        "observed": pl.String,
        "unexpected_count": pl.Int64,
        "why": pl.String,
        "rows_checked": pl.Int64,
    }
)

# The closed lists of kinds, checked again by the expectations.
REMOVED_KINDS = (
    "navigation", "breadcrumb", "share", "comment_form", "reader_comment", "subscribe", "related", "caption_credit",
    "copyright", "cookie", "advertisement", "widget", "contents", "tags", "author_box", "byline_date",
    "duplicate_title", "paywall", "other",
)  # fmt: skip
PARAGRAPH_KINDS = ("headline", "heading", "body", "turn", "list_item", "caption")
CERTAINTIES = ("asserted", "probable", "possible", "unknown", "denied")


def content_hash(*parts: bytes) -> str:
    """Return the SHA-256 of the parts as hex, each part prefixed by its length so that no two lists collide."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


def row_id(kind: str) -> pl.Expr:
    """Return the expression for a row's id: article id, kind and span, as in `0a1b2c3d4e5f6071:claim:120-188`."""
    return pl.format("{}:{}:{}-{}", "article_id", pl.lit(kind), "start_char", "end_char")
