"""Write, audit, publish: builds beside each other, and a symbolic link that one rename swaps.

    warehouse/news.duckdb -> builds/<run>/news.duckdb

A reader follows the link to a whole build; a crash at any step leaves the link on the old one.
"""

import errno
import fcntl
import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from samestory.warehouse.schema import connect, create, table_names

# ioctl number of a reflink on Linux (linux/fs.h), which copies 10 GB in milliseconds where the file system has it.
_FICLONE = 0x40049409
_BLOCK = 64 << 20
# What the kernel answers where two files cannot be copied that way; anything else, such as a full disk, is an error.
_NO_COPY_RANGE = {errno.EXDEV, errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP}


class PublishError(RuntimeError):
    """A warehouse that cannot be written, with what to do about it."""


@contextmanager
def locked(warehouse: Path) -> Iterator[None]:
    """Hold the warehouse's write lock; a second run ends with a PublishError that names the first one's process.

    The system frees the lock when its process ends, however it ends: what an ended run left in the file says nothing.
    """
    try:
        warehouse.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(warehouse.parent / f".{warehouse.name}.lock", os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise PublishError(f"cannot write in {warehouse.parent}: {error.strerror}") from error
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.read(handle, 200).decode(errors="replace").strip() or "process unknown"
            raise PublishError(f"another run is writing {warehouse} ({holder}); try again when it ends") from error
        os.ftruncate(handle, 0)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        os.pwrite(handle, f"process {os.getpid()} on {socket.gethostname()} since {now}\n".encode(), 0)
        yield
    finally:
        os.close(handle)


def staging_folder(warehouse: Path, run_id: str, *, keep_failed: bool = False) -> Path:
    """Return the new folder of a run's build; what an earlier run left there unpublished goes, unless it is kept."""
    if warehouse.exists() and not warehouse.is_symlink():
        raise PublishError(f"{warehouse} is a file of its own, not a published warehouse; give another --warehouse")
    if (log := warehouse.resolve().with_name(f"{warehouse.name}.wal")).exists():
        raise PublishError(f"somebody else wrote to the live build and left {log}; take that file away, then run again")
    for mark in () if keep_failed else (warehouse.parent / "builds").glob(f"*/{_mark(warehouse).name}"):
        shutil.rmtree(mark.parent, ignore_errors=True)
    folder = warehouse.parent / "builds" / run_id
    try:
        folder.mkdir(parents=True)
        _mark(folder / warehouse.name).touch()
    except OSError as error:
        raise PublishError(f"cannot write in {folder.parent}: {error.strerror}") from error
    return folder


def new_build(warehouse: Path, folder: Path) -> Path:
    """Return the staging file in a run's folder: a clone of the live build, or an empty warehouse."""
    build = folder / warehouse.name
    if warehouse.exists():
        _clone(warehouse.resolve(), build)
    else:
        create(build)
    return build


def _mark(build: Path) -> Path:
    """Return the empty file beside a build that is not published yet."""
    return build.with_name(f"{build.name}.staging")


def publish(warehouse: Path, build: Path, builds_kept: int) -> None:
    """Audit a closed build, make it read-only and durable, and swap the link to it with one rename."""
    audit(build)
    build.chmod(0o444)
    _sync(build)
    _mark(build).unlink(missing_ok=True)
    _sync(build.parent)
    _sync(build.parent.parent)
    link = warehouse.parent / f".{warehouse.name}.next"
    link.unlink(missing_ok=True)
    link.symlink_to(build.relative_to(warehouse.parent))
    link.replace(warehouse)
    _sync(warehouse.parent)
    _drop_old_builds(warehouse, builds_kept)


def audit(build: Path) -> None:
    """Open a build as a reader would and count its tables; raise PublishError where it is not whole."""
    if build.with_name(build.name + ".wal").exists():
        raise PublishError(f"{build} has an unfinished write-ahead log")
    with connect(build) as connection:
        names = {row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
        if missing := sorted(set(table_names()) - names):
            raise PublishError(f"{build} lacks the table {missing[0]}")
        for name in sorted(names):
            connection.execute(f"SELECT count(*) FROM {name}").fetchone()


def discard(folder: Path) -> None:
    """Remove the folder of a build that is not to be published."""
    shutil.rmtree(folder, ignore_errors=True)


def _drop_old_builds(warehouse: Path, kept: int) -> None:
    """Keep the newest builds of this warehouse; run ids sort by time."""
    builds = (path for path in (warehouse.parent / "builds").glob(f"*/{warehouse.name}") if not _mark(path).exists())
    live = warehouse.resolve().parent
    for folder in sorted(path.parent for path in builds)[:-kept]:
        if folder.resolve() != live:
            shutil.rmtree(folder, ignore_errors=True)


def _clone(source: Path, target: Path) -> None:
    """Copy a file, sharing its blocks where the file system can, else within the kernel or the file server."""
    with source.open("rb") as reader, target.open("wb") as writer:
        try:
            fcntl.ioctl(writer, _FICLONE, reader.fileno())
        except OSError:
            _copy(reader.fileno(), writer.fileno())


def _copy(reader: int, writer: int) -> None:
    """Copy what an open file holds; copy_file_range is Linux only, and not between all file systems."""
    try:
        while os.copy_file_range(reader, writer, _BLOCK):
            pass
    except (AttributeError, OSError) as error:
        if isinstance(error, OSError) and error.errno not in _NO_COPY_RANGE:
            raise
        while block := os.read(reader, _BLOCK):
            _write(writer, block)


def _write(writer: int, block: bytes) -> None:
    while block:
        block = block[os.write(writer, block) :]


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
