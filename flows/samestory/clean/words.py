"""What a line's words say: how often each stands in articles and how often in what is around them."""

from collections.abc import Iterator

import numpy as np
import polars as pl
from numpy.typing import NDArray

# Words and lines are known by a number of 17 bits: the table holds those of a thousand pages.
BUCKETS = 1 << 17
# The words of chrome stand at its beginning; a paragraph has told what it is by then.
_CHARS = 160
# A word is known by its first sixteen bytes and its length, read as two numbers.
_HALF = 8
# Odd numbers without a pattern spread what they multiply over all 64 bits (Knuth's multiplicative hashing): the
# fractions of the golden ratio, and of the square roots of two and three.
_SPREAD = tuple(np.uint64(number) for number in (0x9E3779B97F4A7C15, 0x6A09E667F3BCC909, 0xBB67AE8584CAA73B))
_UPPER_BITS = np.uint64(64 - 17)

_BLANK, _LETTER, _DIGIT, _SIGN = range(4)
# Signs beyond ASCII by the first byte and the range of the second: Latin-1's, U+2000 to U+2BFF, and those of CJK texts.
_SIGNS = ((0xC2, 0x80, 0xBF), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80), (0xEF, 0xBC, 0xBC))

WORDS = (
    *("word_mean", "word_least", "word_most", "word_sum", "whole_line", "words_sum"),
    *("words_sum_p1", "words_sum_p2", "words_sum_n1", "words_sum_n2"),
)

Numbers = NDArray[np.int64]
_Bytes = NDArray[np.uint8]
_Hashes = NDArray[np.uint64]


def line_tokens(texts: pl.Series) -> tuple[Numbers, Numbers, Numbers]:
    """Return for each word of some texts the number of its text and its bucket, in order; and one bucket a whole text.

    A word is a run of letters, or one sign; any number is the word 0.
    """
    folded = texts.str.slice(0, _CHARS).str.to_lowercase().str.join("\n").item()
    # Behind the last text a word could still be read in whole.
    data = np.frombuffer(f"\n{folded}\n".encode() + bytes(2 * _HALF), dtype=np.uint8)
    text_nos, hashes = _words(data)
    # The same words in another order are another line.
    first = np.searchsorted(text_nos, np.arange(len(texts) + 1))
    order = np.arange(len(hashes)) - first[text_nos]
    ordered = hashes * (2 * order + 1).astype(np.uint64)
    sums = np.concatenate([[np.uint64(0)], np.cumsum(ordered)])
    whole = sums[first[1:]] - sums[first[:-1]]
    return text_nos, _buckets(hashes), _buckets(whole ^ _SPREAD[1])


def _words(data: _Bytes) -> tuple[Numbers, _Hashes]:
    """Return the text and the hash of each word of texts, a line break before each text."""
    classes = _classes(data)
    same = np.concatenate([[False], classes[1:] == classes[:-1]])
    begins = ~same & (classes != _BLANK)
    begins |= (classes == _SIGN) & ((data < 0x80) | (data >= 0xC0))
    # Where a word begins, another one ends, as it does before a blank.
    edges = np.flatnonzero(begins | (classes == _BLANK))
    is_word = begins[edges]
    starts, lengths = edges[is_word], np.diff(edges, append=len(data))[is_word]
    text_nos = np.cumsum(data[edges] == ord("\n"))[is_word] - 1
    return text_nos, _hashes(data, starts, lengths, classes[starts] == _DIGIT)


def _classes(data: _Bytes) -> _Bytes:
    """Return the class of each byte: part of a letter, a digit or a sign, or blank."""
    table = np.full(256, _SIGN, dtype=np.uint8)
    table[: ord(" ") + 1] = _BLANK
    table[ord("0") : ord("9") + 1] = _DIGIT
    table[ord("a") : ord("z") + 1] = _LETTER
    table[0x80:] = _LETTER
    classes = table[data]
    for first, lowest, highest in _SIGNS:
        at = np.flatnonzero(data == first)
        at = at[(data[at + 1] >= lowest) & (data[at + 1] <= highest)]
        # A blank that does not break (C2 A0) is blank all the same.
        kind = np.where((first == 0xC2) & (data[at + 1] == 0xA0), _BLANK, _SIGN)
        for offset in range(2 if first < 0xE0 else 3):
            classes[at + offset] = kind
    return classes


def _hashes(data: _Bytes, starts: Numbers, lengths: Numbers, is_number: NDArray[np.bool_]) -> _Hashes:
    """Return a hash for each word, the same on every machine and in every version."""
    halves = np.ndarray((len(data) - _HALF + 1,), dtype="<u8", buffer=data, strides=(1,))
    masks = np.array([(1 << (8 * known)) - 1 for known in range(_HALF + 1)], dtype=np.uint64)
    first = halves[starts] & masks[np.minimum(lengths, _HALF)]
    second = halves[np.minimum(starts + _HALF, len(halves) - 1)] & masks[np.clip(lengths - _HALF, 0, _HALF)]
    mixed = first * _SPREAD[0] + second * _SPREAD[1] + lengths.astype(np.uint64)
    mixed[is_number] = ord("0")
    return np.asarray((mixed ^ (mixed >> np.uint64(32))) * _SPREAD[2], dtype=np.uint64)


def _buckets(hashes: _Hashes) -> Numbers:
    """Return the bucket of each hash: the upper bits of its product, where it is spread best."""
    return ((hashes ^ (hashes >> np.uint64(32))) * _SPREAD[0] >> _UPPER_BITS).astype(np.int64)


def with_words(lines: pl.DataFrame, odds: NDArray[np.float32]) -> pl.DataFrame:
    """Add the columns WORDS, given the logarithm of each bucket's odds to stand in an article."""
    text_nos, words, whole = line_tokens(lines["text"])
    told = odds[words]
    # Texts without a word know nothing.
    starts = np.flatnonzero(np.diff(text_nos, prepend=-1))
    held, counts = text_nos[starts], np.diff(starts, append=len(text_nos))
    sums = np.add.reduceat(told, starts)
    known = {
        "word_mean": sums / counts,
        "word_least": np.minimum.reduceat(told, starts),
        "word_most": np.maximum.reduceat(told, starts),
        "word_sum": sums,
    }
    columns = {name: np.zeros(len(lines), dtype=np.float32) for name in known}
    for name, values in known.items():
        columns[name][held] = values
    columns["whole_line"] = odds[whole]
    columns["words_sum"] = columns["word_sum"] + columns["whole_line"]
    return lines.with_columns(**{name: pl.Series(values) for name, values in columns.items()}).with_columns(
        _neighbours()
    )


def _neighbours() -> Iterator[pl.Expr]:
    """Yield the sums of the two lines before and the two after; nothing known counts 0."""
    for by in (1, 2, -1, -2):
        shifted = pl.col("words_sum").shift(by).over("doc").fill_null(0)
        yield shifted.alias(f"words_sum_{'p' if by > 0 else 'n'}{abs(by)}")
