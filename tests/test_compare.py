"""The comparison as a whole: versions, stories, text reuse, names, postings, and what holds for all of it."""

from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samestory.compare import compare
from tests.compare_corpus import RESULTS, Rows, Sentence, article, at, fetch, load, results

FIRE = Sentence("A fire gutted the timber mill at Ostrel on Monday night.", {"Ostrel": "LOC"})
HALLS = Sentence("Three drying halls of the timber mill burned down before the fire brigade of Ostrel arrived.")
OWNER = Sentence(
    "Owner Ilva Brandt said 80 people would be paid until the mill at Ostrel is rebuilt.", {"Ilva Brandt": "PER"}
)
BRANDT = Sentence("Brandt has run the timber mill in Ostrel since her father gave it up.", {"Brandt": "PER"})
CUP = Sentence("The handball women of Ostrel won the lake cup in extra time.", {"Ostrel": "LOC"})
FINAL = Sentence(
    "Goalkeeper Tora Lind saved four penalties in the final against Havn.", {"Tora Lind": "PER", "Havn": "LOC"}
)
COPIED = Sentence(
    "The brigade needed nine hours and water from the lake to put out the flames, and two houses next to the mill "
    "had to be left by the families who live there."
)


def stories(*articles: Rows) -> list[tuple[str, str]]:
    """Return each article with its story."""
    found: list[tuple[str, str]] = fetch(load(*articles), "SELECT article_id, story_id FROM articles ORDER BY ALL")
    return found


def one_paragraph(rows: Rows) -> Rows:
    """Return the article with all its sentences in one paragraph."""
    whole, name = rows["articles"][0]["raw_text"], rows["articles"][0]["article_id"]
    block = rows["paragraphs"][0] | {"paragraph_id": f"{name}:paragraph:0", "end_char": len(whole), "text": whole}
    parts = {
        t: [row | {"paragraph_id": block["paragraph_id"]} for row in rows[t]] for t in ("sentences", "facts", "claims")
    }
    return rows | parts | {"paragraphs": [block]}


def test_one_event_is_one_story_and_another_in_the_same_town_is_not() -> None:
    fire = [article("a", "Post", FIRE, HALLS), article("b", "Herald", HALLS, FIRE)]
    cup = [article("c", "Post", CUP, FINAL), article("d", "Herald", FINAL, CUP)]
    assert stories(*fire, *cup) == [("a", "story:a"), ("b", "story:a"), ("c", "story:c"), ("d", "story:c")]


def test_the_same_words_a_year_later_are_another_story() -> None:
    then, now = datetime(2030, 3, 4), datetime(2031, 3, 4)
    found = stories(
        article("a", "Post", FIRE, HALLS, published_at=now), article("b", "Herald", HALLS, FIRE, published_at=then)
    )
    assert found == [("a", "story:a"), ("b", "story:b")]


def test_a_story_is_named_after_its_earliest_article() -> None:
    found = stories(
        article("a", "Post", FIRE, HALLS, published_at=at(5)), article("b", "Herald", HALLS, FIRE, published_at=at(4))
    )
    assert {story for _, story in found} == {"story:b"}


def test_a_story_counts_documents_and_outlets() -> None:
    connection = load(
        article("a", "Post", FIRE, HALLS, published_at=at(4)),
        article("b", "Herald", HALLS, FIRE, published_at=at(5)),
        article("c", "Herald", FIRE, HALLS, title="Mill burns", canonical_url="h/c", published_at=at(6)),
    )
    assert fetch(connection, "SELECT n_articles, n_sources, first_published_at, last_published_at FROM stories") == [
        (3, 2, at(4), at(6))
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"canonical_url": "post/fire"}, {"canonical_url": "post/fire", "title": "New title"}),
        ({"content_sha256": "same"}, {"content_sha256": "same", "title": "New title"}),
        ({"title": "Mill burns"}, {"title": "Mill burns"}),
    ],
)
def test_versions_of_one_document(first: dict[str, str], second: dict[str, str]) -> None:
    connection = load(
        article("b", "Post", COPIED, FIRE, fetched_at=at(4, 8), **first),
        article("a", "Post", COPIED, FIRE, fetched_at=at(4, 9), **second),
        article("c", "Herald", COPIED, FIRE, fetched_at=at(4, 9), **first),
    )
    assert fetch(connection, "SELECT article_id, version_no, supersedes_id FROM articles ORDER BY ALL") == [
        ("a", 2, "b"), ("b", 1, None), ("c", 1, None),
    ]  # fmt: skip
    assert fetch(connection, "SELECT n_articles FROM stories") == [(2,)]
    assert fetch(connection, "SELECT max(n_articles) FROM claim_clusters") == [(2,)]


