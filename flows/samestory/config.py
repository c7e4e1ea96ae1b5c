"""Settings: defaults, overridden by a samestory.toml in the working folder."""

import hashlib
import tomllib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from samestory import __version__
from samestory.assets import asset

SETTINGS_FILE = Path("samestory.toml")


class SettingsError(ValueError):
    """A samestory.toml that cannot be read or names an unknown setting."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may set; every field is a key of samestory.toml."""

    # Four tasks of 2.5 ms a batch stay below 2 % of the second that 250 articles take; see CONTRIBUTING.md, Decisions.
    batch_size: int = 250
    # The live build, the one before it, and one to compare with.
    builds_kept: int = 3
    keep_failed_build: bool = False
    # Users' own reference tables; the shipped ones are used where a file is missing here.
    seeds: Path | None = None

    def seed(self, name: str) -> Path:
        """Return the path of a reference table, the user's own if there is one."""
        own = self.seeds / name if self.seeds else None
        return own if own and own.exists() else asset("seeds", name)


def load_settings(path: Path = SETTINGS_FILE) -> Settings:
    """Read settings from a TOML file; a missing file gives the defaults, an unknown key is a SettingsError."""
    if not path.exists():
        return Settings()
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsError(f"{path}: {error}") from error
    known = {field.name for field in fields(Settings)}
    if unknown := sorted(set(given) - known):
        raise SettingsError(f"{path}: unknown setting {unknown[0]!r}; known are {', '.join(sorted(known))}")
    if "seeds" in given:
        given["seeds"] = Path(given["seeds"])
    return Settings(**given)


@cache
def code_version() -> str:
    """Return the version with a digest of the code and reference tables that shape rows, so that a change shows."""
    digest = hashlib.sha256()
    package = Path(__file__).parent
    shaping = [*package.rglob("*.py"), *asset("seeds").glob("*.csv"), *asset("sql").rglob("*.sql")]
    for path in sorted(shaping, key=lambda p: p.name):
        digest.update(path.read_bytes())
    return f"{__version__}+{digest.hexdigest()[:12]}"
