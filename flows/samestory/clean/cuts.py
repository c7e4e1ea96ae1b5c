"""Chrome within a kept line, cut out at the character."""

from collections.abc import Iterator

import polars as pl

from samestory.clean.patterns import cut_rules, holds_cut_words
from samestory.records import SPANS

# How sure a cut is: its patterns are narrow, as nothing but the pattern speaks for it.
_SCORE = 0.9

_Span = tuple[str, int, int, bool, str | None, str | None, float | None]


def with_cuts(lines: pl.DataFrame) -> pl.DataFrame:
    """Return the rows of SPANS for lines of SPANS and their raw text, cut where a rule of scope "cut" matches."""
    # Python's expressions look behind, polars' do not, but tell the few lines that are worth a look.
    suspect = lines.select(pl.col("kept") & holds_cut_words()).to_series()
    rows = [
        span
        for article_id, start, raw in lines.filter(suspect).select("article_id", "start_char", "raw").iter_rows()
        for span in _pieces(article_id, start, raw)
    ]
    cut = pl.DataFrame(rows, schema=SPANS, orient="row")
    return pl.concat([lines.filter(~suspect).select(SPANS.names()).cast(dict(SPANS.items())), cut])


def _pieces(article_id: str, start: int, raw: str) -> Iterator[_Span]:
    """Yield the kept and removed pieces of one line, in order; a line without a match is one kept piece."""
    at = 0
    for first, last, kind, rule in sorted(_matches(raw)):
        # A match inside an earlier one is cut already.
        if first < at:
            continue
        if first > at:
            yield article_id, start + at, start + first, True, None, None, None
        yield article_id, start + first, start + last, False, kind, rule, _SCORE
        at = last
    if at < len(raw):
        yield article_id, start + at, start + len(raw), True, None, None, None


def _matches(raw: str) -> Iterator[tuple[int, int, str, str]]:
    """Yield start, end, kind and rule of each match that is not empty."""
    # The blanks and breaks behind a line stay with what is kept of it.
    end = len(raw.rstrip())
    for rule, pattern in cut_rules():
        for match in pattern.finditer(raw, 0, end):
            if match.end() > match.start():
                yield match.start(), match.end(), rule.kind, rule.name
