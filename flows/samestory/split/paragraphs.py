"""Paragraphs of one article: where they start and end, and what kind each is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samestory.headlines import LEAD_CHARS, shared, slug_words, telling_words, tells
from samestory.split.turns import find_turns

# The same line breaks as in cleaning, so that no paragraph hides a line that was judged on its own.
_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_ENDS = re.compile(r"[.!?…:。！？।؟][\"'”’»)\]*_」』]*$")
_OPENS_INSIDE = re.compile(r"[,.;:)!?\"'’”»\]](?!\w)|[,;]|[/&](?!\w)|['’](?:s|t|re|ve|ll|d|m)\b")
# What a line cannot end with; "the" and "of" end no heading either.
_LEFT_OPEN = re.compile(r"[,(\[“„«‘/]$|(?:^|\s)[\"']$")
_SMALL_WORD = re.compile(r"(?:^|\s)[^\W\d_A-Z]{1,3}$|^[^\W\d_][^\W\d_A-Z]{0,2}$")
_LOWER = re.compile(r"[(\[“„«\"'‘]*[^\W\d_]")
# A break at an inline tag: a blank before or after it, as between two words, and no empty line.
_AT_TAG = re.compile(r"(?=.*[ \xa0])[ \xa0]*\n(?:[ \xa0]\n){0,2}[ \xa0]?", re.DOTALL)
# The number of a list's item, and a label ("Age:"), that stood in tags of their own.
_NUMBER = re.compile(r"\(?\d{1,3}[.)]$")
_BULLET = re.compile(r"(?:[•‣▪◦·●*–—-]|\(?\d{1,2}[.)])\s+\S")
_HEADING_MARK = re.compile(r"#{1,6}\s+\S|\*\*[^*]+\*\*$|__[^_]+__$")
_CAPTION = re.compile(
    r"\W{0,2}(?:file |aerial |satellite )?(?:image|photo|picture|photograph|illustration|screenshot)s?"
    r"(?: \(?(?:show|depict)\w*| by | of |\s*[:|]|/)"
    r"|.{10,}[.)]\s*\(?(?:photo|picture|image|foto|bild|credit)(?: by| credit)?\s?:",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\b(?:photo|picture|image|foto|bild|credit)s?(?: by)?\s?:|/\s?(?:Getty|AP|Reuters)\b", re.IGNORECASE
)
# Pieces shorter than this on both sides are menu words or verse, not one sentence broken in two.
_PIECE = 25
# The words of a link, after which a sentence goes on.
_LINK = 60
# Longer than any heading in practice: style guides stop at 70 characters, sub-editors at two lines.
_HEADING_CHARS = 160
# A headline stands above the text; deeper down the same words are a related link or a caption.
_TOP = 5
# As in cleaning: the share of the address's words.
_OF_SLUG = 0.6


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its span in the article, its kind, and for a turn the speaker and the label's length."""

    start: int
    end: int
    kind: str
    speaker: str | None = None
    label_end: int = 0


def paragraphs_of(
    text: str, kept: Sequence[tuple[int, int]], title: str | None = None, url: str | None = None
) -> list[Paragraph]:
    """Return the paragraphs within the kept spans (start, end) of a text; title and address show the headline."""
    spans = [block for start, end in kept for block in _blocks(text, start, end)]
    contents = [text[start:end] for start, end in spans]
    turns = find_turns(contents)
    at_top = bool(spans) and not text[: spans[0][0]].strip()
    headline = _titled_index(contents, title)
    if headline is None and 0 not in turns:
        headline = _headline_index(contents, slug_words(url), at_top)
    kinds = ["headline" if i == headline else _kind(contents, i) for i in range(len(contents))]
    return [
        Paragraph(start, end, "turn", *turns[i])
        if i in turns and kinds[i] != "headline"
        else Paragraph(start, end, kind)
        for i, ((start, end), kind) in enumerate(zip(spans, kinds, strict=True))
    ]


