"""Claim clusters, relations and status."""

import pytest

from tests.compare_corpus import Sentence, article, at, fetch, load, numbered

OSTREL = {"Ostrel": "LOC"}
FIRE = Sentence("A fire gutted the timber mill at Ostrel on Monday night, destroying its three drying halls.", OSTREL)
FIRE_AGAIN = Sentence(
    "The timber mill at Ostrel lost its three drying halls in a fire that gutted it on Monday night.", OSTREL
)
KILLED = numbered("The fire at the Ostrel timber mill killed {} people, rescuers found on Tuesday.")
STATUS = """
SELECT status, n_articles, n_sources, n_origins FROM claim_clusters
WHERE n_articles > 1 OR status <> 'single_source'
"""
RELATIONS = "SELECT relation, aspect, reason FROM claim_relations WHERE relation <> 'vague'"


def test_two_outlets_that_name_nobody_corroborate_each_other() -> None:
    connection = load(article("a", "Ostrel Post", FIRE), article("b", "Lake Herald", FIRE_AGAIN))
    assert fetch(connection, STATUS) == [("corroborated", 2, 2, 2)]
    assert [row[:2] for row in fetch(connection, RELATIONS)] == [("agrees", "wording")]


def test_one_outlet_twice_is_a_single_source() -> None:
    connection = load(article("a", "Ostrel Post", FIRE), article("b", "Ostrel Post", FIRE_AGAIN, title="Mill burns"))
    assert fetch(connection, STATUS) == [("single_source", 2, 1, 1)]


def test_one_owner_behind_two_outlets_is_an_echo() -> None:
    papers = [
        article(name, name, text, owner_group="Mill Media") for name, text in (("Post", FIRE), ("Echo", FIRE_AGAIN))
    ]
    assert fetch(load(*papers), STATUS) == [("echo", 2, 2, 2)]


def test_five_outlets_behind_one_company_are_an_echo() -> None:
    company = {"Skylens": "ORG"}
    wordings = (
        "Satellite images from Skylens show two cargo ships burning in the port of Ostrel.",
        "Two cargo ships are burning in the port of Ostrel, Skylens satellite images show.",
        "Satellite images by Skylens show that two cargo ships burn in Ostrel port.",
        "In the port of Ostrel two cargo ships are burning, according to satellite images from Skylens.",
        "Skylens satellite images show two burning cargo ships in the Ostrel port.",
    )
    papers = [
        article(f"a{n}", f"Paper {n}", Sentence(text, names=company, said_by="Skylens"))
        for n, text in enumerate(wordings)
    ]
    connection = load(*papers)
    assert fetch(connection, STATUS) == [("echo", 5, 5, 1)]
    assert fetch(connection, "SELECT DISTINCT origin_id, method FROM origins") == [("image_supplier:skylens", "cited")]


def test_different_named_origins_corroborate() -> None:
    one = Sentence(
        "Fire chief Ilva Brandt said the mill at Ostrel burned down within an hour.",
        {"Ilva Brandt": "PER", "Ostrel": "LOC"},
        said_by="Ilva Brandt",
    )
    two = Sentence(
        "Watchman Jor Pell said it took an hour until the Ostrel mill had burned down.",
        {"Jor Pell": "PER", "Ostrel": "LOC"},
        said_by="Jor Pell",
    )
    connection = load(article("a", "Ostrel Post", one), article("b", "Lake Herald", two))
    assert fetch(connection, STATUS) == [("corroborated", 2, 2, 2)]
    assert fetch(connection, "SELECT DISTINCT speaker_entity_id FROM facts WHERE kind = 'quotation' ORDER BY ALL") == [
        ("PER:ilva brandt",), ("PER:jor pell",),
    ]  # fmt: skip


def test_a_placeholder_speaker_supports_nothing() -> None:
    one = Sentence("The mill at Ostrel burned down within an hour on Monday.")
    two = Sentence(
        "The mill at Ostrel burned down within an hour, said Jane Doe.", said_by="Jane Doe", flag="placeholder"
    )
    connection = load(article("a", "Ostrel Post", one), article("b", "Lake Herald", two))
    assert fetch(connection, "SELECT DISTINCT status, n_sources FROM claim_clusters") == [("single_source", 1)]
    assert fetch(connection, "SELECT count(*) FROM origins WHERE origin_name ILIKE '%jane%'") == [(0,)]


