"""Claims: the clauses of an article that state something checkable, with certainty, date and attribution."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import datetime
from operator import attrgetter
from typing import NamedTuple

from samestory.article import Article, Block, Claim, Fact
from samestory.facts.certainty import DENIALS, judge
from samestory.facts.clauses import is_clause, n_words, split_clauses, told_clause, trim_marks
from samestory.facts.cues import FORMS
from samestory.facts.datelines import after_dateline
from samestory.facts.grammar import words
from samestory.facts.scopes import Reading
from samestory.facts.statements import EDGES, FEWEST_WORDS, WISH, has_present_verb, is_command, states
from samestory.facts.tokens import Token

Span = tuple[int, int]

_COARSE = words("century decade year half season")
# They carry no claim: what nobody said, and what somebody did by speaking ("agreed to close the gate").
_UNSAID = frozenset({"no_statement", "attitude"})
# Quoted words up to so many that make no clause ("“Nobody warned us,” she said") leave nothing to state.
_EXCLAMATION = 5
# "It's", "they've": a subject and its verb.
_CONTRACTED = re.compile(r"(?:i|you|he|she|it|we|they|that|there|this)['’](?:s|re|m|ve|ll|d)")
# Speaker, cue and when or where; longer ones tell something themselves. By reading 74 of them in news articles.
_FRAME = 10
# "Until June", "since 1931", "built in 1962": when something ends, began or came about, not when the claim holds.
_BOUND = re.compile(
    r"\b(?:until|till|by|before|since|after|than|from|back to"
    r"|(?:built|founded|finished|born|dated|elected|created)(?: \w+)? in)"
    r"(?: the)?(?: (?:end|start|beginning|middle) of)?\s$",
    re.IGNORECASE,
)


class _Attributed(NamedTuple):
    """A quotation with the spans of its pieces, for looking up by place."""

    fact: Fact
    pieces: tuple[Span, ...]


def find(article: Article, facts: Sequence[Fact], readings: Sequence[Reading]) -> list[Claim]:
    """Return the claims of an article in reading order, from its facts and the certainty of its sentences."""
    attributed = _by_sentence(article, facts)
    dates = [fact for fact in facts if fact.kind == "date" and fact.fields.get("date_start")]
    dates.sort(key=lambda fact: fact.start)
    starts = [fact.start for fact in dates]
    claims: dict[Span, Claim] = {}
    for n, sentence in enumerate(article.sentences):
        inside = dates[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        for claim in _sentence_claims(article, sentence, attributed.get(n, []), readings[n]):
            dated = claim._replace(as_of=_as_of(article, inside, claim)) if inside else claim
            claims.setdefault((claim.start, claim.end), dated)
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


def _as_of(article: Article, dates: list[Fact], claim: Claim) -> datetime | None:
    """Return the first date that a claim gives for what it states, else the time of publication."""
    for fact in dates:
        inside = claim.start <= fact.start and fact.end <= claim.end and fact.fields.get("resolved")
        found = fact.fields["date_start"]
        if inside and isinstance(found, datetime) and not _BOUND.search(article.text, claim.start, fact.start):
            return article.published_at if _holds(fact, article.published_at) else found
    return article.published_at


def _holds(date: Fact, published: datetime | None) -> bool:
    """Tell whether a year or a longer time holds the publication: what a text says of this year it says as of now."""
    start, end = date.fields["date_start"], date.fields.get("date_end")
    if published is None or not isinstance(start, datetime) or not isinstance(end, datetime):
        return False
    return date.fields.get("precision") in _COARSE and start <= published < end


def _sentence_claims(article: Article, sentence: Block, near: list[_Attributed], reading: Reading) -> list[Claim]:
    """Return the claims of one sentence: of what it attributes, or of what it states itself."""
    text, as_of = article.text, article.published_at
    start = _after_label(text, sentence, near)
    first = 0 if start == sentence.start else bisect_left(reading.tokens, start, key=attrgetter("start"))
    tokens = trim_marks(reading.tokens[first:])
    if not states(text[start : sentence.end].strip(EDGES), tokens, sentence.kind):
        return []
    headline = sentence.kind in {"headline", "heading"}
    made = []
    for whole, attribution, cue in _clauses(text, tokens, near):
        clause = _plain(whole)
        if n_words(clause) >= FEWEST_WORDS:
            found = judge(clause, reading, cue)
            score, label = found.score, found.certainty
            span = clause[0].start, _quote_end(text, clause[0].start, clause[-1].end)
            made.append(Claim(*span, label, score, found.polarity, found.conditional, headline, as_of, attribution))
    return made


def _after_label(text: str, sentence: Block, near: list[_Attributed]) -> int:
    """Return where the sentence starts, after a dateline or the label of an interview turn."""
    turns = [q.fact.start for q in near if q.fact.rule == "turn" and sentence.start < q.fact.start < sentence.end]
    return max(turns, default=after_dateline(text, sentence.start, sentence.end))


def lemma_of(attribution: Fact | None) -> str | None:
    """Return the lemma of the cue of an attribution."""
    cue = attribution.fields.get("cue") if attribution else None
    found = [FORMS[word].lemma for word in str(cue).lower().split() if word in FORMS] if cue else []
    return found[-1] if found else None


def _clauses(
    text: str, whole: list[Token], near: list[_Attributed]
) -> list[tuple[list[Token], Fact | None, str | None]]:
    """Cut a sentence into clauses, each with the attribution that carries it and the cue that it is said with."""
    spoken = [quotation for quotation in near if quotation.fact.rule not in _UNSAID]
    carried = [
        (_content(whole, piece, quotation.fact), quotation.fact) for quotation in spoken for piece in quotation.pieces
    ]
    clauses: list[tuple[list[Token], Fact | None, str | None]] = []
    for content, fact in carried:
        direct = fact.fields["form"] == "direct" and len(content) >= FEWEST_WORDS
        if len(content) < len(whole) and (is_clause(content) or (direct and _says_something(content))):
            wish = WISH.match(text, content[0].start, content[-1].end) or (direct and is_command(content))
            clauses += [] if wish else [(part, fact, lemma_of(fact)) for part in split_clauses(content)]
            if wish:
                return []
    if clauses or (carried and all(_is_exclamation(whole, content, fact) for content, fact in carried)):
        return clauses
    # Content that is no clause leaves the sentence as the claim, carried by the same source. That she "demanded talks"
    # is certain; what she "denied" is not.
    carrier = next((fact for _, fact in carried if fact.rule != "subject"), None)
    cue = lemma_of(carrier)
    return [(part, carrier, cue if cue in DENIALS else None) for part in split_clauses(whole)]


def _content(whole: list[Token], piece: Span, fact: Fact) -> list[Token]:
    """Return the tokens of a piece of content; of a report that somebody denies, what it says."""
    content = _inside(whole, piece)
    return told_clause(content) if lemma_of(fact) in DENIALS else content


def _is_exclamation(whole: list[Token], content: list[Token], fact: Fact) -> bool:
    """Tell whether a sentence only says that somebody said a few words, which are no clause."""
    cue = FORMS.get(str(fact.fields["cue"]).lower())
    said = fact.fields["form"] == "direct" and cue is not None and cue.kind in {"say", "tell"}
    few = len(content) < len(whole) and n_words(content) <= _EXCLAMATION
    return said and few and n_words(whole) - n_words(content) <= _FRAME


def _plain(clause: list[Token]) -> list[Token]:
    """Return a clause without the conjunction that it opens with and the footnote marks that end it."""
    start = 1 if clause and clause[0].low in {"and", "but", "that"} and clause[0].kind == "w" else 0
    marks = [i for i in range(1, len(clause) - 1) if clause[i].low == "[" and clause[i + 1].low in {"[", "1", "2", "3"}]
    return trim_marks(clause[start : marks[0] if marks else len(clause)])


def _quote_end(text: str, start: int, end: int) -> int:
    """Return the end with the closing quotation mark that follows, if the claim holds the opening one."""
    closing = text[end : end + 1]
    opening = {"”": "“", "»": "«", "’": "‘"}.get(closing)
    inside = text[start:end]
    is_open = inside.count('"') % 2 if closing == '"' else opening and inside.count(opening) > inside.count(closing)
    return end + 1 if is_open else end


def _inside(tokens: list[Token], span: Span) -> list[Token]:
    """Return the tokens inside a span, without marks at the edges."""
    return trim_marks([token for token in tokens if span[0] <= token.start and token.end <= span[1]])


def _says_something(content: list[Token]) -> bool:
    """Tell whether quoted words are more than a phrase: a statement in the present tense, or a command."""
    return has_present_verb(content) or is_command(content) or _CONTRACTED.fullmatch(content[0].low) is not None
