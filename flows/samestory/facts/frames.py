"""Frames of attribution in one sentence: a cue and its source, before it or after it."""

from typing import NamedTuple

from samestory.facts.cues import FORMS, PARTICLES, Cue
from samestory.facts.grammar import BE, DETERMINERS, NEGATIONS, PLURAL_SUBJECTS, PREPOSITIONS, TIME_WORDS, is_finite
from samestory.facts.phrases import Range, has_finite, starts_noun_phrase, subject_before, trim
from samestory.facts.phrases_after import phrase_after
from samestory.facts.sources import DOCUMENTS, head_of
from samestory.facts.tokens import Token
from samestory.facts.verbs import PHRASAL, is_verb_here, phrasal, verb_group

_MAIN_WORDS = FORMS.keys() | PHRASAL | {"according"}
# What somebody did shows something to the writer; only a document shows it by itself ("records showing that").
_SHOWING = frozenset({"indicate", "underscore", "underline"})
_CONTRACTED = frozenset({"he's", "she's", "they're", "i'm", "we're"})
_ENDS = frozenset({".", ",", ";", "—", "–", "--", "?", "!"}) | TIME_WORDS | {"on"}


class Frame(NamedTuple):
    """A cue with its source, as ranges of tokens; `inverted` when the source follows ("said Smith")."""

    kind: str
    lemma: str
    cue: Range
    source: Range
    inverted: bool = False
    participle: bool = False
    negated: bool = False

    @property
    def first(self) -> int:
        """The first token of cue and source together."""
        return min(self.cue[0], self.source[0])

    @property
    def last(self) -> int:
        """The token after cue and source together."""
        return max(self.cue[1], self.source[1])


def find_frames(tokens: list[Token]) -> list[Frame]:
    """Return the frames of a sentence in the order of their cues."""
    opening = _opening(tokens)
    frames = [opening] if opening else []
    for i in [i for i, token in enumerate(tokens) if token.low in _MAIN_WORDS]:
        frame, token = None, tokens[i]
        if token.low == "according":
            frame = _according(tokens, i)
        elif token.kind == "w" and tokens[i - 1].low == "as" and (passive := _passive(tokens, i)):
            frame = passive
        elif token.kind == "w" and (cue := FORMS.get(token.low) or phrasal(tokens, i)):
            frame = _verb_frame(tokens, i, cue, frames)
        if frame and not (frames and frame.first < frames[-1].cue[1] and frame.source == frames[-1].cue):
            frames.append(frame)
    return frames


def _opening(tokens: list[Token]) -> Frame | None:
    """Return the frame of a sentence that opens with its verb ("Said Smith:")."""
    cue = FORMS.get(tokens[0].low) if tokens and tokens[0].kind == "C" else None
    source = phrase_after(tokens, 1) if cue and cue.form == "past" and cue.kind in {"say", "direct"} else None
    if cue is None or source is None or source[1] >= len(tokens) or tokens[source[1]].low not in {":", ","}:
        return None
    return Frame(cue.kind, cue.lemma, (0, 1), source, True)


def _according(tokens: list[Token], i: int) -> Frame | None:
    """Return the frame of "according to somebody"."""
    if i + 2 >= len(tokens) or tokens[i + 1].low != "to":
        return None
    source = phrase_after(tokens, i + 2, loose=True)
    if source is None and tokens[i + 2].low in {"him", "her", "them"}:
        source = (i + 2, i + 3)
    return Frame("according", "according", (i, i + 2), source, True) if source else None


def _passive(tokens: list[Token], i: int) -> Frame | None:
    """Return the frame of "as reported by somebody", which stands like "according to"."""
    if i + 2 >= len(tokens) or tokens[i + 1].low != "by":
        return None
    source = phrase_after(tokens, i + 2, loose=True)
    return Frame("according", FORMS[tokens[i].low].lemma, (i - 1, i + 2), source, True) if source else None


def _verb_frame(tokens: list[Token], i: int, cue: Cue, frames: list[Frame]) -> Frame | None:
    """Return the frame of a verb of saying at token i, if it has a subject that fits."""
    first = verb_group(tokens, i)
    stop = i + 1
    if stop < len(tokens) and tokens[stop].low in PARTICLES.get(cue.lemma, ()):
        stop += 1
    before = [token.low for token in tokens[first:i]]
    if not is_verb_here(tokens, i, cue, before):
        return None
    if (
        cue.form == "ing"
        and not any(low in BE for low in before)
        and not (first and tokens[first - 1].low in _CONTRACTED)
    ):
        return _participle(tokens, i, stop, cue, frames)
    if first > 0 and (tokens[first - 1].low == "," or tokens[first - 1].kind == "q") and first == i:
        inverted = _inverted(tokens, i, stop, cue)
        if inverted:
            return inverted
    source = subject_before(tokens, first) or _shared_subject(tokens, first, frames)
    if source is None or not _fits(tokens, source, first, cue):
        return None
    negated = any(low in NEGATIONS for low in before)
    return Frame(cue.kind, cue.lemma, (first, stop), source, negated=negated)


def _shared_subject(tokens: list[Token], first: int, frames: list[Frame]) -> Range | None:
    """Return the subject that a second verb shares with the one before "and" or "but"."""
    if first < 2 or tokens[first - 1].low not in {"and", "but"}:
        return None
    near = [frame for frame in frames if frame.kind != "according"]
    return near[-1].source if near else main_subject(tokens, first - 1)