def test_unnamed_officials_of_two_papers_are_not_known_to_be_one() -> None:
    wording = "An official said the mill at Ostrel had been insured for four million crowns."
    papers = [
        article(name, name, Sentence(wording, said_by="an official", flag="anonymous")) for name in ("Post", "Herald")
    ]
    connection = load(*papers)
    assert fetch(connection, "SELECT count(DISTINCT origin_id) FROM origins WHERE origin_kind = 'unknown'") == [(2,)]


def test_a_claim_with_three_attributions_counts_once() -> None:
    one = Sentence(
        "Ilva Brandt told Lake Herald the mill at Ostrel burned down within an hour.",
        {"Ilva Brandt": "PER"},
        said_by="Ilva Brandt",
        cites="Lake Herald",
    )
    connection = load(article("a", "Ostrel Post", one))
    assert fetch(connection, "SELECT n_articles, n_sources, n_origins FROM claim_clusters") == [(1, 1, 1)]
    assert fetch(connection, "SELECT count(*) FROM origins") == [(2,)]


def test_a_conditional_and_a_question_have_no_cluster() -> None:
    papers = [
        article("a", "Ostrel Post", FIRE),
        article(
            "b",
            "Lake Herald",
            Sentence("If a fire gutted the timber mill at Ostrel, its drying halls are lost.", conditional=True),
        ),
        article(
            "c", "Hill Times", Sentence("Did a fire gut the timber mill at Ostrel and destroy its three drying halls?")
        ),
    ]
    connection = load(*papers)
    assert fetch(connection, "SELECT article_id FROM claims WHERE cluster_id IS NOT NULL") == [("a",)]
    assert fetch(connection, "SELECT count(*), max(n_sources) FROM claim_clusters") == [(1, 1)]


def test_a_growing_toll_is_an_update_and_says_how_much_later() -> None:
    connection = load(
        article("a", "Ostrel Post", KILLED("14", 14, 14, "exact"), published_at=at(4, 8)),
        article("b", "Lake Herald", KILLED("17", 17, None, "at least"), published_at=at(4, 14)),
    )
    assert fetch(connection, RELATIONS) == [
        ("updates", "number", "14 people against at least 17 people; the later report is 6 hours newer")
    ]
    assert fetch(connection, "SELECT status FROM claim_clusters") == [("update",)]


def test_numbers_that_differ_at_unknown_times_conflict() -> None:
    connection = load(
        article("a", "Ostrel Post", KILLED("14", 14, 14, "exact")),
        article("b", "Lake Herald", KILLED("17", 17, 17, "exact"), published_at=at(4)),
    )
    assert fetch(connection, RELATIONS)[0][0] == "conflicts"
    assert "not known" in fetch(connection, RELATIONS)[0][2]
    assert fetch(connection, "SELECT status FROM claim_clusters") == [("conflict",)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("14", 14, None, "at least"), ("17", 17, 17, "exact")),
        (("50", 50, 50, "about"), ("53", 53, 53, "exact")),
        (("1,000", 1000, 1000, "exact"), ("1,012", 1012, 1012, "exact")),
    ],
)
def test_numbers_that_fit_agree(
    one: tuple[str, float, float | None, str], two: tuple[str, float, float | None, str]
) -> None:
    connection = load(article("a", "Ostrel Post", KILLED(*one)), article("b", "Lake Herald", KILLED(*two)))
    assert [row[:2] for row in fetch(connection, RELATIONS)] == [("agrees", "number")]


def test_ten_killed_and_twelve_injured_do_not_conflict() -> None:
    hurt = Sentence(
        "Rescuers counted twelve people with burns after the Ostrel timber mill fire.",
        numbers=(("twelve", 12, 12, "exact", "people"),),
    )
    dead = Sentence(
        "The Ostrel timber mill fire killed ten people outright.", numbers=(("ten", 10, 10, "exact", "people"),)
    )
    connection = load(article("a", "Ostrel Post", dead), article("b", "Lake Herald", hurt))
    assert fetch(connection, "SELECT count(*) FROM claim_relations WHERE relation IN ('conflicts', 'updates')") == [
        (0,)
    ]


def test_a_number_that_is_only_possible_conflicts_with_none() -> None:
    may = Sentence(
        "The fire at the Ostrel timber mill may have killed 40 people, rescuers said.",
        numbers=(("40", 40, 40, "exact", "people"),),
        certainty="possible",
    )
    connection = load(article("a", "Ostrel Post", KILLED("14", 14, 14, "exact")), article("b", "Lake Herald", may))
    assert fetch(connection, "SELECT DISTINCT relation FROM claim_relations") == [("vague",)]