def test_a_series_under_one_title_is_no_version() -> None:
    connection = load(
        article("a", "Post", FIRE, HALLS, title="The day"), article("b", "Post", CUP, FINAL, title="The day")
    )
    assert fetch(connection, "SELECT DISTINCT version_no FROM articles") == [(1,)]


def test_a_correction_is_an_update_and_the_newest_version_counts() -> None:
    template = "The mill fire at Ostrel killed {} people."
    old = Sentence(template.format(14), numbers=(("14", 14, 14, "exact", "people"),))
    new = Sentence(template.format(17), numbers=(("17", 17, 17, "exact", "people"),))
    connection = load(
        article("a", "Post", new, HALLS, canonical_url="post/fire", fetched_at=at(5)),
        article("b", "Post", old, HALLS, canonical_url="post/fire", fetched_at=at(4)),
    )
    assert fetch(connection, "SELECT left(claim_a, 1), left(claim_b, 1), relation, reason FROM claim_relations") == [
        ("b", "a", "updates", "14 people against 17 people; a later version of the same article")
    ]
    assert fetch(connection, "SELECT status, n_articles FROM claim_clusters ORDER BY ALL") == [
        ("single_source", 1), ("update", 1),
    ]  # fmt: skip


def test_a_copied_paragraph_points_from_the_earlier_to_the_later_and_is_an_echo() -> None:
    connection = load(
        article("a", "Herald", FIRE, COPIED, published_at=at(4, 12)),
        article("b", "Post", COPIED, HALLS, published_at=at(4, 8)),
    )
    assert fetch(
        connection,
        "SELECT earlier_article_id, later_article_id, scope, kind, order_known, share, score FROM text_reuse",
    ) == [("b", "a", "cross_source", "verbatim", True, 1.0, 1.0)]
    shared = "SELECT status, n_sources, n_origins FROM claim_clusters WHERE n_sources > 1"
    assert fetch(connection, shared) == [("echo", 2, 1)]
    edges = "SELECT subject_kind, article_id, origin_id FROM origins WHERE method = 'copied' ORDER BY ALL"
    assert fetch(connection, edges) == [
        ("article", "a", "outlet:post"), ("claim", "a", "outlet:post"),
    ]  # fmt: skip


def test_an_edited_paragraph_is_near_and_without_dates_the_order_is_unknown() -> None:
    edited = Sentence(COPIED.text.replace("nine hours", "almost ten hours").replace("families", "tenants"))
    connection = load(article("a", "Post", FIRE, COPIED), article("b", "Herald", edited, FIRE))
    assert fetch(connection, "SELECT kind, order_known FROM text_reuse") == [("near", False)]


def test_a_paragraph_that_tells_the_same_in_other_words_is_rewritten_and_no_copy() -> None:
    texts = (
        (
            "Flames destroyed three drying halls of the Ostrel mill on Monday.",
            "Nine fire engines from Havn fought them.",
        ),
        (
            "On Monday three drying halls of the Ostrel mill were destroyed.",
            "Fire engines, nine in all, came from Havn.",
        ),
    )
    told = [(Sentence(mill, {"Ostrel": "LOC"}), Sentence(engines, {"Havn": "LOC"})) for mill, engines in texts]
    articles = [article(name, name, *pair) for name, pair in zip(("a", "b"), told, strict=True)]
    connection = load(*(one_paragraph(rows) for rows in articles))
    assert fetch(connection, "SELECT kind, scope, share < 0.5 FROM text_reuse") == [("rewritten", "cross_source", True)]
    assert fetch(connection, "SELECT count(*) FROM origins WHERE method = 'copied'") == [(0,)]


def test_house_text_of_one_outlet_is_no_copy() -> None:
    connection = load(article("a", "Post", FIRE, COPIED), article("b", "Post", CUP, COPIED, title="Cup"))
    assert fetch(connection, "SELECT scope FROM text_reuse") == [("source",)]
    assert fetch(connection, "SELECT count(*) FROM origins WHERE method = 'copied'") == [(0,)]


