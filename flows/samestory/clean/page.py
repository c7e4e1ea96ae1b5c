"""The vote of a page's markup: which lines of its text trafilatura takes for the article."""

import re
from collections.abc import Iterator

import polars as pl

_WORDS = re.compile(r"\w+")
# Shorter lines occur in any long text by chance, so they must be a line of trafilatura's text by themselves.
_FEW_WORDS = 4


def with_votes(lines: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """Add vote: whether trafilatura keeps the line, null where there is no page or no answer."""
    pages = articles.with_row_index("doc").filter(pl.col("main_text") != "").select("doc", "main_text")
    votes = pl.Series("vote", [None] * len(lines), dtype=pl.Boolean)
    if pages.is_empty():
        return lines.with_columns(votes)
    return lines.with_columns(pl.Series("vote", _votes(lines, dict(pages.iter_rows())), dtype=pl.Boolean))


def _votes(lines: pl.DataFrame, mains: dict[int, str]) -> Iterator[bool | None]:
    """Yield the vote for each line."""
    known = {doc: (_spaced(main), {_spaced(line) for line in main.splitlines()}) for doc, main in mains.items()}
    for doc, text in lines.select("doc", "text").iter_rows():
        if doc not in known:
            yield None
            continue
        whole, single = known[doc]
        words = _spaced(text)
        yield words in single or (words.count(" ") > _FEW_WORDS and words in whole)


def _spaced(text: str) -> str:
    """Return the words of a text with a blank before, between and after them."""
    return f" {' '.join(_WORDS.findall(text.lower()))} "
