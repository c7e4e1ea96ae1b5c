"""Which outlet an article came from: the reference table of known outlets, and the source of one article."""

import csv
import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import polars as pl

from samestory.ingest.urls import registered_domain
from samestory.records import SOURCES

_DOMAIN_NAME = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)
_NOT_SLUG = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Source:
    """One outlet; null fields are not known."""

    source_id: str
    outlet: str | None
    domain: str | None
    owner_group: str | None
    kind: str = "unknown"

    def row(self) -> tuple[str, str | None, str | None, str, str]:
        """Return the row of SOURCES; who owns an outlet that the reference table lacks is the outlet itself."""
        owner = self.owner_group or self.outlet or self.source_id
        return self.source_id, self.outlet, self.domain, owner, self.kind


@dataclass(frozen=True, slots=True)
class Reference:
    """The known outlets, by domain and by folded name."""

    by_domain: dict[str, Source] = field(default_factory=dict)
    by_name: dict[str, Source] = field(default_factory=dict)

    def of_name(self, name: str | None) -> Source | None:
        """Return the outlet of a name, an alias or a domain."""
        return (self.by_name.get(fold(name)) or self.of_host(name.strip().lower())) if name else None

    def of_host(self, name: str | None) -> Source | None:
        """Return the outlet of a host, or of the domain above it: edition.ledger.example is ledger.example."""
        labels = name.split(".") if name else []
        tails = (".".join(labels[i:]) for i in range(len(labels) - 1))
        return next((self.by_domain[tail] for tail in tails if tail in self.by_domain), None)


@cache
def load_reference(path: Path) -> Reference:
    """Read the table of known outlets: outlet, domain, owner_group, kind, aliases (separated by `;`)."""
    reference = Reference()
    with path.open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream, restval=""):
            outlet, domain, aliases = (row[name].strip() for name in ("outlet", "domain", "aliases"))
            source_id = domain.lower() or slug(outlet)
            source = Source(
                source_id, outlet, domain.lower() or None, row["owner_group"] or None, row["kind"] or "unknown"
            )
            reference.by_domain.update({domain.lower(): source} if domain else {})
            reference.by_name.update({fold(name): source for name in (outlet, *aliases.split(";")) if name.strip()})
    return reference


def reference_sources(path: Path) -> pl.DataFrame:
    """Return SOURCES for the whole table of known outlets, sorted by id."""
    rows = {source.row() for source in load_reference(path).by_name.values()}
    return pl.DataFrame(sorted(rows, key=lambda row: row[0]), schema=SOURCES, orient="row")


def named(outlet: str, name: str | None, reference: Reference) -> Source:
    """Return the source of an outlet's name; `name` is the host of its address where one is given.

    The host's domain is the outlet's, unless the reference table knows it as somebody else's: there the article was
    only republished.
    """
    if known := reference.of_name(outlet):
        return known
    if is_domain(outlet):
        name = outlet
    if not name or reference.of_host(name):
        return Source(slug(outlet), outlet, None, None)
    domain = registered_domain(name)
    return Source(domain, outlet, domain, None)


def hosted(name: str, outlet: str | None, reference: Reference) -> Source:
    """Return the source of a host; the outlet's name is used where the reference table lacks the host."""
    domain = registered_domain(name)
    return reference.of_host(name) or Source(domain, outlet or domain, domain, None)


def unknown(input_id: str) -> Source:
    """Return the source of an article that does not say where it came from: one of its own."""
    return Source(f"unknown:{input_id}", None, None, None)


def is_domain(name: str) -> bool:
    """Tell a name that is a domain, such as Ledger.example."""
    return _DOMAIN_NAME.fullmatch(name.strip()) is not None


def fold(name: str) -> str:
    """Return a name without case, accents, punctuation and a leading article, for comparison."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return _NOT_SLUG.sub(" ", "".join(c for c in plain if not unicodedata.combining(c))).strip().removeprefix("the ")


def slug(name: str) -> str:
    """Return a name as an id: The Harbour Ledger is harbour-ledger."""
    return fold(name).replace(" ", "-") or name.strip().casefold()
