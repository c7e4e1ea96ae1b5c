"""Fixtures that several tests share."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from samestory.validate.expectations import Validator
from samestory.warehouse.schema import connect


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
