"""Exports of the same input are the same bytes, whatever the order or the batches they came in."""

import random
from pathlib import Path

import pytest

from samestory.warehouse.schema import table_names
from tests.plain import OF_RUNS, SAMPLES, build, exported
from tests.test_staging import FILES


@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_order_and_batches_leave_the_bytes_as_they_are(samples: Path, tmp_path: Path, form: str) -> None:
    shuffled = random.Random(3).sample(FILES, len(FILES))
    warehouse = build(shuffled, tmp_path / "news.duckdb", batch_size=3)
    build([str(SAMPLES)], warehouse)
    ours, theirs = (exported(w, tmp_path / n, form) for w, n in ((warehouse, "ours"), (samples, "theirs")))
    assert ours.keys() == set(table_names())
    assert {table for table in ours if ours[table] != theirs[table]} <= OF_RUNS
