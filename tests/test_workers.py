"""Work that takes too long or ends its process is told of, and the next work is done."""

import errno
import multiprocessing
import multiprocessing.util
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from samestory.workers import WorkError, Workers


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(1) as started:
        yield started


def backtrack(n: int) -> bool:
    """Look for what takes twice as long with every letter, in code that lets nothing else run."""
    return re.match(r"(a|a)+$", "a" * n + "b") is not None


def crash() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def fail(error: Exception) -> None:
    raise error


def test_work_that_takes_too_long_is_ended_and_the_next_is_done(workers: Workers) -> None:
    with pytest.raises(WorkError, match="took longer than 1 s of processor time"):
        workers.call(1, backtrack, 60)
    assert workers.call(1, backtrack, 3) is False


def test_waiting_is_no_work(workers: Workers) -> None:
    assert workers.call(1, time.sleep, 2.1) is None


def test_each_piece_of_work_has_its_own_limit(workers: Workers) -> None:
    before = workers.call(5, os.getpid)
    for _ in range(4):
        workers.call(1.5, backtrack, 20)
    assert workers.call(5, os.getpid) == before


def test_a_crash_is_told(workers: Workers) -> None:
    with pytest.raises(WorkError, match=r"ended its process \(SIGSEGV\)"):
        workers.call(5, crash)
    assert workers.call(1, backtrack, 3) is False


def test_an_error_is_told_and_the_process_stays(workers: Workers) -> None:
    before = workers.call(5, os.getpid)
    with pytest.raises(WorkError, match=r"^KeyError: .x.$"):
        workers.call(5, fail, KeyError("x"))
    with pytest.raises(OSError, match="No space left"):
        workers.call(5, fail, OSError(errno.ENOSPC, "No space left on device"))
    assert workers.call(5, os.getpid) == before


def test_who_waits_for_a_worker_that_is_closed_is_told() -> None:
    before = set(multiprocessing.active_children())
    with ThreadPoolExecutor(1) as thread:
        with Workers(1) as workers:
            waiting = thread.submit(workers.call, 60, time.sleep, 60)
        with pytest.raises(WorkError, match="stopped"):
            waiting.result()
    assert set(multiprocessing.active_children()) <= before


def touch_when_ending(path: Path) -> None:
    multiprocessing.util.Finalize(None, path.touch, exitpriority=0)


def test_an_idle_worker_ends_by_itself_and_clears_away_what_it_holds(tmp_path: Path) -> None:
    with Workers(2) as workers:
        for name in ("one", "other"):
            workers.call(5, touch_when_ending, tmp_path / name)
    assert {path.name for path in tmp_path.iterdir()} == {"one", "other"}


def spend(path: str) -> None:
    """Tell this process's id, then work for ever."""
    Path(path).write_text(str(os.getpid()))
    while True:
        pass


def test_a_worker_ends_with_the_process_that_is_killed(tmp_path: Path) -> None:
    told = tmp_path / "pid"
    code = "from samestory.workers import *; from tests.test_workers import spend\nif __name__ == '__main__':\n"
    code += f" with Workers(1) as workers: workers.call(60, spend, {str(told)!r})"
    (tmp_path / "main.py").write_text(code)
    root = {"PYTHONPATH": str(Path(__file__).parent.parent)}
    parent = subprocess.Popen([sys.executable, str(tmp_path / "main.py")], env=os.environ | root)
    wait_for(lambda: told.exists() and told.read_text() != "")
    parent.kill()
    parent.wait()
    wait_for(lambda: not is_alive(int(told.read_text())))


def wait_for(happened: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not happened():
        assert time.monotonic() < until
        time.sleep(0.05)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
