"""What trafilatura alone makes of pages, as `samestory clean` would print it, and how long it takes.

python -m tests.eval.extractor PAGES MODE ANSWERS       MODE: default, precision or recall, with "+comments" or without
"""

import sys
import time
from pathlib import Path

import trafilatura

from tests.eval.rows import read_rows, write_rows

MODES = tuple(f"{mode}{comments}" for mode in ("default", "precision", "recall") for comments in ("", "+comments"))


def extracted(pages: list[str], mode: str) -> list[str]:
    """Return the text of each page, "" where trafilatura finds none."""
    name, _, comments = mode.partition("+")
    return [
        trafilatura.extract(
            page,
            include_comments=bool(comments),
            favor_precision=name == "precision",
            favor_recall=name == "recall",
        )
        or ""
        for page in pages
    ]


def main() -> None:
    """Write the answers, and print the seconds of processor that extracting took."""
    pages, mode, answers = sys.argv[1:]
    rows = [(row["id"], row["html"]) for row in read_rows(Path(pages))]
    # The first page pays for what is prepared once.
    extracted([rows[0][1]], mode)
    started = time.process_time()
    texts = extracted([html for _, html in rows], mode)
    print(time.process_time() - started)
    found = zip((key for key, _ in rows), texts, strict=True)
    write_rows(
        ({"id": key, "text": text, "raw_text": "", "kept": [], "removed": []} for key, text in found), Path(answers)
    )


if __name__ == "__main__":
    main()
