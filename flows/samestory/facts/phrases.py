"""Noun phrases before a verb: its subject, by clause boundaries and word classes alone."""

from samestory.facts.grammar import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    INTRANSITIVE_PAST,
    NEGATIONS,
    NO_ADVERBS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
    WEEKDAYS,
    is_finite,
    is_participle,
    words,
)
from samestory.facts.tokens import Token

Range = tuple[int, int]

HARD = frozenset({";", ":", "—", "–", "--", ".", "?", "!", "…", "(", "[", "]"})
COORDINATORS = frozenset({"and", "but", "or", "nor", "so", "yet"})
_OPENERS = COORDINATORS | frozenset(
    {"as", "meanwhile", "however", "instead", "then", "also", "indeed", "still", "while"}
)
_DASHES = frozenset({"—", "–", "--", "-"})
_NOMINATIVES = words("he she they we i")
_ROUGHLY = words("about around over under")
_COUNTED = words("half one two three four five six seven eight nine ten a")
_AT_LEAST = frozenset({("at", "least"), ("at", "most"), ("more", "than"), ("fewer", "than"), ("less", "than")})
_PRONOUN_LIKE = words("some others many most several both one few all two three another none those")
_APPOSITIVE_STARTS = words("a an the one now then who whose which formerly also") | POSSESSIVES
# A longer subject is a parse gone wrong: names with two appositions, the longest in news, have about 40 tokens.
_LONGEST = 45


def is_adverb(token: Token) -> bool:
    """Tell whether a token is an adverb."""
    return token.low in ADVERBS or (
        token.kind == "w" and len(token.low) > 4 and token.low.endswith("ly") and token.low not in NO_ADVERBS
    )


def starts_noun_phrase(token: Token) -> bool:
    """Tell whether a noun phrase may start at a token."""
    if token.kind == "C":
        return token.low not in TIME_WORDS and token.low not in COORDINATORS
    if token.kind == "n":
        return True
    closed = (PREPOSITIONS, NEGATIONS, AUXILIARIES, TIME_WORDS, COORDINATORS)
    plain = token.kind == "w" and not any(token.low in words for words in closed)
    return token.low in DETERMINERS or (plain and not is_adverb(token) and not token.low.endswith("ing"))


def subject_before(tokens: list[Token], end: int) -> Range | None:
    """Return the noun phrase that ends before the verb group at `end`, appositions included."""
    stop = _strip_time(tokens, end)
    if stop > 1 and tokens[stop - 1].low in _DASHES:
        opening = next((i for i in range(stop - 2, 0, -1) if tokens[i].low == tokens[stop - 1].low), 0)
        return trim(tokens, _floor(tokens, opening), opening) if opening else None
    comma = stop > 0 and tokens[stop - 1].low == ","
    stop -= comma
    if stop <= 0 or (comma and tokens[stop - 1].kind == "q"):
        return None
    floor = _floor(tokens, stop)
    commas = [i for i in range(floor, stop) if tokens[i].low == ","]
    if comma:
        return _with_insertion(tokens, [floor - 1, *commas], stop)
    first = commas[-1] + 1 if commas else floor
    return _list_of_names(tokens, [floor - 1, *commas], trim(tokens, first, stop))


def _floor(tokens: list[Token], stop: int) -> int:
    """Return the index after the last hard boundary before `stop`; brackets that close again are none."""
    depth = 0
    for i in range(stop - 1, -1, -1):
        if tokens[i].low == ")":
            depth += 1
        elif tokens[i].low == "(" and depth:
            depth -= 1
        elif not depth and (tokens[i].kind == "q" or (tokens[i].low in HARD and not _abbreviates(tokens, i))):
            return i + 1
    return 0


def _abbreviates(tokens: list[Token], i: int) -> bool:
    """Tell whether a full stop ends an abbreviation inside a sentence: a comma or a small letter follows."""
    return tokens[i].low == "." and i + 1 < len(tokens) and (tokens[i + 1].low == "," or tokens[i + 1].kind == "w")


