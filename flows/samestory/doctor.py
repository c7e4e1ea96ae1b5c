"""Whether this machine, and this warehouse, are ready for a run."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from samestory.assets import asset
from samestory.config import SETTINGS_FILE, load_settings
from samestory.warehouse.answers import figures
from samestory.warehouse.publish import locked

_PACKAGES = ("prefect", "duckdb", "great-expectations", "polars", "trafilatura")
# Two builds of a million paragraphs and room to work; less is worth a warning.
_FREE_BYTES = 2 << 30


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: whether it is all right, and what was found."""

    what: str
    ok: bool
    told: str


def examine(warehouse: Path) -> list[Finding]:
    """Look at packages, shipped files, settings, disk space, write access and the published file."""
    return [
        *(_looked(f"package {name}", partial(version, name)) for name in _PACKAGES),
        _looked("shipped files", _shipped),
        _looked("settings", _settings),
        _looked("disk space", lambda: _space(warehouse.parent)),
        _looked("write access", lambda: _writable(warehouse)),
        _looked("warehouse", lambda: _published(warehouse)),
    ]


def _looked(what: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(what, ok=True, told=look())
    except (OSError, ValueError, RuntimeError, PackageNotFoundError) as error:
        return Finding(what, ok=False, told=str(error) or type(error).__name__)


def _shipped() -> str:
    for folder in ("sql", "expectations", "seeds"):
        if not asset(folder).is_dir():
            raise FileNotFoundError(f"{asset(folder)} is missing")
    return str(asset("sql").parent)


def _settings() -> str:
    load_settings()
    return f"{SETTINGS_FILE} read" if SETTINGS_FILE.exists() else f"defaults; no {SETTINGS_FILE} here"


def _space(folder: Path) -> str:
    existing = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    free = shutil.disk_usage(existing).free
    if free < _FREE_BYTES:
        raise OSError(f"only {free >> 20} MB free")
    return f"{free >> 30} GB free"


def _writable(warehouse: Path) -> str:
    with locked(warehouse):
        return f"{warehouse.parent} can be written, and no run is under way (process {os.getpid()} asked)"


def _published(warehouse: Path) -> str:
    if not warehouse.exists():
        return f"{warehouse} is not there yet; samestory run makes it"
    return f"{figures(warehouse).counts['articles']:,} articles in {warehouse.resolve()}"
