"""Agreement in other words: what makes two claims one statement although they share little of their wording."""

import duckdb
import pytest

from samestory.compare.script import run_scripts
from tests.compare_corpus import Number, Sentence, article, at, fetch, load

ENGINES = Sentence("Nine fire engines from Havn fought the flames at the Ostrel timber mill.")
# The sentence that ties two articles to one story is the first of each.
RELATIONS = "SELECT relation FROM claim_relations WHERE claim_a NOT LIKE '%claim:0-%'"


def relations(one: Sentence, two: Sentence) -> list[str]:
    """Return how two sentences of two outlets' reports on one fire stand to one another."""
    connection = load(
        article("a", "Ostrel Post", ENGINES, one, published_at=at(4)),
        article("b", "Lake Herald", ENGINES, two, published_at=at(4)),
    )
    return [relation for (relation,) in fetch(connection, RELATIONS)]


def _counted(text: str, number: float, noun: str) -> Sentence:
    words = f"{'two' if number == 2 else 'three'} {noun}"
    numbers: tuple[Number, ...] = ((words, number, number, "exact", noun),)
    return Sentence(text.format(words), numbers=numbers)


@pytest.mark.parametrize(
    ("noun", "number", "relation"), [("barges", 2, "agrees"), ("people", 2, "vague"), ("barges", 3, "vague")]
)
def test_as_many_of_one_thing_are_the_same_whatever_they_are_said_to_do(
    noun: str, number: float, relation: str
) -> None:
    one = _counted("By midnight {} lay moored off the quay.", 2, noun)
    two = _counted("The harbour master saw {} ready to depart when he came down to the quay at midnight.", number, noun)
    assert relations(one, two) == [relation]


@pytest.mark.parametrize(("speaker", "relation"), [("Berta Ohm", "agrees"), ("Carl Lund", "vague")])
def test_who_says_it_and_a_name_in_common_need_little_wording(speaker: str, relation: str) -> None:
    names = {"Havn": "LOC"}
    one = Sentence(
        "A tower in Havn was planned to control the stacks, its height being 30 metres.", names, said_by="Berta Ohm"
    )
    two = Sentence(
        "There is a plan of controlling from above whatever lies piled up outdoors in Havn.", names, said_by=speaker
    )
    assert relations(one, two) == [relation]


@pytest.mark.parametrize(("rival", "relation"), [("an old rival", "agrees"), ("Ida Moe", "vague")])
def test_a_person_and_another_name_are_enough_unless_each_names_somebody_else(rival: str, relation: str) -> None:
    names = {"Berta Ohm": "PER", "Havn": "LOC"}
    rivals = {"Ida Moe": "PER"} if rival == "Ida Moe" else {}
    one = Sentence(
        "A polished trophy recalls how Berta Ohm beat Ada Vinn in the saw race of Havn last summer, as hundreds saw.",
        names | {"Ada Vinn": "PER"},
    )
    two = Sentence(
        f"The saw with which Berta Ohm won a summer race against {rival} at the festival of Havn lies in her office, "
        "its handle broken.",
        names | rivals,
    )
    assert relations(one, two) == [relation]


@pytest.mark.parametrize(
    "forms",
    [
        ("plan", "planned", "planning"),
        ("control", "controlling"),
        ("murder", "murdered", "murders"),
        ("drive", "driver"),
    ],
)
def test_forms_of_one_word_have_one_stem(forms: tuple[str, ...]) -> None:
    connection = duckdb.connect()
    run_scripts(connection, "000_macros")
    stems = connection.execute(
        "SELECT count(DISTINCT cmp_stem(form)) FROM (SELECT unnest($forms) AS form)", {"forms": forms}
    )
    assert stems.fetchall() == [(1,)]


def test_an_irregular_verb_is_one_word_in_all_its_forms() -> None:
    names = {"Havn": "LOC"}
    one = Sentence("The chimney fell into the bay of Havn and sank two boats.", names)
    two = Sentence("Masonry is falling off Havn and sinking dinghies.", names)
    assert relations(one, two) == ["agrees"]


@pytest.mark.parametrize(("words", "relation"), [("No. 3", "agrees"), ("not only the", "agrees"), ("not the", "vague")])
def test_what_only_looks_like_a_no_denies_nothing(words: str, relation: str) -> None:
    names = {"Havn": "LOC"}
    one = Sentence(f"The flames destroyed {words} drying hall in Havn on Monday.", names)
    two = Sentence("A drying hall in Havn was destroyed by flames on Monday.", names)
    assert relations(one, two) == [relation]
