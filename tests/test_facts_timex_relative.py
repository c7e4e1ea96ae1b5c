"""Relative time expressions: each lead and unit, from the day of publication or the date told before."""

from datetime import datetime

import pytest

from samestory.article import Article, Block
from samestory.facts import dates

PUBLISHED = datetime(2024, 11, 20)  # a Wednesday in the fourth quarter


def values(text: str, published: datetime | None = PUBLISHED) -> list[object]:
    """Return the value of each time expression of a text."""
    block = (Block("p", 0, len(text)),)
    return [fact.fields["value"] for fact in dates.find(Article("a", text, published, block, block))]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("tomorrow", "2024-11-21"),
        ("tonight", "2024-11-20TNI"),
        ("this morning", "2024-11-20TMO"),
        ("last night", "2024-11-19TNI"),
        ("yesterday afternoon", "2024-11-19TAF"),
        ("last Wednesday", "2024-11-13"),
        ("next Wednesday", "2024-11-27"),
        ("at noon on Tuesday", "2024-11-19T12:00"),
        ("at midnight on Tuesday", "2024-11-19T24:00"),
        ("last May", "2024-05"),
        ("last October", "2023-10"),
        ("last December", "2023-12"),
        ("this September", "2024-09"),
        ("next January", "2025-01"),
        ("next December", "2024-12"),
        ("last summer", "2024-SU"),
        ("last winter", "2023-WI"),
        ("this spring", "2024-SP"),
        ("next spring", "2025-SP"),
        ("next week", "2024-W48"),
        ("this month", "2024-11"),
        ("last quarter", "2024-Q3"),
        ("the current quarter", "2024-Q4"),
        ("the latest quarter", "2024-Q3"),
        ("next decade", "203"),
        ("this century", "20"),
        ("by year-end", "2024"),
        ("ten years from now", "2034"),
        ("a fortnight ago", "2024-W45"),
        ("several years ago", "PAST_REF"),
        ("in the coming weeks", "FUTURE_REF"),
        ("the third quarter", "2024-Q3"),
        ("last year's first quarter", "2023-Q1"),
        ("January this year", "2024-01"),
        ("June last year", "2023-06"),
        ("99,999 years ago", None),
        ("two hours ago", None),
    ],
)
def test_values_told_from_the_day_of_publication(words: str, value: str | None) -> None:
    assert values(f"The dam broke {words}.") == [value]
    if value not in ("PAST_REF", "FUTURE_REF"):
        assert values(f"The dam broke {words}.", None) == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It grew in the second quarter of 2024. In the quarter it sold more than a year earlier.",
         ["2024-Q2", "2024-Q2", "2023-Q2"]),
        ("It grew in the second quarter of 2024. The year-ago quarter was poor.", ["2024-Q2", "2023-Q2"]),
        ("It grew in the quarter.", ["2024-Q3"]),
        ("It burned on 3 March 2021. The next day it rained.", ["2021-03-03", "2021-03-04"]),
        ("It burned on 3 March 2021. That year it rained.", ["2021-03-03", "2021"]),
        ("It burned in 2021. That day it rained.", ["2021", None]),
        ("It burned on 3 March 2021. Three days later it rained.", ["2021-03-03", "2021-03-06"]),
        ("It burned on 3 March 2021. Several days later it rained.", ["2021-03-03", None]),
    ],
)  # fmt: skip
def test_values_told_from_the_date_before(text: str, expected: list[str | None]) -> None:
    assert values(text) == expected


def test_the_quarter_of_a_town_is_no_time() -> None:
    assert values("They live near the quarter.") == []
