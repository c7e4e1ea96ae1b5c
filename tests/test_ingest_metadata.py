"""What a page says about itself outside its JSON-LD and meta tags."""

import pytest

from samestory.ingest.html import parse
from samestory.ingest.metadata import find_metadata


@pytest.mark.parametrize(
    ("body", "author"),
    [
        ("<p class='byline'>By Ada Velm</p>", "Ada Velm"),
        ("<p class='ArticleByline'>ByAda Velm</p>", "Ada Velm"),
        ("<a rel='author' href='/ada'>Ada Velm</a>", "Ada Velm"),
        (
            "<div itemprop='author'><b>Staff of the Echo, since 2019</b><i itemprop='name'>Ada Velm</i></div>",
            "Ada Velm",
        ),
        ("<p class='author'>Jon Dell</p><p itemprop='author'>Ada Velm</p>", "Ada Velm"),
        ("<ol class='comment-list'><li class='comment-author'>Jon Dell</li></ol>", None),
        ("<aside><p class='author'>Jon Dell</p></aside>", None),
        ("<p class='author'>Sign In</p>", None),
        ("<p class='author'>Byron Harbour reporters covered the whole of the flood</p>", None),
        ("<p class='author-bio'>Ada Velm lives in Marrow Bay.</p>", None),
    ],
)
def test_marked_authors(body: str, author: str | None) -> None:
    page = f"<body class='comments-open'><article><h1>Bridge opens</h1>{body}<p>Text.</p></article></body>"
    assert find_metadata(parse(page)).author == author


@pytest.mark.parametrize(
    ("title", "site", "told"),
    [
        ("Bridge opens | Northline", "Northline", ("Bridge opens", "Northline")),
        (
            "Bridge opens - Northline | News of the bay",
            "Northline | News of the bay",
            ("Bridge opens", "Northline | News of the bay"),
        ),
        ("Bridge opens — Bay Post", "The Bay Post Online", ("Bridge opens", "The Bay Post Online")),
        ("Bridge opens: the bay is joined", "Northline", ("Bridge opens: the bay is joined", "Northline")),
        ("Bridge | North", "Northline", ("Bridge | North", "Northline")),
        ("Northline", "Northline", ("Northline", None)),
        ("Bridge opens | Blog", "Blog", ("Bridge opens | Blog", None)),
    ],
)
def test_titles_end_before_the_sites_name(title: str, site: str, told: tuple[str, str | None]) -> None:
    head = f"<meta property='og:title' content='{title}'><meta property='og:site_name' content='{site}'>"
    found = find_metadata(parse(f"<head>{head}</head><body><p>Text.</p></body>"))
    assert (found.title, found.site_name) == told
