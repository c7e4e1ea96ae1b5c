"""Values of English numbers in words, in figures, or both: `two hundred and six`, `4 thousand`, `three fifths`.

An expression is read as a list of tokens. A cardinal is a falling sequence of groups (`two million | three hundred |
six`); a fraction is a cardinal over an ordinal (`twenty | twenty-fifths`); a mixed number joins both by `and`.
"""

import re
from collections.abc import Sequence

from samestory.facts.text import word_list

_ONES = word_list(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = word_list("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINAL_ONES = word_list(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_ORDINAL_TENS = word_list("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth")
SMALL = (
    {word: float(value) for value, word in enumerate(_ONES)}
    | {word: 10.0 * value for value, word in enumerate(_TENS, 2)}
    | {"nought": 0.0, "naught": 0.0}
)
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "quadrillion": 1e15,
}
ABBREVIATED_SCALES = {
    "k": 1e3,
    "mil": 1e6,
    "mln": 1e6,
    "mn": 1e6,
    "bn": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "trn": 1e12,
    "tln": 1e12,
}
DOZENS = {"dozen": 12.0, "dozens": 12.0, "doz": 12.0, "dozs": 12.0}
ORDINALS = (
    {word: float(value) for value, word in enumerate(_ORDINAL_ONES, 1)}
    | {word: 10.0 * value for value, word in enumerate(_ORDINAL_TENS, 2)}
    | {f"{word}th": value for word, value in SCALES.items() if word not in ("lakh", "crore")}
)
# `first` and `second` alone are never denominators, but they end composite ones (`three twenty-firsts`).
DENOMINATORS = {"half": 2.0, "halves": 2.0, "quarter": 4.0, "quarters": 4.0}
DENOMINATORS |= ORDINALS | {f"{word}s": value for word, value in ORDINALS.items()}
_HALVES = frozenset({"half", "halves", "quarter", "quarters"})
_TOKEN = re.compile(r"\d[\d,.]*|\.\d+|[a-z]+")
_MULTIPLIERS = SCALES | ABBREVIATED_SCALES | DOZENS
# A fraction after a scale of this size is a share of the scale (`a million and a half`), below it of one.
_SHARED_SCALE = 1e3


def tokens_of(expression: str) -> list[str]:
    """Return the words and figures of a lower-case number expression."""
    return _TOKEN.findall(expression)


def value_of(expression: str) -> float | None:
    """Return the value of a lower-case number expression, or None where it is not one number."""
    return parse(tokens_of(expression))


def figure(token: str) -> float | None:
    """Return the value of a figure with digit grouping (`1,234.5`), with a decimal comma (`1,3`), or None."""
    text = token.rstrip(".,")
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:,\d\d)+,\d{3}(?:\.\d+)?", text):
        return float(text.replace(",", ""))
    if re.fullmatch(r"\d*\.?\d+", text):
        return float(text)
    if re.fullmatch(r"\d+,\d{1,2}", text):
        return float(text.replace(",", "."))
    return None


def parse(tokens: Sequence[str]) -> float | None:
    """Return the value of the tokens read as one number, or None where they are not one number."""
    for read in (_decimal, _ratio, _mixed, _fraction, _cardinal):
        value = read(tokens)
        if value is not None:
            return value
    return None


def _decimal(tokens: Sequence[str]) -> float | None:
    """Read `nine point nought four`."""
    if "point" not in tokens:
        return None
    at = list(tokens).index("point")
    whole = _cardinal(tokens[:at])
    decimals = [SMALL.get(token) for token in tokens[at + 1 :]]
    if whole is None or not decimals:
        return None
    digits = "".join("" if value is None else f"{value:.0f}" for value in decimals)
    return float(f"{whole:.0f}.{digits}") if None not in decimals else None


def _ratio(tokens: Sequence[str]) -> float | None:
    """Read `one over three` and `one out of three`."""
    if "over" not in tokens and "out" not in tokens:
        return None
    for sign in (["over"], ["out", "of"]):
        for at in range(1, len(tokens) - len(sign)):
            if list(tokens[at : at + len(sign)]) == sign:
                above, below = _cardinal(tokens[:at]), _cardinal(tokens[at + len(sign) :])
                return above / below if above is not None and below else None
    return None


