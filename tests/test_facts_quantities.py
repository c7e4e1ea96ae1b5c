"""Quantities: value, modifier, unit, the thing counted and the date of it, and what is no quantity at all."""

import math
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samestory.article import Article, Block, Fact
from samestory.facts import dates, quantities
from samestory.facts.number_words import value_of

PUBLISHED = datetime(2024, 12, 14)


def find(text: str) -> list[Fact]:
    """Return the quantities of a text read as one paragraph and one sentence."""
    block = (Block("p", 0, len(text)),)
    article = Article("a", text, PUBLISHED, block, block)
    return quantities.find(article, dates.find(article))


def found(text: str) -> list[tuple[object, ...]]:
    """Return text, both values, modifier, unit and object of each quantity."""
    names = ("value_low", "value_high", "modifier", "unit", "object")
    return [(text[fact.start : fact.end], *(fact.fields[name] for name in names)) for fact in find(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("seventeen", 17),
        ("fifty-two", 52),
        ("two hundred and six", 206),
        ("two hundred and two thousand", 202_000),
        ("4 thousand 3 hundred and 21", 4321),
        ("three lakh crore", 3e12),
        ("half a dozen", 6),
        ("three quarters", 0.75),
        ("forty-two and a third", 42 + 1 / 3),
        ("one million and a half", 1_500_000),
        ("twenty one fifths", 4.2),
        ("three twenty-firsts", 1 / 7),
        ("nine point nought four", 9.04),
        ("one out of four", 0.25),
        ("1,234.5", 1234.5),
        ("12,34,567", 1_234_567),
    ],
)
def test_values_of_number_expressions(text: str, value: float) -> None:
    assert value_of(text) == pytest.approx(value)


@pytest.mark.parametrize("text", ["", "second", "twenty twenty", "and", "one two", "five hundred thousand and", "boat"])
def test_what_is_not_one_number_has_no_value(text: str) -> None:
    assert value_of(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two ferries sank.", ("Two ferries", 2, 2, "exact", "count", "ferries")),
        ("BRELL, Orvania (Wire) - Two ferries sank.", ("Two ferries", 2, 2, "exact", "count", "ferries")),
        (
            "They saw at least two An-124 transport planes there.",
            ("at least two An-124 transport planes", 2, None, "at least", "count", "An-124 transport planes"),
        ),
        ("There were more than a dozen boats.", ("more than a dozen boats", 12, None, "more than", "count", "boats")),
        ("It drew nearly 3 million people.", ("nearly 3 million people", 3e6, 3e6, "about", "count", "people")),
        ("It drew fewer than 40 voters.", ("fewer than 40 voters", None, 40, "less than", "count", "voters")),
        ("It drew up to 900 guests.", ("up to 900 guests", None, 900, "up to", "count", "guests")),
        ("It drew no fewer than 40 voters.", ("no fewer than 40 voters", 40, None, "at least", "count", "voters")),
        ("They lost 14-17 boats.", ("14-17 boats", 14, 17, "exact", "count", "boats")),
        ("They lost between 5 and 10 boats.", ("between 5 and 10 boats", 5, 10, "exact", "count", "boats")),
        ("They lost two or three boats.", ("two or three boats", 2, 3, "exact", "count", "boats")),
        ("It cost 5 to 10 million euros.", ("5 to 10 million euros", 5e6, 1e7, "exact", "EUR", None)),
        ("It cost $5.5bn in all.", ("$5.5bn", 5.5e9, 5.5e9, "exact", "USD", None)),
        ("It cost £20m in all.", ("£20m", 2e7, 2e7, "exact", "GBP", None)),
        ("It cost about USD 400 in all.", ("about USD 400", 400, 400, "about", "USD", None)),
        ("It cost 300 roubles in all.", ("300 roubles", 300, 300, "exact", "RUB", None)),
        ("Some 12.5% of voters stayed away.", ("Some 12.5% of voters", 12.5, 12.5, "about", "percent", "voters")),
        ("It rose by 3 percentage points.", ("3 percentage points", 3, 3, "exact", "percentage_point", None)),
        ("The wall is 30km long.", ("30km", 30, 30, "exact", "kilometre", None)),
        ("Two-thirds of the homes burned.", ("Two-thirds of the homes", 2 / 3, 2 / 3, "exact", None, None)),
        ("It fell to minus 12 degrees Celsius.", ("12 degrees Celsius", 12, 12, "exact", "degree_celsius", None)),
        ("The rule lasted 53 years.", ("53 years", 53, 53, "exact", "year", None)),
        ("A 42-year-old teacher fell.", ("42-year-old", 42, 42, "exact", "year", "age")),
        ("Mara Quill, 42, fell.", ("42", 42, 42, "exact", "year", "age")),
        ("The blast left 14 dead.", ("14 dead", 14, 14, "exact", "count", "dead")),
        ("One man fell.", ("One man", 1, 1, "exact", "count", "man")),
        (
            "They saw several large cargo aircraft.",
            ("several large cargo aircraft", None, None, None, "count", "large cargo aircraft"),
        ),
        ("It drew tens of thousands of people.", ("tens of thousands of people", None, None, None, "count", "people")),
        ("One wire report suggests so.", ("One wire report", 1, 1, "exact", "count", "wire report")),
        ("In Velm 30 people fell.", ("30 people", 30, 30, "exact", "count", "people")),
        ("It reached over 2m users.", ("over 2m users", 2e6, None, "more than", "count", "users")),
        ("It was closed for 6 to 8 weeks.", ("6 to 8 weeks", 6, 8, "exact", "week", None)),
        ("One in eight ferries was late.", ("One in eight", 0.125, 0.125, "exact", None, None)),
        ("Nearly 3 in every 10 ferries were late.", ("Nearly 3 in every 10", 0.3, 0.3, "about", None, None)),
        ("They struck in 10 days.", ("10 days", 10, 10, "exact", "day", None)),
        ("A five-member panel sat.", ("five-member", 5, 5, "exact", "count", "member")),
    ],
)
def test_quantities_have_value_modifier_unit_and_object(text: str, expected: tuple[object, ...]) -> None:
    (row,) = found(text)
    if text.startswith("Two-thirds"):
        row, expected = row[1:3], expected[1:3]
    if "minus" in text:
        row, expected = row[4:], expected[4:]
    assert row == pytest.approx(expected) if all(isinstance(cell, float) for cell in row) else row == expected


