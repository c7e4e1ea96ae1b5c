"""Read the inputs into batches of what is new, and tell what is known, unchanged or gone."""

import logging
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from samestory import ingest
from samestory.records import REJECTED
from samestory.warehouse.known import Known

log = logging.getLogger(__name__)

_INPUTS = pl.Schema({"input_id": pl.String, "article_id": pl.String})
_GONE = pl.Schema({"article_id": pl.String, "row_id": pl.String})


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading the inputs brought: batches of new documents, and counts of all."""

    batches: tuple[Path, ...]
    documents_in: int
    documents_new: int
    documents_rejected: int


def read_batches(inputs: Sequence[str], folder: Path, known: Known, batch_size: int) -> Reading:
    """Read the inputs into numbered batch folders, leaving out what is known already and what comes twice.

    `inputs.parquet` tells all that was read: input_id, and article_id, which is null for what was refused;
    `rejected.parquet` what was refused, and `outdated.parquet` what was earlier and is not so any more.
    """
    # A second try, after a share was away, begins anew.
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    seen = _Seen(dict(known.input_ids), set(known.current))
    batches: list[Path] = []
    refused: list[pl.DataFrame] = [pl.DataFrame(schema=REJECTED)]
    names: list[pl.DataFrame] = [pl.DataFrame(schema=_INPUTS)]
    count = new = 0
    files = ingest.discover(inputs)
    for documents, rejected in ingest.read_documents(files, batch_size):
        count += len(documents) + len(rejected)
        refused.append(rejected)
        names += [documents.select(_INPUTS.names()), rejected.select(input_id="row_id", article_id=None)]
        fresh = seen.fresh(documents)
        if len(fresh):
            batches.append(folder / f"{len(batches):05d}")
            batches[-1].mkdir()
            fresh.write_parquet(batches[-1] / "documents.parquet")
            new += len(fresh)
        log.info("read %d documents, %d new", count, new)
    rejected, read = pl.concat(refused), pl.concat([part.cast(dict(_INPUTS.items())) for part in names])
    rejected.write_parquet(folder / "rejected.parquet")
    read.write_parquet(folder / "inputs.parquet")
    _outdated(known.unreadable, files, read["input_id"], rejected).write_parquet(folder / "outdated.parquet")
    return Reading(tuple(batches), count, new, len(rejected))


def _outdated(
    before: pl.DataFrame, files: Sequence[ingest.InputFile], read: pl.Series, rejected: pl.DataFrame
) -> pl.DataFrame:
    """Return the refusals of earlier runs that do not hold any more: read again, alone or with their file, and not so.

    Of a file that breaks off it is not known what its rest holds, and standard input is another each time.
    """
    whole = {file.input_id for file in files if file.location != ingest.STDIN} - set(rejected["row_id"])
    is_reread = pl.col("row_id").is_in(read.implode()) | _file_of_refusal().is_in(sorted(whole))
    return before.filter(is_reread).join(rejected, on=REJECTED.names(), how="anti")


def _file_of_refusal() -> pl.Expr:
    """Return the input id of the file in which a row of REJECTED was refused."""
    return pl.coalesce(pl.col("row").str.json_path_match("$.file"), "row_id")


@dataclass(frozen=True, slots=True)
class _Seen:
    """The documents that a run has met or that are known: the smallest input_id of each, and which are made."""

    input_ids: dict[str, str]
    made: set[str]

    def fresh(self, documents: pl.DataFrame) -> pl.DataFrame:
        """Return the documents that are to be made; of one under two input ids, the smaller is kept."""
        first = documents.sort("input_id").unique("article_id", keep="first", maintain_order=True)
        keep, names = [], []
        for article_id, input_id in first.select("article_id", "input_id").iter_rows():
            smallest = min(input_id, self.input_ids.get(article_id, input_id))
            keep.append(article_id not in self.made or smallest < self.input_ids[article_id])
            names.append(smallest)
            self.input_ids[article_id] = smallest
            self.made.add(article_id)
        return first.with_columns(pl.Series("input_id", names, pl.String)).filter(pl.Series(keep, dtype=pl.Boolean))


def gone_documents(inputs: Sequence[str], folder: Path, known: Known) -> pl.DataFrame:
    """Return what the inputs hold no more: article_id of known documents, row_id of refusals in files that are gone.

    What could not be read this time is not gone; where a file of many documents broke off, nothing is.
    """
    refused = pl.read_parquet(folder / "rejected.parquet")
    files = ingest.discover(inputs)
    containers = {file.input_id for file in files if file.reader not in {"text", "html", "link"}}
    if broken := sorted(containers & set(refused["row_id"])):
        log.warning("nothing is pruned, as %s could not be read to its end", broken[0])
        return pl.DataFrame(schema=_GONE)
    read = pl.read_parquet(folder / "inputs.parquet")
    held = pl.DataFrame(list(known.input_ids.items()), {"article_id": pl.String, "input_id": pl.String}, orient="row")
    unread = refused.select(pl.col("row_id").alias("input_id"))
    gone = held.join(read, on="article_id", how="anti").join(unread, on="input_id", how="anti")
    told = known.unreadable.filter(~_file_of_refusal().is_in([file.input_id for file in files]))
    return pl.concat([gone.select("article_id"), told.select("row_id")], how="diagonal").cast(dict(_GONE.items()))


def is_unchanged(reading: Reading, folder: Path, known: Known, version: str) -> bool:
    """Tell whether a build would be what is live: the same code, nothing new, and the same refused when reading."""
    if reading.batches or known.code_version != version:
        return False
    new = pl.read_parquet(folder / "rejected.parquet").join(known.unreadable, on=REJECTED.names(), how="anti")
    return new.is_empty() and pl.read_parquet(folder / "outdated.parquet").is_empty()
