"""Claims: the clauses of an article that state something checkable, with certainty, date and attribution."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from samestory.article import Article, Block, Claim, Fact
from samestory.facts.certainty import judge, main_verb
from samestory.facts.cues import FORMS
from samestory.facts.grammar import inflect, words
from samestory.facts.phrases import starts_noun_phrase
from samestory.facts.tokens import Token, tokenise

Span = tuple[int, int]

# Fewer words than this state nothing that could be compared.
_FEWEST_WORDS = 4
_EDGES = " \t\n\r\u00a0,;:–—-*#\"“”„«»‘’'()[]…"
_CLOSING = "\"”’')»"
_CONCESSIONS = words("while although though whereas")
_JOINTS = words("and but while whereas although though yet")
_COURTESY = re.compile(
    r"(?:thanks?\b|welcome\b|hi\b|hello\b|good (?:morning|evening|afternoon)|my pleasure|it['’]s (?:a|my) pleasure"
    r"|(?:dr|mr|mrs|ms|prof)\.? ?\w+(?: \w+)?,? thank|that['’]s (?:a|an) (?:\w+ ){0,2}question|absolutely\b|sure\b"
    r"|your (?:insights?|expertise|thoughts?)\b|(?:you['’]re|you are) welcome|pleasure\b|please\b)",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"(?:may god|may (?:he|she|they|you)\b|god \w+|long live|let['’]?s\b|let (?:us|me|him|her|them)\b|i wish|if only)",
    re.IGNORECASE,
)
_COMMAND = re.compile(
    r"(?:click|read|follow|subscribe|sign|share|join|visit|see|watch|listen|download|contact|email|call|register|check"
    r"|enter|like|tap|scroll|continue|learn|find|get|stay|log|don['’]t miss|support|donate|skip|view)\s+"
    r"(?:more|here|us|up|our|the|on|in|to|now|this|your|out|for|all|also|below|it|full|at|how|what|why)\b",
    re.IGNORECASE,
)
# Verbs of headlines, which stand in the present tense and without auxiliaries.
_NEWS_VERBS = frozenset(
    form
    for base in words(
        """begin appear withdraw kill hit win lose say seek face fall rise launch sign strike hold vote move leave
        return plan warn call reject approve pass ban urge accuse deny confirm report arrest charge sue open
        close cut raise drop join quit resign die fire shoot attack invade bomb meet visit host back block halt
        end start stop grow slow surge slump soar jump spend buy sell offer demand want need make take give get
        keep let put set show tell reveal suggest indicate expect claim pull push order send bring carry collapse
        sink crash burn spread reach agree dispute clash protest march rule overturn delay suspend lift impose
        announce unveil release publish post find discover rescue save free jail sentence convict acquit name
        pick choose elect defeat beat top lead trail draw tie score"""
    )
    for form in inflect(base)
)


@dataclass(frozen=True)
class _Attributed:
    """A quotation with the spans of its pieces, for looking up by place."""

    fact: Fact
    pieces: tuple[Span, ...]


def find(article: Article, facts: Sequence[Fact]) -> list[Claim]:
    """Return the claims of an article in reading order; `facts` are the article's facts of all kinds."""
    attributed = _by_sentence(article, facts)
    dates = [fact for fact in facts if fact.kind == "date" and fact.fields.get("date_start")]
    dates.sort(key=lambda fact: fact.start)
    starts = [fact.start for fact in dates]
    claims: dict[Span, Claim] = {}
    for n, sentence in enumerate(article.sentences):
        inside = dates[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        as_of = _as_of(inside, article.published_at)
        for claim in _sentence_claims(article.text, sentence, attributed.get(n, []), as_of):
            claims.setdefault((claim.start, claim.end), claim)
    return sorted(claims.values(), key=lambda claim: (claim.start, claim.end))


def _by_sentence(article: Article, facts: Sequence[Fact]) -> dict[int, list[_Attributed]]:
    """Return the quotations that have content in each sentence, in reading order, by the sentence's index."""
    ends = [sentence.end for sentence in article.sentences]
    found: dict[int, list[_Attributed]] = {}
    for fact in sorted((fact for fact in facts if fact.kind == "quotation"), key=lambda fact: (fact.start, fact.end)):
        pieces = _pieces(fact)
        places = {
            n
            for start, end in pieces
            for n in range(bisect_right(ends, start), len(ends))[
                : bisect_left(ends, end) + 1 - bisect_right(ends, start)
            ]
            if article.sentences[n].start < end
        }
        for n in places:
            found.setdefault(n, []).append(_Attributed(fact, pieces))
    return found


def _pieces(fact: Fact) -> tuple[Span, ...]:
    """Return the pieces of a quotation's content."""
    spans = fact.fields.get("spans")
    if not isinstance(spans, str):
        return ((fact.start, fact.end),)
    return tuple((int(a), int(b)) for a, b in (piece.split("-") for piece in spans.split()))


def _as_of(dates: list[Fact], published_at: datetime | None) -> datetime | None:
    """Return the first date that a sentence gives, else the time of publication."""
    found = next((fact.fields["date_start"] for fact in dates if fact.fields.get("resolved")), None)
    return found if isinstance(found, datetime) else published_at


def _sentence_claims(text: str, sentence: Block, near: list[_Attributed], as_of: datetime | None) -> list[Claim]:
    """Return the claims of one sentence: of what it attributes, or of what it states itself."""
    start = _after_label(sentence, near)
    tokens = _trim(tokenise(text, start, sentence.end, []))
    if not _states(text[start : sentence.end].strip(_EDGES), tokens, sentence.kind):
        return []
    headline = sentence.kind in {"headline", "heading"}
    made = []
    for clause, attribution in _clauses(text, tokens, near):
        if sum(token.kind in "wCn" for token in clause) >= _FEWEST_WORDS:
            found = judge(clause, lemma_of(attribution))
            score, label = found.score, found.certainty
            span = clause[0].start, clause[-1].end
            made.append(Claim(*span, label, score, found.polarity, found.conditional, headline, as_of, attribution))
    return made


def _after_label(sentence: Block, near: list[_Attributed]) -> int:
    """Return where the sentence starts, after the label of an interview turn."""
    turns = [q.fact.start for q in near if q.fact.rule == "turn" and sentence.start < q.fact.start < sentence.end]
    return max(turns, default=sentence.start)


def lemma_of(attribution: Fact | None) -> str | None:
    """Return the lemma of the cue of an attribution."""
    cue = attribution.fields.get("cue") if attribution else None
    found = [FORMS[word].lemma for word in str(cue).lower().split() if word in FORMS] if cue else []
    return found[-1] if found else None


def _states(body: str, tokens: list[Token], kind: str) -> bool:
    """Tell whether a sentence states something: no question, wish, command or courtesy, and it has a verb."""
    found = [token.low for token in tokens if token.kind in "wCn"]
    if body.rstrip(_CLOSING).endswith("?") or len(found) < _FEWEST_WORDS:
        return False
    if _COURTESY.match(body) or _WISH.match(body) or _COMMAND.match(body):
        return False
    if main_verb(tokens) != (0, 0) or any(word in _NEWS_VERBS or _is_said(word) for word in found[1:]):
        return True
    # So long a sentence that ends in a full stop has a verb, even if it is in no list.
    return kind in {"body", "turn", "list_item"} and body.endswith((".", "!")) and len(found) >= 8


def _clauses(text: str, whole: list[Token], near: list[_Attributed]) -> list[tuple[list[Token], Fact | None]]:
    """Cut a sentence into clauses, each with the attribution that carries it."""
    spoken = [quotation for quotation in near if quotation.fact.rule != "no_statement"]
    carried = [(_inside(whole, piece), quotation.fact) for quotation in spoken for piece in quotation.pieces]
    clauses: list[tuple[list[Token], Fact | None]] = []
    for content, fact in carried:
        direct = fact.fields["form"] == "direct" and len(content) >= _FEWEST_WORDS
        if len(content) < len(whole) and (direct or _is_clause(content)):
            wish = _WISH.match(text, content[0].start, content[-1].end)
            clauses += [] if wish else [(part, fact) for part in split_clauses(content)]
            if wish:
                return []
    if clauses:
        return clauses
    # Content that is no clause ("acknowledged talks") leaves the sentence as the claim, carried by the same source.
    carrier = next((fact for _, fact in carried if fact.rule != "subject"), None)
    return [(part, carrier) for part in split_clauses(whole)]


def _inside(tokens: list[Token], span: Span) -> list[Token]:
    """Return the tokens inside a span, without marks at the edges."""
    return _trim([token for token in tokens if span[0] <= token.start and token.end <= span[1]])


def _is_clause(tokens: list[Token]) -> bool:
    """Tell whether tokens make a clause: enough words, and a finite verb."""
    return sum(token.kind in "wCn" for token in tokens) >= _FEWEST_WORDS and main_verb(tokens) != (0, 0)


def split_clauses(tokens: list[Token]) -> list[list[Token]]:
    """Split main clauses that a semicolon, or a comma with a conjunction, sets side by side."""
    parts = []
    start = 1 if tokens and tokens[0].low in _CONCESSIONS else 0
    leading = bool(start)
    for i, token in enumerate(tokens):
        cut = _joint(tokens, i, leading) if token.low in {",", ";"} else None
        if cut and (leading or (_is_clause(tokens[start:i]) and _is_clause(tokens[cut:]))):
            parts.append(tokens[start:i])
            start, leading = cut, False
    return [part for part in (*(_trim(part) for part in parts), _trim(tokens[start:])) if part]


def _joint(tokens: list[Token], i: int, leading: bool) -> int | None:
    """Return where the second clause starts if the mark at i joins two clauses."""
    if i + 2 >= len(tokens) or tokens[i].low == ";":
        return i + 1
    if tokens[i + 1].low in _JOINTS:
        return i + 2 if starts_noun_phrase(tokens[i + 2]) else None
    return i + 1 if leading and starts_noun_phrase(tokens[i + 1]) else None


def _trim(tokens: list[Token]) -> list[Token]:
    """Return tokens without the punctuation at their edges."""
    start, end = 0, len(tokens)
    while start < end and tokens[start].kind == "p" and tokens[start].low not in {"$", "€", "£"}:
        start += 1
    while end > start and _closes(tokens[start:end]):
        end -= 1
    return tokens[start:end]


def _closes(tokens: list[Token]) -> bool:
    """Tell whether the last token is punctuation, or the number of a citation mark that was cut ("[3")."""
    last = tokens[-1]
    cited = last.kind == "n" and len(tokens) > 1 and tokens[-2].low == "["
    return cited or (last.kind == "p" and last.low not in {"%", ")"})


def _is_said(word: str) -> bool:
    """Tell whether a word is a cue in a form that makes a sentence."""
    return word in FORMS and FORMS[word].form != "ing"
