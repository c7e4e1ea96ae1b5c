"""Which outlet a text says it belongs to: its own copyright line, its terms of use, its masthead. Never a citation."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

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


def find_outlet(lines: Sequence[str], reference: Reference) -> str | None:
    """Return the outlet that a text, given by its lines that are not blank, states as its own; None where unsure.

    The surest kind of statement decides; where statements of one kind name several outlets none is taken.
    """
    for kind in (_copyright_names, _terms_names, _known_names, _signature_names, _widget_names, _interviewer_names):
        names = {fold(name): name for name in kind(lines, reference) if name}
        if len(names) == 1:
            return next(iter(names.values()))
        if names:
            return None
    return None


def _copyright_names(lines: Sequence[str], reference: Reference) -> Iterator[str]:
    """Yield the names in copyright lines, without agencies, picture credits and owners."""
    for line in lines:
        if len(line) <= 200 and _IS_COPYRIGHT.search(line):
            found = next((match for form in _COPYRIGHT if (match := form.fullmatch(line.strip()))), None)
            name = _own_name(found["name"], reference) if found else ""
            if name and (_is_title(name, reference) or _stands_alone(name, lines)):
                yield name


def _is_title(name: str, reference: Reference) -> bool:
    """Tell a name that can only be that of an outlet: a known one, a domain, one that ends as papers' titles do."""
    return bool(is_domain(name) or reference.of_name(name) or _TITLE_WORD.search(name))


def _stands_alone(name: str, lines: Sequence[str]) -> bool:
    """Tell whether a name is the masthead, signature or end of the title, too: a line or a piece of one."""
    pieces = (
        piece for line in lines if len(line) <= 160 and not _IS_COPYRIGHT.search(line) for piece in _BARS.split(line)
    )
    return any(fold(piece) == fold(name) for piece in pieces)


def _terms_names(lines: Sequence[str], reference: Reference) -> Iterator[str]:
    """Yield the names to which terms of use want a link ("any use of materials ... hyperlink to Ledger.example")."""
    for line in lines:
        if "to " in line and len(line) <= 300 and (found := _TERMS.search(line)):
            yield _own_name(found["name"], reference)


def _known_names(lines: Sequence[str], reference: Reference) -> Iterator[str]:
    """Yield outlets of the reference table that stand alone in the masthead or end the page's title."""
    for line in lines[:_MASTHEAD_LINES]:
        tail = _TITLE_TAIL.search(line)
        known = reference.of_name(tail[1] if tail else line) if len(line) <= 200 else None
        if known and known.outlet and (tail or known.kind in ("outlet", "unknown")):
            yield known.outlet


def _signature_names(lines: Sequence[str], reference: Reference) -> Iterator[str]:
    """Yield domains that sign a text in a line of their own and report in its prose ("Ledger.example reports")."""
    for name in {line.strip() for line in lines if len(line) <= 40 and is_domain(line.strip())}:
        reports = re.compile(rf"\b{re.escape(name)}{_REPORTS}", re.IGNORECASE)
        if any(reports.search(line) for line in lines):
            yield _own_name(name, reference)


def _widget_names(lines: Sequence[str], reference: Reference) -> Iterator[str]:
    """Yield a name that stands alone above a chat widget of the same name ("Ledger", "ledgerChatbot")."""
    for above, line in pairwise(lines):
        if len(line) <= 50 and (widget := _CHATBOT.search(line)):
            name = fold(line[: widget.start()] + line[widget.end() :])
            if name and name == fold(above):
                yield _own_name(above, reference)


def _interviewer_names(lines: Sequence[str], _reference: Reference) -> Iterator[str]:
    """Yield the outlet in whose name an interviewer asks."""
    for line in lines:
        if ":" in line[:80] and (found := _INTERVIEWER.match(line)):
            yield found["name"]


def _own_name(text: str, reference: Reference) -> str:
    """Return a name that can be an outlet's own; empty for an agency, a company or a piece of prose."""
    name = _DASH.split(text.strip(_EDGES), maxsplit=1)[0].strip(_EDGES)
    known = reference.of_name(name)
    if known:
        return name if known.kind not in ("wire", "agency") else ""
    if _LEGAL_FORM.search(name):
        return ""
    is_name = (
        1 < len(name) <= 50 and len(name.split()) <= 6 and not name.isdigit() and (name[0].isupper() or is_domain(name))
    )
    is_other = _NO_OUTLET.search(name) or _AGENCY.search(name) or (_COMPANY.search(name) and not is_domain(name))
    return name if is_name and not is_other else ""