def _mixed(tokens: Sequence[str]) -> float | None:
    """Read `forty two and a third`, where the fraction after a large scale is a share of that scale."""
    for at in range(len(tokens) - 2, 0, -1):
        if tokens[at] == "and":
            whole, part = _cardinal(tokens[:at]), _fraction(tokens[at + 1 :])
            if whole is not None and part is not None:
                scale = _MULTIPLIERS.get(tokens[at - 1], 1.0)
                shared = scale >= _SHARED_SCALE and tokens[-1] not in _MULTIPLIERS
                return whole + part * (scale if shared else 1.0)
    return None


def _fraction(tokens: Sequence[str]) -> float | None:
    """Read `three quarters`, `half a million`, `twenty twenty-fifths`; a trailing scale multiplies."""
    if len(tokens) > 1 and tokens[-1] in _MULTIPLIERS:
        before = tokens[:-2] if tokens[-2] == "a" else tokens[:-1]
        part = _fraction(before) if before and before[-1] in _HALVES else None
        return None if part is None else part * _MULTIPLIERS[tokens[-1]]
    if not tokens or tokens[-1] not in DENOMINATORS:
        return None
    if len(tokens) == 1:
        return 1.0 / DENOMINATORS[tokens[0]] if tokens[0] in ("half", "quarter") else None
    return _over_ordinal(tokens)


def _over_ordinal(tokens: Sequence[str]) -> float | None:
    """Read a cardinal over an ordinal, taking as much as possible for the cardinal."""
    for at in range(len(tokens) - 1, 0, -1):
        above = 1.0 if list(tokens[:at]) in (["a"], ["an"]) else _cardinal(tokens[:at])
        below = ordinal(tokens[at:])
        singular = not tokens[-1].endswith("s")
        if above is None or below is None or below < 2 or (singular and above != 1):
            continue
        return above / below
    return None


def ordinal(tokens: Sequence[str]) -> float | None:
    """Return the value of an ordinal such as `twenty-first`, singular or plural, or None."""
    if not tokens or tokens[-1] not in DENOMINATORS:
        return None
    last = DENOMINATORS[tokens[-1]]
    if len(tokens) == 1:
        return None if tokens[0].rstrip("s") == "second" else last
    above = tokens[:-2] if tokens[-2] == "and" else tokens[:-1]
    before = _cardinal(above) if above and above[0] != "and" else None
    if tokens[-1] in _HALVES or before is None:
        return None
    if last >= 100:
        return before * last
    return before + last if before % (100.0 if last >= 10 else 10.0) == 0 else None


def _cardinal(tokens: Sequence[str]) -> float | None:
    """Read what stands before the largest scale as its factor and what follows as the rest below it."""
    scales = [at for at, token in enumerate(tokens) if token in _MULTIPLIERS]
    if not scales:
        return _below_hundred(tokens)
    at = max(scales, key=lambda place: (_MULTIPLIERS[tokens[place]], place))
    scale = _MULTIPLIERS[tokens[at]]
    before, after = tokens[:at], tokens[at + 1 :]
    factor = 1.0 if not before or (before[0] in ("a", "an") and len(before) == 1) else _cardinal(before)
    rest = _cardinal(after[1:] if after[0] == "and" else after) if after else 0.0
    if factor is None or rest is None or rest >= scale:
        return None
    return factor * scale + rest


def _below_hundred(tokens: Sequence[str]) -> float | None:
    """Read one figure, one small number word, or tens and ones."""
    if len(tokens) == 1:
        return SMALL.get(tokens[0], figure(tokens[0]))
    if len(tokens) == 3 and tokens[1] == "and":
        tokens = (tokens[0], tokens[2])
    if len(tokens) != 2 or tokens[0] not in _TENS or tokens[1] not in _ONES[1:10]:
        return None
    return SMALL[tokens[0]] + SMALL[tokens[1]]
