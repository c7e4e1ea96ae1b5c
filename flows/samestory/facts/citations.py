"""Citations: the outlet, agency, page or footnote that a text names as where it has something from."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from samestory.article import Article, Block, Fact
from samestory.facts.runs import DOMAIN, UPPER

# Bounded, so that a run of capitals without blanks is read in linear time.
_REST = r"[\w&]{0,80}(?:[-.'’](?!s\b)\w+){0,8}"
_CAP = rf"[{UPPER}]{_REST}"
_MORE = rf"(?:[ \u00a0](?:of[ \u00a0])?{_CAP}){{0,5}}"
_WHO = rf"(?P<who>{_CAP}{_MORE})"
# The same, where no word goes before. A pattern that begins with a class of letters passes quickly over all others,
# so what stands before the first is asked after it.
_WHO_FIRST = rf"(?P<who>[{UPPER}](?<![\w.][{UPPER}]){_REST}{_MORE})"
_THE = r"(?:[tT]he[ \u00a0])?"
_MATERIAL = r"(?:images?|imagery|photos?|photographs?|pictures?|footage|videos?|maps?|data|analysis|analyses)"

# One of these is in each thing that an outlet has of its own.
_MATTER = ("report", "correspondent", "imag", "photo", "picture", "footage", "video", "map", "data", "analys")

# A name is a citation only by what stands around it, and only if it is an outlet's.
_LEADS = re.compile(
    r"(?=[aAtscqiogfrpvmd])\b(?:[aA]ccording to "
    r"(?:(?:an? )?(?:analysts?|reports?|footage|data|reporters?) (?:from|by|at|in) )?"
    r"|told |tells |speaking to |spoke to |in an interview with |in an interview to |gave an interview to "
    r"|citing |cited by |quoted by |quoting |(?:first |originally )?(?:reported|published|carried|confirmed|verified"
    r"|obtained|seen|reviewed) (?:by|in) |(?:a|the) report (?:by|from|in) "
    rf"|{_MATERIAL},? (?:\w+ )?(?:taken|published|released|captured|provided|supplied|shared|analy[sz]ed|from)"
    r"(?: by)? )"
    rf"{_THE}{_WHO}(?: and {_THE}(?P<second>{_CAP}(?:[ \u00a0]{_CAP}){{0,4}}))?"
)
_REPORTS = re.compile(
    rf"{_WHO_FIRST}(?:,? (?:first|also|later|\w+ly))? (?:reported|reports|wrote|writes|said|says|quoted"
    r"|cited|published|revealed|broadcast|aired|released)\b"
)
_OWN = re.compile(
    rf"{_WHO_FIRST}(?:['’]s)? (?:reporting|report|correspondent|reporter|satellite {_MATERIAL}"
    rf"|{_MATERIAL})\b"
)
_SOURCE_LINE = re.compile(
    rf"(?:^|(?<=[.!?)] ))(?:Original )?Sources?:[ \u00a0]*(?:{_WHO}|(?=https?://|www\.))", re.MULTILINE
)
_DATELINE = re.compile(rf"^(?:[{UPPER}][\w.’' -]{{1,40}}(?:, [\w. ]{{1,30}})?[ ,]*)?\((?:{_WHO})\)[ \u00a0]?[-–—:]")
_MARKDOWN = re.compile(r"\[?\[(?P<label>[^\[\]\n]{1,200})\]\((?P<url>https?://[^\s()]+(?:\([^\s()]*\)[^\s()]*)*)\)\]?")
_URL = re.compile(r"(?<![\w@/.(])(?:https?://|www\.)[^\s<>\"“”«»\[\]{}|]+")
# A line of the list of notes: "[3] Osk Daily, https://…", "3. https://…".
_NOTE = re.compile(
    r"\s*(?:\[\[?(?P<mark>\d{1,3})\]?\]|(?P<item>\d{1,3})[.)])\s[^\n]*?(?P<url>https?://[^\s<>\"“”«»\[\]{}|()]+)"
)
_FOOTNOTE = re.compile(r"\[\[?(?P<number>\d{1,3})\]\]?(?!\()")

# The last word of an outlet's name, where the name has more than one.
_PRESS = frozenset(
    {
        "News", "Times", "Post", "Journal", "Herald", "Gazette", "Tribune", "Telegraph", "Guardian", "Observer", "Star",
        "Chronicle", "Courier", "Ledger", "Daily", "Mail", "Express", "Independent", "Magazine", "TV", "Television",
        "Radio", "Today", "Press", "Wire", "Newswire", "Echo", "Examiner", "Inquirer", "Dispatch", "Mirror", "Reporter",
    }
)  # fmt: skip
_AGENCY = re.compile(r"\b(?:news|press) agency\b|\bwire\b|\bnewswire\b|\bagence\b|\bassociated press\b", re.IGNORECASE)
# Wires whose names do not say that they are one.
_WIRES = frozenset({"reuters", "ap", "afp", "dpa", "upi", "tass", "interfax", "xinhua", "ansa", "efe", "ria novosti"})
_DOMAIN = re.compile(DOMAIN)
# Up to this length a name in capitals may also be a word or a person's name: Efe, Isi, Lusa, Ria.
_ACRONYM = 4
_TRAILING = ".,;:!?'’\"”)*_"


class _Hit(NamedTuple):
    """One citation before it becomes a fact."""

    start: int
    end: int
    rule: str
    cited: str
    url: str | None
    kind: str
    confidence: float


def find(article: Article, outlets: Mapping[str, str]) -> list[Fact]:
    """Return the citations of an article in text order; `outlets` gives the canonical name of `outlet_key(name)`."""
    hits: list[_Hit] = []
    # Most articles have neither addresses nor marks of notes.
    linked = "://" in article.text or "www." in article.text
    notes = _notes(article) if linked else {}
    marked = "[" in article.text
    matter = [stem for stem in _MATTER if stem in article.text]
    for block in article.paragraphs:
        if linked:
            hits += _links(article.text, block)
        if marked:
            hits += _footnotes(article.text, block, notes)
        hits += _named(article.text, block, outlets, matter)
    return [_fact(hit) for hit in _disjoint(hits)]


def outlet_key(name: str) -> str:
    """Return a name as it is looked up: in lower case, but AP as written, which is neither "ap" nor "Ap"."""
    return name if name.isupper() and len(name) <= _ACRONYM else name.lower().removeprefix("the ")


def _fact(hit: _Hit) -> Fact:
    fields: dict[str, object] = {"cited": hit.cited, "cited_url": hit.url, "cited_kind": hit.kind}
    return Fact("citation", hit.start, hit.end, hit.rule, hit.confidence, fields)


def _links(text: str, block: Block) -> Iterator[_Hit]:
    for match in _MARKDOWN.finditer(text, block.start, block.end):
        yield _link(match.start(), match.end(), "markdown_link", match["url"])
    for match in _URL.finditer(text, block.start, block.end):
        url = match.group().rstrip(_TRAILING)
        if "." in url:
            yield _link(match.start(), match.start() + len(url), "bare_url", url)


def _link(start: int, end: int, rule: str, url: str) -> _Hit:
    return _Hit(start, end, rule, _domain(url), url, "url", 0.95)


def _domain(url: str) -> str:
    """Return the host of a URL without "www."; the URL itself where it has no readable host."""
    try:
        host = urlsplit(url if "://" in url else f"//{url}").hostname
    except ValueError:
        host = None
    return (host or url).removeprefix("www.")


def _notes(article: Article) -> dict[str, str]:
    """Return the address of each numbered note that has one."""
    notes: dict[str, str] = {}
    for block in article.paragraphs:
        if match := _NOTE.match(article.text, block.start, block.end):
            notes.setdefault(match["mark"] or match["item"], match["url"].rstrip(_TRAILING))
    return notes


def _footnotes(text: str, block: Block, notes: Mapping[str, str]) -> Iterator[_Hit]:
    for match in _FOOTNOTE.finditer(text, block.start, block.end):
        number = match["number"]
        yield _Hit(match.start(), match.end(), "footnote", number, notes.get(number), "footnote", 0.9)


def _named(text: str, block: Block, outlets: Mapping[str, str], matter: list[str]) -> Iterator[_Hit]:
    for rule, pattern in (("lead", _LEADS), ("reporting_verb", _REPORTS), ("own_material", _OWN)):
        if rule == "own_material" and not any(text.find(stem, block.start, block.end) >= 0 for stem in matter):
            continue
        for match in pattern.finditer(text, block.start, block.end):
            for group in ("who", "second") if rule == "lead" else ("who",):
                if match[group] and (name := _outlet(match[group], outlets, from_left=rule == "lead")):
                    yield _hit(match.start(group) + match[group].index(name), name, rule, outlets)
    yield from _opening(text, block, outlets)


def _opening(text: str, block: Block, outlets: Mapping[str, str]) -> Iterator[_Hit]:
    """Find the outlet of a source line ("Source: ...") and of a dateline ("BRELL (Continental Wire) -")."""
    paragraph = text[block.start : block.end]
    if (
        "(" in paragraph
        and (dateline := _DATELINE.match(paragraph))
        and (name := _outlet(dateline["who"], outlets, from_left=True))
    ):
        yield _hit(block.start + dateline.start("who"), name, "dateline", outlets)
    for line in _SOURCE_LINE.finditer(paragraph) if "ource" in paragraph else ():
        # Whatever a source line names is a source; only an outlet's name is sure to be read whole.
        if who := line["who"]:
            name = _outlet(who, outlets, from_left=True) or who
            yield _hit(block.start + line.start("who"), name, "source_line", outlets)


def _hit(start: int, name: str, rule: str, outlets: Mapping[str, str]) -> _Hit:
    cited = outlets.get(outlet_key(name), name)
    agency = name.lower() in _WIRES or bool(_AGENCY.search(f"{name} {cited}"))
    return _Hit(start, start + len(name), rule, cited, None, "agency" if agency else "outlet", 0.85)


def _outlet(run: str, outlets: Mapping[str, str], *, from_left: bool) -> str | None:
    """Return the part of a run of capitalised words that is an outlet's name: its beginning, or else its end."""
    words = run.split()
    sizes = range(len(words), 0, -1)
    parts: Iterable[list[str]] = (words[:size] if from_left else words[-size:] for size in sizes)
    for part in parts:
        name = " ".join(part)
        if outlet_key(name) in outlets or _press(part):
            return name if name in run else None
    return None


def _press(words: list[str]) -> bool:
    """Say whether words are built like an outlet's name: "Velm Courier", "velm.example"."""
    if len(words) == 1:
        return bool(_DOMAIN.fullmatch(words[0]))
    return words[-1] in _PRESS or words[-2:] in (["News", "Agency"], ["Press", "Agency"])


def _disjoint(hits: Iterable[_Hit]) -> list[_Hit]:
    """Keep the first and longest of hits that overlap; the order of equals is the order of the rules."""
    kept: list[_Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept
