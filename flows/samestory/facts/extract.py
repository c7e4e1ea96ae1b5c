"""The door of facts: frames of text in, frames of facts and claims out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from samestory.article import Article, Block, Claim, Fact
from samestory.collector import collector_paused
from samestory.facts import aliases, certainties, citations, claims, dates, mentions, quantities, quotations
from samestory.records import CLAIMS, FACT_FIELDS, FACTS, row_id

# The order in which facts were found, while their frame is put together.
_ROW = pl.lit(None, pl.Int64).alias("row")


@dataclass(frozen=True, slots=True)
class References:
    """The reference tables that extraction looks names up in."""

    aliases: Mapping[str, aliases.Alias]
    outlets: Mapping[str, str]


def load_references(aliases_csv: Path, sources_csv: Path) -> References:
    """Read the reference tables of names; an outlet is known by its name and by each alias."""
    sources = pl.read_csv(sources_csv, infer_schema=False).select("outlet", pl.col("aliases").fill_null(""))
    outlets = {
        citations.outlet_key(name.strip()): outlet
        for outlet, others in reversed(sources.rows())
        for name in [*others.split(";"), outlet]
        if name.strip()
    }
    return References(aliases.load_aliases(aliases_csv), outlets)


def extract(
    articles: pl.DataFrame, paragraphs: pl.DataFrame, sentences: pl.DataFrame, references: References
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the FACTS and CLAIMS of a batch, from its ARTICLES, PARAGRAPHS and SENTENCES."""
    facts: list[tuple[Article, Fact]] = []
    stated: list[tuple[Article, Claim]] = []
    with collector_paused():
        for article in read_articles(articles, paragraphs, sentences):
            found = find_facts(article, references)
            readings = certainties.read_sentences(article)
            claimed = claims.find(article, found, readings)
            facts += [(article, fact) for fact in (*found, *certainties.find(readings, claimed))]
            stated += [(article, claim) for claim in claimed]
        fact_rows, claim_rows = _fact_rows(facts), _claim_rows(stated)
    fact_rows = _place(fact_rows, paragraphs, sentences).unique("fact_id", keep="first", maintain_order=True)
    return fact_rows, _place(claim_rows, paragraphs, sentences).unique("claim_id", keep="first", maintain_order=True)


def find_facts(article: Article, references: References) -> list[Fact]:
    """Return the facts of one article in reading order."""
    dated = dates.find(article)
    found = [
        *dated,
        *quantities.find(article, dated),
        *quotations.find(article),
        *mentions.find(article, references.aliases),
        *citations.find(article, references.outlets),
    ]
    return sorted(found, key=lambda fact: (fact.start, fact.end, fact.kind))


def read_articles(articles: pl.DataFrame, paragraphs: pl.DataFrame, sentences: pl.DataFrame) -> Iterator[Article]:
    """Yield the articles of a batch with their paragraphs and sentences, in the order of the frame."""
    blocks = _blocks(paragraphs.with_columns(paragraph=pl.lit(0, pl.Int64)), "paragraph_id", ("kind", "speaker"))
    places = paragraphs.select("paragraph_id", "kind", "speaker", paragraph=pl.col("position"))
    parts = _blocks(sentences.join(places, on="paragraph_id"), "sentence_id", ("kind", "speaker", "paragraph"))
    for article_id, text, published_at in articles.select("article_id", "raw_text", "published_at").iter_rows():
        yield Article(article_id, text, published_at, blocks.get(article_id, ()), parts.get(article_id, ()))


def _blocks(rows: pl.DataFrame, id_column: str, extra: tuple[str, ...]) -> dict[str, tuple[Block, ...]]:
    """Group paragraphs or sentences into tuples of blocks by article, in reading order."""
    columns = rows.sort("article_id", "start_char").select("article_id", id_column, "start_char", "end_char", *extra)
    grouped: dict[str, list[Block]] = {}
    for article_id, *values in columns.iter_rows():
        grouped.setdefault(article_id, []).append(Block(*values))
    return {article_id: tuple(blocks) for article_id, blocks in grouped.items()}


def _fact_rows(facts: list[tuple[Article, Fact]]) -> pl.DataFrame:
    """Return the FACTS of the facts found, still without paragraph and sentence; columns are filled kind by kind."""
    parts = [pl.DataFrame(schema=FACTS).with_columns(_ROW)]
    for kind, fields in FACT_FIELDS.items():
        rows = [(number, article, fact) for number, (article, fact) in enumerate(facts) if fact.kind == kind]
        shared: dict[str, Sequence[object]] = {
            "row": [number for number, _, _ in rows],
            "article_id": [article.id for _, article, _ in rows],
            "kind": [kind] * len(rows),
            "start_char": [fact.start for _, _, fact in rows],
            "end_char": [fact.end for _, _, fact in rows],
            "text": [article.text[fact.start : fact.end] for _, article, fact in rows],
            "rule": [fact.rule for _, _, fact in rows],
            "confidence": [fact.confidence for _, _, fact in rows],
        }
        own = {name: [fact.fields.get(name) for _, _, fact in rows] for name in fields}
        columns = {**shared, **own}
        types = {name: dtype for name, dtype in parts[0].schema.items() if name in columns}
        parts.append(pl.DataFrame(columns, schema=types).with_columns(row_id(kind).alias("fact_id")))
    return pl.concat(parts, how="diagonal").sort("row").drop("row")


def _claim_rows(stated: list[tuple[Article, Claim]]) -> pl.DataFrame:
    """Return the CLAIMS of the claims found, still without paragraph and sentence."""
    rows = [
        (
            f"{article.id}:claim:{claim.start}-{claim.end}",
            article.id,
            None,
            None,
            claim.start,
            claim.end,
            article.text[claim.start : claim.end],
            claim.certainty,
            claim.certainty_score,
            claim.polarity,
            claim.conditional,
            claim.is_headline,
            claim.as_of,
            _id(article, claim.source) if claim.source else None,
        )
        for article, claim in stated
    ]
    return pl.DataFrame(rows, schema=CLAIMS, orient="row")


def _id(article: Article, fact: Fact) -> str:
    return f"{article.id}:{fact.kind}:{fact.start}-{fact.end}"


def _place(rows: pl.DataFrame, paragraphs: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Fill paragraph_id and sentence_id: the block in which a row starts."""
    for column, blocks in (("paragraph_id", paragraphs), ("sentence_id", sentences)):
        spans = blocks.select("article_id", column, "start_char", block_end="end_char").sort("start_char")
        rows = (
            rows.drop(column)
            .sort("start_char", "end_char", maintain_order=True)
            .join_asof(spans, on="start_char", by="article_id", check_sortedness=False)
            .with_columns(pl.when(pl.col("start_char") < pl.col("block_end")).then(column).alias(column))
            .drop("block_end")
        )
    return rows.select(FACTS.names() if "fact_id" in rows.columns else CLAIMS.names()).sort(
        "article_id", "start_char", "end_char", maintain_order=True
    )
