"""Splitting: kept spans to paragraphs with their kinds, and paragraphs to sentences, all with offsets."""

from collections.abc import Iterator

import polars as pl

from samestory.records import PARAGRAPHS, SENTENCES, row_id
from samestory.split.duplicates import with_duplicates
from samestory.split.paragraphs import Paragraph, paragraphs_of
from samestory.split.sentences import sentence_spans


def split(articles: pl.DataFrame, spans: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return PARAGRAPHS and SENTENCES of the kept SPANS of ARTICLES, in reading order within each article."""
    rows = list(_paragraph_rows(articles, spans))
    paragraphs = with_duplicates(_with_ids(pl.DataFrame(rows, schema=_PARAGRAPH_INPUT, orient="row")))
    labels = [row[-1] for row in rows]
    ids = paragraphs["paragraph_id"].to_list()
    found = [
        (paragraph_id, row[0], row[4] + start, row[4] + end, row[6][start:end])
        for paragraph_id, row, label in zip(ids, rows, labels, strict=True)
        for start, end in sentence_spans(row[6], label)
    ]
    sentences = pl.DataFrame(found, schema=_SENTENCE_INPUT, orient="row").with_columns(
        row_id("sentence").alias("sentence_id"),
        pl.int_range(pl.len(), dtype=pl.Int64).over("article_id").alias("position"),
    )
    return _in_order(paragraphs, PARAGRAPHS), _in_order(sentences, SENTENCES)


_PARAGRAPH_INPUT = {
    name: PARAGRAPHS[name] for name in ("article_id", "position", "kind", "speaker", "start_char", "end_char", "text")
} | {"label_end": pl.Int64()}
_SENTENCE_INPUT = {name: SENTENCES[name] for name in ("paragraph_id", "article_id", "start_char", "end_char", "text")}

_Row = tuple[str, int, str, str | None, int, int, str, int]


def _paragraph_rows(articles: pl.DataFrame, spans: pl.DataFrame) -> Iterator[_Row]:
    """Yield one row per paragraph, with the length of its interview label."""
    kept = (
        spans.filter("kept")
        .sort("start_char")
        .group_by("article_id", maintain_order=True)
        .agg(pl.concat_list("start_char", "end_char").alias("kept_spans"))
    )
    joined = articles.select("article_id", "title", "url", "raw_text").join(kept, on="article_id").sort("article_id")
    for article_id, title, url, text, kept_spans in joined.iter_rows():
        blocks = paragraphs_of(text, _touching_joined(kept_spans), title, url)
        yield from (_row(article_id, text, position, block) for position, block in enumerate(blocks))


def _row(article_id: str, text: str, position: int, block: Paragraph) -> _Row:
    """Return a paragraph as a row of _PARAGRAPH_INPUT."""
    content = text[block.start : block.end]
    return article_id, position, block.kind, block.speaker, block.start, block.end, content, block.label_end


def _touching_joined(spans: list[list[int]]) -> list[tuple[int, int]]:
    """Join kept spans that touch, so that where a batch or a rule cut them does not show."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _with_ids(rows: pl.DataFrame) -> pl.DataFrame:
    """Add ids and word counts."""
    n_words = pl.col("text").str.count_matches(r"[\p{L}\p{N}]+").cast(pl.Int64)
    return rows.with_columns(row_id("paragraph").alias("paragraph_id"), n_words.alias("n_words"))


def _in_order(rows: pl.DataFrame, schema: pl.Schema) -> pl.DataFrame:
    """Return the schema's columns in its order and types."""
    return rows.select(schema.names()).cast(dict(schema.items()))
