"""The peak of memory of `samestory clean` over many flattened pages.

python -m tests.eval.memory [PAGES]        100,000 pages are 2.3 GB of text, and as much again in the temporary folder
"""

import random
import string
import sys
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.eval.rows import Row, read_rows, write_rows
from tests.eval.running import SAMESTORY, run, shared_folder

_PAGES = 100_000
_LEAST = 2.0
# Initials that change in each copy of a page, so that a third of its words do.
_CHANGES = 6


def copies(rows: list[Row]) -> Iterator[Row]:
    """Yield the pages again and again, each copy with an address and words of its own."""
    for number in count():
        letters = random.Random(number).sample(string.ascii_lowercase, 2 * _CHANGES)
        for row in rows:
            text = row["text"]
            for old, new in zip(letters[:_CHANGES], letters[_CHANGES:], strict=True):
                text = text.replace(f" {old}", f" {new}")
            yield {"id": f"{row['id']}-{number}", "url": f"{row['url']}?copy={number}", "text": text}


def main() -> int:
    """Print the peak in GB; return 1 where it is more than is asked, 2 where there are no pages."""
    shared = shared_folder()
    if shared is None:
        print("no evaluation data; set SAMESTORY_SHARED", file=sys.stderr)
        return 2
    n_pages = int(sys.argv[1]) if len(sys.argv) > 1 else _PAGES
    with TemporaryDirectory(prefix="samestory-eval-") as name:
        path = Path(name) / "pages.jsonl"
        rows = list(read_rows(shared / "data" / "cleaning" / "wcxb.inscriptis.jsonl.gz"))
        write_rows(islice(copies(rows), n_pages), path)
        print(f"{n_pages} pages, {path.stat().st_size / 1e9:.2f} GB", file=sys.stderr)
        # A child begins with its parent's peak.
        peak = run([SAMESTORY, "clean", str(path)], Path("/dev/null")).peak / 1e9
    print(f"memory, peak for {n_pages} flattened pages in one run: {peak:.2f} GB, asked at most {_LEAST:.2f}")
    return int(peak > _LEAST)


if __name__ == "__main__":
    raise SystemExit(main())
