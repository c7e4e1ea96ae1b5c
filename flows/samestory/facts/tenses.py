"""Whether the words before a time lead to one that is past or to one that is still to come."""

import re

# What leads to a time to come, in the clause before the time; a clause in the past, or of speech, looks back.
_AHEAD = re.compile(
    r"\b(?:will|won['’]t|would(?! have)|shall|might(?! have)|may(?! have)|next|to be|going to|expected|expects?"
    r"|scheduled|set to|due|plan(?:s|ned)? (?:to|an?)|planning|upcoming|(?:forecast|planned) for"
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


def looks_ahead(before: str) -> bool:
    """Tell whether the clause that ends a text leads to a time to come.

    What it says last of past and future counts.
    """
    clause = _CLAUSE.split(before)[-1]
    ahead = max((match.start() for match in _AHEAD.finditer(clause)), default=-1)
    behind = max((match.start() for match in _BEHIND.finditer(clause)), default=-1)
    return ahead > behind or (behind < 0 and _AHEAD_ALONE.search(clause) is not None)
