"""What the markup of a page says of one line of its text: the record that ingest makes and cleaning reads.

A line is a line of raw_text that is not blank. Of several elements in one line, such as the cells of a row, the
longest counts. A passage is a p, li, heading, cell or caption.

| field | meaning |
|---|---|
| start | code point offset in raw_text of the line's first character that is not blank |
| tag | the innermost block element: p, li, h2, td, div … |
| path | bits of `PATH`, below |
| names | words of class, id, role and itemprop of the block and all around it, each once, innermost first, at most 48 |
| own_names | the same of the nearest three of these blocks that have any |
| container | page-wide number of the nearest block around the passage that holds several: lines of one body share it |
| grand | the container's container |
| depth | how many blocks are around the line |
| link_chars, emphasised_chars | characters of the line in links; in b, strong, em, i or u |
| n_links | links whose text begins in the line |

A bit of `PATH` is set where the block or one around it is that element (or has that role or itemprop); `link`,
`emphasis`, `button` (or label) and `time` where nine tenths of the line are in such elements. `list` is ul, ol, dl or
menu; `h4` also h5 and h6; `form` also fieldset; `details` also summary.
"""

from collections.abc import Sequence
from typing import NamedTuple

import polars as pl

_BLOCKS = (
    "nav header footer aside form article main section figure figcaption table list blockquote p h1 h2 h3 h4 address"
    " details dialog pre"
)
_INLINE = "link emphasis button time"
_ROLES = "role_navigation role_main role_aside role_dialog article_body comment"
PATH = {name: 1 << place for place, name in enumerate(f"{_BLOCKS} {_INLINE} {_ROLES}".split())}

_COUNTS = ("container", "grand", "depth", "link_chars", "n_links", "emphasised_chars")
LINE_MARKUP: dict[str, pl.DataType | type[pl.DataType]] = {"start": pl.Int32, "tag": pl.String, "path": pl.UInt32}
LINE_MARKUP |= {"names": pl.String, "own_names": pl.String} | dict.fromkeys(_COUNTS, pl.Int32)


class LineMarkup(NamedTuple):
    """The markup of one line, in the order of LINE_MARKUP."""

    start: int
    tag: str
    path: int
    names: str
    own_names: str
    container: int
    grand: int
    depth: int
    link_chars: int
    n_links: int
    emphasised_chars: int


def markup_column(pages: Sequence[Sequence[LineMarkup] | None]) -> pl.Series:
    """Return the column `markup` of ARTICLES: the lines of each page as a list of structs, null for a text."""
    rows = [line for lines in pages for line in lines or ()]
    docs = [doc for doc, lines in enumerate(pages) for _ in lines or ()]
    lines = pl.DataFrame(rows, LINE_MARKUP, orient="row").select(pl.struct(pl.all()).alias("markup"))
    grouped = lines.with_columns(pl.Series("doc", docs, dtype=pl.UInt32)).group_by("doc").agg("markup")
    every = pl.DataFrame({"doc": pl.Series(range(len(pages)), dtype=pl.UInt32)})
    return every.join(grouped, on="doc", how="left", maintain_order="left")["markup"]
