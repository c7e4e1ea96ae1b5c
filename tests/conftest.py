"""Fixtures that several tests share."""

import os
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from hypothesis import settings

from samestory.validate.expectations import Validator
from samestory.warehouse.schema import connect

# A shared machine is slow at times, which is no fault of an example; CI searches the same examples each time, so that
# it judges the change at hand, and everybody else new ones.
settings.register_profile("samestory", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("samestory")


@pytest.fixture(scope="session")
def validator() -> Iterator[Validator]:
    """Start the process that validates."""
    with Validator() as started:
        yield started


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory, validator: Validator) -> Path:
    """Return a warehouse made from the sample articles; read it only."""
    from tests.plain import SAMPLES, build  # noqa: PLC0415

    return build([str(SAMPLES)], tmp_path_factory.mktemp("samples") / "news.duckdb", validator=validator)


@pytest.fixture
def connection(samples: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the warehouse of the sample articles."""
    with connect(samples) as opened:
        yield opened
