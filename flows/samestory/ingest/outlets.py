"""Which outlet a text says it belongs to: its own copyright line, its terms of use, its masthead. Never a citation."""

import re
from collections.abc import Collection, Iterator, Sequence

import polars as pl

from samestory.ingest.lines import Line, Part, Stated, pieces, stripped
from samestory.ingest.sources import Reference, fold, is_domain

_NAME = r"(?P<name>[^\W_][^|•·©\n]{1,60}?)"
_RIGHTS = r"(?:all\s+rights(?:\s+are)?\s+reserved|todos\s+los|alle\s+rechte)"
_SIGN = r"(?:©|\(c\)|&copy;|copyright)"
_YEARS = r"(?:19|20)\d\d(?:\s*[-–—]\s*(?:(?:19|20)\d\d|\d\d|present))?"
_COPYRIGHT = (
    # © 2026 The Harbour Ledger. All rights reserved
    re.compile(
        rf"\W*(?:{_SIGN}\s*)+(?:{_YEARS})[\s,.:|–-]+(?:by\s+)?{_NAME}\s*(?:[.,|–-]+\s*)?(?:{_RIGHTS}.*|[|•·].*|[.,]\s.*|\.?)",
        re.IGNORECASE,
    ),
    # © The Harbour Ledger 2026
    re.compile(rf"\W*(?:{_SIGN}\s*)+{_NAME}[\s,]+(?:{_YEARS})\b.*", re.IGNORECASE),
    # Ledger.example © 2026
    re.compile(rf"{_NAME}\s*,?\s*(?:{_SIGN}\s*)+(?:{_YEARS})\b.*", re.IGNORECASE),
)
_IS_COPYRIGHT = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)
_TERMS = re.compile(
    r"\b(?:materials?|content|articles?|reprint\w*|republi\w+|reproduc\w+|quot\w+|copying)\b.*\b(?:hyper)?(?:link|reference|attribution)s?"
    r"\s+to\s+(?:the\s+)?(?:(?:web)?site\s+|source\s+)?(?P<name>[\w.-]+\.[a-z]{2,}|[A-Z][\w&.'’-]*(?:\s+[A-Z][\w&.'’-]*){0,4})"
)
_BLANKS = " \t\xa0\ufeff"
_EDGES = ' .,;|-–—*_"“”'
_DASH = re.compile(r"\s+[-–—]\s+")
_BARS = re.compile(r"\s*[|·•»]\s*|\s+[-–—]\s+")
# A third of the copyright lines of 590 pages name the owner, not the site: those with a legal form, most of those with
# one of the words below, and many that stand nowhere else on the page.
_LEGAL_FORM = re.compile(
    r"[\s,]+(?:ltd|limited|llc|inc|corp|corporation|plc|gmbh|pty|s\.?a|ag|b\.?v|co)\b\.?.*$|\s*\(.*?\)\s*$",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"\b(?:group|holdings?|media|publishing|publications?|publishers|magazines|company|companies|brands|technologies"
    r"|enterprises|communications|university|regents|association|foundation|institute|corporation)$",
    re.IGNORECASE,
)
_NO_OUTLET = re.compile(
    r"\b(?:use[ds]?|by|under|for|with|from|this|our|is|are|may|license[ds]?|photos?|images?|pictures?|rights?|content"
    r"|terms|privacy|policy|cookies?|contrast|copyrights?|home|website|site)\b|@|/|:",
    re.IGNORECASE,
)
# Whose rights an article or picture is under says nothing about who published the page.
_AGENCY = re.compile(
    r"\b(?:associated press|reuters|afp|agence france|getty|press association|bloomberg l|shutterstock|alamy|upi|epa|ap"
    r"|wire|news agency|newswire|creative commons|the authors?|wordpress)\b",
    re.IGNORECASE,
)
_TITLE_TAIL = re.compile(r"\s+[|–—-]\s+([^|–—]{2,50})$")
_REPORTS = r"\s+(?:reports|reported|writes|has learned|informs)\b"
_CHATBOT = re.compile(r"\s*(?:chat\s?bot|assistant)\s*", re.IGNORECASE)
_TITLE_WORDS = (
    "(?:News|Times|Post|Herald|Gazette|Tribune|Journal|Courier|Ledger|Daily|Weekly|Today|Magazine|Chronicle|Observer"
    "|Guardian|Mirror|Telegraph|Examiner|Register|Bulletin|Review|Sentinel|Globe|Mail|Star|Sun|Reporter|Standard)"
)
_TITLE_WORD = re.compile(rf"\b{_TITLE_WORDS}(?:\s+\d+)?$")
# An interviewer's label, as in "Harbour News Senior Editor: ...".
_INTERVIEWER = re.compile(
    rf"\W*(?P<name>(?:[A-Z][\w.'’&-]*\s+){{1,4}}{_TITLE_WORDS})"
    r"\s+(?:(?:senior|managing|chief|deputy|news|foreign)\s+)?(?:editor|correspondent|reporter)\W*:",
    re.IGNORECASE,
)
# The name of a site stands in the first lines of a page, above the menu.
_MASTHEAD_LINES = 3


