"""Publishing swaps whole builds; readers and crashes never see a part of one."""

import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from samestory.warehouse.publish import PublishError, audit, discard, locked, new_build, publish, staging_folder
from samestory.warehouse.schema import connect, create_tables


def make_build(warehouse: Path, run_id: str, outlet: str) -> Path:
    build = new_build(warehouse, staging_folder(warehouse, run_id))
    with connect(build, read_only=False) as connection:
        create_tables(connection)
        connection.execute("INSERT INTO sources (source_id, outlet) VALUES (?, ?)", [run_id, outlet])
    return build


def outlets(warehouse: Path) -> list[str]:
    with connect(warehouse) as connection:
        return [row[0] for row in connection.execute("SELECT outlet FROM sources ORDER BY outlet").fetchall()]


def test_publish_links_to_a_read_only_build(tmp_path: Path) -> None:
    warehouse = tmp_path / "news.duckdb"
    build = make_build(warehouse, "run1", "Alder Post")
    publish(warehouse, build, 3)
    assert warehouse.readlink() == Path("builds/run1/news.duckdb")
    assert stat.S_IMODE(build.stat().st_mode) == 0o444
    assert outlets(warehouse) == ["Alder Post"]


def test_next_build_starts_from_the_live_one_and_leaves_it_alone(tmp_path: Path) -> None:
    warehouse = tmp_path / "news.duckdb"
    publish(warehouse, make_build(warehouse, "run1", "Alder Post"), 3)
    staged = make_build(warehouse, "run2", "Birch Times")
    assert outlets(warehouse) == ["Alder Post"]
    publish(warehouse, staged, 3)
    assert outlets(warehouse) == ["Alder Post", "Birch Times"]


def test_a_reader_keeps_its_build_across_a_swap_and_sees_the_new_one_when_it_opens_again(tmp_path: Path) -> None:
    warehouse = tmp_path / "news.duckdb"
    publish(warehouse, make_build(warehouse, "run1", "Alder Post"), 3)
    with connect(warehouse) as reader:
        publish(warehouse, make_build(warehouse, "run2", "Birch Times"), 3)
        assert reader.execute("SELECT count(*) FROM sources").fetchone() == (1,)
        assert outlets(warehouse) == ["Alder Post", "Birch Times"]


def test_only_the_newest_builds_are_kept(tmp_path: Path) -> None:
    warehouse = tmp_path / "news.duckdb"
    for number in range(5):
        publish(warehouse, make_build(warehouse, f"run{number}", f"Outlet {number}"), 3)
    assert sorted(path.name for path in (tmp_path / "builds").iterdir()) == ["run2", "run3", "run4"]
    assert len(outlets(warehouse)) == 5


def test_a_discarded_build_leaves_the_live_one(tmp_path: Path) -> None:
    warehouse = tmp_path / "news.duckdb"
    publish(warehouse, make_build(warehouse, "run1", "Alder Post"), 3)
    discard(make_build(warehouse, "run2", "Birch Times").parent)
    assert outlets(warehouse) == ["Alder Post"]
    assert not (tmp_path / "builds" / "run2").exists()


def test_audit_refuses_a_build_that_lacks_a_table(tmp_path: Path) -> None:
    build = make_build(tmp_path / "news.duckdb", "run1", "Alder Post")
    with connect(build, read_only=False) as connection:
        connection.execute("DROP TABLE claims")
    with pytest.raises(PublishError, match="lacks the table claims"):
        audit(build)


def test_audit_refuses_an_unfinished_log(tmp_path: Path) -> None:
    build = make_build(tmp_path / "news.duckdb", "run1", "Alder Post")
    build.with_name("news.duckdb.wal").touch()
    with pytest.raises(PublishError, match="write-ahead log"):
        publish(tmp_path / "news.duckdb", build, 3)


def test_a_file_that_we_did_not_publish_is_left_alone(tmp_path: Path) -> None:
    warehouse = tmp_path / "news.duckdb"
    duckdb.connect(str(warehouse)).close()
    with pytest.raises(PublishError, match="a file of its own"):
        staging_folder(warehouse, "run1")


def test_second_writer_is_told_who_writes(tmp_path: Path) -> None:
    warehouse = tmp_path / "news.duckdb"
    code = (
        "import sys; from pathlib import Path; from samestory.warehouse.publish import locked\n"
        "with locked(Path(sys.argv[1])): pass"
    )
    with locked(warehouse):
        second = subprocess.run([sys.executable, "-c", code, warehouse], capture_output=True, text=True, check=False)
    assert f"process {os.getpid()} on {socket.gethostname()} since 20" in second.stderr
    with locked(warehouse):
        pass