def _blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of blocks within one kept span: lines, joined where one sentence was broken over several."""
    block: tuple[int, int] | None = None
    for match in _LINE.finditer(text, start, end):
        content = match[0].strip()
        if not content:
            continue
        line_start = match.start() + len(match[0]) - len(match[0].lstrip())
        line = (line_start, line_start + len(content))
        if block and _continues(text, block, line):
            block = (block[0], line[1])
            continue
        if block:
            yield block
        block = line
    if block:
        yield block


def _continues(text: str, block: tuple[int, int], line: tuple[int, int]) -> bool:
    """Return whether the line is the rest of the sentence that the block left open."""
    before, between, after = text[block[0] : block[1]], text[block[1] : line[0]], text[line[0] : line[1]]
    at_tag = bool(_AT_TAG.fullmatch(between))
    # A blank right before the next line's words can be nothing but the one between two words.
    at_word = at_tag and between[-1] != "\n" and not _ENDS.search(before)
    if _HEADING_MARK.match(after) or _HEADING_MARK.match(before) or (_BULLET.match(after) and not at_word):
        return False
    if not at_tag and not _may_break(before, len(_BREAK.findall(between)), after):
        return False
    if _OPENS_INSIDE.match(after) or _LEFT_OPEN.search(before):
        return True
    if at_tag and (before.endswith(":") or _NUMBER.match(before)):
        return True
    if _ENDS.search(before) or (max(len(before), len(after)) < _PIECE and not at_tag):
        return False
    ends_inside = _SMALL_WORD.search(before) or len(after) < _LINK or len(before) > _HEADING_CHARS
    return at_word or _opens_lower(after) or (at_tag and bool(ends_inside))


def _may_break(before: str, breaks: int, after: str) -> bool:
    """Return whether so many line breaks may stand within a sentence.

    Two may, where the page's source has one before a tag: a heading is shorter, and no new paragraph opens so.
    """
    return breaks == 1 or (breaks == 2 and len(before) >= _LINK and not _ENDS.search(before) and _opens_lower(after))


def _opens_lower(text: str) -> bool:
    """Return whether the first letter, behind quotes and brackets, is a small one."""
    found = _LOWER.match(text)
    return found is not None and found[0][-1].islower()


def _words(text: str) -> str:
    """Return the text's words, lower-cased, for comparing."""
    return " ".join(re.findall(r"\w+", text.lower()))


def _looks_like_heading(text: str) -> bool:
    """Return whether the text is short, of one line and without a sentence's full stop."""
    return len(text) <= _HEADING_CHARS and "\n" not in text and not re.search(r"[.,;:…。][\"'”’»)\]]*$", text)


def _titled_index(contents: list[str], title: str | None) -> int | None:
    """Return the index of the paragraph near the top that repeats the title."""
    wanted = _words(title or "")
    return next((i for i, content in enumerate(contents[:_TOP]) if wanted and _words(content) == wanted), None)


def _headline_index(contents: list[str], slug: frozenset[str], at_top: bool) -> int | None:
    """Return the index of the heading near the top that is most like the address or the text below it.

    Where nothing stood above the text, its first line is the headline whatever its words.
    """
    could_be = [i for i in range(min(_TOP, len(contents) - 1)) if _could_be_headline(contents[i])]
    words = {i: telling_words(contents[i]) for i in could_be}
    if slug and (alike := [i for i in could_be if shared(slug, words[i]) >= _OF_SLUG]):
        return max(alike, key=lambda i: (shared(slug, words[i]), -i))
    if at_top and could_be[:1] == [0]:
        return 0
    for i in could_be:
        lead = telling_words(" ".join(contents[i + 1 : i + 1 + _TOP])[:LEAD_CHARS])
        if tells(words[i], lead):
            return i
    return None


def _could_be_headline(content: str) -> bool:
    """Return whether a paragraph has a headline's form."""
    return (
        _looks_like_heading(content)
        and len(content.split()) >= 3
        and not (_BULLET.match(content) or _CREDIT.search(content))
    )


def _kind(contents: list[str], i: int) -> str:
    """Return the kind of a paragraph that is neither headline nor turn."""
    content = contents[i]
    if _HEADING_MARK.match(content) and len(content) <= _HEADING_CHARS:
        return "heading"
    if _CAPTION.match(content) and len(content) <= 2 * _HEADING_CHARS:
        return "caption"
    if _BULLET.match(content):
        return "list_item"
    followed = i + 1 < len(contents) and len(contents[i + 1]) > len(content) and not _BULLET.match(content)
    return "heading" if followed and _looks_like_heading(content) and content[:1].upper() == content[:1] else "body"
