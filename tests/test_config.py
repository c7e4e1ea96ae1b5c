"""Settings come from samestory.toml, and mistakes in it are told."""

from pathlib import Path

import pytest

from samestory.assets import asset
from samestory.config import Settings, SettingsError, load_settings


def test_missing_file_gives_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "samestory.toml") == Settings()


def test_file_overrides_defaults(tmp_path: Path) -> None:
    file = tmp_path / "samestory.toml"
    file.write_text('batch_size = 7\nseeds = "own"\n')
    settings = load_settings(file)
    assert (settings.batch_size, settings.seeds) == (7, Path("own"))


@pytest.mark.parametrize(
    ("text", "told"), [("batchsize = 7", "unknown setting 'batchsize'"), ("= 7", "samestory.toml")]
)
def test_mistakes_are_told(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "samestory.toml"
    file.write_text(text)
    with pytest.raises(SettingsError, match=told):
        load_settings(file)


def test_own_reference_table_comes_first(tmp_path: Path) -> None:
    own = tmp_path / "sources.csv"
    own.write_text("outlet,domain,owner_group,kind,aliases\n")
    settings = Settings(seeds=tmp_path)
    assert settings.seed("sources.csv") == own
    assert settings.seed("aliases.csv") == asset("seeds", "aliases.csv")
