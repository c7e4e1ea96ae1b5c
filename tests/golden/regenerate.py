"""Golden articles: what each sample article is made into, one JSON file an article.

Run `make golden` after a change of cleaning, splitting or extraction, and read the diff before committing it.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from samestory.records import FACT_FIELDS
from samestory.warehouse.schema import connect
from tests.plain import SAMPLES, build

FOLDER = Path(__file__).parent
Row = dict[str, object]
_QUERIES = {
    "article": "SELECT title, author, published_at, published_precision, published_method, source_id, source_method, "
    "language FROM articles WHERE article_id = $id",
    "removed": "SELECT kind, rule, text FROM removed_spans WHERE article_id = $id ORDER BY start_char",
    "paragraphs": "SELECT kind, speaker, text FROM paragraphs WHERE article_id = $id ORDER BY start_char",
    "sentences": "SELECT text FROM sentences WHERE article_id = $id ORDER BY start_char",
    "facts": "SELECT * FROM facts WHERE article_id = $id ORDER BY start_char, end_char, kind",
    "claims": "SELECT text, certainty, polarity, conditional, is_headline, source_fact_id IS NOT NULL AS attributed "
    "FROM claims WHERE article_id = $id ORDER BY start_char, end_char",
}


def golden_files(warehouse: Path) -> Mapping[str, str]:
    """Return the golden text of each article of a warehouse by file name."""
    with connect(warehouse) as connection:

        def rows(sql: str, article_id: str) -> list[Row]:
            found = connection.execute(sql, {"id": article_id})
            names = [column[0] for column in found.description or []]
            return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

        articles = connection.execute("SELECT input_id, article_id FROM articles ORDER BY input_id").fetchall()
        return {
            f"{input_id}.json": _golden({part: rows(sql, key) for part, sql in _QUERIES.items()})
            for input_id, key in articles
        }


def _golden(parts: dict[str, list[Row]]) -> str:
    parts["facts"] = [_fact(fact) for fact in parts["facts"]]
    lines = {part: [json.dumps(_short(row), ensure_ascii=False) for row in rows] for part, rows in parts.items()}
    body = ",\n".join(f'"{part}": [\n' + ",\n".join(rows) + "\n]" for part, rows in lines.items())
    return "{\n" + body + "\n}\n"


def _fact(fact: Row) -> Row:
    """Return the columns of a fact's kind, without ids and offsets, which are tested elsewhere."""
    kept = [
        name
        for name in FACT_FIELDS[str(fact["kind"])]
        if not name.endswith(("_start", "_end")) or name.startswith("date")
    ]
    return {"kind": fact["kind"], "text": fact["text"], "rule": fact["rule"]} | {name: fact[name] for name in kept}


def _short(row: Row) -> Row:
    return {
        name: value if isinstance(value, str | int | float) else str(value)
        for name, value in row.items()
        if value is not None and name != "spans"
    }


def main() -> None:
    """Write all golden files and remove those of articles that are gone."""
    with TemporaryDirectory() as folder:
        files = golden_files(build([str(SAMPLES)], Path(folder) / "news.duckdb"))
    for path in FOLDER.glob("*.json"):
        if path.name not in files:
            path.unlink()
    for name, text in files.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
