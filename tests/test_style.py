"""The size budget of files and functions, which no linter at hand checks."""

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

from samestory.assets import asset

ROOT = asset("flows").parent
PACKAGE = sorted((ROOT / "flows").rglob("*.py"))
SOURCES = [*PACKAGE, *sorted((ROOT / "tests").rglob("*.py")), *sorted((ROOT / "sql").rglob("*.sql"))]


def function_lengths(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or 0) - node.lineno + 1


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_stay_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250
    if path.suffix == ".py":
        assert {name: length for name, length in function_lengths(path) if length > 40} == {}


def test_the_usual_file_and_function_are_far_smaller() -> None:
    lengths = [length for path in PACKAGE for _, length in function_lengths(path)]
    assert statistics.median(lengths) <= 10
    assert statistics.median(len(path.read_text(encoding="utf-8").splitlines()) for path in PACKAGE) <= 120
