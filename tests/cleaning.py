"""Articles for the tests of cleaning and splitting, and what cleaning makes of them."""

import polars as pl

from samestory.assets import asset
from samestory.clean import clean
from samestory.ingest import describe
from samestory.records import ARTICLES, DOCUMENTS

# Three paragraphs of an invented report, for chrome to stand around.
BODY = (
    "The council of Marrow Bay voted on Thursday to close the old swing bridge for eighteen months, after engineers"
    " found cracks in two of its bearings.",
    "“We have mended this bridge eleven times since I was elected,” said the mayor, Ottilie Brandt, who had asked for"
    " the report. “I would rather mend it once more, and properly.”",
    "Ferries will carry cyclists and people on foot, the council said. Lorries must drive round the bay, which takes"
    " forty minutes longer, and the fish market expects to lose a third of its buyers.",
)


def articles(*texts: str, main_text: str | None = None, title: str | None = None) -> pl.DataFrame:
    """Return ARTICLES of the texts, with ids a0000, a0001 and so on."""
    rows = [
        {"article_id": f"a{i:04}", "raw_text": text, "main_text": main_text, "title": title}
        for i, text in enumerate(texts)
    ]
    return pl.DataFrame(rows, schema=ARTICLES)


def kept_text(text: str) -> str:
    """Return what cleaning keeps of one text."""
    return "".join(text[start:end] for start, end in _ranges(text, kept=True))


def kept_of_page(page: str) -> str:
    """Return what cleaning keeps of the text of a page."""
    row = {"article_id": "a0000", "input_id": "page", "media_type": "text/html", "content": page}
    described = describe(pl.DataFrame([row], schema=DOCUMENTS), asset("seeds", "sources.csv")).articles
    text: str = described["raw_text"][0]
    spans = clean(described).filter("kept").select("start_char", "end_char").iter_rows()
    return "".join(text[start:end] for start, end in spans).strip()


def removed(text: str) -> dict[str, str]:
    """Return {removed text without blanks around: kind} of one text, line by line."""
    spans = clean(articles(text)).filter(~pl.col("kept"))
    lines: dict[str, str] = {}
    for start, end, kind in spans.select("start_char", "end_char", "kind").iter_rows():
        lines |= {line.strip(): kind for line in text[start:end].splitlines() if line.strip()}
    return lines


def _ranges(text: str, *, kept: bool) -> list[tuple[int, int]]:
    """Return the spans of one text that are kept, or removed."""
    spans = clean(articles(text)).filter(pl.col("kept") == kept)
    return list(spans.select("start_char", "end_char").iter_rows())
