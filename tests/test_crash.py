"""A run that is killed leaves the old or the new state, and the next one completes; `make torture` kills more."""

import errno
import multiprocessing
import os
import resource
from pathlib import Path

import duckdb
import pytest

from samestory.cli import main
from samestory.warehouse.publish import PublishError, staging_folder
from tests.plain import SAMPLES, build, hashes
from tests.readers import serve
from tests.torture import STEPS, Victim

# One each of reading, of the open transaction, of the closed build, and on either side of the swap.
KILLED = {"copy begun": "old", "half loaded": "old", "read-only": "old", "before the swap": "old", "swapped": "new"}


def test_a_killed_run_leaves_the_old_or_the_new_state(tmp_path: Path) -> None:
    victim = Victim(tmp_path)
    for name, live in KILLED.items():
        outcome = victim.kill(STEPS[name])
        assert (outcome.killed, outcome.live, outcome.fault) == (True, live, ""), name
    outcome = victim.kill(None, victim.seconds / 2)
    assert outcome.fault == ""
    for _ in range(2):
        victim.grow()
    assert victim.is_as_if_nothing_happened()


def test_readers_see_whole_loads_while_builds_are_published(samples: Path, tmp_path: Path) -> None:
    warehouse = tmp_path / "news.duckdb"
    (tmp_path / "builds" / "first").mkdir(parents=True)
    (tmp_path / "builds" / "first" / "news.duckdb").write_bytes(samples.read_bytes())
    warehouse.symlink_to("builds/first/news.duckdb")
    served = serve(warehouse, 2, 3)
    assert served.faults == []
    assert served.during


def limited_build(given: str, warehouse: Path, limit: int) -> str:
    """Return the error of a run whose files may not grow beyond a limit."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        build([given], warehouse)
    except (OSError, duckdb.Error) as error:
        return str(error)
    return ""


def test_a_full_disk_is_told_and_nothing_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    warehouse = build([str(SAMPLES)], tmp_path / "news.duckdb", compared=False)
    before, live = hashes(warehouse), warehouse.resolve()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("samestory.warehouse.publish._copy", full)
    (tmp_path / "new.txt").write_text("The bridge at Velm closed on Monday, the council said. Nobody was hurt there.\n")
    with pytest.raises((OSError, PublishError), match="No space left"):
        build([str(tmp_path / "new.txt")], warehouse, compared=False)
    monkeypatch.undo()
    limit = live.stat().st_size + 4096
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert "File too large" in pool.apply(limited_build, (str(tmp_path / "new.txt"), warehouse, limit))
    assert (hashes(warehouse), warehouse.resolve()) == (before, live)
    build([str(tmp_path / "new.txt")], warehouse, compared=False)
    assert [path.name for path in (tmp_path / "builds").glob("*/*.staging")] == []


@pytest.mark.skipif("os.geteuid() == 0")
def test_a_read_only_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "builds").mkdir(mode=0o555)
    with pytest.raises(PublishError, match=r"cannot write in .*builds: Permission denied"):
        staging_folder(tmp_path / "news.duckdb", "run1")


def test_a_library_error_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def full(_: object) -> int:
        raise duckdb.IOException("could not write: No space left on device")

    monkeypatch.delenv("SAMESTORY_DEBUG", raising=False)
    monkeypatch.setattr("samestory.commands.run", full)
    assert main(["run", "in"]) == 1
    told = capsys.readouterr().err
    assert told.startswith("samestory: IOException: could not write: No space left")
    assert len(told.splitlines()) == 1
