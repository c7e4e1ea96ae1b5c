"""The validation report of one run: one HTML page that opens offline and calls nobody."""

from collections.abc import Sequence
from html import escape
from itertools import groupby
from pathlib import Path

from samestory.validate.expectations import Result

_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; color: #1d1d1f }
table { border-collapse: collapse; width: 100%; margin-bottom: 2rem }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #ddd }
.failed { color: #a40000; font-weight: 600 } .held { color: #1a6b2f }
code { font-size: .85em; overflow-wrap: anywhere }
"""
_COLUMNS = ("Expectation", "Column", "Result", "Observed", "Rows looked at", "On failure", "Why")
_HEAD = f"<tr>{''.join(f'<th>{name}</th>' for name in _COLUMNS)}</tr>"


def write_report(path: Path, title: str, results: Sequence[Result], tables: Sequence[tuple[str, int]]) -> None:
    """Write the report of a run: its results by suite, failures first, and the row counts of its tables."""
    failed = sum(not result.success for result in results)
    counts = "".join(f"<tr><td>{escape(name)}</td><td>{count:,}</td></tr>" for name, count in tables)
    page = (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style>'
        f"<h1>{escape(title)}</h1><p>{len(results)} expectations, {failed} not met.</p>"
        + "".join(_suite(name, list(rows)) for name, rows in groupby(results, key=lambda result: result.suite))
        + f"<h2>Rows</h2><table><tr><th>Table</th><th>Rows</th></tr>{counts}</table></html>\n"
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8")


def _suite(name: str, results: list[Result]) -> str:
    rows = "".join(_row(result) for result in sorted(results, key=lambda result: result.success))
    return f"<h2>{escape(name)}</h2><table>{_HEAD}{rows}</table>"


def _row(result: Result) -> str:
    word, style = ("held", "held") if result.success else ("not met", "failed")
    examples = "".join(f"<br><code>{escape(example)}</code>" for example in result.examples)
    return (
        f"<tr><td>{escape(result.expectation)}</td><td>{escape(result.column or '')}</td>"
        f'<td class="{style}">{word}</td><td>{escape(result.observed)}{examples}</td>'
        f"<td>{result.rows_checked:,}</td><td>{escape(result.action)}</td><td>{escape(result.why)}</td></tr>"
    )
