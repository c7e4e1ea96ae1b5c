"""What the documents say is what the program does."""

import re
from pathlib import Path

import pytest

from samestory.assets import asset
from samestory.cli import _parser
from samestory.warehouse.schema import table_names
from tests.regenerate_docs import DICTIONARY, dictionary, readme

ROOT = asset("flows").parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
VIEWS = sorted(path.stem for path in asset("sql", "views").glob("*.sql"))
MACROS = sorted(path.stem for path in asset("sql", "macros").glob("*.sql"))


def test_data_dictionary_is_up_to_date() -> None:
    assert DICTIONARY.read_text(encoding="utf-8") == dictionary(), "run `make docs`"


def test_results_in_the_readme_are_what_the_samples_give(samples: Path) -> None:
    assert readme(README, samples) == README, "run `make docs`"


@pytest.mark.parametrize("name", [*table_names(), *VIEWS, *MACROS])
def test_readme_names_every_table_view_and_macro(name: str) -> None:
    assert f"`{name}" in README


def test_readme_names_every_command() -> None:
    (commands,) = (action.choices for action in _parser()._actions if isinstance(action.choices, dict))
    assert [name for name in commands if f"samestory {name}" not in README] == []


def test_the_first_two_blocks_are_the_main_job_and_the_tests() -> None:
    blocks = re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert "samestory run seeds/articles/" in blocks[0]
    assert blocks[1].splitlines()[-1] == "make check"


def test_locks_name_no_registry() -> None:
    for lock in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / lock).read_text(encoding="utf-8")
        assert "://" not in text
        assert "index" not in text
        assert all("==" in line for line in text.splitlines() if line and not line.startswith("#"))
    assert not (ROOT / "uv.lock").exists()
