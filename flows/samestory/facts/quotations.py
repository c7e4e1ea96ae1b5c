"""Quotations: who is said to say what, directly, indirectly or both, with the spans of source, cue and content."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from samestory.article import Article, Block, Fact
from samestory.facts.attributions import Draft, Span, read_sentence
from samestory.facts.cues import FORMS
from samestory.facts.datelines import after_dateline
from samestory.facts.grammar import words
from samestory.facts.quote_marks import Quote, find_quotes
from samestory.facts.speakers import Register, Speaker, is_outlet
from samestory.facts.text import LONGEST_SENTENCE
from samestory.facts.turns import Turn, read_turn

# How sure a row of each rule is, in steps of .05, set by reading rows of development articles.
_CONFIDENCE = {
    "frame": 0.9,
    "according": 0.9,
    "turn": 0.95,
    "evidence": 0.75,
    "opinion": 0.75,
    "subject": 0.6,
    "attitude": 0.7,
    "no_statement": 0.85,
}
_LOWER = frozenset(FORMS) | words(
    "according pointed points point pointing yet refused refuses refrained refrains declined declines return"
)
_TRIGGERS = _LOWER | {word.capitalize() for word in _LOWER}
_SAID = "|".join(
    form for form, cue in FORMS.items() if cue.kind in {"say", "tell", "direct"} and cue.form in {"past", "s"}
)
# "…?” Orla Venn asked.", "….” Torv said." and "…” — Orla Venn": what a splitter takes for a sentence of its own.
_ASKED = re.compile(rf"(?:[\w.’'-]+ ){{1,4}}?(?:{_SAID})\b[^“\"]{{0,80}}$")
_SAID_ALONE = re.compile(rf"(?:[\w.’'-]+ ){{1,4}}?(?:{_SAID})\.?$")
_SIGNED = re.compile(r"[―—–-]{1,2}\s*(?:[A-Z][\w.’'-]*(?:\s+|$)){1,5}$")
# A paragraph of a transcript that is quoted as a whole ("“VENN: Is it safe?").
_TRANSCRIPT = re.compile(r"[\"“](?P<label>[A-Z][A-Z.’' -]{2,40}):\s+(?=\S)")
# White space between a quotation and what goes with it: one blank, or two after a full stop.
_GAP = 2
_LETTERS = re.compile(r"[A-Za-z]+")
# What goes on with a quotation: a turn has a voice of its own, and a heading only cites.
_PROSE = frozenset({"body", "list_item"})
# "I think" in a turn is the speaker's own word, and the turn has it already.
_OWN_VOICE = frozenset({"i", "we", "you", "i'm", "it", "that", "this"})


@dataclass
class _Reader:
    """One article while it is read: what was found, and what carries over from paragraph to paragraph."""

    article: Article
    drafts: list[Draft] = field(default_factory=list)
    turns: dict[int, Turn] = field(default_factory=dict)
    lead_in: tuple[Span, Span | None] | None = None
    turn: Turn | None = None
    # The paragraph that last ended in a quotation.
    quoted: int = -2


def find(article: Article) -> list[Fact]:
    """Return the quotations of an article in reading order."""
    reader = _Reader(article)
    starts = [sentence.start for sentence in article.sentences]
    for position, paragraph in enumerate(article.paragraphs):
        sentences = article.sentences[
            bisect_right(starts, paragraph.start - 1) : bisect_right(starts, paragraph.end - 1)
        ]
        _read_paragraph(reader, position, paragraph, sentences)
    return _facts(reader)


def _read_paragraph(reader: _Reader, position: int, paragraph: Block, sentences: tuple[Block, ...]) -> None:
    """Add the quotations of one paragraph to the reader."""
    text = reader.article.text
    if label := _TRANSCRIPT.match(text, paragraph.start, paragraph.end):
        reader.drafts.append(Draft([(label.end(), paragraph.end)], label.span("label"), None, "turn"))
        reader.quoted = position
        return
    own_voice = paragraph.kind == "turn"
    if own_voice:
        _read_turn(reader, paragraph)
    quotes = find_quotes(text, paragraph.start, paragraph.end)
    first, held = len(reader.drafts), list[Span]()
    for start, end, inside in _units(text, sentences, quotes):
        if end - start > LONGEST_SENTENCE or (not inside and _TRIGGERS.isdisjoint(_LETTERS.findall(text, start, end))):
            reader.lead_in = None
            continue
        reading = read_sentence(text, start, end, inside)
        held += [span for span in reading.alone if not _continue(reader, span, first)]
        for draft in reading.drafts:
            if held and draft.pieces[0][0] in {quote.start for quote in inside}:
                draft.pieces[:0], held = held, []
            if not (own_voice and text[slice(*draft.source)].lower() in _OWN_VOICE):
                reader.drafts.append(draft)
        reader.lead_in = reading.lead_in
    if held and paragraph.kind in _PROSE:
        _carry_over(reader, position, held)
    elif len(reader.drafts) > first and reader.drafts[-1].ends_in_quote and not _signed(reader.drafts[-1]):
        reader.quoted = position


def _read_turn(reader: _Reader, paragraph: Block) -> None:
    """Add an interview turn; a turn without a label continues the one before."""
    turn = read_turn(reader.article.text, paragraph)
    start, end = (turn.start, turn.end) if turn else (paragraph.start, paragraph.end)
    reader.turn = turn or reader.turn
    if reader.turn and start < end:
        reader.turns[len(reader.drafts)] = reader.turn
        reader.drafts.append(Draft([(start, end)], reader.turn.label, None, "turn", ends_in_quote=False))


def _units(text: str, sentences: tuple[Block, ...], quotes: list[Quote]) -> list[tuple[int, int, list[Quote]]]:
    """Join sentences that a quotation runs across or leads into; return spans with the quotations inside each."""
    units: list[tuple[int, int, list[Quote]]] = []
    remaining = list(reversed(quotes))
    for sentence in sentences:
        inside: list[Quote] = []
        if units and units[-1][2] and _belongs(text, sentence, units[-1][2][-1]):
            start, end, inside = units.pop()
            units.append((start, max(end, sentence.end), inside))
        else:
            units.append((after_dateline(text, sentence.start, sentence.end), sentence.end, inside))
        start, end, inside = units[-1]
        while remaining and remaining[-1].start < end:
            quote = remaining.pop()
            if quote.start >= start:
                inside.append(quote)
        if inside and inside[-1].end > end:
            units[-1] = (start, inside[-1].end, inside)
    return units


def _belongs(text: str, sentence: Block, quote: Quote) -> bool:
    """Tell whether a sentence starts inside a quotation, or says who asked, shouted or signed it right after it."""
    if sentence.start < quote.end:
        return True
    between = text[quote.end : sentence.start]
    if len(between) > _GAP or between.strip() or text[quote.end - 2] not in "?!.…":
        return False
    if _SIGNED.match(text, sentence.start, sentence.end):
        return True
    pattern = _ASKED if text[quote.end - 2] in "?!" else _SAID_ALONE
    return bool(pattern.match(text, sentence.start, sentence.end))


def _continue(reader: _Reader, span: Span, first: int) -> bool:
    """Add a quotation that stands alone to the one that it continues, or give it the source that announced it."""
    if reader.lead_in:
        source, cue = reader.lead_in
        reader.lead_in = None
        reader.drafts.append(Draft([span], source, cue, "frame"))
        return True
    for draft in reversed(reader.drafts[first:]):
        if draft.form != "indirect" and draft.rule != "turn":
            draft.pieces.append(span)
            draft.ends_in_quote = True
            return True
    return False


def _signed(draft: Draft) -> bool:
    """Tell whether a name after its last words ends a quotation ("…” — Orla Venn")."""
    return draft.cue is None and draft.source[0] > draft.pieces[-1][0]


def _carry_over(reader: _Reader, position: int, held: list[Span]) -> None:
    """Add a paragraph that is nothing but quotation to the quotation that the paragraph before ends in."""
    if reader.quoted != position - 1 or not reader.drafts:
        return
    text, last = reader.article.text, reader.drafts[-1]
    # Marks of another kind are those of a heading or a title.
    if last.rule == "turn" or all(_mark(text, span) == _mark(text, last.pieces[-1]) for span in held):
        last.pieces += held
        reader.quoted = position


def _mark(text: str, span: Span) -> str:
    """Return the kind of mark that a quotation opens with."""
    return text[span[0] : span[0] + 1 + text.startswith(("''", "``"), span[0])]


def _facts(reader: _Reader) -> list[Fact]:
    """Resolve the speakers in reading order and return the facts."""
    if not reader.drafts:
        return []
    text = reader.article.text
    register = Register.of(text)
    facts: dict[Span, Fact] = {}
    order = sorted(range(len(reader.drafts)), key=lambda n: reader.drafts[n].source)
    speakers = {n: _speaker(reader, register, n) for n in order}
    for n, draft in enumerate(reader.drafts):
        fact = _fact(text, draft, speakers[n], reader.turns.get(n))
        facts.setdefault((fact.start, fact.end), fact)
    return sorted(facts.values(), key=lambda fact: (fact.start, fact.end))


def _speaker(reader: _Reader, register: Register, n: int) -> Speaker:
    """Return the speaker of a draft; an unnamed interviewer is anonymous."""
    turn = reader.turns.get(n)
    if turn and len(turn.name) == 1:
        return Speaker("", "anonymous")
    return register.resolve(turn.name if turn else reader.article.text[slice(*reader.drafts[n].source)])


def _fact(text: str, draft: Draft, speaker: Speaker, turn: Turn | None) -> Fact:
    """Return the fact of a draft."""
    pieces = [_stripped(text, piece) for piece in draft.pieces]
    addressee = text[slice(*draft.addressee)] if draft.addressee else turn.addressee if turn else None
    fields: dict[str, object] = {
        "form": draft.form,
        "speaker": speaker.name or None,
        "speaker_text": text[slice(*draft.source)],
        "speaker_start": draft.source[0],
        "speaker_end": draft.source[1],
        "cue": text[slice(*draft.cue)] if draft.cue else None,
        "cue_start": draft.cue[0] if draft.cue else None,
        "cue_end": draft.cue[1] if draft.cue else None,
        "addressee": addressee,
        "via": addressee if addressee and is_outlet(addressee) else None,
        "speaker_flag": speaker.flag,
        "spans": " ".join(f"{a}-{b}" for a, b in pieces) if len(pieces) > 1 else None,
    }
    return Fact("quotation", *pieces[0], draft.rule, _CONFIDENCE[draft.rule], fields)


def _stripped(text: str, span: Span) -> Span:
    """Return the span without white space at its ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
