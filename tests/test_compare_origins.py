"""Origins: who is independent of whom, who is nobody, and how a shared claim is shown."""

import pytest

from tests.compare_corpus import Sentence, article, fetch, load

SHARED = "SELECT status, n_origins FROM claim_clusters WHERE n_sources > 1 ORDER BY ALL"
ORIGINS = "SELECT DISTINCT origin_kind, origin_name FROM origins WHERE subject_kind = 'claim' ORDER BY ALL"
BOARD = {"Ostrel Water Board": "ORG"}
VINN = {"Ada Vinn": "PER"}


def test_who_speaks_for_an_organisation_is_not_independent_of_it() -> None:
    weir = {"Ostrel": "LOC"}
    one = Sentence("The weir at Ostrel will be rebuilt by autumn, Ada Vinn said.", VINN | weir, said_by="Ada Vinn")
    role = Sentence("The plan was drawn by Ada Vinn, the head of the Ostrel Water Board.", VINN | BOARD)
    two = Sentence(
        "By autumn the weir at Ostrel will be rebuilt, the Ostrel Water Board said.",
        BOARD | weir,
        said_by="Ostrel Water Board",
    )
    tied = load(article("a", "Ostrel Post", one, role), article("b", "Lake Herald", two))
    apart = load(article("a", "Ostrel Post", one), article("b", "Lake Herald", two))
    assert (fetch(tied, SHARED), fetch(apart, SHARED)) == ([("echo", 1)], [("corroborated", 2)])


def test_two_figures_in_common_are_one_measurement() -> None:
    one = Sentence(
        "Of 310 trees tested in the Ostrel forest, 46 had the beetle.",
        numbers=(("310 trees", 310, 310, "exact", "trees"), ("46", 46, 46, "exact", "trees")),
    )
    two = Sentence(
        "The beetle was in 46 of 310 trees tested in the Ostrel forest.",
        numbers=(("46 of 310 trees", 46, 46, "exact", "trees"), ("310 trees", 310, 310, "exact", "trees")),
    )
    assert fetch(load(article("a", "Ostrel Post", one), article("b", "Lake Herald", two)), SHARED) == [("echo", 1)]


def test_one_wording_is_one_text() -> None:
    said = Sentence("Beetles were found in the old forest above Ostrel.")
    assert fetch(load(article("a", "Ostrel Post", said), article("b", "Lake Herald", said)), SHARED) == [("echo", 1)]


@pytest.mark.parametrize("word", ["Board", "board", "The board", "It", "the company"])
def test_a_word_for_an_organisation_is_the_one_that_spoke_before(word: str) -> None:
    text = f"The Ostrel Water Board said so. {word} said the weir at Ostrel would be rebuilt by autumn."
    rows = article("a", "Ostrel Post", Sentence(text, BOARD, said_by=word))
    before = rows["facts"][1] | {"fact_id": "before", "speaker": "Ostrel Water Board", "speaker_start": 4}
    rows["facts"][1] |= {"speaker_start": 32}
    rows["facts"].append(before)
    assert fetch(load(rows), ORIGINS) == [("official", "Ostrel Water Board")]


def origins_of(speaker: str, names: dict[str, str], flag: str) -> object:
    """Return the origins of a claim whose speaker's words have a place in the text."""
    text = f"The weir at Ostrel will be rebuilt by autumn, {speaker} said."
    rows = article("a", "Ostrel Post", Sentence(text, names, said_by=speaker, flag=flag))
    start = text.index(speaker)
    rows["facts"][-1] |= {"speaker_start": start, "speaker_end": start + len(speaker)}
    return fetch(load(rows), ORIGINS)


@pytest.mark.parametrize(
    ("speaker", "flag"),
    [
        ("an Ostrel Water Board spokeswoman", "anonymous"),
        ("engineers at the Ostrel Water Board", "anonymous"),
        ("two Ostrel Water Board officials", "anonymous"),
        ("a statement from the Ostrel Water Board", "document"),
        ("the Ostrel Water Board's own footage", "document"),
    ],
)
def test_the_unnamed_who_speak_for_an_organisation_are_the_organisation(speaker: str, flag: str) -> None:
    assert origins_of(speaker, BOARD, flag) == [("official", "Ostrel Water Board")]


@pytest.mark.parametrize("speaker", ["a critic of the Ostrel Water Board", "an Ostrel Water Board customer"])
def test_the_unnamed_who_only_have_to_do_with_an_organisation_are_nobody(speaker: str) -> None:
    assert origins_of(speaker, BOARD, "anonymous") == [("unknown", speaker)]


