"""Dates: the TIMEX3 value, the stretch of time and the span of each kind of expression."""

from datetime import datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samestory.article import Article, Block, Fact
from samestory.facts import dates
from samestory.facts.calendar import stretch_of, unit_value

PUBLISHED = datetime(2024, 12, 14, 9, 30)  # a Saturday


def article(text: str, published: datetime | None = PUBLISHED) -> Article:
    """Return a text as an article of one paragraph and one sentence."""
    block = (Block("p", 0, len(text)),)
    return Article("a", text, published, block, block)


def found(text: str, published: datetime | None = PUBLISHED) -> list[tuple[str, str, str | None]]:
    """Return text, type and value of each time expression."""
    facts = dates.find(article(text, published))
    return [(text[fact.start : fact.end], str(fact.fields["type"]), _value(fact)) for fact in facts]


def _value(fact: Fact) -> str | None:
    value = fact.fields["value"]
    return value if value is None else str(value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sank on 3 March 2021.", ("3 March 2021", "DATE", "2021-03-03")),
        ("It sank on March 3rd, 2021.", ("March 3rd, 2021", "DATE", "2021-03-03")),
        ("It sank on Tuesday, 3 March 2021.", ("Tuesday, 3 March 2021", "DATE", "2021-03-03")),
        ("Posted 3 March 2021 17:51", ("3 March 2021 17:51", "TIME", "2021-03-03T17:51")),
        ("The log says 2021-03-03T08:15:00Z here.", ("2021-03-03T08:15:00Z", "TIME", "2021-03-03T08:15")),
        ("Signed 25/12/2021 in Velm.", ("25/12/2021", "DATE", "2021-12-25")),
        ("Signed 12/25/2021 in Velm.", ("12/25/2021", "DATE", "2021-12-25")),
        ("The port opened in September 2015.", ("September 2015", "DATE", "2015-09")),
        ("The port opened in 2011.", ("2011", "DATE", "2011")),
        ("the 1974 ceasefire deal", ("1974", "DATE", "1974")),
        ("Ferries ran in the third quarter of 2019.", ("the third quarter of 2019", "DATE", "2019-Q3")),
        ("Ferries ran in Q2 2020.", ("Q2 2020", "DATE", "2020-Q2")),
        ("Ferries ran in the first half of 2020.", ("the first half of 2020", "DATE", "2020-H1")),
        ("Built in the 1980s.", ("the 1980s", "DATE", "198")),
        ("Built in the late '70s.", ("the late '70s", "DATE", "197")),
        ("Built in the mid-20th century.", ("the mid-20th century", "DATE", "19")),
        ("Built in the summer of 1999.", ("the summer of 1999", "DATE", "1999-SU")),
        ("It closed on Christmas Eve, 2022.", ("Christmas Eve, 2022", "DATE", "2022-12-24")),
        ("It closed on Thanksgiving 2023.", ("Thanksgiving 2023", "DATE", "2023-11-23")),
        ("Founded in nineteen ninety-six.", ("nineteen ninety-six", "DATE", "1996")),
    ],
)
def test_calendar_expressions_have_their_value(text: str, expected: tuple[str, str, str]) -> None:
    assert found(text, None) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The convoy left on Friday.", ("Friday", "DATE", "2024-12-13")),
        ("The convoy left on Saturday.", ("Saturday", "DATE", "2024-12-14")),
        ("The convoy will leave on Tuesday.", ("Tuesday", "DATE", "2024-12-17")),
        ("The convoy leaves next Friday.", ("next Friday", "DATE", "2024-12-20")),
        ("She said Friday the convoy left.", ("Friday", "DATE", "2024-12-13")),
        ("It burned on Friday night.", ("Friday night", "TIME", "2024-12-13TNI")),
        ("It burned at 9 p.m. Friday.", ("9 p.m. Friday", "TIME", "2024-12-13T21:00")),
        ("It burned yesterday.", ("yesterday", "DATE", "2024-12-13")),
        ("It burned last week.", ("last week", "DATE", "2024-W49")),
        ("It burned late last month.", ("late last month", "DATE", "2024-11")),
        ("It burned last year.", ("last year", "DATE", "2023")),
        ("It burned over the weekend.", ("the weekend", "DATE", "2024-W50-WE")),
        ("It burned last fall.", ("last fall", "DATE", "2024-FA")),
        ("It burned two months ago.", ("two months ago", "DATE", "2024-10")),
        ("It burned nearly three weeks ago.", ("nearly three weeks ago", "DATE", "2024-W47")),
        ("It burned on December 10th.", ("December 10th", "DATE", "2024-12-10")),
        ("The fair is on January 8.", ("January 8", "DATE", "2025-01-08")),
        ("It burned in August.", ("August", "DATE", "2024-08")),
        ("It should end by the end of the year.", ("the end of the year", "DATE", "2024")),
        ("The crew may come as soon as Tuesday.", ("Tuesday", "DATE", "2024-12-17")),
        ("It said they would leave on Tuesday.", ("Tuesday", "DATE", "2024-12-17")),
        ("They will speak of Tuesday's ruling.", ("Tuesday", "DATE", "2024-12-10")),
        ("It fell under a June agreement.", ("June", "DATE", "2024-06")),
        ("It sold well over the summer.", ("the summer", "DATE", "2024-SU")),
        ("The year-ago results were poor.", ("The year-ago", "DATE", "2023")),
    ],
)
def test_relative_expressions_resolve_against_the_publication(text: str, expected: tuple[str, str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize("words", ["on Friday", "last week", "yesterday", "on December 13th", "two months ago"])
def test_relative_expressions_without_a_publication_day_stay_unresolved(words: str) -> None:
    facts = dates.find(article(f"The bridge fell {words}.", None))
    assert [(fact.fields["value"], fact.fields["resolved"], fact.fields["date_start"]) for fact in facts] == [
        (None, False, None)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The siege lasted 53 years.", ("53 years", "DURATION", "P53Y")),
        ("It took at least two hours.", ("at least two hours", "DURATION", "PT2H")),
        ("It took 2 1/2 years.", ("2 1/2 years", "DURATION", "P2Y6M")),
        ("It was a three-week truce.", ("three-week", "DURATION", "P3W")),
        ("It rained for several days.", ("several days", "DURATION", "PXD")),
        ("It grew in the year ended in spring.", ("the year", "DURATION", "P1Y")),
        ("It ran for two decades.", ("two decades", "DURATION", "P20Y")),
        ("They meet every Thursday.", ("every Thursday", "SET", "XXXX-WXX-4")),
        ("They meet every fortnight.", ("every fortnight", "SET", "P2W")),
        ("They meet every night.", ("every night", "SET", "P1D")),
        ("There are daily flights.", ("daily", "SET", "P1D")),
        ("It grew in recent weeks.", ("recent weeks", "DATE", "PAST_REF")),
        ("It grew over the past days.", ("the past days", "DATE", "PAST_REF")),
    ],
)
def test_durations_and_repetitions(text: str, expected: tuple[str, str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The harbour may march on in the fall of pride.",
        "It is now calm, and will soon be recently quiet in future.",
        "They will march home, come what may.",
        "The Velm Daily Ledger printed it.",
        "He was a guest of the daily Ledger and of This Week.",
        "They heard him at this march for bread.",
        "She saw it on 60 Minutes.",
        "Some 2000 people live here, and 1990 houses stand.",
        "The Ka-52 flew with an An-124; see [[3]] and ratio 3:1.",
        "He is a 42-year-old teacher; she is 52 years old.",
        "One day the fog will lift, just a second.",
        "Three quarters of the homes stood empty.",
        "Arlo scored with 7:42 left.",
        "High noon came.",
        "See velm.example/2024/08/01/harbour for more.",
    ],
)
def test_what_is_no_time_expression(text: str) -> None:
    assert found(text) == []


def test_an_ambiguous_numeric_date_has_no_value() -> None:
    assert found("Signed 03/04/2021 in Velm.") == [("03/04/2021", "DATE", None)]


def test_a_day_that_does_not_exist_has_no_value() -> None:
    assert found("Signed on 2021-02-30 in Velm.") == [("2021-02-30", "DATE", None)]


def test_anchored_expressions_follow_the_date_told_before() -> None:
    text = "The dam was planned in 2011. The following year it broke. Two years later it was gone."
    assert [value for _, _, value in found(text)] == ["2011", "2012", "2014"]


def test_a_clock_time_belongs_to_the_day_told_before() -> None:
    text = "It rained yesterday from 4 p.m. and by seven in the evening the road was gone."
    assert [value for _, _, value in found(text)] == ["2024-12-13", "2024-12-13T16:00", "2024-12-13T19:00"]


def test_columns_of_a_day() -> None:
    (fact,) = dates.find(article("It sank on 3 March 2021."))
    assert fact.fields == {
        "type": "DATE",
        "value": "2021-03-03",
        "date_start": datetime(2021, 3, 3),
        "date_end": datetime(2021, 3, 4),
        "precision": "day",
        "resolved": True,
    }


def test_only_kept_paragraphs_are_read() -> None:
    text = "Updated 1 May 2020\nThe dam broke on 2 May 2020."
    kept = (Block("p", text.index("The"), len(text)),)
    facts = dates.find(Article("a", text, None, kept, kept))
    assert [text[fact.start : fact.end] for fact in facts] == ["2 May 2020"]


@pytest.mark.parametrize(
    ("value", "start", "end", "precision"),
    [
        ("19", datetime(1900, 1, 1), datetime(2000, 1, 1), "century"),
        ("198", datetime(1980, 1, 1), datetime(1990, 1, 1), "decade"),
        ("2024", datetime(2024, 1, 1), datetime(2025, 1, 1), "year"),
        ("2024-H2", datetime(2024, 7, 1), datetime(2025, 1, 1), "half"),
        ("2024-Q4", datetime(2024, 10, 1), datetime(2025, 1, 1), "quarter"),
        ("2024-WI", datetime(2024, 12, 1), datetime(2025, 3, 1), "season"),
        ("2024-02", datetime(2024, 2, 1), datetime(2024, 3, 1), "month"),
        ("2024-W50", datetime(2024, 12, 9), datetime(2024, 12, 16), "week"),
        ("2024-W50-WE", datetime(2024, 12, 14), datetime(2024, 12, 16), "weekend"),
        ("2024-12-14TMO", datetime(2024, 12, 14, 6), datetime(2024, 12, 14, 12), "part_of_day"),
        ("2024-12-14T17", datetime(2024, 12, 14, 17), datetime(2024, 12, 14, 18), "hour"),
        ("2024-12-14T24:00", datetime(2024, 12, 15), datetime(2024, 12, 15, 0, 1), "minute"),
    ],
)
def test_stretch_of_a_value(value: str, start: datetime, end: datetime, precision: str) -> None:
    assert stretch_of(value) == (start, end, precision)


@pytest.mark.parametrize("value", ["PAST_REF", "P3D", "2024-13", "2023-02-30", "2024-W60", "XXXX-12-01"])
def test_values_that_are_no_stretch(value: str) -> None:
    assert stretch_of(value) is None


@pytest.mark.parametrize(
    ("unit", "offset", "expected"),
    [
        ("month", -12, "2023-12"),
        ("month", 1, "2025-01"),
        ("quarter", 1, "2025-Q1"),
        ("decade", -1, "201"),
        ("century", 0, "20"),
    ],
)
def test_unit_value_carries_over_years(unit: str, offset: int, expected: str) -> None:
    assert unit_value(PUBLISHED.date(), unit, offset) == expected


# fmt: off
_PIECES = st.sampled_from([
    "on Friday", "last week", "12", "2021", "May", "the", "first", "quarter", "of", "a", "year", "ago", "at",
    "9:30", "p.m.", "three", "fortnight", "decade", "hundred", "days", "every", "’80s", "İ", "\u2028", "ǅ", "\n",
    "99999999999 years ago", "two", "later", "31 June", "0", "century", "20th", "noon", "next",
])
# fmt: on


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(_PIECES, st.text(max_size=8)), max_size=25).map(" ".join))
def test_offsets_hold_and_nothing_breaks_on_any_text(text: str) -> None:
    facts = dates.find(article(text))
    assert facts == dates.find(article(text))
    assert all(0 <= fact.start < fact.end <= len(text) for fact in facts)
    assert all(before.end <= after.start for before, after in pairwise(facts))
    for fact in facts:
        assert text[fact.start : fact.end].strip() == text[fact.start : fact.end]
        start, end = fact.fields["date_start"], fact.fields["date_end"]
        assert (start is None and end is None) or (
            isinstance(start, datetime) and isinstance(end, datetime) and start < end
        )
