"""Fixtures that several tests share."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from samestory.warehouse.schema import connect
from tests.plain import SAMPLES, build


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a warehouse made from the sample articles; read it only."""
    return build([str(SAMPLES)], tmp_path_factory.mktemp("samples") / "news.duckdb")


@pytest.fixture
def connection(samples: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the warehouse of the sample articles."""
    with connect(samples) as opened:
        yield opened
