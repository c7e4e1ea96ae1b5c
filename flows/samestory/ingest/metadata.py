"""What a page says about itself: JSON-LD first, then meta tags, then the elements that are marked."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from lxml.etree import XPath
from lxml.html import HtmlElement as Tree

from samestory.ingest.bylines import is_person
from samestory.ingest.dates import Stamp, parse_stamp
from samestory.ingest.words import word_list

_ARTICLE = re.compile(r"(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|Report|TechArticle|ScholarlyArticle)$")
_PAGE = re.compile(r"(?:WebPage|ItemPage)$")
_COMMENT = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*$")

# Names of meta tags, the surest first: Open Graph, the large publishing systems, Dublin Core.
_PUBLISHED = word_list(
    "article:published_time og:article:published_time og:published_time datepublished parsely-pub-date sailthru.date"
    " article.published publishdate publish-date publish_date published_time publication_date pubdate dc.date.issued"
    " dcterms.created dcterms.issued dc.date dcterms.date article_date_original citation_date citation_publication_date"
    " cxenseparse:recs:publishtime date"
)
_TITLE = word_list("og:title twitter:title parsely-title sailthru.title dc.title dcterms.title headline title")
_AUTHOR = word_list(
    "author parsely-author sailthru.author byl article:author dc.creator dcterms.creator citation_author"
)
_SITE = word_list("og:site_name application-name publisher dc.publisher")
_BY = re.compile(r"^(?:(?i:(?:written|posted|published|words|story)\s+)?(?i:by\b):?\s*|By(?=[A-Z]))")
# What publishing systems put for the site's name where nobody named it.
_NO_SITE = frozenset(word_list("blog home homepage website news articles default none null untitled wordpress"))
_UPDATED = re.compile(r"updat|modif|edit", re.IGNORECASE)
# The ways to mark a time of publication: microdata, HTML 5's first draft, WordPress and hAtom.
_MARKED_TIMES = XPath(
    "//*[not(self::meta)][@itemprop='datePublished'] | //time[@pubdate]"
    " | //time[contains(@class, 'published') or contains(@class, 'entry-date')][not(contains(@class, 'updated'))]"
)
# The ways to mark an author: microdata, HTML 5's link type, and class names, with or without a capital.
_MARKED_AUTHORS = XPath(
    "//body//*[@itemprop='author' or @rel='author' or contains(@class, 'uthor') or contains(@class, 'yline')]"
)
_MARKED_NAME = XPath("descendant::*[@itemprop='name'][1]")
# Where an author is that of a comment or of another article.
_ELSEWHERE = re.compile(r"comment|related", re.IGNORECASE)
_ASIDE = frozenset(("aside", "footer", "nav"))
# Links and buttons beside a byline have the shape of names.
_NO_PERSON = re.compile(
    r"\b(?:sign|log|follow|subscribe|read|more|view|contact|updated|written|reviewer)\b", re.IGNORECASE
)
_TAIL = re.compile(r"\s+[|–—»:·-]+\s+")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says about itself; null fields it does not say."""

    title: str | None
    author: str | None
    published: Stamp | None
    site_name: str | None
    url: str | None
    language: str | None


def find_metadata(tree: Tree) -> Metadata:
    """Return the metadata of a page's tree, which stays as it is."""
    article, page = _json_ld(tree)
    tags = _meta_tags(tree)
    site = _site(article, tags)
    published = _published(article, tags) or parse_stamp(_text(page.get("datePublished"))) or _marked_time(tree)
    canonical = next(iter(tree.xpath("//link[@rel='canonical']/@href")), None)
    return Metadata(
        title=_title(tree, _text(article.get("headline")) or _first(tags, _TITLE), site),
        author=_authors(article.get("author")) or _meta_author(tags) or _marked_author(tree),
        published=published,
        site_name=site,
        url=_text(canonical) or _first(tags, ["og:url"]),
        language=tree.get("lang") or tree.get("xml:lang") or _text(article.get("inLanguage")),
    )


def _json_ld(tree: Tree) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the objects of the article and of the web page in the JSON-LD scripts, empty where there is none."""
    scripts = tree.xpath("//script[@type='application/ld+json']/text()")
    things = [thing for script in scripts for thing in _things(_loads(script))]
    article = next((thing for thing in things if _is_a(thing, _ARTICLE)), {})
    return article, next((thing for thing in things if _is_a(thing, _PAGE)), {})


def _loads(script: str) -> object:
    """Return the value of a JSON-LD script, None where it is broken."""
    try:
        return json.loads(_COMMENT.sub("", script), strict=False)
    except (ValueError, RecursionError):
        return None


def _things(value: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Yield the objects a script is about, and not those that an article or a list of articles only mentions."""
    if isinstance(value, list) and depth < 5:
        for item in value:
            yield from _things(item, depth + 1)
    elif isinstance(value, dict) and depth < 5:
        yield value
        for key in ("@graph", "mainEntity"):
            yield from _things(value.get(key), depth + 1)