def _strip_time(tokens: list[Token], end: int) -> int:
    """Step back over an expression of time between subject and verb ("Smith on Tuesday said")."""
    stop = end
    while stop > 1 and tokens[stop - 1].low in TIME_WORDS:
        stop -= 1
    return stop - 1 if stop < end and stop > 1 and tokens[stop - 1].low in {"on", "in", "at", "this"} else stop


def _with_insertion(tokens: list[Token], commas: list[int], stop: int) -> Range | None:
    """Return the subject before an insertion in commas: "Smith, the chair of the board," or "Smith, in a letter,"."""
    if len(commas) < 2:
        return None
    for left, right in zip(commas[-2::-1], commas[:0:-1], strict=True):
        found = trim(tokens, left + 1, right)
        relative = tokens[right + 1].low in {"who", "whose", "which"}
        if found is None or has_finite(tokens, *found):
            continue
        apposed = tokens[found[0]].low in _APPOSITIVE_STARTS and left > 0 and tokens[left - 1].kind in "Cn"
        aged = tokens[found[0]].kind == "n" and found[1] - found[0] == 1
        if (apposed or aged) and left in commas[1:] and not relative:
            continue
        insertion = tokens[right + 1]
        keep = (
            relative or insertion.low in _APPOSITIVE_STARTS or insertion.kind in "Cn" or starts_noun_phrase(insertion)
        )
        return (found[0], stop) if keep and stop - found[0] <= _LONGEST else found
    return None


def _list_of_names(tokens: list[Token], commas: list[int], found: Range | None) -> Range | None:
    """Extend "Jones and Brown" to the left over bare names in commas."""
    if found is None:
        return None
    start, stop = found
    if not any(tokens[i].low == "and" for i in range(start, stop)):
        return found
    for left, right in zip(commas[-2::-1], commas[:0:-1], strict=True):
        names = all(token.kind == "C" for token in tokens[left + 1 : right]) and left + 1 < right
        if right + 1 != start or not names:
            break
        start = left + 1
    return start, stop


def trim(tokens: list[Token], first: int, stop: int) -> Range | None:
    """Return the noun phrase that ends at `stop`, cut at the last clause boundary after `first`."""
    if first >= stop:
        return None
    start = _clause_start(tokens, first, stop)
    while start < stop and (tokens[start].low in _OPENERS or (is_adverb(tokens[start]) and stop - start > 1)):
        start += 1
    start = max([start, *(i for i in range(start + 1, stop) if _opens_second(tokens, start, i))])
    if start >= stop:
        return None
    gerund = tokens[start].low.endswith("ing") and not (stop - start == 2 and _is_plural(tokens[stop - 1]))
    if gerund or (tokens[start].low in PREPOSITIONS and not _counts(tokens, start, stop)):
        start = _trailing_name(tokens, start, stop)
    last = tokens[stop - 1]
    if is_finite(tokens[start].low) and tokens[start].kind == "w" and stop - start > 1:
        return None  # "appeared on Monday and": the rest of another clause
    closed = (
        last.low in PREPOSITIONS
        or last.low in COORDINATORS
        or last.low in AUXILIARIES
        or last.low in WEEKDAYS
        or last.low in NEGATIONS
    )
    determiner = last.low in DETERMINERS and last.low not in _PRONOUN_LIKE
    nominal = (last.kind in "wCn" or last.low == ")") and not (is_adverb(last) and last.kind == "w")
    if not nominal or closed or determiner or start >= stop or stop - start > _LONGEST:
        return None
    return start, stop


def _counts(tokens: list[Token], start: int, stop: int) -> bool:
    """Tell whether a preposition opens a number ("about half of the voters", "at least 12 clerks")."""
    if (tokens[start].low, tokens[start + 1].low if start + 1 < stop else "") in _AT_LEAST:
        return True
    following = tokens[start + 1] if start + 1 < stop else tokens[start]
    return tokens[start].low in _ROUGHLY and (following.kind == "n" or following.low in _COUNTED)


