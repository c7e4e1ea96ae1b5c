"""Relations between claims: what counts the same thing, what contradicts, what is an update, and what is neither."""

from datetime import datetime

import pytest

from tests.compare_corpus import Rows, Sentence, article, at, fetch, load

RELATIONS = "SELECT relation, aspect FROM claim_relations ORDER BY ALL"
REASONS = "SELECT relation, reason FROM claim_relations ORDER BY ALL"
ENGINES = Sentence("Nine fire engines from Havn fought the flames at the Ostrel timber mill.")


def toll(name: str, outlet: str, text: str, quantity: str, value: float, **columns: object) -> Rows:
    """Return an article with one sentence that counts people, and one that ties it to the story."""
    said_by = columns.pop("said_by", None)
    counted = quantity.rsplit(maxsplit=1)[-1]
    speaker = said_by if isinstance(said_by, str) else None
    number = (quantity, value, value, "exact", counted)
    return article(name, outlet, ENGINES, Sentence(text, numbers=(number,), said_by=speaker), **columns)


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("The Ostrel mill fire left 17 dead.", "17 dead"),
        ("The mill fire in Ostrel took fatal turns and 17 people died.", "17 people"),
    ],
)
def test_a_toll_is_one_count_however_it_is_worded(text: str, quantity: str) -> None:
    connection = load(
        toll("a", "Ostrel Post", "The Ostrel mill fire killed 14 people.", "14 people", 14, published_at=at(4)),
        toll("b", "Lake Herald", text, quantity, 17, published_at=at(5)),
    )
    assert ("updates", "number") in fetch(connection, RELATIONS)


@pytest.mark.parametrize(("year", "related"), [(2019, []), (None, [("updates", "number")])])
def test_a_toll_of_years_ago_stands_against_nothing_of_now(year: int | None, related: list[tuple[str, str]]) -> None:
    days = {} if year is None else {"2019": datetime(year, 4, 1)}
    text = "In 2019 the Ostrel mill fire killed 6 people."
    past = Sentence(text, numbers=(("6 people", 6, 6, "exact", "people"),), minutes=days)
    connection = load(
        article("a", "Ostrel Post", ENGINES, past, published_at=at(4)),
        toll("b", "Lake Herald", "The Ostrel mill fire killed 14 people.", "14 people", 14, published_at=at(5)),
    )
    assert [row for row in fetch(connection, RELATIONS) if row[0] in ("conflicts", "updates")] == related


def test_killed_and_injured_are_counted_apart() -> None:
    connection = load(
        toll("a", "Ostrel Post", "The Ostrel mill fire killed 14 people.", "14 people", 14),
        toll("b", "Lake Herald", "The Ostrel mill fire injured 30 people.", "30 people", 30),
    )
    assert not [row for row in fetch(connection, RELATIONS) if row[0] in ("conflicts", "updates")]


def test_two_sides_that_give_other_numbers_conflict_though_one_is_later() -> None:
    wording = "{} of the mill's saws were faulty, {} said."
    one, two = (
        Sentence(wording.format(n, who), numbers=((str(n), n, n, "exact", "saws"),), said_by=who)
        for n, who in ((40, "Brandt Timber"), (90, "Saw Inspectorate"))
    )
    connection = load(
        article("a", "Ostrel Post", ENGINES, one, published_at=at(4)),
        article("b", "Lake Herald", ENGINES, two, published_at=at(5)),
    )
    assert ("conflicts", "number") in fetch(connection, RELATIONS)


def test_what_stood_against_a_number_since_replaced_is_told_with_the_day_it_stood() -> None:
    text = "After the Ostrel mill fire {} people were missing, {} said."
    claims = [text.format(61, "Governor Lind"), text.format(38, "the ministry"), text.format(29, "the ministry")]
    connection = load(
        toll("a", "Ostrel Post", claims[0], "61 people", 61, said_by="Governor Lind", published_at=at(4, 15)),
        toll("b", "Lake Herald", claims[1], "38 people", 38, published_at=at(4, 19), canonical_url="h/mill"),
        toll("c", "Lake Herald", claims[2], "29 people", 29, published_at=at(6), canonical_url="h/mill"),
    )
    against = [reason for relation, reason in fetch(connection, REASONS) if relation == "conflicts"]
    assert against == [
        "61 people against 38 people; the later report is 4 hours newer; since changed in a later version"
    ]
    shown = fetch(connection, "SELECT DISTINCT status FROM claim_clusters WHERE text LIKE '%missing%'")
    assert shown == [("update",)]