# What one of the statements below has in it, for a whole batch at once; letter case is folded by hand, as it is slow.
_MAYBE = (
    r"©|\([Cc]\)|&copy;|opyright|OPYRIGHT|(?:link|reference|attribution)s?\s+to|[Hh]at ?[Bb]ot|ssistant"
    r"|(?:ditor|orrespondent|eporter|DITOR|ORRESPONDENT|EPORTER)\W*:|^\s*(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}\s*$"
)
_NOTHING = Stated("", 0, 0)


def may_name_outlet() -> pl.Expr:
    """Return whether a line is worth reading as a statement of whose page it is on."""
    return (pl.col("number") < _MASTHEAD_LINES) | pl.col("text").str.contains(_MAYBE)


def find_outlet(
    lines: Sequence[Line], text: str, reference: Reference, authors: Collection[str] = ()
) -> Stated[str] | None:
    """Return the outlet that a text states as its own, given its lines that may name one; None where unsure.

    The surest kind of statement decides; where statements of one kind name several outlets none is taken. The rights of
    a newsletter are its author's, who is no outlet.
    """
    persons = {fold(author) for author in authors}
    for kind in (_copyright_names, _terms_names, _known_names, _signature_names, _widget_names, _interviewer_names):
        names = {fold(name.value): name for name in kind(lines, text, reference)}
        names = {name: stated for name, stated in names.items() if name and name not in persons}
        if len(names) == 1:
            return next(iter(names.values()))
        if names:
            return None
    return None


def _copyright_names(lines: Sequence[Line], text: str, reference: Reference) -> Iterator[Stated[str]]:
    """Yield the names in copyright lines, without agencies, picture credits and owners."""
    for line in lines:
        if len(line.text) <= 200 and _IS_COPYRIGHT.search(line.text):
            whole = stripped(Part(line.start, line.text), _BLANKS)
            found = next((match for form in _COPYRIGHT if (match := form.fullmatch(whole.text))), None)
            name = _own_name(_group(whole, found), reference) if found else _NOTHING
            if name.value and (_is_title(name.value, reference) or _stands_alone(name.value, text)):
                yield name


def _is_title(name: str, reference: Reference) -> bool:
    """Tell a name that can only be that of an outlet: a known one, a domain, one that ends as papers' titles do."""
    return bool(is_domain(name) or reference.of_name(name) or _TITLE_WORD.search(name))


def _stands_alone(name: str, text: str) -> bool:
    """Tell whether a name is the masthead, signature or end of the title, too: a line or a piece of one."""
    folded, plain = fold(name), name.casefold()
    if text.casefold().count(plain) < 2:  # most names stand nowhere else, and this is quick to see
        return False
    lines = (line for line in text.splitlines() if len(line) <= 160 and not _IS_COPYRIGHT.search(line))
    return any(fold(piece) == folded for line in lines for piece in _BARS.split(line))