def _is_plural(token: Token) -> bool:
    return token.kind == "w" and token.low.endswith("s") and token.low not in PREPOSITIONS


def _opens_second(tokens: list[Token], start: int, i: int) -> bool:
    """Tell whether a second phrase starts at an article right after a noun ("After the accident the board")."""
    before = tokens[i - 1]
    joined = before.low in PREPOSITIONS or before.low in COORDINATORS or before.low in {"all", "both", "half"}
    joined = joined or (i > 1 and tokens[i - 2].low == "to")  # "clerks trying to mend the gate"
    # "The woman holding the lamp"; but "After the budget meeting the board".
    holding = before.low.endswith("ing") and i - start > 2 and tokens[i - 2].low not in DETERMINERS
    joined = joined or (holding and tokens[start].low not in PREPOSITIONS)
    return tokens[i].low in {"the", "a", "an"} and before.kind in "wCn" and not joined and not is_finite(before.low)


def _clause_start(tokens: list[Token], first: int, stop: int) -> int:
    """Scan back from `stop` to the boundary where the phrase's clause starts."""
    last = tokens[stop - 1].low
    # "it" and "you" after a verb are its object, as in "a clerk who saw it".
    seen = last in {"it", "you"} and stop - 2 > first and is_finite(tokens[stop - 2].low)
    if (last in SUBJECT_PRONOUNS and not seen) or last in {"which", "that"}:
        return stop - 1
    verb = -1
    for i in range(stop - 1, first - 1, -1):
        low = tokens[i].low
        if low in RELATIVES and verb > i > first and tokens[i - 1].kind in "wC":
            verb = -1  # the verb belongs to a relative clause on this noun phrase
        elif low in SUBORDINATORS and not _nominal_preposition(tokens, i, first):
            return i + 1 if verb < 0 else verb + 1
        elif low in COORDINATORS and verb < 0 and has_finite(tokens, first, i):
            return i + 1
        elif verb < 0 and finite_here(tokens, i) and not (i == stop - 1 > first and is_participle(low)):
            verb = i  # what ends the phrase has a verb after it, and so is a participle ("those questioned")
    return first if verb < 0 else verb + 1


def _nominal_preposition(tokens: list[Token], i: int, first: int) -> bool:
    """Tell whether a word such as "after" or "as" links two nouns inside a phrase rather than opening a clause."""
    return tokens[i].low in {"after", "before", "since"} and i > first and tokens[i - 1].kind == "w"


def finite_here(tokens: list[Token], i: int) -> bool:
    """Tell whether token i is a finite verb; a past form before a preposition is taken for a participle."""
    if tokens[i].kind != "w" or not is_finite(tokens[i].low):
        return False
    active = tokens[i].low in AUXILIARIES or tokens[i].low in INTRANSITIVE_PAST
    active = active or (i > 0 and tokens[i - 1].low in _NOMINATIVES)
    participle = not active and i + 1 < len(tokens) and tokens[i + 1].low in PREPOSITIONS
    modifier = (
        i > 0 and tokens[i].low.endswith("ed") and (tokens[i - 1].low in DETERMINERS or tokens[i - 1].low == "of")
    )
    return not participle and not modifier


def has_finite(tokens: list[Token], first: int, stop: int) -> bool:
    """Tell whether there is a finite verb outside relative clauses in a range."""
    for i in range(first, stop):
        if tokens[i].low in {"who", "which", "whose"}:
            return False
        if finite_here(tokens, i):
            return True
    return False


def _trailing_name(tokens: list[Token], start: int, stop: int) -> int:
    """Return where a name at the end starts after an opening preposition ("In a letter Smith"), else `stop`."""
    i = stop
    while i > start + 1 and tokens[i - 1].kind == "C" and tokens[i - 1].low not in TIME_WORDS:
        i -= 1
    return i if i > start + 1 else stop
