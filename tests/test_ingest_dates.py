from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samestory.ingest.dates import Stamp, parse_stamp
from samestory.ingest.months import MONTHS, NAMES, WEEKDAYS


@pytest.mark.parametrize(
    ("text", "at", "precision"),
    [
        ("2026-03-14T17:51:00Z", "2026-03-14 17:51", "second"),
        ("2026-03-14T17:51:07.123456+02:00", "2026-03-14 15:51:07", "second"),
        ("2026-03-14 17:51:07 +0000 UTC", "2026-03-14 17:51:07", "second"),
        ("20260314T175100Z", "2026-03-14 17:51", "second"),
        ("2026-03-14T17:51", "2026-03-14 17:51", "minute"),
        ("2026-03-14", "2026-03-14", "day"),
        ("20260314", "2026-03-14", "day"),
        ("2026/03/14", "2026-03-14", "day"),
        ("2026-03", "2026-03-01", "month"),
        ("March 2026", "2026-03-01", "month"),
        ("2026", "2026-01-01", "year"),
        ("2999-01-01", "2999-01-01", "day"),
        ("14 March 2026 17:51", "2026-03-14 17:51", "minute"),
        ("Saturday, 14th of March, 2026", "2026-03-14", "day"),
        ("March 14, 2026, 5:51 PM", "2026-03-14 17:51", "minute"),
        ("Mar. 14 2026 at 12:10 a.m.", "2026-03-14 00:10", "minute"),
        ("14-Mar-2026 | 17.51 hrs", "2026-03-14 17:51", "minute"),
        ("17:51, 14 March 2026", "2026-03-14 17:51", "minute"),
        ("5:51 PM EST, Sat March 7, 2026", "2026-03-07 22:51", "minute"),
        ("July 4, 2026 9 a.m. ET", "2026-07-04 13:00", "minute"),
        ("January 4, 2026 9 a.m. PT", "2026-01-04 17:00", "minute"),
        ("14 March 2026 10:00 GMT+3", "2026-03-14 07:00", "minute"),
        ("14 March 2026 10:00 CST", "2026-03-14", "day"),
        ("Sat, 14 Mar 2026 17:51:00 GMT", "2026-03-14 17:51", "second"),
        ("2026-03-14T00:00:00Z", "2026-03-14", "day"),
        ("2026-03-14T00:00:00+01:00", "2026-03-14", "day"),
        ("25/03/2026", "2026-03-25", "day"),
        ("03/25/2026", "2026-03-25", "day"),
        ("04.04.2026", "2026-04-04", "day"),
        ("14. März 2026, 17:51 Uhr", "2026-03-14 17:51", "minute"),
        ("le 14 mars 2026 à 17h51", "2026-03-14 17:51", "minute"),
        ("Sábado, 14 de marzo de 2026 a las 17:51", "2026-03-14 17:51", "minute"),
        ("14 marca 2026 r., godz. 17:51", "2026-03-14 17:51", "minute"),
        ("14 марта 2026 г., 17:51", "2026-03-14 17:51", "minute"),
        ("Σάββατο, 14 Μαρτίου 2026", "2026-03-14", "day"),
        ("14 Mart 2026", "2026-03-14", "day"),
        ("2026年3月14日17:51", "2026-03-14 17:51", "minute"),
        ("2026년 3월 14일", "2026-03-14", "day"),
        ("1773510660", "2026-03-14 17:51", "second"),
        ("1773510660000", "2026-03-14 17:51", "second"),
        ("  14   March\n2026 ", "2026-03-14", "day"),
    ],
)
def test_stamps_as_records_and_pages_print_them(text: str, at: str, precision: str) -> None:
    assert parse_stamp(text) == Stamp(datetime.fromisoformat(at), precision)


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "yesterday",
        "03/04/2026",
        "0000-00-00",
        "0001-01-01T00:00:00",
        "9999-12-31",
        "1970-01-01T00:00:00Z",
        "30 February 2026",
        "14 March 2026 25:10",
        "14 March 2026 17",
        "14 listopada 2026",  # November in Polish, October in Croatian
        "bis 14. März 2026",
        "Geboren 14. März 2026",
        "14 March",
        "March 14, 2026 was a Saturday",
        "On 14 March 2026",
        "12 2026",
        "2026-03-14-15",
        "14 March 2026 " + "x" * 100,
    ],
)
def test_what_is_no_date_or_not_clear_is_none(text: str | None) -> None:
    assert parse_stamp(text) is None


@given(st.datetimes(datetime(1801, 1, 1), datetime(2099, 12, 31)))
def test_iso_times_come_back(at: datetime) -> None:
    at = at.replace(microsecond=0)
    stamp = parse_stamp(at.isoformat())
    if at == datetime(1970, 1, 1):
        assert stamp is None
    else:
        assert stamp is not None
        assert stamp.at == at


@given(st.text(max_size=90))
def test_any_text_is_read_without_an_error(text: str) -> None:
    stamp = parse_stamp(text)
    assert stamp is None or stamp.at.tzinfo is None


def test_a_month_has_one_meaning_in_all_languages() -> None:
    assert set(MONTHS.values()) == set(range(1, 13))
    names = [name for names in NAMES for name in names.split()]
    assert [name for name in names if names.count(name) > 1] == []
    assert not WEEKDAYS & MONTHS.keys()
