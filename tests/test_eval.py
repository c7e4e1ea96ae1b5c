"""The floors of cleaning and of facts hold, and a figure that falls below its floor is told."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.eval import cleaning
from tests.eval.facts import facts
from tests.eval.figures import ASKS, CHEAP, CHEAP_FACTS, COMMITTED, Ask, accepted, falls, read, table, with_floor, write
from tests.eval.memory import copies
from tests.eval.rows import Row, read_rows, write_rows
from tests.eval.running import Score, run, score, shared_folder
from tests.eval.samples import kept_by_line, samples

FLOORS = {"text": 90.0, "html": 95.5, "unexplained": 0.0}
SHARED = shared_folder()


def test_samples_are_cleaned_no_worse_than_before() -> None:
    floors = read(COMMITTED)
    assert falls({"samples": samples()}, {"samples": floors["samples"]}) == []


@pytest.mark.skipif(SHARED is None, reason="no evaluation data beside the checkout or in SAMESTORY_SHARED")
@pytest.mark.parametrize("part", [cleaning.daniel, cleaning.bodies, cleaning.seeds])
def test_cheap_figures_have_not_fallen(part: Callable[[Path, Path], cleaning.Measured], tmp_path: Path) -> None:
    assert SHARED
    measured, scores = part(SHARED, tmp_path)
    floors = {name: value for name, value in read(COMMITTED).items() if name in CHEAP and name in measured}
    assert floors
    assert falls(measured, floors) == []
    assert {(scored.rebuilt, scored.without_reason) for scored in scores} == {(100, 0)}


@pytest.mark.skipif(SHARED is None, reason="no evaluation data beside the checkout or in SAMESTORY_SHARED")
def test_figures_of_facts_have_not_fallen(tmp_path: Path) -> None:
    assert SHARED
    measured = facts(SHARED, tmp_path)
    floors = {name: value for name, value in read(COMMITTED).items() if name in CHEAP_FACTS}
    assert set(floors) == set(measured) == set(CHEAP_FACTS)
    assert falls(measured, floors) == []


def test_a_figure_that_stays_or_rises_is_no_fall() -> None:
    assert falls({"text": 89.96, "html": 97.0, "unexplained": 0}, FLOORS) == []


def test_a_fall_and_a_missing_figure_are_told() -> None:
    told = falls({"text": 89.9, "unexplained": 3}, FLOORS)
    assert told == [
        "text: fell back from 90.00 to 89.90",
        "html: not measured, was 95.50",
        "unexplained: fell back from 0.00 to 3.00",
    ]


def test_only_better_figures_are_accepted_unless_lower_ones_are_asked_for() -> None:
    measured = {"text": 91.234, "html": 95.0, "unexplained": 0, "speed.text": 20.0, "samples": 99.0}
    assert accepted(measured, FLOORS) == {"text": 91.23, "html": 95.5, "samples": 99.0, "unexplained": 0}
    assert accepted(measured, FLOORS, lower=True)["html"] == 95.0


def test_floors_can_be_written_and_read_back(tmp_path: Path) -> None:
    write({"html": 95.504, "text": 90}, tmp_path / "new" / "figures.json")
    assert read(tmp_path / "new" / "figures.json") == {"text": 90, "html": 95.5}


def test_every_committed_figure_is_in_the_table_and_has_a_floor() -> None:
    committed = read(COMMITTED)
    assert with_floor(committed) == committed
    assert set(CHEAP) <= set(committed)


def test_table_has_a_line_for_each_figure_measured() -> None:
    lines = table({"text": 94.25, "speed.text": 3.0}, FLOORS).splitlines()
    assert [line.split()[-5:] for line in lines[1:]] == [
        ["94.25", "90.00", "93.00", "96.00", "ok"],
        ["MB/s", "3.00", "10.00", "50.00", "BELOW"],
    ]


@pytest.mark.parametrize(("value", "word"), [(79.9, "BELOW"), (80, "ok"), (90, "aim")])
def test_what_is_met_is_one_word(value: float, word: str) -> None:
    assert Ask("x", "x", 80, 90).met(value) == word


def test_names_of_figures_differ() -> None:
    assert len({ask.name for ask in ASKS}) == len(ASKS)


def test_lines_of_prose_are_long_end_a_sentence_and_touch_no_furniture() -> None:
    long = "The mill by the river burned down in the night, the brigade of Osk said."
    menu = "News Sport Weather Money Travel Health Science Books Arts Food Games Help More"
    text = f"{menu}\n{long}\nShort line.\n{long}\n"
    second = text.rindex(long)
    assert list(cleaning.prose_lines(text, [(second, second + 3)])) == [(len(menu) + 1, len(menu) + 1 + len(long))]


def test_kept_characters_are_counted_by_line() -> None:
    assert list(kept_by_line("Ab c\n\n  de\r\n", [[1, 4], [9, 10]])) == [("Ab c", 2), ("de", 1)]


def test_the_cost_and_the_output_of_a_command_are_kept(tmp_path: Path) -> None:
    cost = run(["echo", "said"], tmp_path / "said")
    assert (tmp_path / "said").read_text(encoding="utf-8") == "said\n"
    assert cost.seconds < 10
    assert cost.peak > 100_000


def test_a_command_that_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="false ended with 1"):
        run(["false"], tmp_path / "said")


@pytest.mark.skipif(SHARED is None, reason="no scorer beside the checkout or in SAMESTORY_SHARED")
def test_scores_and_their_groups_are_read(tmp_path: Path) -> None:
    assert SHARED
    body = "Nine boats left the harbour of Osk at noon."
    gold: list[Row] = [{"id": key, "text": body, "site": key, "lang": lang} for key, lang in (("a", "en"), ("b", "el"))]
    answers: list[Row] = [
        {"id": "a", "text": body, "raw_text": body, "kept": [[0, len(body)]], "removed": []},
        {"id": "b", "text": "", "raw_text": body, "kept": [], "removed": [{"start": 0, "end": 3, "kind": "other"}]},
    ]
    paths = write_rows(gold, tmp_path / "gold.jsonl"), write_rows(answers, tmp_path / "answers.jsonl")
    assert score(SHARED, *paths, by="lang") == Score(66.67, {"en": 100.0, "el": 0.0}, 50.0, 1)
    write_rows([{"id": "a"}], paths[1])
    with pytest.raises(RuntimeError, match=r"answers\.jsonl cannot be scored: malformed"):
        score(SHARED, *paths)


def test_copies_of_pages_differ_in_id_address_and_words() -> None:
    page = {"id": "p", "url": "https://osk.example/1", "text": "A quick brown fox jumps over lazy dogs in Osk."}
    made = copies([page])
    first, second = next(made), next(made)
    assert all(first[name] != second[name] for name in ("id", "url", "text"))


def test_rows_are_read_back(tmp_path: Path) -> None:
    rows = [{"id": "ä"}, {"id": "b"}]
    assert list(read_rows(write_rows(rows, tmp_path / "rows.jsonl"))) == rows
    assert json.loads((tmp_path / "rows.jsonl").read_text(encoding="utf-8").splitlines()[0]) == rows[0]
