"""Worker processes, each piece of work with a limit of processor time that nothing in it can get past.

A thread cannot be stopped, and an alarm waits until code in C returns, so the system itself ends a process that has
used up its time (RLIMIT_CPU), whatever it is doing. What crashes ends in the same way, and the run goes on.
"""

import math
import os
import resource
import signal
import traceback
from collections.abc import Callable
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread
from types import TracebackType
from typing import Any, Self, TypeVar

# Spawned, because polars does not survive a fork.
_SPAWN = get_context("spawn")

# Seconds that an idle process has to end by itself; with large libraries in it that takes about half of one.
_PATIENCE = 5

T = TypeVar("T")


class WorkError(RuntimeError):
    """Work that failed by itself: too long, ended by the system, or with an error; the message says which."""


class Workers:
    """Some processes that do one piece of work at a time; one that ended is replaced."""

    def __init__(self, count: int) -> None:
        self._workers = [_Worker() for _ in range(count)]
        self._idle: SimpleQueue[_Worker] = SimpleQueue()

    def __enter__(self) -> Self:
        """Start the processes."""
        for worker in self._workers:
            worker.start()
            self._idle.put(worker)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        """End the processes, whatever they are doing."""
        for worker in self._workers:
            worker.close()

    def call(self, seconds: float, work: Callable[..., T], *arguments: object) -> T:
        """Return what a function returns in the next free process, which gets so many seconds of processor time.

        An OSError of the function is raised as it is: a full disk is no fault of the work. All else is a WorkError.
        """
        worker = self._idle.get()
        try:
            answer: T = worker.call(seconds, work, arguments)
            return answer
        finally:
            self._idle.put(worker)


class _Worker:
    """One process, and the pipe to it."""

    def __init__(self) -> None:
        self._is_closed = False
        self._is_idle = True

    def start(self) -> None:
        self._pipe, there = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=_serve, args=(there,), daemon=True)
        self._process.start()
        # Held by the process alone, so that its end closes the pipe.
        there.close()

    def close(self) -> None:
        """End the process for good; whoever waits for it gets a WorkError."""
        self._is_closed = True
        if self._is_idle:
            # The end of the pipe ends the process, which then clears away what the system lent it, as locks.
            self._pipe.close()
            self._process.join(_PATIENCE)
        self._end()

    def _end(self) -> None:
        self._process.terminate()
        self._process.join()
        self._pipe.close()

    def call(self, seconds: float, work: Callable[..., Any], arguments: tuple[object, ...]) -> Any:  # noqa: ANN401
        self._is_idle = False
        try:
            self._pipe.send((seconds, work, arguments))
            is_done, answer = self._pipe.recv()
        except (EOFError, OSError):
            if self._is_closed:
                raise WorkError("stopped") from None
            self._end()
            code = self._process.exitcode
            self.start()
            self._is_idle = True
            raise WorkError(_ending(code, seconds)) from None
        self._is_idle = True
        if not is_done:
            raise answer
        return answer


def _ending(code: int | None, seconds: float) -> str:
    """Return how a process ended."""
    if code == -signal.SIGXCPU:
        return f"took longer than {seconds:g} s of processor time"
    return f"ended its process ({signal.Signals(-code).name if code and code < 0 else f'exit code {code}'})"


def _serve(pipe: Connection) -> None:
    """Do what comes through a pipe until it is closed."""
    Thread(target=_end_with_parent, daemon=True).start()
    # Whoever started us ends us; and a process that the system ends leaves no image of its memory behind.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while True:
        try:
            seconds, work, arguments = pipe.recv()
        except EOFError:
            return
        _allow(seconds)
        try:
            answer = True, work(*arguments)
        except OSError as error:
            answer = False, error
        except Exception as error:
            if os.environ.get("SAMESTORY_DEBUG"):
                traceback.print_exc()
            answer = False, WorkError(f"{type(error).__name__}: {error}")
        _allow(math.inf)
        pipe.send(answer)


def _end_with_parent() -> None:
    """End this process when the one that started it is killed: nobody else would, and what it writes is for nobody."""
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _allow(seconds: float) -> None:
    """Give this process so many seconds of processor time from now on."""
    usage, (_, hard) = resource.getrusage(resource.RUSAGE_SELF), resource.getrlimit(resource.RLIMIT_CPU)
    if math.isinf(seconds):
        resource.setrlimit(resource.RLIMIT_CPU, (hard, hard))
        return
    limit = math.ceil(usage.ru_utime + usage.ru_stime + seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
