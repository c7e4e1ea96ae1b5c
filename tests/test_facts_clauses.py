"""Which part of a sentence is the claim: what was said, without the words of who said it."""

import pytest

from tests.claiming import state


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("The firm denied a report in the Post that it had sold the dam.", "it had sold the dam"),
        ("The mayor rejected claims that the gate was open.", "the gate was open"),
        (
            "The mayor rejected the report, which had angered him.",
            "The mayor rejected the report, which had angered him",
        ),
    ],
)
def test_what_is_denied_stands_behind_the_report_of_it(sentence: str, claim: str) -> None:
    assert [text for text, _ in state(sentence)] == [claim]


@pytest.mark.parametrize("sentence", ["“No comment,” the minister said.", "Orla Venn added: “Nobody warned us.”"])
def test_a_few_words_said_that_are_no_clause_claim_nothing(sentence: str) -> None:
    assert state(sentence) == []


def test_a_subject_with_its_verb_contracted_makes_a_clause() -> None:
    assert [text for text, _ in state("“It’s the safest dam of all,” Orla Venn said.")] == [
        "It’s the safest dam of all"
    ]


def test_a_relative_clause_behind_a_preposition_is_no_claim_of_its_own() -> None:
    sentence = 'The dam broke on Monday, officials said, in what the mayor called "the worst day in memory".'
    assert [text for text, _ in state(sentence)] == ["The dam broke on Monday"]


def test_a_claim_ends_with_the_straight_mark_that_closes_it() -> None:
    assert state('The mayor called the dam "a danger to all".')[0][0].endswith('to all"')
