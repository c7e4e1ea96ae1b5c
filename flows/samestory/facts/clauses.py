"""Clauses of a sentence: what is one, where they are joined, and what a report of somebody holds."""

from samestory.facts.certainty import main_verb
from samestory.facts.grammar import PREPOSITIONS, words
from samestory.facts.phrases import starts_noun_phrase
from samestory.facts.statements import FEWEST_WORDS, is_command
from samestory.facts.tokens import Token

_CONCESSIONS = words("while although though whereas")
_JOINTS = words("and but while whereas although though yet")
# "Denied reports that the dam had leaked": what is denied stands behind "that".
_TOLD_THINGS = words(
    """claim claims report reports allegation allegations accusation accusations suggestion suggestions assertion
    assertions rumour rumours rumor rumors notion idea"""
)


def n_words(tokens: list[Token]) -> int:
    """Return how many tokens are words or numbers."""
    return len([True for token in tokens if token.kind in "wCn"])


def is_clause(tokens: list[Token]) -> bool:
    """Tell whether tokens make a clause: enough words, and a finite verb that is not a relative clause's."""
    relative = len(tokens) > 1 and tokens[0].low in PREPOSITIONS and tokens[1].low in {"what", "which", "whom"}
    return n_words(tokens) >= FEWEST_WORDS and not relative and main_verb(tokens) != (0, 0)


def told_clause(content: list[Token]) -> list[Token]:
    """Return the clause behind "that" where content is a claim or report of somebody, else the content."""
    that = next((i for i, token in enumerate(content) if token.low == "that"), 0)
    # "Claims" is a verb by its form, too.
    others = [token for token in content[:that] if token.low not in _TOLD_THINGS]
    is_told = len(others) < that and main_verb(others) == (0, 0)
    return content[that + 1 :] if is_told and is_clause(content[that + 1 :]) else content


def split_clauses(tokens: list[Token]) -> list[list[Token]]:
    """Split main clauses that a semicolon, or a comma with a conjunction, sets side by side."""
    parts = []
    start = 1 if tokens and tokens[0].low in _CONCESSIONS else 0
    leading = bool(start)
    for i, token in enumerate(tokens):
        cut = _joint(tokens, i, leading) if token.low in {",", ";"} else None
        # "… demands that they stop, and withdraw immediately from what they hold": no clause of its own.
        whole = cut and not is_command(tokens[cut:])
        if cut and whole and (leading or (is_clause(tokens[start:i]) and is_clause(tokens[cut:]))):
            parts.append(tokens[start:i])
            start, leading = cut, False
    return [part for part in (*(trim_marks(part) for part in parts), trim_marks(tokens[start:])) if part]


def _joint(tokens: list[Token], i: int, leading: bool) -> int | None:
    """Return where the second clause starts if the mark at i joins two clauses."""
    if i + 2 >= len(tokens) or tokens[i].low == ";":
        return i + 1
    if tokens[i + 1].low in _JOINTS:
        return i + 2 if starts_noun_phrase(tokens[i + 2]) else None
    return i + 1 if leading and starts_noun_phrase(tokens[i + 1]) else None


def trim_marks(tokens: list[Token]) -> list[Token]:
    """Return tokens without the punctuation at their edges."""
    start, end = 0, len(tokens)
    while start < end and tokens[start].kind == "p" and tokens[start].low not in {"$", "€", "£"}:
        start += 1
    while end > start and _closes(tokens[end - 1], tokens[end - 2] if end - 1 > start else None):
        end -= 1
    return tokens[start:end]


def _closes(last: Token, before: Token | None) -> bool:
    """Tell whether the last token is punctuation, or the number of a citation mark that was cut ("[3")."""
    cited = last.kind == "n" and before is not None and before.low == "["
    return cited or (last.kind == "p" and last.low not in {"%", ")"})
