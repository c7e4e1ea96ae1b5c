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
# A page title ends in the outlet's name, of so many words, behind one of these marks.
_NAME_WORDS, _NAME_BEHIND = 5, r"\s[|–—·»:-]\s[^|–—·»]*$"
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
    could_be = _candidates(lines)
    near = could_be.filter(pl.col("line") >= pl.col("run_start") - _LINES_ABOVE)
    found = near.group_by("doc", maintain_order=True).agg("line", "key", "text", pl.col("run_start").first())
    known = articles.with_row_index("doc").select("doc", "title", "url", "outlet")
    told = found.join(known, on="doc").join(_leads(lines, found), on="doc", how="left", maintain_order="left")
    trails = dict(_trails(lines).iter_rows())
    chosen: list[tuple[int, int, str]] = []
    kept: list[tuple[int, int]] = []
    for doc, numbers, keys, texts, run_start, title, url, outlet, lead in told.iter_rows():
        # The masthead: an outlet's name stands on every page and often in its texts too.
        masthead = _words_of(outlet)
        rows = [_Line(*line) for line in zip(numbers, keys, texts, strict=True) if line[1] != masthead]
        titles = {_words_of(title)} | {line.key for line in rows if _ends_one(trails.get(doc, []), line.key)}
        if best := _headline(rows, run_start, (titles, slug_words(url)), (lead or "")[:LEAD_CHARS]):
            chosen.append((doc, best.number, best.key))
        kept += [(doc, line.number) for line in _subheading(rows, best, run_start)]
    copies = _copies(could_be, pl.DataFrame(chosen, schema=_CHOSEN, orient="row"))
    stays = pl.DataFrame(kept, schema={"doc": pl.UInt32, "line": pl.Int64}, orient="row")
    marked = pl.concat([copies, stays.with_columns(is_headline=pl.lit(value=True), is_repeated=pl.lit(value=False))])
    joined = lines.join(
        marked.unique(["doc", "line"], keep="first"), on=["doc", "line"], how="left", maintain_order="left"
    )
    return joined.with_columns(pl.col("is_headline", "is_repeated").fill_null(value=False))


_CHOSEN = {"doc": pl.UInt32, "best": pl.Int64, "headline": pl.String}


def _candidates(lines: pl.DataFrame) -> pl.DataFrame:
    """Return the lines that could be a headline or a copy of it, with their words for comparing (key)."""
    above = pl.col("line") < pl.col("run_start") + _LINES_INSIDE
    shaped = lines.select("doc", "line", "text", "rule", "weight", "run_start").filter(
        above & pl.col("rule").is_null() & pl.col("weight").is_between(*_WEIGHT)
    )
    phrases = shaped.filter(pl.col("text").str.contains(r"\s\S+\s"))
    return phrases.with_columns(_words("text").alias("key"))


def _leads(lines: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    """Return doc and lead: the first sentences of the body of each document with a possible headline."""
    body = lines.select("doc", "line", "text", "stops", "run_start").filter(
        (pl.col("line") >= pl.col("run_start")) & (pl.col("stops") >= 1) & pl.col("doc").is_in(found["doc"].implode())
    )
    return body.group_by("doc", maintain_order=True).agg(
        pl.col("text").head(_LINES_INSIDE * 4).str.join(" ").alias("lead")
    )


def _trails(lines: pl.DataFrame) -> pl.DataFrame:
    """Return doc and the words of its paths of sections."""
    paths = lines.select("doc", "text", "rule").filter(pl.col("rule").str.starts_with("breadcrumb"))
    return paths.select("doc", _words("text").alias("key")).group_by("doc").agg("key")


def _copies(could_be: pl.DataFrame, chosen: pl.DataFrame) -> pl.DataFrame:
    """Return the chosen headlines and the lines that repeat them, above also with a name behind, as page titles have.

    Columns: doc, line, is_headline, is_repeated.
    """
    key, headline = pl.col("key"), pl.col("headline")
    rest = key.str.slice(headline.str.len_chars()).str.count_matches(" ")
    titled = (
        (pl.col("line") < pl.col("best"))
        & key.str.starts_with(headline + pl.lit(" "))
        & rest.is_between(1, _NAME_WORDS)
        & pl.col("text").str.contains(_NAME_BEHIND)
    )
    same = could_be.join(chosen, on="doc").filter((key == headline) | titled)
    best = pl.col("line") == pl.col("best")
    return same.select("doc", "line", best.alias("is_headline"), (~best).alias("is_repeated"))


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


def _words(column: str) -> pl.Expr:
    """Return a text's words in lower case, for comparing."""
    return pl.col(column).str.to_lowercase().str.extract_all(r"[\p{L}\p{N}]+").list.join(" ")


def _words_of(title: str | None) -> str:
    """Return the words of a title as `_words` gives those of a line."""
    return " ".join(re.findall(r"[^\W_]+", (title or "").lower()))
