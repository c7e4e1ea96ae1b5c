"""Lengths of time, repeated times and years in words: text, type and value of each."""

from datetime import datetime

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


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Built in the mid-20th century.", 1940, 1960),
        ("Built in the early 19th century.", 1800, 1840),
        ("Built in the late 1990s.", 1996, 2000),
        ("Built in the middle of the 1990s.", 1993, 1997),
        ("Built in the 20th century.", 1900, 2000),
        ("Built in late 1996.", 1996, 1997),
    ],
)
def test_a_part_of_a_century_or_a_decade_is_no_longer_than_that(text: str, start: int, end: int) -> None:
    block = (Block("p", 0, len(text)),)
    (fact,) = dates.find(Article("a", text, None, block, block))
    assert (fact.fields["date_start"], fact.fields["date_end"]) == (datetime(start, 1, 1), datetime(end, 1, 1))