def _is_a(thing: dict[str, Any], types: re.Pattern[str]) -> bool:
    """Tell whether an object has one of the types."""
    own = thing.get("@type")
    return any(isinstance(each, str) and types.search(each) for each in (own if isinstance(own, list) else [own]))


def _text(value: object) -> str | None:
    """Return a value as one line of text, None where it is none."""
    value = value[0] if isinstance(value, list) and value else value
    return " ".join(unescape(str(value)).split()) or None if isinstance(value, str) else None


def _name(value: object) -> str | None:
    """Return the name of a thing that is given as a string or an object."""
    value = value[0] if isinstance(value, list) and value else value
    name = _text(value.get("name") if isinstance(value, dict) else value)
    return name if name and "://" not in name else None


def _authors(value: object) -> str | None:
    """Return the names of all authors, each once."""
    names = [_name(each) for each in (value if isinstance(value, list) else [value])]
    return ", ".join(dict.fromkeys(_plain_author(name) for name in names if name)) or None


def _plain_author(name: str) -> str:
    """Return an author's name without the word By."""
    return _BY.sub("", name)


def _meta_tags(tree: Tree) -> dict[str, str]:
    """Return the contents of the meta tags by their names in lower case; the first of a name counts."""
    tags: dict[str, str] = {}
    for tag in tree.iter("meta"):
        content = _text(tag.get("content"))
        for key in ("property", "name", "itemprop"):
            if content and (name := tag.get(key)):
                tags.setdefault(name.strip().lower(), content)
    return tags


def _first(tags: dict[str, str], names: Sequence[str]) -> str | None:
    """Return the content of the first of several meta tags that is there."""
    return next((tags[name] for name in names if name in tags), None)


def _published(article: dict[str, Any], tags: dict[str, str]) -> Stamp | None:
    """Return when the article was published by its own metadata."""
    given = (
        _text(article.get("datePublished")),
        *(tags.get(name) for name in _PUBLISHED),
        _text(article.get("dateCreated")),
    )
    return next((stamp for each in given if (stamp := parse_stamp(each)) and stamp.precision != "year"), None)


def _marked_time(tree: Tree) -> Stamp | None:
    """Return the time that an element marks as that of publication, or the only one that all time elements name."""
    marked = _MARKED_TIMES(tree)
    stamps = [
        parse_stamp(element.get("datetime") or element.get("content") or _text(element.text_content()))
        for element in marked
    ]
    if stamp := next((each for each in stamps if each), None):
        return stamp
    times = {element.get("datetime") for element in tree.iter("time") if not _UPDATED.search(element.get("class", ""))}
    return parse_stamp(times.pop()) if len(times) == 1 else None


def _title(tree: Tree, title: str | None, site: str | None) -> str | None:
    """Return the title without the site's name behind it; from the page's one h1 or its title where no tag says it."""
    if not title:
        headings = tree.xpath("//h1")
        element = headings[0] if len(headings) == 1 else tree.find(".//title")
        title = _text(element.text_content()) if element is not None else None
    return _without_site(title, site) if title and site else title


def _without_site(title: str, site: str) -> str:
    """Return a title up to the mark after which only the site's name or a part of it follows."""
    name = f" {site.casefold()} "
    cuts = (border.start() for border in _TAIL.finditer(title) if f" {title[border.end() :].casefold()} " in name)
    return title[: next(cuts, len(title))] or title


def _site(article: dict[str, Any], tags: dict[str, str]) -> str | None:
    """Return the site's name; what says nothing, or the page's own title again, is none."""
    name = _name(article.get("publisher")) or _first(tags, _SITE)
    return None if not name or name.casefold() in _NO_SITE or name == _first(tags, _TITLE) else name


def _meta_author(tags: dict[str, str]) -> str | None:
    """Return the author of the meta tags; the address of a profile is no name."""
    names = (tags.get(name) for name in _AUTHOR)
    return next(
        (_plain_author(name) for name in names if name and "://" not in name and not name.startswith("@")), None
    )


def _marked_author(tree: Tree) -> str | None:
    """Return the author whom an element marks, the surest way of marking first, where it has the shape of a name."""
    found: dict[int, str] = {}
    for element in _MARKED_AUTHORS(tree):
        sureness = 0 if element.get("itemprop") == "author" else 1 if element.get("rel") == "author" else 2
        if sureness not in found and (name := _person(element)) and not _is_elsewhere(element):
            found[sureness] = name
    return found[min(found)] if found else None


def _person(element: Tree) -> str | None:
    """Return the name of a person that an element consists of."""
    inner = next(iter(_MARKED_NAME(element)), element)
    name = _plain_author(_text(inner.text_content()) or "")
    return name if is_person(name) and not _NO_PERSON.search(name) else None


def _is_elsewhere(element: Tree) -> bool:
    """Tell an element within a part of the page that is not the article."""
    around = (each for each in (element, *element.iterancestors()) if each.tag != "body")
    return any(each.tag in _ASIDE or _ELSEWHERE.search(f"{each.get('class')} {each.get('id')}") for each in around)
