"""Addresses: their canonical form, their domain, and the date that some of them carry."""

import re
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit, urlunsplit

from samestory.ingest.dates import Stamp, parse_stamp

# Parameters that say where a reader came from, as the large analytics, mail and advertising programs name them. A
# name that some site uses to choose the page (id, p, source, cid) is not here: two pages must not become one.
_TRACKING = re.compile(
    r"(?:utm|pk|mtm|piwik|matomo|mc|hsa|vero|oly|trk|wt|stm|itm)_\w*|_hs\w+|[a-z]*clid|gad_source|gbraid|wbraid|igshid"
    r"|mkt_tok|ref_src|ref_url|cmpid|ncid|ocid|smid|smtyp|xtor|_ga|_gl|ito|partner|taid|amp",
    re.IGNORECASE,
)
_DEFAULT_PORTS = {"http": ":80", "https": ":443"}
_HOST_PREFIX = re.compile(r"^(?:(?:www\d?|m|mobile|amp|touch|wap)\.)+(?=[^.]+\.)")
# /2026/03/14/, /2026-03-14/ and /20260314/, as a whole part of the path or at its beginning.
_PATH_DATE = re.compile(r"/((?:19|20)\d\d)([-/]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?=[/_-]|$)")
_PATH_DATE_NAMED = re.compile(r"/((?:19|20)\d\d)/([a-z]{3})/(0?[1-9]|[12]\d|3[01])(?=/|$)", re.IGNORECASE)
# Hosts of many publishers: there the name before the domain is the publisher.
_SHARED_HOSTS = {"substack.com", "wordpress.com", "livejournal.com", "tumblr.com", "typepad.com", "beehiiv.com"}


def canonical(url: str | None) -> str | None:
    """Return an address without fragment, tracking parameters and letter case of the host; None if it is no address."""
    parts = _split(url)
    if not parts or not parts.hostname:
        return None
    scheme = parts.scheme.lower()
    host = parts.netloc.rpartition("@")[2].lower().removesuffix(_DEFAULT_PORTS[scheme])
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = sorted((name, value) for name, value in pairs if not _TRACKING.fullmatch(name))
    # A bare parameter (?12345) stays bare.
    query = parts.query if len(kept) == len(pairs) == 1 else urlencode(kept)
    # A space before the query or the fragment would be the end of the address the next time it is read.
    return urlunsplit((scheme, host, parts.path.rstrip() or "/", query.rstrip(), ""))


def host(url: str | None) -> str | None:
    """Return the host of an address in lower case, without www., m. or amp."""
    parts = _split(url)
    return _HOST_PREFIX.sub("", parts.hostname.rstrip(".")) or None if parts and parts.hostname else None


@lru_cache(maxsize=4096)
def registered_domain(name: str) -> str:
    """Return the part of a host name that somebody registered: news.example.co.uk is example.co.uk."""
    name = _HOST_PREFIX.sub("", name.lower().rstrip("."))
    if name.replace(".", "").isdigit():
        return name
    labels = name.split(".")
    domain = ".".join(labels[max(_suffix_start(labels) - 1, 0) :])
    return ".".join(labels[-3:]) if domain in _SHARED_HOSTS else domain


def _suffix_start(labels: list[str]) -> int:
    """Return at which label the public suffix begins; under one that the list does not know, it is the last label."""
    rules = _suffixes()
    for i in range(len(labels)):
        here, above = ".".join(labels[i:]), ".".join(labels[i + 1 :])
        if f"!{here}" in rules:
            return i + 1
        # A host that is itself a suffix has its last label for one.
        if i and (here in rules or f"*.{above}" in rules):
            return i
    return len(labels) - 1


@cache
def _suffixes() -> frozenset[str]:
    """Return the rules of the public suffix list that the package tld brings along."""
    # The package's own reader takes a tenth of a second, which is more than a hundred articles take.
    package = find_spec("tld")
    if package is None or package.submodule_search_locations is None:
        raise ModuleNotFoundError("the public suffix list is missing: install tld")
    path = Path(package.submodule_search_locations[0], "res", "effective_tld_names.dat.txt")
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line and not line.startswith("//"))


def path_date(url: str | None) -> Stamp | None:
    """Return the day that an address carries in its path."""
    path = parts.path if (parts := _split(url)) else ""
    if found := _PATH_DATE.search(path):
        return parse_stamp(f"{found[1]}-{found[3]}-{found[4]}")
    if found := _PATH_DATE_NAMED.search(path):
        return parse_stamp(f"{found[3]} {found[2]} {found[1]}")
    return None


# One address is asked for its host, its day and its canonical form.
@lru_cache(maxsize=64)
def _split(url: str | None) -> SplitResult | None:
    """Return the parts of a web address, None if it is none."""
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return None
    return parts if parts.scheme.lower() in _DEFAULT_PORTS else None
