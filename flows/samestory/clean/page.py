"""The vote of a page's markup: which lines of its text trafilatura takes for the article."""

import re
from collections.abc import Iterator

import polars as pl

_WORDS = re.compile(r"\w+")
# Shorter lines occur in any long text by chance, so they must be a line of trafilatura's text by themselves.
_FEW_WORDS = 4


def with_votes(lines: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """Add vote: whether trafilatura keeps the line, null where there is no page or no answer."""
    pages = articles.with_row_index("doc").filter(pl.col("html").is_not_null()).select("doc", "html")
    votes = pl.Series("vote", [None] * len(lines), dtype=pl.Boolean)
    if pages.is_empty():
        return lines.with_columns(votes)
    mains = {doc: main for doc, html in pages.iter_rows() if (main := _main_text(html))}
    return lines.with_columns(pl.Series("vote", _votes(lines, mains), dtype=pl.Boolean))


def _main_text(html: str) -> str:
    """Return trafilatura's main text of a page, empty where it finds none or gives up."""
    # Imported here: it takes half a second, and text needs none of it.
    from lxml import etree  # noqa: PLC0415
    from trafilatura import extract  # noqa: PLC0415

    try:
        return extract(html, include_comments=False) or ""
    except (etree.LxmlError, ValueError, TypeError, AttributeError, RecursionError):
        # A page too broken for it is judged by its lines alone.
        return ""


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
