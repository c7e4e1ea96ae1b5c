"""A run makes what is new or changed and takes over the rest; whatever came before, the tables are the same."""

import json
from pathlib import Path

import pytest

from samestory import config
from samestory.config import Options, documents_version
from samestory.validate.expectations import Validator
from samestory.warehouse.known import known_documents
from samestory.warehouse.schema import connect, create_tables
from tests.plain import build, hashes

BODY = "The bridge at {} closed on Monday after cracks were found, the council said. Nobody was hurt in the closure. "


def record(name: str, day: str | None = "2026-03-02", outlet: str = "Alder Post") -> dict[str, str | None]:
    return {"id": name, "text": BODY.format(name.title()) * 2, "published_at": day, "outlet": outlet}


def write(path: Path, *records: dict[str, str | None], more: str = "") -> list[str]:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in records) + more)
    return [str(path)]


def inputs(warehouse: Path) -> list[str]:
    with connect(warehouse) as connection:
        return [row[0] for row in connection.execute("SELECT input_id FROM articles ORDER BY 1").fetchall()]


def last_run(warehouse: Path, column: str) -> int:
    with connect(warehouse) as connection:
        found = connection.execute(f"SELECT {column} FROM runs ORDER BY run_id DESC LIMIT 1").fetchone()
    return int(found[0]) if found else -1


def test_nothing_new_writes_nothing(tmp_path: Path, validator: Validator) -> None:
    future = record("tolm", "2999-01-01")
    page: dict[str, str | None] = {"id": "page", "html": "<script>var a = 1</script>"}
    given = write(tmp_path / "in.jsonl", record("velm"), future, page, more='{"id": "half", "te\n')
    warehouse = build(given, tmp_path / "news.duckdb", validator=validator)
    live = warehouse.resolve()
    # What was refused, when reading or later, is no more new than what was accepted.
    assert build(given, warehouse, validator=validator).resolve() == live
    assert [path.name for path in (tmp_path / "builds").iterdir()] == [live.parent.name]
    write(tmp_path / "in.jsonl", record("velm"), future, page, {"text": BODY.format("Orl")})
    assert build(given, warehouse, validator=validator).resolve() != live
    with connect(warehouse) as connection:
        refused = connection.execute("SELECT row_id FROM rejected ORDER BY 1").fetchall()
    assert ("page",) in refused
    assert ("in.jsonl:4",) not in refused


def test_a_changed_document_is_made_and_the_others_taken_over(tmp_path: Path) -> None:
    for name in ("velm", "tolm"):
        write(tmp_path / "in" / f"{name}.jsonl", record(name))
    warehouse = build([str(tmp_path / "in")], tmp_path / "news.duckdb", compared=False)
    write(tmp_path / "in" / "tolm.jsonl", record("tolm") | {"text": BODY.format("Karsk") * 3})
    build([str(tmp_path / "in")], warehouse, compared=False)
    assert (last_run(warehouse, "documents_new"), last_run(warehouse, "documents_known")) == (1, 1)
    # The earlier text is an earlier version, not lost.
    assert inputs(warehouse) == ["tolm", "tolm", "velm"]


def test_what_an_earlier_run_validated_is_not_looked_at_again(tmp_path: Path, validator: Validator) -> None:
    def checked() -> dict[str, int]:
        asked = """
            SELECT action, min(rows_checked) FROM validation_results
            WHERE run_id = (SELECT max(run_id) FROM runs) AND suite = 'articles' AND action <> 'warn' GROUP BY action
        """
        with connect(warehouse) as connection:
            return dict(connection.execute(asked).fetchall())

    given = write(tmp_path / "in.jsonl", record("velm"), record("tolm"))
    warehouse = build(given, tmp_path / "news.duckdb", validator=validator)
    assert checked() == {"reject": 2, "stop": 2}
    write(tmp_path / "in.jsonl", record("velm"), record("tolm"), record("karsk"))
    build(given, warehouse, validator=validator)
    assert checked() == {"reject": 1, "stop": 3}
    build(given, warehouse, validator=validator, options=Options(full=True))
    assert checked() == {"reject": 3, "stop": 3}


def test_full_makes_everything_anew(tmp_path: Path) -> None:
    given = write(tmp_path / "in.jsonl", record("velm"), record("tolm"))
    warehouse = build(given, tmp_path / "news.duckdb", compared=False)
    before = hashes(warehouse)
    build(given, warehouse, compared=False, options=Options(full=True))
    assert last_run(warehouse, "documents_new") == 2
    assert hashes(warehouse) == before


