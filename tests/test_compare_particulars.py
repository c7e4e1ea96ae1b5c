"""What must be in common beyond words: a particular for agreement, a name for one event; and sentences told twice."""

import pytest

from tests.compare_corpus import Rows, Sentence, article, at, fetch, load

ENGINES = Sentence("Nine fire engines from Havn fought the flames at the Ostrel timber mill.")
# The sentence that ties two articles to one story is the first of each.
_AGREED = "SELECT count(*) FROM claim_relations WHERE relation = 'agrees' AND claim_a NOT LIKE '%claim:0-%'"
_WARM = "Warm nights with little wind made the flames spread along the timber stacks."
_WARM_TOO = "Because of warm nights and little wind, flames had spread along stacks of timber."


@pytest.mark.parametrize(("names", "agreed"), [({}, 0), ({"Lake Ostrel": "LOC"}, 1)])
def test_words_alone_are_no_agreement_and_a_name_in_common_makes_it_one(names: dict[str, str], agreed: int) -> None:
    ending = " by Lake Ostrel." if names else "."
    one, two = (Sentence(text.removesuffix(".") + ending, names=names) for text in (_WARM, _WARM_TOO))
    connection = load(
        article("a", "Ostrel Post", ENGINES, one, published_at=at(4)),
        article("b", "Lake Herald", ENGINES, two, published_at=at(4)),
    )
    assert fetch(connection, _AGREED) == [(agreed,)]


@pytest.mark.parametrize(("speaker", "agreed"), [("Berta Ohm", True), ("Carl Lund", False)])
def test_what_somebody_says_of_himself_agrees_with_his_own_words_alone(speaker: str, agreed: bool) -> None:
    names = {"Havn": "LOC"}
    one = Sentence("We moved all the cattle out of the burning barns to Havn.", names=names, said_by="Berta Ohm")
    two = Sentence("We have moved our cattle from the burning barns to Havn.", names=names, said_by=speaker)
    connection = load(
        article("a", "Ostrel Post", ENGINES, one, published_at=at(4)),
        article("b", "Lake Herald", ENGINES, two, published_at=at(4)),
    )
    assert fetch(connection, _AGREED) == [(int(agreed),)]


def test_a_sentence_that_an_article_tells_twice_is_reuse_within_it() -> None:
    first = Sentence(
        "The mill at Ostrel had passed its yearly inspection of cables and boilers in March without remarks."
    )
    again = Sentence(
        "In March, the mill at Ostrel had passed its yearly inspection of boilers and cables without remarks."
    )
    other = Sentence("Its owners want to open the drying halls for visitors again before the summer holidays.")
    connection = load(article("a", "Ostrel Post", ENGINES, first, other, again))
    assert fetch(connection, "SELECT count(*) FROM text_reuse") == [(1,)]
    alone = load(article("a", "Ostrel Post", ENGINES, first, other))
    assert fetch(alone, "SELECT count(*) FROM text_reuse") == [(0,)]


def test_a_sentence_told_again_in_other_words_shares_what_no_third_sentence_has() -> None:
    first = Sentence(
        "Inspectors had possibly overlooked a corroded valve in the boiler house during their spring visit."
    )
    again = Sentence(
        "A corroded boiler valve, it is possible, was missed when inspectors came to look at the mill in April."
    )
    third = Sentence(
        "The corroded valve in the boiler had been known to inspectors and to the fitters for years, one said."
    )
    told = "SELECT kind, scope, unit FROM text_reuse"
    twice = load(article("a", "Ostrel Post", ENGINES, first, again))
    assert fetch(twice, told) == [("rewritten", "article", "sentence")]
    assert fetch(load(article("a", "Ostrel Post", ENGINES, first, again, third)), told) == []


_TEXTS = {
    "a": (
        "Fire destroyed the timber mill of {place} and the roof of a drying hall, {owner} said.",
        "Flames went through the roof of the timber mill in {place} and a drying hall, according to {owner}.",
        "The fire in the timber mill at {place} has destroyed a roof and one drying hall, said {owner}.",
        "In {place} a fire burned the roof of the timber mill and its drying hall, {owner} said.",
    ),
    "b": (
        "A timber mill burned down in {place} during the night, and its owner {owner} lost two saws and a crane.",
        "Saws and a crane were lost when the timber mill of {owner} in {place} burned down at night.",
        "The crane and the saws of {owner} are gone after a timber mill burned down in {place}.",
        "{owner} lost a crane and several saws as the timber mill of {place} burned down in the night.",
    ),
}


def _fires(place: str, owner: str, group: str) -> list[Rows]:
    """Return four reports of a fire in one place."""
    return [
        article(
            f"{group}{number}",
            f"Outlet {group}{number}",
            Sentence(text.format(place=place, owner=owner), names={place: "LOC", owner: "PER"}),
            published_at=at(4, 8 + number),
        )
        for number, text in enumerate(_TEXTS[group])
    ]


@pytest.mark.parametrize(("place", "owner", "stories"), [("Ostrel", "Berta Ohm", 1), ("Havn", "Carl Lund", 2)])
def test_alike_events_with_other_names_are_other_stories(place: str, owner: str, stories: int) -> None:
    connection = load(*_fires("Ostrel", "Berta Ohm", "a"), *_fires(place, owner, "b"))
    assert fetch(connection, "SELECT count(DISTINCT story_id) FROM articles") == [(stories,)]
