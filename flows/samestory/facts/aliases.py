"""The reference table of aliases: which surface form stands for which entity, and how."""

import csv
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_JOINERS = re.compile(r"[-‐‑ \u00a0]+")
_QUOTES = re.compile(r"['’‘`ʼ]")
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}")


@dataclass(frozen=True, slots=True)
class Alias:
    """One row of aliases.csv: a surface form, its entity and type, and the kind of tie (name, acronym, ...)."""

    alias: str
    entity: str
    type: str
    note: str


# Keys of the names of one batch are asked for again and again; the limit bounds the memory of a long run.
@lru_cache(maxsize=65_536)
def key(name: str) -> str:
    """Return the form under which two spellings of one name meet; acronyms keep their capitals ("US" is not "us")."""
    if _ACRONYM.fullmatch(name):
        return name.replace(".", "")
    plain = unicodedata.normalize("NFKD", name) if not name.isascii() else name
    letters = "".join(c for c in plain if not unicodedata.combining(c)) if plain is not name else name
    return _JOINERS.sub(" ", _QUOTES.sub("", letters)).casefold().strip()


def load_aliases(path: Path) -> Mapping[str, Alias]:
    """Read aliases.csv (columns alias, entity, type, note) into a mapping by key(alias); an entity is its own alias."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [Alias(row["alias"], row["entity"], row["type"], row["note"]) for row in csv.DictReader(file)]
    table = {key(row.alias): row for row in rows}
    for row in rows:
        if row.note not in {"demonym", "group"}:
            table.setdefault(key(row.entity), Alias(row.entity, row.entity, row.type, "name"))
    return table
