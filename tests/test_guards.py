"""What others do to the files of a warehouse, and to its inputs, does not reach what is published."""

import errno
import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from samestory.assets import asset
from samestory.ingest import discover, read_documents
from samestory.records import content_hash
from samestory.validate.expectations import Validator
from samestory.warehouse import publish as publishing
from samestory.warehouse.publish import PublishError, locked, new_build, publish, staging_folder
from samestory.warehouse.schema import connect
from tests.test_warehouse_publish import make_build, outlets

_SPAWN = multiprocessing.get_context("spawn")
# Any user that may write nothing of ours.
_NOBODY = 65534


def stale_log(build: Path) -> Path:
    """Return the log of somebody who wrote to a copy of a build and was killed."""
    copy = build.parent.parent.parent / "copy" / build.name
    copy.parent.mkdir()
    shutil.copy(build, copy)
    copy.chmod(0o644)
    code = "import duckdb, os, sys; c = duckdb.connect(sys.argv[1]); c.execute('DELETE FROM sources'); os._exit(9)"
    assert subprocess.run([sys.executable, "-c", code, copy], check=False).returncode == 9
    return copy.with_name(f"{build.name}.wal")


def test_a_stale_log_beside_a_published_build_is_never_replayed(tmp_path: Path) -> None:
    warehouse = tmp_path / "news.duckdb"
    first = make_build(warehouse, "run1", "Alder Post")
    publish(warehouse, first, 3)
    log = stale_log(first)
    publish(warehouse, make_build(warehouse, "run2", "Birch Times"), 3)
    # Beside the link it is nobody's log.
    shutil.copy(log, tmp_path / "news.duckdb.wal")
    assert outlets(warehouse) == ["Alder Post", "Birch Times"]
    shutil.copy(log, warehouse.resolve().with_name("news.duckdb.wal"))
    with pytest.raises(duckdb.Error, match="WAL"):
        outlets(warehouse)
    with pytest.raises(PublishError, match=r"somebody else wrote to the live build and left .*news.duckdb.wal"):
        staging_folder(warehouse, "run3")
    warehouse.resolve().with_name("news.duckdb.wal").unlink()
    assert outlets(warehouse) == ["Alder Post", "Birch Times"]


def _reader(warehouse: Path, told: Any) -> None:  # noqa: ANN401
    with connect(warehouse) as held:
        told.send(held.execute("SELECT count(*) FROM sources").fetchone())
        told.recv()
        with connect(warehouse) as second:
            told.send([c.execute("SELECT count(*) FROM sources").fetchone() for c in (held, second)])


def test_a_process_that_holds_a_connection_sees_the_new_build_in_another(tmp_path: Path) -> None:
    warehouse = tmp_path / "news.duckdb"
    publish(warehouse, make_build(warehouse, "run1", "Alder Post"), 3)
    here, there = _SPAWN.Pipe()
    reader = _SPAWN.Process(target=_reader, args=(warehouse, there))
    reader.start()
    assert here.recv() == (1,)
    publish(warehouse, make_build(warehouse, "run2", "Birch Times"), 3)
    here.send("swapped")
    assert here.recv() == [(1,), (2,)]
    reader.join()


def test_validation_holds_no_file_when_the_build_is_swapped_in(tmp_path: Path, validator: Validator) -> None:
    warehouse = tmp_path / "news.duckdb"
    build = make_build(warehouse, "run1", "Alder Post")
    validator.validate(build, asset("expectations"))
    # One that may write is refused while another process holds one of any kind.
    with connect(build, read_only=False):
        pass
    publish(warehouse, build, 3)


def refuse(code: int) -> Callable[..., int]:
    def refused(*_: object) -> int:
        raise OSError(code, os.strerror(code))

    return refused


def breaking_off(reader: int, writer: int, _count: int) -> int:
    """Copy a little, and nothing the second time."""
    if os.lseek(reader, 0, os.SEEK_CUR):
        raise OSError(errno.EXDEV, "another file system")
    return os.sendfile(writer, reader, None, 4096)


