"""Regenerate the documents that show what the program prints: the data dictionary and the README's results.

`make docs` runs this. In the README, what stands between `<!-- result -->` and `<!-- end -->` is the answer of the
sample articles' warehouse to the query block just before it.
"""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from samestory.assets import asset
from samestory.dictionary import data_dictionary
from samestory.warehouse.schema import connect, create_tables, create_views
from tests.plain import SAMPLES, build

DICTIONARY = asset("warehouse", "README.md")
README = asset("README.md")
_RESULT = re.compile(r"(```sql\n(.*?)\n```\n\n<!-- result -->\n)(.*?)(<!-- end -->)", re.DOTALL)
# Longer cells make a table that nobody reads.
_CELL = 110


def dictionary() -> str:
    """Return the data dictionary of an empty warehouse."""
    with duckdb.connect() as connection:
        create_tables(connection)
        create_views(connection)
        return data_dictionary(connection)


def readme(text: str, warehouse: Path) -> str:
    """Return the README's text with every result as the warehouse gives it."""
    with connect(warehouse) as connection:
        return _RESULT.sub(lambda found: found[1] + _table(connection, found[2]) + found[4], text)


def _table(connection: duckdb.DuckDBPyConnection, sql: str) -> str:
    answered = connection.execute(sql)
    names = [column[0] for column in answered.description or []]
    rows = [names, ["---"] * len(names), *([_cell(value) for value in row] for row in answered.fetchall())]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _cell(value: object) -> str:
    text = "" if value is None else " ".join(str(value).split()).replace("|", "\\|")
    return text if len(text) <= _CELL else text[: _CELL - 1] + "…"


def main() -> None:
    """Write both documents."""
    DICTIONARY.write_text(dictionary(), encoding="utf-8")
    with TemporaryDirectory() as folder:
        warehouse = build([str(SAMPLES)], Path(folder) / "news.duckdb")
        README.write_text(readme(README.read_text(encoding="utf-8"), warehouse), encoding="utf-8")


if __name__ == "__main__":
    main()
