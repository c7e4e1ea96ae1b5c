"""A large corpus made of the sample articles: the same stories again and again, each time with other words and days.

python -m tests.eval.corpus FILE.jsonl N [FIRST]        N articles, from the variation FIRST on

Where there is evaluation data, about as many articles are made of its stories as of the samples.
"""

import json
import random
import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path

import polars as pl

from samestory import ingest
from samestory.assets import asset
from tests.eval.rows import read_rows
from tests.eval.running import shared_folder

Row = dict[str, str]

# Names and longer nouns make a story; verbs, adverbs and short words stay, so that sentences remain sentences.
_WORD = re.compile(r"\b(?:[A-Z][a-z]{3,}|[a-z]{5,})\b")
_STAYS = re.compile(
    r"(?:ed|ing|ly|day|said)$|^(?:The|This|That|They|There|When|With|More|about|after|their|there|which)$"
)
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAY = re.compile(rf"\b({'|'.join(_MONTHS)}) (\d{{1,2}})(?=\D)|\b(\d{{1,2}}) ({'|'.join(_MONTHS)})\b")
_SYLLABLES = [
    "bar",
    "den",
    "fil",
    "gos",
    "hul",
    "jen",
    "kam",
    "lor",
    "mir",
    "nov",
    "pel",
    "rus",
    "sil",
    "tav",
    "vor",
    "wex",
    "yar",
    "zem",
]
# Nine outlets of the samples, each in so many towns: an outlet of its own in each.
_TOWNS = 40
# 770 articles of the evaluation in so many variations are about as many as the samples in each, by so many outlets.
_TURNS = 48
_OUTLETS = 9


def variations(first: int = 0) -> Iterator[Row]:
    """Yield JSON lines of the sample articles, endlessly, each variation with words, days and outlets of its own."""
    samples, others = list(_samples()), list(_others())
    for number in count(first):
        words, town = _Words(number), f"town{number % _TOWNS}"
        for row in samples + [row for row in others if row["turn"] == str(number % _TURNS)]:
            day = date(2026, 1, 1) + timedelta(days=number % 300)
            yield {
                "id": f"{row['id']}-{number}",
                "outlet": f"{row['outlet']} {town}",
                "url": f"https://{town}.example/{number}/{row['id']}",
                "published_at": f"{day}T{row['hour']}:00:00Z",
                "text": words.varied(row["text"]),
            }


def _samples() -> Iterator[Row]:
    batches = ingest.read_documents(ingest.discover([str(asset("seeds", "articles"))]), 1000)
    documents = pl.concat([documents for documents, _ in batches])
    articles = ingest.describe(documents, asset("seeds", "sources.csv")).articles
    for hour, row in enumerate(articles.iter_rows(named=True)):
        outlet = row["outlet"] or "unsigned"
        yield {"id": row["input_id"], "outlet": outlet, "text": row["raw_text"], "hour": f"{hour:02d}"}


def _others() -> Iterator[Row]:
    """Yield the articles of the evaluation's stories, each whole story in one turn."""
    shared = shared_folder()
    rows = read_rows(shared / "data" / "facts" / "stories" / "dev.gold.jsonl") if shared else ()
    turns: dict[str, int] = {}
    for number, row in enumerate(rows):
        turn = turns.setdefault(row["story"], len(turns) % _TURNS)
        outlet = f"Outlet {number % _OUTLETS}"
        yield {"id": row["id"], "outlet": outlet, "text": row["text"], "hour": f"{number % 24:02d}", "turn": str(turn)}


class _Words:
    """What each word becomes in one variation: the same in all its articles."""

    def __init__(self, number: int) -> None:
        self._number, self._known = number, dict[str, str]()

    def varied(self, text: str) -> str:
        """Return a text with the words of this variation."""
        return _WORD.sub(lambda found: self._word(found[0]), _DAY.sub(self._day, text))

    def _word(self, word: str) -> str:
        if word not in self._known:
            new = random.Random(f"{self._number} {word}")
            stays = bool(_STAYS.search(word)) or word in _MONTHS or new.random() < 0.3
            made = "".join(new.choices(_SYLLABLES, k=2)) + word[-2:]
            self._known[word] = word if stays else made.capitalize() if word[0].isupper() else made
        return self._known[word]

    def _day(self, found: re.Match[str]) -> str:
        shifted = (int(found[2] or found[3]) + self._number) % 28 + 1
        return f"{found[1]} {shifted}" if found[1] else f"{shifted} {found[4]}"


def write(path: Path, n_articles: int, first: int = 0) -> None:
    """Write so many articles as JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        for row in islice(variations(first), n_articles):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 0)
