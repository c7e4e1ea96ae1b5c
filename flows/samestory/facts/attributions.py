"""Attributions of one sentence: every frame with what it says, and quotations that no frame carries."""

from dataclasses import dataclass

from samestory.facts.contents import Content, content_of
from samestory.facts.cues import FORMS
from samestory.facts.fitting import is_linked
from samestory.facts.frames import Frame, find_frames, main_subject
from samestory.facts.grammar import DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS
from samestory.facts.phrases import Range, finite_here, subject_before, trim
from samestory.facts.phrases_after import phrase_after
from samestory.facts.quote_marks import Quote, count_words, looks_like_title
from samestory.facts.silence import find_silences
from samestory.facts.sources import can_make_known
from samestory.facts.tokens import Token, tokenise
from samestory.facts.verbs import verb_group

Span = tuple[int, int]
# A bare quotation shorter than this, without a cue, is a name or a word in scare quotes.
_FEWEST_WORDS = 3
# So short a stretch without a cue, inside a clause and not at its end, is a phrase that the writer takes up more often
# than what the subject says: 7 of 27 on the development articles, longer ones 69 of 102.
_FEWEST_WORDS_WITHIN = 5
_PRONOUNS = SUBJECT_PRONOUNS | {"which", "that"}
_DASHES = frozenset({"-", "–", "—", "―", "--"})


@dataclass
class Draft:
    """A quotation in the making: pieces of content, source, cue, and the rule that found it."""

    pieces: list[Span]
    source: Span
    cue: Span | None
    rule: str
    form: str = "direct"
    addressee: Span | None = None
    ends_in_quote: bool = True


@dataclass
class Reading:
    """What one sentence holds: drafts, quotations on their own, and a lead-in whose quotation is still to come."""

    drafts: list[Draft]
    alone: list[Span]
    lead_in: tuple[Span, Span | None] | None = None


def read_sentence(text: str, start: int, end: int, quotes: list[Quote]) -> Reading:
    """Return the attributions of the sentence text[start:end], whose quoted stretches are given."""
    tokens = _with_titles(text, tokenise(text, start, end, [quote[:2] for quote in quotes]))
    if all(token.kind in "qp" for token in tokens):
        return Reading([], [quote[:2] for quote in quotes])
    frames = find_frames(tokens)
    drafts, floor, outer = [], 0, 0
    for n, frame in enumerate(frames):
        aside = _is_aside(tokens, frame)
        content = None if frame.negated else content_of(tokens, frames, n, outer if aside else floor)
        if content and not (frame.kind == "according" and _relays(frames, n, content)):
            drafts.append(_draft(tokens, frame, content))
            floor = max(frame.last, *(stop for _, stop in content.pieces)) if _apart(frames, n, content) else frame.last
        outer = floor if aside or frame.participle or any(t.kind == "q" for t in tokens[:floor]) else outer
    drafts = _without_inner(text, _outermost(drafts))
    drafts += [_silent(tokens, frame) for frame in find_silences(tokens)]
    lead_in = _lead_in(tokens, frames) if tokens[-1].low == ":" else None
    return Reading(drafts + _left_over(text, tokens, frames, drafts), [], lead_in)


def _with_titles(text: str, tokens: list[Token]) -> list[Token]:
    """Turn quoted titles ("on “The Late Hour”") into names, so that nobody is taken to say them."""
    for i, token in enumerate(tokens):
        titled = i > 0 and token.kind == "q" and looks_like_title(text, (token.start, token.end))
        if titled and _names_a_work(tokens[i - 1], token):
            tokens[i] = token._replace(kind="C")
    return tokens


def _names_a_work(previous: Token, quote: Token) -> bool:
    """Tell whether a quotation in the capitals of a title stands where a name would, after a word that is no cue."""
    if previous.low in PREPOSITIONS or previous.low in DETERMINERS or previous.low.endswith("'s"):
        return True
    cue = FORMS.get(previous.low)
    return quote.low == '"' and previous.kind in "wC" and (cue is None or cue.lemma == "read")