def test_a_source_line_speaks_for_the_unattributed_claims_of_its_article() -> None:
    line = Sentence("Original source: www.herald.example", cites="www.herald.example", claimed=False)
    connection = load(article("a", "Post", HALLS, OWNER, line), article("b", "Herald", FIRE, HALLS))
    edges = "SELECT DISTINCT subject_kind, origin_id, method FROM origins WHERE article_id = 'a' ORDER BY ALL"
    assert fetch(connection, edges) == [
        ("article", "outlet:herald", "cited"), ("claim", "outlet:herald", "inferred"),
    ]  # fmt: skip
    assert fetch(connection, "SELECT status FROM claim_clusters WHERE n_sources > 1") == [("echo",)]


def test_a_surname_is_the_person_of_the_story_and_spellings_meet() -> None:
    station = Sentence("The airfield at Khelmar was closed.", {"Khelmar": "LOC"})
    other = Sentence("Helmar airfield was closed while the timber mill in Ostrel burned.", {"Helmar": "LOC"})
    connection = load(
        article("a", "Post", FIRE, HALLS, OWNER, station),
        article("b", "Herald", HALLS, FIRE, BRANDT, other),
        article("c", "Post", CUP, FINAL),
    )
    aliases = "SELECT entity_id, alias, method FROM entity_aliases WHERE method <> 'canonical' ORDER BY ALL"
    assert fetch(connection, aliases) == [
        ("LOC:helmar", "Khelmar", "spelling"), ("PER:ilva brandt", "Brandt", "story"),
    ]  # fmt: skip
    assert fetch(connection, "SELECT n_mentions, n_articles FROM entities WHERE entity_id = 'PER:ilva brandt'") == [
        (2, 2)
    ]


def test_two_bearers_of_a_surname_keep_it_apart() -> None:
    cousin = Sentence("Jor Brandt watched the timber mill at Ostrel burn.", {"Jor Brandt": "PER"})
    connection = load(article("a", "Post", FIRE, HALLS, OWNER, cousin), article("b", "Herald", HALLS, FIRE, BRANDT))
    assert fetch(connection, "SELECT entity_id FROM entity_aliases WHERE alias = 'Brandt'") == [("PER:brandt",)]


def test_postings_count_words_without_case_and_accents() -> None:
    connection = load(article("a", "Post", Sentence("Café or café: the CAFE of Ostrel is open.")))
    assert fetch(connection, "SELECT n FROM postings WHERE term = 'cafe'") == [(3,)]


CORPUS = (
    article("a", "Post", FIRE, HALLS, OWNER, COPIED, published_at=at(4)),
    article("b", "Herald", HALLS, FIRE, BRANDT, COPIED),
    article("c", "Times", COPIED, FIRE, HALLS),
    article("d", "Post", CUP, FINAL, published_at=at(4)),
    article("e", "Herald", FINAL, CUP),
    article("f", "Post", CUP, FINAL, HALLS, canonical_url="x", published_at=at(5)),
    article("g", "Post", CUP, FINAL, HALLS, OWNER, canonical_url="x", published_at=at(6)),
)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10_000))
def test_rows_do_not_depend_on_the_order_of_insertion(seed: int) -> None:
    assert results(load(*CORPUS, shuffle=seed)) == results(load(*CORPUS))


def test_a_second_comparison_changes_nothing_and_leaves_nothing_behind() -> None:
    connection = load(*CORPUS)
    before = results(connection)
    compare(connection)
    assert results(connection) == before
    assert fetch(connection, "SELECT table_name FROM duckdb_tables() WHERE temporary") == []
    assert (
        fetch(connection, "SELECT function_name FROM duckdb_functions() WHERE starts_with(function_name, 'cmp_')") == []
    )


def test_every_unconditional_claim_of_a_newest_version_has_a_cluster() -> None:
    connection = load(*CORPUS)
    missing = """
    SELECT count(*) FROM claims LEFT JOIN claim_clusters USING (cluster_id)
    WHERE claim_clusters.cluster_id IS NULL
    """
    assert fetch(connection, missing) == [(0,)]


def test_no_articles_give_no_rows() -> None:
    assert all(not rows for rows in results(load()).values())
    assert set(RESULTS) == set(results(load()))
