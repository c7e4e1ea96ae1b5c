"""A corpus that changes is compared only where it changed, and comes out as if it had been compared all at once."""

import pytest

from tests.compare_corpus import Rows, Sentence, article, at, become, fetch, load, results

QUARRY = "The quarry of Ostrel flooded on Monday and eleven miners of the Dorn shift were rescued by boat."
COPY = "Rain had filled the upper basin for nine days before its wall gave way, the mine inspector of Ostrel wrote."
FERRY = "The ferry Lindmar ran aground off Skarholt on Monday and its ninety passengers were taken ashore."


def _ferry(name: str, outlet: str, *more: Sentence, day: int = 3) -> Rows:
    told = Sentence(FERRY, names={"Lindmar": "EQUIPMENT", "Skarholt": "LOC"})
    return article(name, outlet, told, *more, published_at=at(day))


def _quarry(name: str, outlet: str, *more: Sentence, day: int = 3, **columns: object) -> Rows:
    told = Sentence(QUARRY, names={"Ostrel": "LOC", "Dorn": "ORG"})
    return article(name, outlet, told, *more, published_at=at(day), **columns)


def _said_by(speaker: str, kind: str = "PER") -> Sentence:
    text = f"The pumps of the quarry had been out of order since January, {speaker} said."
    return Sentence(text, names={speaker: kind}, said_by=speaker)


FERRIES = (_ferry("f1", "Alpha"), _ferry("f2", "Beta"))
HERALD = article("h1", "Ostrel Herald", Sentence("A bakery opened in Velm."), published_at=at(20))

CHANGES = {
    "an article joins": ([_quarry("q1", "Alpha")], [_quarry("q1", "Alpha"), _quarry("q2", "Beta", day=4)]),
    "an earlier article renames the story": (
        [_quarry("q2", "Beta", day=4)],
        [_quarry("q1", "Alpha"), _quarry("q2", "Beta", day=4)],
    ),
    "an article goes": ([_quarry("q1", "Alpha"), _quarry("q2", "Beta")], [_quarry("q2", "Beta")]),
    "an outlet changes hands": (
        [_quarry("q1", "Alpha"), _quarry("q2", "Delta")],
        [_quarry("q1", "Alpha"), _quarry("q2", "Delta", owner_group="Alpha")],
    ),
    "a cited name becomes a known outlet": (
        [_quarry("q1", "Alpha", _said_by("Ostrel Herald", "ORG")), _quarry("q2", "Beta")],
        [_quarry("q1", "Alpha", _said_by("Ostrel Herald", "ORG")), _quarry("q2", "Beta"), HERALD],
    ),
    "a name turns out to be an organisation": (
        [_quarry("q1", "Alpha", _said_by("Ada Vinn")), _quarry("q2", "Beta")],
        [
            _quarry("q1", "Alpha", _said_by("Ada Vinn")),
            _quarry("q2", "Beta"),
            *(article(f"v{n}", "Gamma", _said_by("Ada Vinn", "ORG"), published_at=at(20 + n)) for n in range(3)),
        ],
    ),
    "an older text is found that another story copies": (
        [_quarry("q1", "Alpha", Sentence(COPY), day=20), _quarry("q2", "Beta", day=20)],
        [
            _quarry("q1", "Alpha", Sentence(COPY), day=20),
            _quarry("q2", "Beta", day=20),
            # More than a week before: what it says is copied, and its story is another one.
            article("c1", "Gamma", Sentence(COPY), published_at=at(1)),
        ],
    ),
    "a new version replaces an article": (
        [_quarry("q1", "Alpha", canonical_url="u"), _quarry("q2", "Beta")],
        [
            _quarry("q1", "Alpha", canonical_url="u"),
            _quarry("q1b", "Alpha", day=4, canonical_url="u"),
            _quarry("q2", "Beta"),
        ],
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_corpus_is_as_if_compared_at_once(change: str) -> None:
    before, after = CHANGES[change]
    connection = load(*FERRIES, *before)
    old = results(connection)
    become(connection, *FERRIES, *after)
    new = results(connection)
    assert new == results(load(*FERRIES, *after))
    assert new["stories"] != old["stories"] or new["origins"] != old["origins"]


def test_an_article_made_anew_under_its_id_is_compared_again() -> None:
    others = (*FERRIES, _quarry("q2", "Beta"))
    connection = load(*others, _quarry("q1", "Alpha", _said_by("Ada Vinn")))
    become(connection, *others, _quarry("q1", "Alpha", _said_by("Berta Ohm")), anew="q1")
    assert results(connection) == results(load(*others, _quarry("q1", "Alpha", _said_by("Berta Ohm"))))


def test_a_story_that_nothing_changed_keeps_its_rows() -> None:
    connection = load(*FERRIES, _quarry("q1", "Alpha"))
    connection.execute("UPDATE claim_clusters SET text = 'as it was'")
    become(connection, *FERRIES, _quarry("q1", "Alpha"), _quarry("q2", "Beta"))
    stories = "SELECT story_id, bool_and(text = 'as it was') FROM claim_clusters GROUP BY 1 ORDER BY 1"
    assert fetch(connection, stories) == [("story:f1", True), ("story:q1", False)]


def test_other_code_compares_every_story_again(monkeypatch: pytest.MonkeyPatch) -> None:
    connection = load(*FERRIES)
    connection.execute("UPDATE claim_clusters SET text = 'as it was'")
    monkeypatch.setattr("samestory.compare.code_version", lambda: "another")
    become(connection, *FERRIES)
    assert fetch(connection, "SELECT count(*) FROM claim_clusters WHERE text = 'as it was'") == [(0,)]