def _is_aside(tokens: list[Token], frame: Frame) -> bool:
    """Tell whether a frame stands behind a whole clause, which is its content with all verbs of saying in it."""
    if frame.participle or not frame.first or tokens[frame.first - 1].low != ",":
        return False
    return frame.kind == "according" or (frame.last < len(tokens) and tokens[frame.last].low in {",", "."})


def _apart(frames: list[Frame], n: int, content: Content) -> bool:
    """Tell whether the content ends before the next frame starts."""
    return n + 1 >= len(frames) or all(stop <= frames[n + 1].first for _, stop in content.pieces)


def _silent(tokens: list[Token], frame: Frame) -> Draft:
    """Return the draft of a missing answer: its content is what stays unsaid, or the refusal's last word."""
    stop = next((i for i in range(frame.last, len(tokens)) if tokens[i].low in {",", ";", "."}), len(tokens))
    content = (frame.last, stop) if frame.last < stop else (frame.last - 1, frame.last)
    source, cue = _span(tokens, frame.source), _span(tokens, frame.cue)
    return Draft([_span(tokens, content)], source, cue, "no_statement", "indirect", ends_in_quote=False)


def _relays(frames: list[Frame], n: int, content: Content) -> bool:
    """Tell whether "according to A" only passes on what B is said to have said."""
    return any(
        content.pieces[0][0] == frame.source[0] and not frame.inverted and frame.kind in {"say", "tell"}
        for frame in frames[n + 1 :]
    )


def _span(tokens: list[Token], found: Range) -> Span:
    return tokens[found[0]].start, tokens[found[1] - 1].end


def _draft(tokens: list[Token], frame: Frame, content: Content) -> Draft:
    """Return the draft of a frame and its content."""
    inside = [token for first, stop in content.pieces for token in tokens[first:stop]]
    quoted = sum(token.end - token.start for token in inside if token.kind == "q")
    plain = sum(token.end - token.start for token in inside if token.kind in "wCn")
    # A quotation with a word or two before it ("that", "as") is still direct: four fifths is PolNeAR's measure.
    form = "direct" if quoted and quoted >= 4 * plain else "mixed" if quoted else "indirect"
    rule = frame.kind if frame.kind in {"according", "opinion", "evidence"} else "frame"
    # What somebody agreed to or condemned is not said to be so, unless in quotation marks.
    marked = tokens[content.pieces[0][0] - 1].low == "that"
    done = frame.kind in {"deed", "judgement", "direct"} or (
        frame.kind == "act" and not marked and not is_linked(inside)
    )
    rule = "attitude" if done and not quoted and frame.lemma != "ask" else rule
    return Draft(
        [_span(tokens, piece) for piece in content.pieces],
        _span(tokens, content.source or _with_antecedent(tokens, frame)),
        _span(tokens, frame.cue),
        rule,
        form,
        _span(tokens, content.addressee) if content.addressee else None,
        inside[-1].kind == "q",
    )


def _with_antecedent(tokens: list[Token], frame: Frame) -> Range:
    """Extend a relative pronoun as the source to the noun that it stands for."""
    first, stop = frame.source
    if stop - first > 1 or tokens[first].low not in {"who", "which", "that"} or not first:
        return frame.source
    found = trim(tokens, 0, first - (tokens[first - 1].low == ","))
    return (found[0], stop) if found else frame.source


def _outermost(drafts: list[Draft]) -> list[Draft]:
    """Drop drafts whose quotation lies in the content of a quoting one before it with the same pieces."""
    seen: set[tuple[Span, ...]] = set()
    kept = []
    for draft in drafts:
        key = tuple(draft.pieces)
        if key not in seen:
            kept.append(draft)
        seen.add(key)
    return kept


def _without_inner(text: str, drafts: list[Draft]) -> list[Draft]:
    """Drop what a speaker says of his own view inside what he is said to say ("she said she expects that …").

    Nothing is lost: the words stay in the content of the outer one. On the development articles 26 of 127 such rows
    were attributions of their own, of the other inner ones 31 of 81.
    """
    return [draft for draft in drafts if not any(_is_inner(text, draft, outer) for outer in drafts)]


