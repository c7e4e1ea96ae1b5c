"""Cues of certainty: the words that leave what they govern less certain, read from seeds/certainty_cues.csv."""

import csv
from functools import cache
from typing import NamedTuple

from samestory.assets import asset
from samestory.facts.grammar import inflect

# FactBank's scale (Saurí and Pustejovsky 2009) as numbers, 3 certainly so, 0 unknown, -3 certainly not. "expected" is
# the future, which nobody knows; "doubtful" and "denied" stand nearer to 0 than their opposites, as readers judge them.
LEVELS = {
    "certain": 3.0,
    "expected": 2.4,
    "probable": 1.8,
    "possible": 1.0,
    "unknown": 0.0,
    "doubtful": -1.2,
    "denied": -2.4,
}


class CertaintyCue(NamedTuple):
    """A cue in one of its uses: what it governs, and how certain that is where the cue is affirmed and negated."""

    scope: str
    affirmed: float
    negated: float


class CertaintyCues(NamedTuple):
    """The cues by their forms: those that open a scope by themselves, and those that govern an infinitive."""

    opening: dict[str, tuple[CertaintyCue, ...]]
    governors: dict[str, CertaintyCue]
    # Govern an infinitive only right before it ("is to close", "has to close").
    adjacent: frozenset[str]


@cache
def load_certainty_cues() -> CertaintyCues:
    """Read the table of cues once; a verb stands for all its forms."""
    opening: dict[str, tuple[CertaintyCue, ...]] = {"to": (CertaintyCue("infinitive", 0.0, 0.0),)}
    governors: dict[str, CertaintyCue] = {}
    adjacent: set[str] = set()
    with asset("seeds", "certainty_cues.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            cue = CertaintyCue(row["scope"], LEVELS[row["affirmed"]], LEVELS[row["negated"]])
            forms = inflect(row["cue"]) if row["form"] == "verb" else (row["cue"],)
            for form in forms:
                if cue.scope == "infinitive":
                    governors[form] = cue
                else:
                    opening[form] = (*opening.get(form, ()), cue)
            adjacent.update(forms if row["form"] == "adjacent" else ())
    return CertaintyCues(opening, governors, frozenset(adjacent))
