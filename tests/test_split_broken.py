"""Lines broken at inline tags, read as the sentences they were; and passages that come twice."""

import pytest

from samestory.clean import keep_everything
from samestory.split import split
from tests.cleaning import BODY, articles
from tests.test_split import paragraphs_of, sentences_of


@pytest.mark.parametrize(
    "text",
    [
        "The council of \nMarrow Bay\n voted on Thursday.",
        "The mayor, \nOttilie Brandt\n, had asked for it.",
        "The boats\n, ferries\n and \nlorries\n wait.",
        "Age:\n 61, mayor of the bay.",
        "Record: \nEleven repairs in nine years.",
        "Bearing\n:\n Cracked in two places.",
        "She called it “\nthe bridge of sighs\n” and left.",
        'She called it "\nThe Bridge\n" and left.',
        "It is the mayor\n’s own bridge\n.",
        "Ferries (\nfree of charge\n) leave at noon.",
        "A \nferry\n \n \nleaves at noon.",
        "The bridge\n \nof \nMarrow Bay\n is shut.",
        "Rosa Fennimore\n – who wrote the report – is away.",
        "3.\n \nThe ferry leaves at noon.",
        "One of the two big lorries of the\nfish market waits.",
        "The council found two cracks in bearings that had been mended in the year before\n\nand closed the bridge.",
    ],
)
def test_a_sentence_broken_at_tags_is_one_sentence(text: str) -> None:
    assert [piece for _, piece in paragraphs_of(text)] == [text]
    assert sentences_of(text) == [text]


@pytest.mark.parametrize(
    "lines",
    [
        ["Bridge to close in spring\n", BODY[0]],
        ["The ferry left at noon. \n", "It was late. \n", "Nobody was on board."],
        ["Flour and salt\n", "Two lemons\n", "Cold butter"],
        ["Flour and salt\n\n", "Two lemons\n\n", "Cold butter"],
        ["Who will pay for it?\n \n", "The county pays two thirds."],
        ["A heading of some length \n\n", "the text begins in lower case."],
        ["NEWS\n", "The council met on Thursday in the old customs house."],
        ["The boats:\n", "- a ferry\n", "- a barge"],
    ],
)
def test_lines_that_were_apart_stay_apart(lines: list[str]) -> None:
    assert [piece for _, piece in paragraphs_of("".join(lines))] == [line.strip() for line in lines]


def test_a_quote_s_end_on_the_next_line_ends_its_sentence() -> None:
    text = "She called it “\nthe bridge of sighs.\n” The council did not."
    assert sentences_of(text) == ["She called it “\nthe bridge of sighs.\n”", "The council did not."]


def duplicates_of(*paragraphs: str) -> list[int | None]:
    """Return for each paragraph the number of the one that it repeats."""
    given_articles = articles("\n\n".join(paragraphs))
    rows = split(given_articles, keep_everything(given_articles))[0]
    ids = rows["paragraph_id"].to_list()
    return [None if of is None else ids.index(of) for of in rows["duplicate_of"].to_list()]


def test_a_pull_quote_repeats_the_paragraph_that_holds_it() -> None:
    quote = "“We have mended this bridge eleven times since I was elected.”"
    assert duplicates_of(BODY[0], quote, BODY[1], BODY[2]) == [None, 2, None, None]
    assert duplicates_of(BODY[1], BODY[0], quote, quote) == [None, None, 0, 2]


def test_headings_and_short_sentences_come_twice_by_right() -> None:
    heading = "Lorries must drive round the bay, which takes forty minutes longer"
    assert duplicates_of(BODY[0], heading, BODY[2]) == [None, None, None]
    assert duplicates_of(BODY[0], "The council said so.", "“The council said so.” Nobody else did.") == [None] * 3


def test_another_article_s_words_are_no_repetition() -> None:
    given_articles = articles(BODY[0], "\n\n".join([BODY[0], BODY[1]]))
    assert split(given_articles, keep_everything(given_articles))[0]["duplicate_of"].null_count() == 3
