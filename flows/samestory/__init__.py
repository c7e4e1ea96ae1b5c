"""samestory: raw news article text in, a DuckDB warehouse that compares sources out."""

__version__ = "0.1.0"