def test_a_person_behind_a_title_is_the_person() -> None:
    assert origins_of("the Harbour Master Ada Vinn", VINN, "named") == [("official", "Ada Vinn")]


def origins_behind(word: str, between: str) -> object:
    """Return the origins of a claim whose speaker is a word before the name of an organisation."""
    text = f"The weir at Ostrel will hold, according to {word}{between}Ostrel Water Board."
    rows = article("a", "Ostrel Post", Sentence(text, BOARD, said_by=word, flag="anonymous"))
    end = text.index(word) + len(word)
    rows["facts"][1] |= {"speaker_start": end - len(word), "speaker_end": end}
    return fetch(load(rows), ORIGINS)


@pytest.mark.parametrize("between", [" by the ", " of the ", " from the "])
def test_tests_by_an_organisation_are_its_own(between: str) -> None:
    assert origins_behind("tests", between) == [("official", "Ostrel Water Board")]


def test_critics_of_an_organisation_are_nobody() -> None:
    assert origins_behind("critics", " of the ") == [("unknown", "critics")]


@pytest.mark.parametrize("word", ["he", "they", "tests", "pictures", "The company", "Regulator", "this study"])
def test_a_word_that_names_nobody_is_no_independent_origin(word: str) -> None:
    said = Sentence(f"The weir at Ostrel will be rebuilt by autumn, {word} said.", said_by=word)
    again = Sentence(f"By autumn the weir at Ostrel will have been rebuilt, {word} said.", said_by=word)
    connection = load(article("a", "Ostrel Post", said), article("b", "Lake Herald", again))
    assert fetch(connection, "SELECT DISTINCT origin_kind FROM origins") == [("unknown",)]
    assert fetch(connection, SHARED) == [("echo", 1)]


def test_a_title_and_a_short_form_in_brackets_make_no_other_origin() -> None:
    plain = Sentence("The weir will be rebuilt by autumn, Ada Vinn said.", VINN, said_by="Ada Vinn")
    titled = Sentence(
        "By autumn the weir will be rebuilt, Engineer Ada Vinn said.",
        {"Engineer Ada Vinn": "PER"},
        said_by="Engineer Ada Vinn",
    )
    assert fetch(load(article("a", "Post", plain), article("b", "Herald", titled)), SHARED) == [("echo", 1)]
    short = Sentence("The weir is safe and sound, the Ostrel Water Board said.", said_by="Ostrel Water Board")
    both = Sentence(
        "Safe and sound is the weir, the Ostrel Water Board (OWB) said.", said_by="Ostrel Water Board (OWB)"
    )
    assert fetch(load(article("a", "Post", short), article("b", "Herald", both)), SHARED) == [("echo", 1)]


def test_an_organisation_by_its_first_word_is_the_one_of_the_story() -> None:
    one = Sentence("The saws are safe, Brandtane Timber said.", {"Brandtane Timber": "ORG"}, said_by="Brandtane Timber")
    two = Sentence("Brandtane says that the saws are safe.", {"Brandtane": "ORG"}, said_by="Brandtane")
    connection = load(article("a", "Post", one), article("b", "Herald", two))
    assert fetch(connection, "SELECT entity_id, method FROM entity_aliases WHERE alias = 'Brandtane'") == [
        ("ORG:brandtane timber", "story")
    ]
    assert fetch(connection, SHARED) == [("echo", 1)]


def test_a_footnote_mark_is_no_origin() -> None:
    rows = article("a", "Post", Sentence("The weir at Ostrel is safe. [1]", cites="[1]"))
    rows["facts"][0] |= {"cited": "1", "cited_kind": "footnote", "cited_url": None}
    assert fetch(load(rows), ORIGINS) == [("outlet", "Post")]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("OSTREL, Orvana (Lake Wire) - The weir has burst.", "The weir has burst."),
        ("OSTREL — The weir has burst", "The weir has burst"),
        ("The weir has burst, according to the Ostrel Water Board", "The weir has burst"),
        ("The weir has burst, the council said on Monday", "The weir has burst"),
        ("The weir has burst [[1](https://www.lakeherald.example/weir)", "The weir has burst"),
        ("The MX-30 pump - a new one - has burst", "The MX-30 pump - a new one - has burst"),
    ],
)
def test_a_shared_claim_is_shown_without_what_is_no_part_of_it(text: str, shown: str) -> None:
    assert fetch(load(article("a", "Post", Sentence(text))), "SELECT text FROM claim_clusters") == [(shown,)]
