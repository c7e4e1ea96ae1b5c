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
        ("by mid-morning yesterday", "2024-11-19TMO"),
        ("in the early summer", "2024-SU"),
        ("for the year", "2024"),
        ("in the first months of the fiscal year", "2024"),
        ("in the week of December 3", "2024-W49"),
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
        ("It burned on 3 March 2021. Several days later it rained.", ["2021-03-03", "PXD"]),
        ("It burned on 3 March 2021. Two hours later it rained.", ["2021-03-03", "PT2H"]),
        ("Three days later it rained.", ["P3D"]),
        ("It burned on 3 March 2021. By mid-afternoon it rained.", ["2021-03-03", "2021-03-03TAF"]),
        ("It rose on Friday. It stood lower than on the previous Friday.", ["2024-11-15", "2024-11-08"]),
        ("It grew in the second quarter of 2024. The 2023 quarter was poor.", ["2024-Q2", "2023-Q2"]),
        ("It grew in 2022. The 2021 period was poor.", ["2022", "2021"]),
        ("It grew in the second quarter of 2024, from a loss for the same period last year.", ["2024-Q2", "2023-Q2"]),
        ("It grew in the second quarter of 2024, from a loss in last year's quarter.", ["2024-Q2", "2023-Q2"]),
        ("It grew in the second quarter of 2024. For the quarter a year ago it lost.", ["2024-Q2", "2023-Q2"]),
    ],
)  # fmt: skip
def test_values_told_from_the_date_before(text: str, expected: list[str | None]) -> None:
    assert values(text) == expected


def test_the_quarter_of_a_town_is_no_time() -> None:
    assert values("They live near the quarter.") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On Friday, the board will vote.", "2024-11-22"),
        ("Friday, the board is expected to vote.", "2024-11-22"),
        ("On Friday, the board planned to vote.", "2024-11-15"),
        ("On Friday, the board voted and will meet again.", "2024-11-15"),
        ("Until Friday, they had not met.", "2024-11-15"),
        ("The offer had been due to end on Friday.", "2024-11-15"),
        ("The offer is due to end on Friday.", "2024-11-22"),
        ("He was shot last Oct. 23 in Velm.", "2024-10-23"),
    ],
)
def test_the_words_around_a_day_tell_whether_it_is_past_or_to_come(text: str, value: str) -> None:
    assert values(text) == [value]


def test_what_ended_is_past() -> None:
    assert values("It grew in the year ended January 31.") == ["P1Y", "2024-01-31"]
    assert values("It grew in the half ended December 31.") == ["2023-12-31"]


@pytest.mark.parametrize(
    "text", ["The person of the year is a clerk.", "The year after was worse.", "Call the quarter."]
)
def test_a_year_that_nothing_leads_to_is_no_date(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("On 3 March the weir broke. The next morning crews came.", ["2024-03-03", "2024-03-04TMO"]),
        ("On 3 March the weir broke. That night it rained.", ["2024-03-03", "2024-03-03TNI"]),
        ("The fair is on April 24 and 25.", ["2024-04-24", "2024-04-25"]),
        ("The fair ran from April 24 to 26 in Osk.", ["2024-04-24", "2024-04-26"]),
        ("The weir broke on March 3 and 25 people left.", ["2024-03-03"]),
        ("The weir broke on March 3 and 25 were hurt.", ["2024-03-03"]),
    ],
)
def test_what_is_told_from_the_day_before_it(text: str, values: list[str]) -> None:
    block = (Block("p", 0, len(text)),)
    facts = dates.find(Article("a", text, datetime(2024, 5, 1), block, block))
    assert [fact.fields["value"] for fact in facts] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The weir broke on December 3.", "2023-12-03"),
        ("The weir broke on June 3.", "2023-06-03"),
        ("The vote was held on June 3.", "2023-06-03"),
        ("They agreed to meet on June 3.", "2024-06-03"),
        ("The board announced a vote on June 3.", "2024-06-03"),
        ("The vote is on June 3.", "2024-06-03"),
    ],
)
def test_what_happened_on_a_day_is_past(text: str, value: str) -> None:
    block = (Block("p", 0, len(text)),)
    (fact,) = dates.find(Article("a", text, datetime(2024, 5, 1), block, block))
    assert fact.fields["value"] == value
