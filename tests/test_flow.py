"""The whole way once through Prefect's own server, as the command line goes it."""

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from samestory.warehouse.schema import connect
from tests.plain import OF_RUNS, SAMPLES, exported, hashes


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "samestory.cli", "run", *arguments]
    home = {"PATH": "/usr/bin:/bin", "HOME": str(folder), "PREFECT_HOME": str(folder / ".prefect"), **environment}
    return subprocess.run(command, cwd=folder, env=home, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def ran(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    folder = tmp_path_factory.mktemp("flow")
    # Three batches, so that two worker processes share them.
    (folder / "samestory.toml").write_text("batch_size = 6\n")
    return folder, run(folder, str(SAMPLES), "--workers", "2")


@pytest.mark.xdist_group("flow")
def test_run_prints_a_summary(ran: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    folder, done = ran
    assert done.returncode == 0, done.stderr
    for word in ("articles", "paragraphs", "facts", "stories", "corroborated", "disputed", "rejected", "seconds"):
        assert word in done.stdout
    assert done.stdout.count("samestory query") == 3
    assert len(list((folder / "warehouse" / "validation").glob("*.html"))) == 1


@pytest.mark.xdist_group("flow")
def test_run_is_quiet_about_prefect(ran: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    assert "prefect" not in ran[1].stderr.lower()


@pytest.mark.xdist_group("flow")
def test_the_flow_makes_what_the_plain_steps_make(
    ran: tuple[Path, subprocess.CompletedProcess[str]], samples: Path
) -> None:
    warehouse = ran[0] / "warehouse" / "news.duckdb"
    assert warehouse.is_symlink()
    assert hashes(warehouse) == hashes(samples)
    with connect(warehouse) as connection:
        run_row = connection.execute("SELECT documents_in, documents_new, articles_out FROM runs").fetchone()
        assert connection.execute("SELECT count(*) FROM validation_results WHERE NOT success").fetchone() == (0,)
    assert run_row == (15, 15, 15)


@pytest.mark.xdist_group("flow")
def test_workers_leave_every_exported_byte_as_it_is(
    ran: tuple[Path, subprocess.CompletedProcess[str]], samples: Path, tmp_path: Path
) -> None:
    warehouse = ran[0] / "warehouse" / "news.duckdb"
    ours, theirs = (exported(w, tmp_path / n, "parquet") for w, n in ((warehouse, "ours"), (samples, "theirs")))
    assert {table for table in ours if ours[table] != theirs[table]} <= OF_RUNS
    # Of what was validated only the name of the run differs: times are in `runs` alone.
    asked = "SELECT * EXCLUDE (run_id) FROM read_parquet(?) ORDER BY ALL"
    results = [str(tmp_path / name / "validation_results.parquet") for name in ("ours", "theirs")]
    assert duckdb.execute(asked, [results[0]]).fetchall() == duckdb.execute(asked, [results[1]]).fetchall()


def test_a_broken_expectation_stops_the_publish(tmp_path: Path) -> None:
    (tmp_path / "menu.txt").write_text("Home\nNews\nSport\nLog in\n")
    done = run(tmp_path, "menu.txt")
    assert done.returncode == 1
    assert "table_not_empty" in done.stderr
    assert "validation/" in done.stderr
    assert not (tmp_path / "warehouse" / "news.duckdb").exists()
    assert list((tmp_path / "warehouse" / "builds").iterdir()) == []


def test_a_missing_input_ends_with_one_line(tmp_path: Path) -> None:
    done = run(tmp_path, "nowhere")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("samestory: ")
    assert "Traceback" not in done.stderr