@pytest.mark.parametrize(
    "text",
    [
        "An An-124, a Ka-52, an S-400 and the G7 spoke of COVID-19.",
        "The Boeing 737 and Falcon 9 stood in Hall 3 under Resolution 2254.",
        "It was so.[3](/velm/12-ferries/x)",
        "It was so. [[3]] And so.[4] And [[1](https://velm.example/2024/08/01/x)].",
        "Views: 1157",
        "1,157 views",
        "Call +44 20 7946 0018 or 555-010-4477.",
        "The server at 192.0.2.17 ran version 2.4.1.",
        "It began at 17:51 and at 9:30 p.m.",
        "It began in 2015, on 3 March 2021 and in 1995-99.",
        "Arlo won 3-1, after a 9-14 start.",
        "That one is good, the one over there; one of them left.",
        "A second convoy and a third convoy came first.",
        "The first half ended.",
        "© 2025 Velm Courier",
        "1. Introduction",
        "Formula One came to the Group of Seven.",
        "See chapter 4, section 12 and page 7.",
        "It stands at 35°01′57″N 43°38′47″E.",
        "The 76ers met the 737s over 5G on 9/11, 24/7.",
        "Read https://velm.example/a/12 or write to a1@velm.example or @user99 #12.",
        "A few, many and some came.",
        "It fell on 11 and 13 March 2026.",
        "3 min read",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert found(text) == []


def test_a_list_of_figures_is_as_many_numbers() -> None:
    assert [fact.fields["value_low"] for fact in find("They did exercises 22,24,26.")] == [22, 24, 26]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was the second convoy of its kind.", [("second convoy", 2)]),
        ("The crew met the third flood in ten years.", [("third flood", 3), ("ten years", 10)]),
        ("Velm saw a fifth defeat in a row.", [("fifth defeat", 5)]),
        ("Turnout was the second highest in ten years.", [("ten years", 10)]),
        ("He stood in the second row, and the third engine failed.", []),
    ],
)
def test_an_ordinal_counts_where_something_bounds_the_count(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(text[f.start : f.end], f.fields["value_low"]) for f in find(text)] == expected


def test_a_share_of_a_number_counts_the_same_things() -> None:
    assert [fact.fields["object"] for fact in find("Four of the six tanks burned.")] == ["tanks", "tanks"]


def test_so_many_in_a_time_is_no_share() -> None:
    assert [row[:3] for row in found("Seven ferries sank, two in five years.")] == [
        ("Seven ferries", 7, 7),
        ("two", 2, 2),
        ("five years", 5, 5),
    ]


def test_a_change_from_to_is_no_range() -> None:
    values = [(fact.fields["value_low"], fact.fields["value_high"]) for fact in find("It rose from 5 to 9 boats.")]
    assert values == [(5, 5), (9, 9)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As of Friday, 14 boats were lost.", datetime(2024, 12, 13)),
        ("On Friday 14 boats were lost, but the storm of 3 May 2020 was worse.", datetime(2024, 12, 13)),
        ("The harbour lost 14 boats between 3 May 2020 and 9 May 2020.", None),
        ("The harbour lost 14 boats.", None),
        ("In the 1980s, when the port was the pride of the whole coast, it had 14 boats.", None),
    ],
)
def test_as_of_is_the_one_date_of_the_clause(text: str, expected: datetime | None) -> None:
    (fact,) = find(text)
    assert fact.fields["as_of"] == expected


def test_sentences_of_other_paragraphs_do_not_join() -> None:
    text = "It lost two\nboats of oak"
    blocks = (Block("p", 0, 11), Block("q", 12, len(text)))
    (fact,) = quantities.find(Article("a", text, None, blocks, blocks), [])
    assert (text[fact.start : fact.end], fact.fields["object"]) == ("two", None)


# fmt: off
_PIECES = st.sampled_from([
    "two", "hundred", "and", "a", "half", "$", "5", "million", "1,234", "12.5", "%", "-", "–", "to", "between",
    "or", "at least", "boats", "one", "of", "the", "dozen", "\n", "third", "km", "m", ".", ",", "İ", "1e400",
    "9^99999", "[[3]]", "over", "point", "zero", "3/0", "minus", "12 345", "+", "Views:", "ǅ",
])
# fmt: on


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(_PIECES, st.text(max_size=8)), max_size=25).map(" ".join))
def test_offsets_hold_and_values_are_finite_on_any_text(text: str) -> None:
    facts = find(text)
    assert facts == find(text)
    for fact in facts:
        assert 0 <= fact.start < fact.end <= len(text)
        for name in ("value_low", "value_high"):
            value = fact.fields[name]
            assert value is None or (isinstance(value, float) and math.isfinite(value))