def _is_inner(text: str, draft: Draft, outer: Draft) -> bool:
    """Tell whether a draft lies in another's content and only says once more who speaks."""
    if draft is outer or not all(any(a <= c and d <= b for a, b in outer.pieces) for c, d in draft.pieces):
        return False
    own = draft.form == "indirect" and draft.source == outer.source
    return own or draft.rule in {"opinion", "evidence"} or text[slice(*draft.source)].lower() in _PRONOUNS


def _lead_in(tokens: list[Token], frames: list[Frame]) -> tuple[Span, Span | None] | None:
    """Return source and cue of a sentence that ends in a colon and so announces what comes next."""
    if frames:
        return _span(tokens, frames[-1].source), _span(tokens, frames[-1].cue)
    subject = main_subject(tokens, len(tokens))
    return (_span(tokens, subject), None) if subject and can_make_known(tokens, subject) else None


def _left_over(text: str, tokens: list[Token], frames: list[Frame], drafts: list[Draft]) -> list[Draft]:
    """Return drafts for quoted stretches that no content holds but that the subject of their clause seems to say."""
    found: list[Draft] = []
    for i, token in enumerate(tokens):
        span = token.start, token.end
        if token.kind != "q" or any(a <= span[0] and span[1] <= b for draft in drafts for a, b in draft.pieces):
            continue
        if count_words(text, span) < _fewest_words(text, token) or looks_like_title(text, span):
            continue
        if signature := _signature(tokens, i):
            found.append(Draft([span], _span(tokens, signature), None, "frame"))
        elif (source := _subject_of(tokens, frames, i)) and can_make_known(tokens, source):
            _add_piece(drafts, found, span, _span(tokens, source))
    return found


def _fewest_words(text: str, quote: Token) -> int:
    """Return how many words a quotation without a cue needs at least: fewer when it is a clause of its own."""
    within = quote.low == '"' and text[quote.start + 1 : quote.start + 2].islower()
    return _FEWEST_WORDS_WITHIN if within else _FEWEST_WORDS


def _add_piece(drafts: list[Draft], found: list[Draft], piece: Span, source: Span) -> None:
    """Add a piece to the quotation of the same source before it ("…,” she said of the dam, “and …"), or start one."""
    quoting = [draft for draft in drafts if draft.form == "direct" and draft.pieces[-1][1] <= piece[0]]
    for draft in [*quoting, *found][::-1]:
        if draft.source[0] < source[1] and source[0] < draft.source[1]:
            draft.pieces.append(piece)
            draft.ends_in_quote = True
            return
    found.append(Draft([piece], source, None, "subject"))


def _signature(tokens: list[Token], i: int) -> Range | None:
    """Return the name that signs a quotation after a dash, or that stands before it with a colon and nothing else."""
    if i > 1 and tokens[i - 1].low == ":" and all(token.kind == "C" for token in tokens[: i - 1]):
        return 0, i - 1
    if i + 2 >= len(tokens) or tokens[i + 1].low not in _DASHES:
        return None
    source = phrase_after(tokens, i + 2)
    return source if source and source[1] >= len(tokens) - 1 else None


def _subject_of(tokens: list[Token], frames: list[Frame], i: int) -> Range | None:
    """Return the subject that goes with the quoted stretch at token i."""
    for j in range(i - 1, 0, -1):
        found = subject_before(tokens, verb_group(tokens, j)) if finite_here(tokens, j) else None
        if found and tokens[found[1] - 1].low not in {"who", "which", "that", "it", "there"}:
            return found
    before = [frame for frame in frames if frame.last <= i and frame.kind != "according"]
    if before or (i and tokens[i - 1].low in PREPOSITIONS):
        return before[-1].source if before else None
    if i + 2 < len(tokens) and tokens[i].low == '".' and tokens[i + 1].kind == "w" and tokens[i + 2].kind == "C":
        if tokens[i + 1].low in PREPOSITIONS:  # a title with its author: "“…,” by Orla Venn"
            return None
        return phrase_after(tokens, i + 2)
    for j in range(i + 2, len(tokens)):
        if finite_here(tokens, j):
            found = subject_before(tokens, verb_group(tokens, j))
            return found if found and found[0] > i else None
    return None