def test_other_code_makes_anew_what_it_shapes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = write(tmp_path / "in.jsonl", record("velm"))
    warehouse = build(given, tmp_path / "news.duckdb", compared=False)
    live = warehouse.resolve()
    monkeypatch.setattr("tests.plain.code_version", lambda: "other comparison")
    build(given, warehouse, compared=False)
    assert warehouse.resolve() != live
    assert last_run(warehouse, "documents_new") == 0
    build(given, warehouse, compared=False, options=Options(clean=False))
    assert last_run(warehouse, "documents_new") == 1


def test_the_version_of_documents_follows_their_tables_and_settings(tmp_path: Path) -> None:
    one, two = tmp_path / "one.csv", tmp_path / "two.csv"
    one.write_text("outlet\n")
    two.write_text("outlet\nAlder Post\n")
    versions = {documents_version(True, one), documents_version(True, two), documents_version(False, one)}
    assert len(versions) == 3
    assert versions.isdisjoint({config.code_version()})


def test_what_validation_refused_is_judged_anew_by_other_code(tmp_path: Path, validator: Validator) -> None:
    given = write(tmp_path / "in.jsonl", record("velm"), record("tolm", "2999-01-01"))
    warehouse = build(given, tmp_path / "news.duckdb", validator=validator)
    with connect(warehouse) as connection:
        asked = "SELECT runs.code_version, articles.code_version FROM runs CROSS JOIN articles"
        version, made_by = connection.execute(asked).fetchone() or ("", "")
    assert len(known_documents(warehouse, version, made_by).current) == 2
    assert len(known_documents(warehouse, "other", made_by).current) == 1
    assert known_documents(warehouse, version, "other").current == frozenset()


def test_prune_drops_what_is_gone_and_only_when_asked(tmp_path: Path) -> None:
    names = ("velm", "tolm", "karsk")
    given = write(tmp_path / "in.jsonl", *(record(name) for name in names))
    warehouse = build(given, tmp_path / "news.duckdb")
    write(tmp_path / "in.jsonl", *(record(name) for name in names[:2]))
    build(given, warehouse)
    assert inputs(warehouse) == sorted(names)
    build(given, warehouse, options=Options(prune=True))
    assert (inputs(warehouse), last_run(warehouse, "documents_pruned")) == (["tolm", "velm"], 1)
    assert hashes(warehouse) == hashes(build(given, tmp_path / "fresh" / "news.duckdb"))


def test_prune_spares_what_could_not_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write(folder / "a.jsonl", record("velm"))
    (folder / "b.txt").write_text(BODY.format("Tolm"))
    warehouse = build([str(folder)], tmp_path / "news.duckdb", compared=False)
    (folder / "b.txt").write_bytes(b"\x89PNG and so on")
    build([str(folder)], warehouse, compared=False, options=Options(prune=True))
    assert inputs(warehouse) == ["b.txt", "velm"]
    (folder / "b.txt").unlink()
    (folder / "a.jsonl").rename(folder / "c.jsonl")
    (folder / "a.parquet").write_bytes(b"PAR1 cut off")
    build([str(folder)], warehouse, compared=False, options=Options(prune=True))
    assert inputs(warehouse) == ["b.txt", "velm"]


def test_backfill_by_date_takes_the_days_asked_for(tmp_path: Path) -> None:
    days = {"velm": "2026-03-01", "tolm": "2026-03-02", "karsk": "2026-03-03", "orl": None}
    given = write(tmp_path / "in.jsonl", *(record(name, day) for name, day in days.items()))
    warehouse = build(given, tmp_path / "news.duckdb", options=Options(since="2026-03-02", until="2026-03-02"))
    assert inputs(warehouse) == ["tolm"]
    build(given, warehouse, options=Options(since="2026-03-02"))
    assert inputs(warehouse) == ["karsk", "tolm"]
    build(given, warehouse)
    assert hashes(warehouse) == hashes(build(given, tmp_path / "once" / "news.duckdb"))


def test_a_smaller_name_from_an_earlier_run_is_kept(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(BODY.format("Velm"))
    warehouse = build([str(tmp_path / "a.txt")], tmp_path / "news.duckdb", compared=False)
    build([str(tmp_path / "b.txt")], warehouse, compared=False, options=Options(full=True))
    assert inputs(warehouse) == ["a.txt"]


def test_a_table_of_an_earlier_version_gets_the_columns_it_lacks(tmp_path: Path) -> None:
    given = write(tmp_path / "in.jsonl", record("velm"))
    warehouse = build(given, tmp_path / "news.duckdb", compared=False)
    file = warehouse.resolve()
    file.chmod(0o644)
    with connect(file, read_only=False) as connection:
        connection.execute("ALTER TABLE runs DROP COLUMN documents_pruned")
        create_tables(connection)
        assert connection.execute("SELECT documents_pruned FROM runs").fetchall() == [(None,)]
