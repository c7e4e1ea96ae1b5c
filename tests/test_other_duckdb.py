"""The published file opens in other DuckDB versions than the one that wrote it, sealed against extensions."""

import importlib.metadata
import json
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from samestory.assets import asset
from samestory.warehouse.schema import STORAGE_VERSION, connect

# The oldest version that dashboards still carry, and the newest there is.
VERSIONS = ("1.4.5", "2.0.0")
ASK = """
import json, sys, duckdb
config = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
connection = duckdb.connect(sys.argv[1], read_only=True, config=config)
answers = {}
for (name,) in connection.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal ORDER BY 1").fetchall():
    answers[name] = connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
for call in ("search('water')", "who_said('a')", "compare('a', 'b')", "as_of(TIMESTAMP '2026-06-01')", "cite('x')"):
    answers[call] = len(connection.execute(f"FROM {call}").fetchall())
print(json.dumps({"version": duckdb.__version__, "answers": answers}))
"""


@pytest.fixture(scope="session", params=VERSIONS)
def other_duckdb(request: pytest.FixtureRequest) -> tuple[str, Path]:
    """Install another DuckDB beside the one we use, once a checkout."""
    folder = asset(".cache", f"duckdb-{request.param}")
    if not (folder / "duckdb").is_dir():
        wanted = f"duckdb=={request.param}"
        install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(folder), wanted]
        subprocess.run(install, check=True, capture_output=True, text=True)
    return request.param, folder


def ask(warehouse: Path, folder: Path | None = None) -> dict[str, object]:
    path = {"PYTHONPATH": str(folder)} if folder else {}
    asked = subprocess.run(
        [sys.executable, "-c", ASK, str(warehouse)], env=path, capture_output=True, text=True, check=False
    )
    assert asked.returncode == 0, asked.stderr
    answered: dict[str, object] = json.loads(asked.stdout)
    return answered


@pytest.mark.xdist_group("other_duckdb")
def test_every_view_and_macro_answers_alike_in_other_versions(samples: Path, other_duckdb: tuple[str, Path]) -> None:
    version, folder = other_duckdb
    theirs, ours = ask(samples, folder), ask(samples)
    assert theirs["version"] == version
    assert theirs["answers"] == ours["answers"]


def test_the_newest_command_line_opens_it(samples: Path) -> None:
    program = shutil.which("duckdb", path=str(Path(sys.executable).parent))
    assert program, f"duckdb-cli {importlib.metadata.version('duckdb-cli')} brings no program"
    sealed = "SET autoinstall_known_extensions = false; SET autoload_known_extensions = false;"
    command = [program, "-readonly", "-csv", "-noheader", str(samples), f"{sealed} SELECT count(*) FROM corroboration"]
    asked = subprocess.run(command, capture_output=True, text=True, check=True)
    with connect(samples) as connection:
        assert connection.execute("SELECT count(*) FROM corroboration").fetchone() == (int(asked.stdout),)


def test_the_file_has_the_storage_version_that_old_readers_know(samples: Path) -> None:
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH '{samples.resolve()}' AS news (READ_ONLY)")
        found = connection.execute("SELECT tags FROM duckdb_databases() WHERE database_name = 'news'").fetchone()
    assert STORAGE_VERSION.rsplit(".", 1)[0] in str(found)