def _terms_names(lines: Sequence[Line], _text: str, reference: Reference) -> Iterator[Stated[str]]:
    """Yield the names to which terms of use want a link ("any use of materials ... hyperlink to Ledger.example")."""
    for line in lines:
        if len(line.text) <= 300 and (found := _TERMS.search(line.text)):
            yield _own_name(_group(line, found), reference)


def _known_names(lines: Sequence[Line], _text: str, reference: Reference) -> Iterator[Stated[str]]:
    """Yield outlets of the reference table that stand alone in the masthead or end the page's title."""
    for line in lines:
        if line.number >= _MASTHEAD_LINES or len(line.text) > 200:
            continue
        tail = _TITLE_TAIL.search(line.text)
        part = stripped(Part(line.start + tail.start(1), tail[1]) if tail else Part(line.start, line.text), _BLANKS)
        known = reference.of_name(part.text)
        if known and known.outlet and (tail or known.kind in ("outlet", "unknown")):
            yield Stated(known.outlet, part.start, part.start + len(part.text))


def _signature_names(lines: Sequence[Line], text: str, reference: Reference) -> Iterator[Stated[str]]:
    """Yield domains that sign a text in a line of their own and report in its prose ("Ledger.example reports")."""
    for line in lines:
        name = stripped(Part(line.start, line.text), _BLANKS)
        if len(line.text) <= 40 and is_domain(name.text):
            reports = re.compile(rf"\b{re.escape(name.text)}{_REPORTS}", re.IGNORECASE)
            if reports.search(text):
                yield _own_name(name, reference)


def _widget_names(lines: Sequence[Line], _text: str, reference: Reference) -> Iterator[Stated[str]]:
    """Yield a name that is on a chat widget and stands alone above it ("Ledger", "ledgerChatbot")."""
    for line in lines:
        if len(line.text) <= 50 and (widget := _CHATBOT.search(line.text)):
            before = stripped(Part(line.start, line.text[: widget.start()]), _BLANKS)
            after = stripped(Part(line.start + widget.end(), line.text[widget.end() :]), _BLANKS)
            name = before if before.text else after
            if name.text and fold(name.text) == fold(line.above):
                stated = _own_name(Part(0, line.above), reference)
                yield stated._replace(start=name.start, end=name.start + len(name.text))


def _interviewer_names(lines: Sequence[Line], _text: str, _reference: Reference) -> Iterator[Stated[str]]:
    """Yield the outlet in whose name an interviewer asks."""
    for line in lines:
        if ":" in line.text[:80] and (found := _INTERVIEWER.match(line.text)):
            yield Stated(found["name"], line.start + found.start("name"), line.start + found.end("name"))


def _group(part: Line | Part, found: re.Match[str]) -> Part:
    """Return the name that a pattern found in a part."""
    return Part(part.start + found.start("name"), found["name"])


def _own_name(part: Part, reference: Reference) -> Stated[str]:
    """Return a name that can be an outlet's own; empty for an agency, a company or a piece of prose."""
    name = stripped(pieces(stripped(part, _EDGES), _DASH)[0], _EDGES)
    known = reference.of_name(name.text)
    is_own = known.kind not in ("wire", "agency") if known else _could_be_outlet(name.text)
    return Stated(name.text, name.start, name.start + len(name.text)) if is_own else _NOTHING


def _could_be_outlet(name: str) -> bool:
    """Tell whether a name that the reference table lacks has the shape of an outlet's."""
    if _LEGAL_FORM.search(name):
        return False
    is_name = (
        1 < len(name) <= 50 and len(name.split()) <= 6 and not name.isdigit() and (name[0].isupper() or is_domain(name))
    )
    is_other = _NO_OUTLET.search(name) or _AGENCY.search(name) or (_COMPANY.search(name) and not is_domain(name))
    return is_name and not is_other
