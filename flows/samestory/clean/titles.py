"""The headline above the body, and its repetitions."""

import re
from collections import Counter
from typing import NamedTuple

import polars as pl

from samestory.headlines import LEAD_CHARS, shared, slug_words, telling_words, tells

# Between headline and body stand a date, a byline, a category, share buttons, pictures; two lists at most.
_LINES_ABOVE = 30
# The headline may be the first line of the run already, with a subheading or another copy after it.
_LINES_INSIDE = 3
# Without a word in common with the text (verse, other scripts) only a line right above the body can be its headline.
_LINES_NEAR = 6
# Lighter lines are menu entries, heavier ones paragraphs.
_WEIGHT = (12, 200)
# A line with this share of the address's words is the headline that the address was made from, by reading pages.
_OF_SLUG = 0.6
# A copy of the line further up, as in a path of sections or a page title, is worth this share more.
_COPY_BONUS = 0.2
# Sentences, pictures and lists: subheadings, captions and links share the text's words too.
_SENTENCE_ENDS = (".", "!", "?", ":", "”", '"')
_NO_HEADLINE = re.compile(
    r"[*•·+–—-]\s|.*(?:[.…][\"'”’)]*$|(?<=[.!?])[\"”]$)|.*\b(?:photo|image|picture|getty|credit|courtesy|illustration)\b"
    r"|.*\b(?:story appeared|reviewed|updated|published|newsletter|cookies?|subscribe|sign up|account|sharing)\b",
    re.IGNORECASE,
)


class _Line(NamedTuple):
    """A line that could be the headline: its number, its words for comparing, its text."""

    number: int
    key: str
    text: str


def with_titles(lines: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """Add is_headline (a line that stays) and is_repeated (an earlier copy of the same headline)."""
    docs = articles.with_row_index("doc").select("doc", "title", "url", "outlet")
    could_be = lines.filter(_could_be_headline()).with_columns(_words("text").alias("key"))
    leads = dict(
        lines.filter((pl.col("line") >= pl.col("run_start")) & (pl.col("stops") >= 1))
        .group_by("doc")
        .agg(pl.col("text").head(_LINES_INSIDE * 4).str.join(" "))
        .iter_rows()
    )
    paths = lines.filter(pl.col("rule").str.starts_with("breadcrumb")).with_columns(_words("text").alias("key"))
    trails = dict(paths.group_by("doc").agg("key").iter_rows())
    rows: list[tuple[int, int, bool, bool]] = []
    grouped = could_be.group_by("doc", maintain_order=True).agg("line", "key", "text", pl.col("run_start").first())
    for doc, numbers, keys, texts, run_start, title, url, outlet in grouped.join(docs, on="doc").iter_rows():
        # The masthead: an outlet's name stands on every page and often in its texts too.
        found = [_Line(*line) for line in zip(numbers, keys, texts, strict=True) if line[1] != _words_of(outlet)]
        titles = {_words_of(title)} | {line.key for line in found if _ends_one(trails.get(doc, []), line.key)}
        best = _headline(found, run_start, (titles, slug_words(url)), leads.get(doc, "")[:LEAD_CHARS])
        rows += [(doc, line.number, line is best, line is not best) for line in found if best and line.key == best.key]
        rows += [(doc, line.number, True, False) for line in _subheading(found, best, run_start)]
    schema = {"doc": pl.UInt32, "line": pl.Int64, "is_headline": pl.Boolean, "is_repeated": pl.Boolean}
    joined = lines.join(
        pl.DataFrame(rows, schema=schema, orient="row"), on=["doc", "line"], how="left", maintain_order="left"
    )
    return joined.with_columns(pl.col("is_headline", "is_repeated").fill_null(False))


def _headline(found: list[_Line], run_start: int, known: tuple[set[str], frozenset[str]], lead: str) -> _Line | None:
    """Return the line that is a known title, else is most like the address, else the text; of copies the last."""
    titles, slug = known
    near = [line for line in found if line.number >= run_start - _LINES_ABOVE]
    if titled := [line for line in near if line.key in titles]:
        return titled[-1]
    plain = [line for line in near if not _NO_HEADLINE.match(line.text)]
    words = {line.key: telling_words(line.text) for line in plain}
    if slug and (alike := [line for line in plain if shared(slug, words[line.key]) >= _OF_SLUG]):
        return max(alike, key=lambda line: (shared(slug, words[line.key]), line.number))
    copies, below = Counter(line.key for line in plain), telling_words(lead)
    told = [line for line in plain if tells(words[line.key], below) or _comes_again(copies, words, line.key, below)]
    if told:
        worth = {key: shared(words[key], below) + _COPY_BONUS * (copies[key] > 1) for key in words}
        best = max(told, key=lambda line: (worth[line.key], line.number))
        # A subheading may share more words with the text than the headline right above it, but not come twice.
        above = [line for line in told if best.number - _LINES_INSIDE <= line.number < best.number]
        return above[0] if above and copies[best.key] == 1 and above[0].number >= run_start - _LINES_INSIDE else best
    last = [line for line in plain if line.number >= run_start - _LINES_NEAR and (copies[line.key] > 1 or not below)]
    return last[-1] if last else None


def _ends_one(trails: list[str], key: str) -> bool:
    """Return whether a path of sections ends in a line's words: there it is the title."""
    return any(trail.endswith(f" {key}") for trail in trails)


def _comes_again(copies: Counter[str], words: dict[str, frozenset[str]], key: str, below: frozenset[str]) -> bool:
    """Return whether a line stands above the text more than once and has words in common with it."""
    return copies[key] > 1 and len(words[key]) > len(words[key] & below) > 1


def _subheading(found: list[_Line], best: _Line | None, run_start: int) -> list[_Line]:
    """Return the last line right above the body, where the headline stands further up."""
    above = [line for line in found if run_start - _LINES_NEAR <= line.number < run_start]
    if not above or (best and (above[-1].key == best.key or above[-1].number < best.number)):
        return []
    # Below a headline a line that is no sentence is a name, a place or a button.
    return above[-1:] if not best or above[-1].text.endswith(_SENTENCE_ENDS) else []


def _could_be_headline() -> pl.Expr:
    """Return whether a line is above the body or among its first, plain, and of a headline's length."""
    return (
        pl.col("rule").is_null()
        & (pl.col("line") < pl.col("run_start") + _LINES_INSIDE)
        & pl.col("weight").is_between(*_WEIGHT)
        & (pl.col("text").str.count_matches(r"\s") >= 2)
    )


def _words(column: str) -> pl.Expr:
    """Return a text's words in lower case, for comparing."""
    return pl.col(column).str.to_lowercase().str.extract_all(r"[\p{L}\p{N}]+").list.join(" ")


def _words_of(title: str | None) -> str:
    """Return the words of a title as `_words` gives those of a line."""
    return " ".join(re.findall(r"[^\W_]+", (title or "").lower()))
