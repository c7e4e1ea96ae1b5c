"""Work that takes too long or ends its process is told of, and the next work is done."""

import errno
import os
import re
import signal
import time
from collections.abc import Iterator

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
