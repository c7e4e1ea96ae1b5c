"""Units of measure and money by their surface forms, read from the reference table seeds/units.csv."""

import csv
import re
from dataclasses import dataclass
from functools import cache

from samestory.assets import asset


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit as it stands beside a number: its name (ISO 4217 for money), its kind, and its span."""

    name: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Units:
    """The table of units with the patterns that find its surface forms beside a number."""

    names: dict[str, tuple[str, str]]
    before: re.Pattern[str]
    after_figure: re.Pattern[str]
    after_word: re.Pattern[str]


@cache
def load_units() -> Units:
    """Read the table of units once."""
    with asset("seeds", "units.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    places = {
        place: [row["surface"] for row in rows if row["after"] == place] for place in ("sign", "code", "figure", "any")
    }
    return Units(
        names={row["surface"]: (row["unit"], row["kind"]) for row in rows},
        before=re.compile(rf"(?:(?<!\w)(?:{_any_of(places['sign'])})\s?|\b(?:{_any_of(places['code'])})\s)$"),
        after_figure=re.compile(
            rf"\s?-?(?:%|(?:{_any_of([*places['figure'], *places['code'], *places['any']])})(?!\w))"
        ),
        after_word=re.compile(rf"(?:\s+|-)(?:{_any_of([*places['any'], *places['code']])})(?!\w)"),
    )


def _any_of(surfaces: list[str]) -> str:
    """Return a pattern for the surface forms, the longest first; a space in one is any white space."""
    return "|".join(re.escape(surface).replace(r"\ ", r"\s+") for surface in sorted(surfaces, key=len, reverse=True))


def unit_before(low: str, start: int) -> Unit | None:
    """Return the sign or code of a currency that stands before a number."""
    units = load_units()
    match = units.before.search(low, max(0, start - 4), start)
    return _unit(units, match) if match else None


def unit_after(low: str, end: int, stop: int, *, figures: bool) -> Unit | None:
    """Return the unit behind a number, no further than `stop`; short signs such as `m` only behind figures."""
    units = load_units()
    match = (units.after_figure if figures else units.after_word).match(low, end, stop)
    return _unit(units, match) if match else None


def _unit(units: Units, match: re.Match[str]) -> Unit:
    """Return the unit that a match names."""
    surface = " ".join(match.group().split()).strip("- ")
    name, kind = units.names[surface]
    return Unit(name, kind, match.start(), match.end())
