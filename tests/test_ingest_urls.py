from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samestory.ingest.urls import canonical, host, path_date, registered_domain


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("HTTPS://WWW.Ledger.Example/Story#top", "https://www.ledger.example/Story"),
        ("https://ledger.example/a?utm_source=x&id=7&fbclid=1", "https://ledger.example/a?id=7"),
        ("https://ledger.example/a?b=2&a=1", "https://ledger.example/a?a=1&b=2"),
        ("https://ledger.example/index.php?12345", "https://ledger.example/index.php?12345"),
        ("https://ledger.example/a?p=&q=1", "https://ledger.example/a?p=&q=1"),
        ("http://ledger.example:80", "http://ledger.example/"),
        ("https://ledger.example:8443/a", "https://ledger.example:8443/a"),
        ("https://reader:secret@ledger.example/a", "https://ledger.example/a"),
        ("ledger.example/a", None),
        ("ftp://ledger.example/a", None),
        ("https://[broken/a", None),
        ("https://", None),
        (None, None),
    ],
)
def test_canonical_addresses(url: str | None, expected: str | None) -> None:
    assert canonical(url) == expected


@given(st.text(max_size=60))
def test_canonical_is_stable_and_never_fails(path: str) -> None:
    once = canonical("https://ledger.example/" + path)
    assert once is None or canonical(once) == once


@pytest.mark.parametrize(
    ("name", "domain"),
    [
        ("www.ledger.example", "ledger.example"),
        ("news.ledger.co.uk", "ledger.co.uk"),
        ("m.ledger.com", "ledger.com"),
        ("amp.www.ledger.com", "ledger.com"),
        ("velm.substack.com", "velm.substack.com"),
        ("a.velm.blogspot.com", "velm.blogspot.com"),
        ("blogspot.com", "blogspot.com"),
        ("news.city.kobe.jp", "city.kobe.jp"),
        ("news.velm.ward.kobe.jp", "velm.ward.kobe.jp"),
        ("www.com", "www.com"),
        ("192.0.2.7", "192.0.2.7"),
        ("localhost", "localhost"),
    ],
)
def test_registered_domains(name: str, domain: str) -> None:
    assert registered_domain(name) == domain


def test_host_is_in_lower_case_without_prefix() -> None:
    assert host("https://WWW.Ledger.example./x") == "ledger.example"
    assert host("mailto:desk@ledger.example") is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://ledger.example/2026/03/14/bridge", datetime(2026, 3, 14)),
        ("https://ledger.example/news/2026-03-14/", datetime(2026, 3, 14)),
        ("https://ledger.example/20260314-bridge", datetime(2026, 3, 14)),
        ("https://ledger.example/world/2026/mar/14/bridge", datetime(2026, 3, 14)),
        ("https://ledger.example/2026/03/bridge", None),
        ("https://ledger.example/2026/02/30/bridge", None),
        ("https://ledger.example/?d=/2026/03/14/", None),
        ("https://ledger.example/id/1202603141", None),
    ],
)
def test_days_in_paths(url: str, day: datetime | None) -> None:
    stamp = path_date(url)
    assert (stamp.at if stamp else None) == day