def test_a_cause_that_another_report_rules_out_is_a_conflict() -> None:
    rain = Sentence("Heavy rain caused the landslide above Ostrel, the council said.", said_by="the council")
    road = Sentence("Road works caused the landslide above Ostrel, not the rain.")
    connection = load(article("a", "Ostrel Post", rain), article("b", "Lake Herald", road))
    (row,) = fetch(connection, REASONS)
    assert row[0] == "conflicts"
    assert "it was not the rain" in row[1]


def test_what_is_advised_instead_of_something_contradicts_no_other_use_of_it() -> None:
    one = Sentence("Mill owners should stack sawn boards on concrete pillars instead of timber.")
    two = Sentence("Of timber from Havn the owners had built pillars, sheds and a bridge to the mill.")
    connection = load(article("a", "Ostrel Post", ENGINES, one), article("b", "Lake Herald", ENGINES, two))
    assert [relation for relation, _ in fetch(connection, RELATIONS)] == ["agrees", "vague"]


def test_a_denial_conflicts_with_what_it_denies_in_the_same_article() -> None:
    said = Sentence("Inspectors warned the mill's owners about worn cables in the boiler house.", said_by="Inspectors")
    denied = Sentence(
        "The mill's owners had been warned about worn cables in the boiler house, they denied.",
        said_by="Brandt Timber",
        certainty="denied",
    )
    connection = load(article("a", "Ostrel Post", said, denied))
    assert fetch(connection, REASONS) == [("conflicts", "Brandt Timber denies it; both sides in one article")]
    assert fetch(connection, "SELECT DISTINCT status FROM claim_clusters") == [("conflict",)]


def test_two_reports_of_one_denial_agree() -> None:
    one = Sentence(
        "Any worker had died in the mill, Brandt Timber denied.", said_by="Brandt Timber", certainty="denied"
    )
    two = Sentence("That anyone died in the mill Brandt Timber denies.", said_by="Brandt Timber", certainty="denied")
    connection = load(article("a", "Ostrel Post", one, ENGINES), article("b", "Lake Herald", two, ENGINES))
    assert not [row for row in fetch(connection, RELATIONS) if row[0] != "agrees"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("four of the six drying halls", 4, "halls"), ("two drying halls", 2, "halls")),
        (("a 23-year-old", 23, "age"), ("a 58-year-old", 58, "age")),
        (("one climber", 1, "climber"), ("two climbers", 2, "climbers")),
    ],
)
def test_shares_ages_and_ones_are_no_conflict(one: tuple[str, float, str], two: tuple[str, float, str]) -> None:
    wording = "The fire at the Ostrel timber mill on Monday hurt {}."
    first, second = (
        Sentence(wording.format(text), numbers=((text, value, value, "exact", counted), *_whole(text)))
        for text, value, counted in (one, two)
    )
    connection = load(article("a", "Ostrel Post", first, ENGINES), article("b", "Lake Herald", second, ENGINES))
    assert not [row for row in fetch(connection, RELATIONS) if row[0] == "conflicts"]


def _whole(text: str) -> tuple[tuple[str, float, float, str, str], ...]:
    return (("six drying halls", 6, 6, "exact", "halls"),) if "six" in text else ()


def test_claims_that_give_one_minute_meet() -> None:
    minute = {"4:10 a.m.": at(4, 4).replace(minute=10)}
    one = Sentence("The weir at Ostrel burst at 4:10 a.m. and flooded nine gardens.", minutes=minute)
    two = Sentence("Water broke through the weir at 4:10 a.m.", minutes=minute)
    three = Sentence("Water broke through the weir.")
    with_minute = load(article("a", "Ostrel Post", one, ENGINES), article("b", "Lake Herald", two, ENGINES))
    without = load(article("a", "Ostrel Post", one, ENGINES), article("b", "Lake Herald", three, ENGINES))
    weir = "SELECT count(DISTINCT cluster_id) FROM claims WHERE text LIKE '%weir%'"
    assert (fetch(with_minute, weir), fetch(without, weir)) == ([(1,)], [(2,)])