def test_a_denial_conflicts() -> None:
    denied = Sentence(
        "A fire gutted the timber mill at Ostrel on Monday night and destroyed its drying halls, the owner denied.",
        certainty="denied",
    )
    connection = load(article("a", "Ostrel Post", FIRE), article("b", "Lake Herald", denied))
    assert [row[:2] for row in fetch(connection, RELATIONS)] == [("conflicts", "polarity")]
    assert fetch(connection, "SELECT DISTINCT status FROM claim_clusters") == [("conflict",)]


def test_unrelated_claims_of_one_story_keep_clusters_of_their_own() -> None:
    other = Sentence("Insurance inspectors are expected in Ostrel by the weekend.")
    connection = load(article("a", "Ostrel Post", FIRE, other), article("b", "Lake Herald", FIRE_AGAIN))
    assert fetch(connection, "SELECT n_articles FROM claim_clusters ORDER BY ALL") == [(1,), (2,)]
    assert fetch(connection, "SELECT count(*) FROM claims WHERE cluster_id IS NULL") == [(0,)]


def test_the_same_done_to_another_person_does_not_agree() -> None:
    wording = "The Ostrel rowing club put {} on its injured list on Monday evening."
    one, two = (Sentence(wording.format(name), {name: "PER"}) for name in ("Jor Pell", "Ada Vinn"))
    connection = load(article("a", "Ostrel Post", one), article("b", "Lake Herald", two))
    assert fetch(connection, "SELECT relation, aspect FROM claim_relations") == [("vague", "actor")]


def test_what_one_says_and_the_other_negates_does_not_agree() -> None:
    rain = Sentence("Heavy rain caused the landslide above Ostrel on Monday.")
    road = Sentence("Not heavy rain but road works caused the landslide above Ostrel on Monday.")
    connection = load(article("a", "Ostrel Post", rain), article("b", "Lake Herald", road))
    assert fetch(connection, "SELECT count(*) FROM claim_clusters WHERE status = 'corroborated'") == [(0,)]


def test_an_outlet_that_cites_the_other_elsewhere_is_not_independent_of_it() -> None:
    citing = Sentence("The owner told Lake Herald that nobody had been inside.", cites="Lake Herald")
    connection = load(article("a", "Ostrel Post", FIRE, citing), article("b", "Lake Herald", FIRE_AGAIN))
    assert fetch(connection, STATUS) == [("echo", 2, 2, 1)]
    inferred = "SELECT origin_id FROM origins WHERE article_id = 'a' AND method = 'inferred' ORDER BY ALL"
    assert fetch(connection, inferred) == [("outlet:lake herald",), ("outlet:ostrel post",)]


def test_images_without_a_name_are_taken_for_those_that_another_paper_names() -> None:
    named = Sentence(
        "Satellite images from Skylens show two cargo ships burning in the port of Ostrel.",
        {"Skylens": "ORG", "Ostrel": "LOC"},
        said_by="Skylens",
    )
    unnamed = Sentence("Two cargo ships are burning in the port of Ostrel, satellite imagery shows.", OSTREL)
    connection = load(article("a", "Ostrel Post", named), article("b", "Lake Herald", unnamed))
    assert fetch(connection, STATUS) == [("echo", 2, 2, 1)]


def test_images_are_taken_for_those_of_a_supplier_whom_both_papers_name_elsewhere() -> None:
    credit = "Skylens published satellite images of the {} on Friday."
    naming = [Sentence(credit.format(part), {"Skylens": "ORG"}, said_by="Skylens") for part in ("yard", "pier")]
    one = Sentence("The images show two cargo ships burning in the port of Ostrel.", OSTREL)
    two = Sentence("Two cargo ships were seen burning in the port of Ostrel.", OSTREL)
    alone = load(article("a", "Ostrel Post", one, naming[0]), article("b", "Lake Herald", two))
    both = load(article("a", "Ostrel Post", one, naming[0]), article("b", "Lake Herald", two, naming[1]))
    shared = "SELECT status, n_origins FROM claim_clusters WHERE contains(text, 'cargo ships') ORDER BY ALL"
    assert (fetch(alone, shared), fetch(both, shared)) == ([("corroborated", 2)], [("echo", 1)])
