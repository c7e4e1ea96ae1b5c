"""What web software says around articles, in the languages of the table, and that no sentence is taken for it."""

import csv
from pathlib import Path

import polars as pl
import pytest

from samestory.clean.lines import explode_lines
from samestory.clean.patterns import rules, with_rules
from samestory.records import REMOVED_KINDS
from tests.cleaning import articles

# language, kind (empty for a sentence of an article), line
with (Path(__file__).parent / "chrome_lines.csv").open(encoding="utf-8", newline="") as table:
    LINES = [(row["language"], row["kind"], row["line"]) for row in csv.DictReader(table)]
LANGUAGES = {"en", "de", "fr", "es", "ru", "el", "pl", "zh", "it", "pt", "nl"}
# These are told by structure or by other lines, not by what they say.
WITHOUT_WORDS = {"duplicate_title", "other"}


def kind_of(line: str) -> str | None:
    """Return the kind of the rule that a line matches."""
    kind = with_rules(explode_lines(articles(line)))["rule_kind"].item()
    return None if kind is None else str(kind)


@pytest.mark.parametrize(("language", "kind", "line"), LINES, ids=[f"{row[0]}-{row[2]}" for row in LINES])
def test_a_line_has_its_kind_and_a_sentence_has_none(language: str, kind: str, line: str) -> None:
    assert language in LANGUAGES
    assert kind_of(line) == (kind or None)


def test_every_kind_and_every_language_has_examples() -> None:
    shown = {(language, kind) for language, kind, _ in LINES}
    assert {kind for language, kind in shown if language == "en"} >= set(REMOVED_KINDS) - WITHOUT_WORDS
    assert {language for language, kind in shown if kind} == LANGUAGES
    assert {language for language, kind in shown if not kind} == LANGUAGES


@pytest.mark.parametrize("line", [line for language, kind, line in LINES if language in {"el", "ru", "de"} and kind])
def test_capitals_and_decoration_change_nothing(line: str) -> None:
    assert kind_of(f"»  {line.upper()}  ›") == kind_of(line)


def test_headings_have_no_full_stop() -> None:
    assert kind_of("Comments") == "comment_form"
    assert kind_of("Comments.") is None


def test_a_line_matches_the_first_rule_of_the_table() -> None:
    names = [rule.name for rule in rules()]
    found = with_rules(explode_lines(articles("Share", "Share", "Privacy policy")))
    assert found["rule"].to_list() == ["share_words", "share_words", "legal_line"]
    assert names.index("share_words") < names.index("legal_line")


def test_each_line_is_judged_alone() -> None:
    text = "\n".join(line for _, _, line in LINES)
    together = with_rules(explode_lines(articles(text)))["rule_kind"].to_list()
    assert together == [kind or None for _, kind, _ in LINES]
    assert pl.Series(together).null_count() > 0