def _fits(tokens: list[Token], source: Range, first: int, cue: Cue) -> bool:
    """Tell whether the phrase can be the subject of the cue."""
    if tokens[source[0]].low in {"no", "nobody", "none", "neither"}:
        return False
    last, head = tokens[source[1] - 1], head_of(tokens, source)
    if cue.lemma == "tell" and last.low == "time":
        return False  # "Time will tell": nobody does
    if last.low in {"that", "which", "it"} and cue.kind == "opinion":
        return False
    if last.low in {"you", "i"} and cue.kind in {"opinion", "act", "deed", "judgement"}:
        return False
    bare = cue.form == "base" and first == source[1] and FORMS.get(tokens[first].low) is cue
    singular = bare and head.kind == "w" and not head.low.endswith("s")
    return not singular or last.low in PLURAL_SUBJECTS or head.low in PLURAL_SUBJECTS


def _inverted(tokens: list[Token], i: int, stop: int, cue: Cue) -> Frame | None:
    """Return the frame of "…, said Smith": the phrase after the cue, if no verb of its own follows it."""
    if cue.form == "ing" or cue.kind not in {"say", "direct"} or stop >= len(tokens):
        return None
    if tokens[stop].low == "that" or tokens[stop].low in PREPOSITIONS or not starts_noun_phrase(tokens[stop]):
        return None
    source = phrase_after(tokens, stop)
    if source is None:
        return None
    after = tokens[source[1]].low if source[1] < len(tokens) else "."
    plain = tokens[i - 1].kind != "q"
    stated = has_finite(tokens, 0, i - 1) or tokens[0].kind == "q"
    if plain and not stated and not (after in _ENDS and _may_be_clause(tokens, i - 1)):
        return None  # "Ilja Torv, a miller, said contractors …": what stands before the comma is who speaks
    if (plain and is_finite(after)) or (plain and after == "that"):
        return None
    return Frame(cue.kind, cue.lemma, (i, stop), source, True)


def _may_be_clause(tokens: list[Token], stop: int) -> bool:
    """Tell whether a past form before a preposition may be the verb after all ("The dam failed in May, said Torv.")."""
    return any(token.kind == "w" and is_finite(token.low) for token in tokens[:stop])


def _participle(tokens: list[Token], i: int, stop: int, cue: Cue, frames: list[Frame]) -> Frame | None:
    """Return the frame of "…, saying that": the speaker of the frame before, else the subject of the clause."""
    previous = tokens[i - 1].low if i else ""
    previous = "," if previous == '".' else previous  # the comma within a quotation
    if previous in DETERMINERS or previous in PREPOSITIONS - {"by", "while", "in", "after", "before", "when"}:
        return None
    if cue.kind == "evidence" or cue.lemma in _SHOWING:
        direct = (_absolute(tokens, i) or subject_before(tokens, i)) if previous != "," else None
        shown = direct or main_subject(tokens, i)
        known = shown is not None and head_of(tokens, shown).low in DOCUMENTS
        return Frame(cue.kind, cue.lemma, (i, stop), shown, participle=True) if shown and known else None
    near = [frame for frame in frames if frame.kind != "according" and not _between(tokens, frame.last, i, ";")]
    source = _absolute(tokens, i) if previous not in {",", "and"} else None
    if source is None and near and previous in {",", "and"}:
        source = _contrasted(tokens, near[-1].last, i) or near[-1].source
    source = source or _contrasted(tokens, 0, i) or main_subject(tokens, i)
    return Frame(cue.kind, cue.lemma, (i, stop), source, participle=True) if source else None


def _absolute(tokens: list[Token], i: int) -> Range | None:
    """Return the subject in "with some analysts saying"."""
    for j in range(i - 1, max(i - 9, -1), -1):
        if tokens[j].low in {"with", ","}:
            return trim(tokens, j + 1, i) if tokens[j].low == "with" else None
    return None


def _contrasted(tokens: list[Token], floor: int, i: int) -> Range | None:
    """Return the subject of a clause before i that a comma and a conjunction set off ("though others, noting")."""
    for j in range(i - 2, floor, -1):
        if tokens[j].low == "," and tokens[j + 1].low in {"and", "but", "while", "though", "although", "whereas"}:
            found = main_subject(tokens[j + 2 : i], i - j - 2)
            if found:
                return found[0] + j + 2, found[1] + j + 2
    return None


def _between(tokens: list[Token], first: int, stop: int, mark: str) -> bool:
    return any(token.low == mark for token in tokens[first:stop])


def main_subject(tokens: list[Token], stop: int) -> Range | None:
    """Return the subject of the sentence's first finite verb before `stop`."""
    for i in range(1, stop):
        if tokens[i].kind == "w" and is_finite(tokens[i].low):
            first = verb_group(tokens, i)
            found = subject_before(tokens, first) if first else None
            if found and not _empty(tokens, found, first, i):
                return found
    return None


def _empty(tokens: list[Token], found: Range, first: int, i: int) -> bool:
    """Tell whether a subject stands for nobody: a relative or "there", and "it" with a form of to be."""
    last = tokens[found[1] - 1].low
    is_it = last == "it" and any(token.low in BE for token in tokens[first : i + 1])
    return is_it or last in {"who", "which", "that", "there"}
