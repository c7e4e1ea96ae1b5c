"""Regenerate warehouse/README.md, the data dictionary, from the comments of tables, views and macros."""

import duckdb

from samestory.assets import asset
from samestory.dictionary import data_dictionary
from samestory.warehouse.schema import create_tables, create_views

DICTIONARY = asset("warehouse", "README.md")


def dictionary() -> str:
    """Return the data dictionary of an empty warehouse."""
    with duckdb.connect() as connection:
        create_tables(connection)
        create_views(connection)
        return data_dictionary(connection)


if __name__ == "__main__":
    DICTIONARY.write_text(dictionary(), encoding="utf-8")
