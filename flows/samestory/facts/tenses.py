"""Whether the words before a time lead to one that is past or to one that is still to come."""

import re

from samestory.facts.grammar import INTRANSITIVE_PAST, is_finite, words

# What leads to a time to come, in the clause before the time; a clause in the past, or of speech, looks back.
_AHEAD = re.compile(
    r"\b(?<!had been )(?:will|won['’]t|would(?! have)|shall|might(?! have)|may(?! have)|next|to be|going to|expected"
    r"|expects?|scheduled|set to|due|plan(?:s|ned)? (?:to|an?)|planning|upcoming|(?:forecast|planned) for"
    r"|(?:is|are) to [a-z]+|intends?|ahead of|as (?:soon|early|late) as)\b|['’]ll\b"
)
# These lead to a time to come where nothing looks back: "rose by four cents on Thursday" does, "by Thursday" does not.
_AHEAD_ALONE = re.compile(r"\b(?:until|effective|starting|beginning|(?:by|through)(?=\s*$))\b")
_BEHIND = re.compile(
    r"\b(?:had|(?:was|were)(?! (?:expected|due|scheduled|planned|planning|to))"
    r"|ended|since|said|says|told|announced|reported|added|confirmed|stated|wrote)\b"
)
_CLAUSE = re.compile(
    r"[,;:.]\s|\b(?:and|but|that|which|who|after|when|(?<!soon )(?<!early )(?<!late )as(?! (?:soon|early|late)))\s"
)


_LETTERS = re.compile(r"[a-z']+")
_HAPPENED_ON = re.compile(r"\b(?:on|from)\s+$")
# Past forms of what a text reports; after what was said, agreed or planned the day may be one to come.
_EVENT_PAST = (INTRANSITIVE_PAST - words("had was were said spoke")) | words(
    "broke broken caught drew drove fought flew held hit lost met ran saw shot shook sold struck swept took won"
)
_NO_EVENT = words(
    "agreed called decided planned scheduled postponed delayed moved offered ordered expected hoped announced reported"
    " added confirmed stated pledged promised invited summoned proposed demanded"
)
# What may stand before a time that opens its sentence; the verb that tells then comes after it.
_OPENING = re.compile(r"\W*(?:(?:also|and|but|early|late|later|on|by|until|from|then)\s+)*")
_PAST_VERB = re.compile(r"\b(?:had|was|were|did|said|told|(?<!is )(?<!are )(?<!been )\w{2,}ed)\b")


def looks_ahead(before: str, after: str) -> bool:
    """Tell whether the words around a time make it one to come.

    What its clause says last of past and future before it counts, or first after it where it opens the sentence.
    """
    if _OPENING.fullmatch(before):
        clause = _CLAUSE.split(after.lower().lstrip(", "))[0]
        coming, past = _AHEAD.search(clause), _PAST_VERB.search(clause)
        if coming or past:
            return coming is not None and (past is None or coming.start() < past.start())
    clause = _CLAUSE.split(before)[-1]
    ahead = max((match.start() for match in _AHEAD.finditer(clause)), default=-1)
    behind = max((match.start() for match in _BEHIND.finditer(clause)), default=-1)
    return ahead > behind or (behind < 0 and _AHEAD_ALONE.search(clause) is not None)


def looks_back(before: str) -> bool:
    """Tell whether what stands before a time says that something happened then: "the weir broke on"."""
    if not _HAPPENED_ON.search(before):
        return False
    clause = _CLAUSE.split(before)[-1]
    found = _LETTERS.findall(clause)
    last = next((i for i in range(len(found) - 1, -1, -1) if is_finite(found[i])), None)
    if last is None or "to" in found[last:] or _AHEAD.search(clause):  # "agreed to meet on"
        return False
    return found[last] not in _NO_EVENT and (found[last].endswith("ed") or found[last] in _EVENT_PAST)
