"""The table of aliases and the lists of places: their keys, and that users may extend the table."""

import csv
from pathlib import Path

from samestory.article import Article, Block
from samestory.assets import asset
from samestory.facts import gazetteer, mentions
from samestory.facts.aliases import key, load_aliases


def test_users_extend_the_table(tmp_path: Path) -> None:
    table = tmp_path / "aliases.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        header = ["alias", "entity", "type", "note"]
        csv.writer(file).writerows([header, ["Bluehouse", "Presidency of Orvana", "ORG", "metonym"]])
    text = "Aides at the Bluehouse were surprised."
    block = Block("p", 0, len(text))
    (fact,) = mentions.find(Article("a", text, None, (block,), ()), load_aliases(table))
    assert fact.fields == {"type": "ORG", "entity": "Presidency of Orvana", "merge_rule": "metonym"}


def test_keys_of_acronyms_keep_their_capitals() -> None:
    assert key("U.S.") == key("US") != key("us")
    assert key("Tahrir al-Sham") == key("Tahrir Al Sham")


def test_the_shipped_table_is_sound() -> None:
    with asset("seeds", "aliases.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    assert {row["type"] for row in table} <= {"PER", "ORG", "LOC", "EQUIPMENT", "OTHER"}
    assert len({row["alias"] for row in table}) == len(table)
    assert all(all(row.values()) for row in table)


def test_the_gazetteer_knows_countries_and_larger_places() -> None:
    assert gazetteer.countries()["norway"] == "Norway"
    assert {"bergen", "africa", "texas"} <= gazetteer.places()
    assert "reading" not in gazetteer.places()