@pytest.mark.parametrize("copy", [refuse(errno.ENOSYS), refuse(errno.EXDEV), breaking_off, None])
def test_a_build_is_copied_whatever_the_file_system_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, copy: Callable[..., int] | None
) -> None:
    warehouse = tmp_path / "news.duckdb"
    publish(warehouse, make_build(warehouse, "run1", "Alder Post"), 3)
    monkeypatch.setattr("fcntl.ioctl", refuse(errno.EOPNOTSUPP))
    monkeypatch.setattr(publishing, "_BLOCK", 100_000)
    if copy:
        monkeypatch.setattr(os, "copy_file_range", copy)
    else:
        monkeypatch.delattr(os, "copy_file_range")
    build = new_build(warehouse, staging_folder(warehouse, "run2"))
    assert build.read_bytes() == warehouse.read_bytes()


def test_a_document_that_changes_while_it_is_read_is_whole_or_refused(tmp_path: Path) -> None:
    file, stop = tmp_path / "a.txt", threading.Event()
    texts = [f"{word} " * 400_000 for word in ("The bridge closed.", "The harbour is open again.")]
    file.write_text(texts[0])

    def rewrite() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            with file.open("r+") as handle:
                handle.truncate(0 if number % 3 else 999)
                handle.write(texts[number % 2])

    writer = threading.Thread(target=rewrite)
    writer.start()
    try:
        found, reasons = [], set[str]()
        # How often a reading and a writing meet is the machine's affair.
        until = time.monotonic() + 60
        while len(found) < 40 or ("changed while it was read" not in reasons and time.monotonic() < until):
            found.append(next(iter(read_documents(discover([str(file)]), 10))))
            reasons |= {*found[-1][1]["reason"]}
    finally:
        stop.set()
        writer.join()
    assert reasons <= {"changed while it was read", "empty"}
    assert "changed while it was read" in reasons
    for documents, _ in found:
        for row in documents.iter_rows(named=True):
            parts = (row["media_type"], row["content"], *[""] * 7)
            assert row["article_id"] == content_hash(*(part.encode() for part in parts))[:16]


def test_a_document_that_is_replaced_while_it_is_read_is_the_one_that_was_opened(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("The bridge closed. " * 20)
    from samestory.ingest.streams import open_input, read_steadily  # noqa: PLC0415

    with open_input(discover([str(file)])[0]) as stream:
        (tmp_path / "new").write_text("The harbour is open again.")
        (tmp_path / "new").replace(file)
        assert read_steadily(stream).startswith(b"The bridge")


def _peak(path: str) -> tuple[list[str], int]:
    """Return why a file is refused, and the bytes by which the memory of this process grew at most."""
    import resource  # noqa: PLC0415

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    reasons = [reason for _, refused in read_documents(discover([path]), 10) for reason in refused["reason"]]
    return reasons, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024


@pytest.mark.parametrize(("name", "limit"), [("a.txt", 50), ("a.html", 50), ("a.jsonl", 130)])
def test_200_megabytes_of_one_line_are_refused_unread(tmp_path: Path, name: str, limit: int) -> None:
    with (tmp_path / name).open("wb") as file:
        file.truncate(200 << 20)
    with _SPAWN.Pool(1) as pool:
        reasons, grown = pool.apply(_peak, (str(tmp_path / name),))
    assert len(reasons) == 1
    assert "larger than the limit" in reasons[0] or "longer than any" in reasons[0]
    assert grown < limit << 20


@pytest.fixture
def public() -> Iterator[Path]:
    """Return a folder that every user may look into."""
    with tempfile.TemporaryDirectory(prefix="samestory-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


def _as_nobody(folder: Path) -> list[str]:
    """Return what is told of a folder, and of a file, that this user may not write or read."""
    if os.geteuid() == 0:
        os.setgid(_NOBODY)
        os.setuid(_NOBODY)
    told = [reason for _, refused in read_documents(discover([str(folder / "in")]), 9) for reason in refused["reason"]]
    for write in (lambda: locked(folder / "news.duckdb").__enter__(), lambda: staging_folder(folder / "x.db", "run1")):
        try:
            write()
        except PublishError as error:
            told.append(str(error))
    return told


def test_a_folder_without_permission_is_told(public: Path) -> None:
    (public / "in").mkdir()
    (public / "in" / "a.txt").write_text("The bridge closed.")
    (public / "in" / "a.txt").chmod(0o000)
    public.chmod(0o555)
    try:
        with _SPAWN.Pool(1) as pool:
            told = pool.apply(_as_nobody, (public,))
    finally:
        public.chmod(0o755)
    assert told == [
        "Permission denied",
        f"cannot write in {public}: Permission denied",
        f"cannot write in {public / 'builds'}: Permission denied",
    ]
