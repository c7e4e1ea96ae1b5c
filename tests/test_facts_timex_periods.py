"""Lengths of time, repeated times and years in words: text, type and value of each."""

import pytest

from samestory.article import Article, Block
from samestory.facts import dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Founded in January nineteen ninety-six.", ("January nineteen ninety-six", "DATE", "1996-01")),
        ("Built in the winter of nineteen ninety-four.", ("the winter of nineteen ninety-four", "DATE", "1994-WI")),
        ("They march each July.", ("each July", "SET", "XXXX-07")),
        ("They pay every quarter.", ("every quarter", "SET", "P1Q")),
        ("It grew in the next three quarters.", ("the next three quarters", "DURATION", "P3Q")),
        ("It fell for eight trading days.", ("eight trading days", "DURATION", "P8D")),
        ("They sat through a day-long meeting.", ("day-long", "DURATION", "P1D")),
        ("A minute and a half passed.", ("A minute and a half", "DURATION", "PT1M30S")),
        ("It may take as long as a month.", ("a month", "DURATION", "P1M")),
    ],
)
def test_expressions_without_a_day_have_their_value(text: str, expected: tuple[str, str, str]) -> None:
    block = (Block("p", 0, len(text)),)
    (fact,) = dates.find(Article("a", text, None, block, block))
    assert (text[fact.start : fact.end], fact.fields["type"], fact.fields["value"]) == expected
