"""Readers that query the warehouse in loops while builds are published.

make readers        eight processes, ten publishes
"""

import multiprocessing
import statistics
import time
from dataclasses import dataclass
from multiprocessing.synchronize import Event, Semaphore
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from samestory.warehouse.publish import new_build, publish, staging_folder
from samestory.warehouse.schema import connect
from tests.plain import SAMPLES, build

# Holds for whole loads only: every load has a thousand rows more than the one before, and all of them its number.
_LOADED = """
SELECT count(*) = 1000 * max(CAST(owner_group AS BIGINT)) AND count(DISTINCT owner_group) = 1, max(owner_group)
FROM sources WHERE source_id LIKE 'load:%'
"""
_VIEWS = ("corroboration", "claim_matrix", "latest_articles", "disagreements")
# Reads of each reader before the first publish, of which the first take in the imports.
_READS = 6
_SPAWN = multiprocessing.get_context("spawn")


@dataclass(frozen=True, slots=True)
class Read:
    """One read: when it began, the seconds it took, the load it saw, and what was wrong."""

    at: float
    seconds: float
    load: str
    fault: str


@dataclass(frozen=True, slots=True)
class Served:
    """All reads, those before the first publish apart."""

    before: list[Read]
    during: list[Read]

    @property
    def faults(self) -> list[str]:
        """Return what was wrong with reads."""
        return [read.fault for read in (*self.before, *self.during) if read.fault]

    def line(self) -> str:
        """Return the figures in one line."""
        before, during = (statistics.median(r.seconds for r in reads) for reads in (self.before, self.during))
        loads = len({read.load for read in self.during})
        return (
            f"{len(self.before)} reads before and {len(self.during)} during the publishes, {len(self.faults)} failed, "
            f"{loads} loads seen, median {1000 * before:.0f} ms before, {1000 * during:.0f} ms during"
        )


def _read(warehouse: Path, signs: tuple[Event, Semaphore], reads: "multiprocessing.Queue[list[Read]]") -> None:
    stop, ready = signs
    found: list[Read] = []
    while not stop.is_set():
        at, load, fault = time.time(), "", ""
        try:
            with connect(warehouse) as connection:
                is_whole, load = connection.execute(_LOADED).fetchone() or (False, "")
                rows = connection.execute(f"SELECT count(*) FROM {_VIEWS[len(found) % len(_VIEWS)]}").fetchone()
            fault = "" if is_whole and rows and rows[0] else f"half a load: {load}"
        except duckdb.Error as error:
            fault = str(error)
        found.append(Read(at, time.time() - at, load, fault))
        ready.release()
    reads.put(found)


def _publish_load(warehouse: Path, number: int) -> None:
    file = new_build(warehouse, staging_folder(warehouse, f"load{number:03d}"))
    with connect(file, read_only=False) as connection:
        connection.begin()
        connection.execute("DELETE FROM sources WHERE source_id LIKE 'load:%'")
        rows = "SELECT 'load:' || i, 'Load', NULL, ?, 'unknown' FROM range(1000 * ?) AS t (i)"
        connection.execute(f"INSERT INTO sources {rows}", [str(number), number])
        connection.commit()
        connection.execute("CHECKPOINT")
    publish(warehouse, file, 3)


def _wait_for(ready: Semaphore, n_reads: int) -> None:
    for _ in range(n_reads):
        ready.acquire()


def serve(warehouse: Path, n_readers: int, n_publishes: int) -> Served:
    """Publish builds one after the other while readers read; return what they saw."""
    _publish_load(warehouse, 1)
    stop, ready, reads = _SPAWN.Event(), _SPAWN.Semaphore(0), _SPAWN.Queue()
    readers = [_SPAWN.Process(target=_read, args=(warehouse, (stop, ready), reads)) for _ in range(n_readers)]
    for reader in readers:
        reader.start()
    _wait_for(ready, _READS * n_readers)
    began = time.time()
    for number in range(2, n_publishes + 2):
        _publish_load(warehouse, number)
        _wait_for(ready, n_readers)
    stop.set()
    found = [read for _ in readers for read in reads.get()]
    for reader in readers:
        reader.join()
    return Served([read for read in found if read.at < began], [read for read in found if read.at >= began])


def main() -> int:
    """Print the figures; return 1 where a read failed."""
    with TemporaryDirectory(prefix="samestory-readers-") as name:
        served = serve(build([str(SAMPLES)], Path(name) / "news.duckdb"), 8, 10)
    print(served.line(), *served.faults[:5], sep="\n")
    return int(bool(served.faults))
