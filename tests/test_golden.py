"""Golden articles: every change of what the samples are made into is seen and read."""

import json
from pathlib import Path

from tests.golden.regenerate import FOLDER, golden_files


def test_samples_are_made_into_what_was_read_and_accepted(samples: Path) -> None:
    made = golden_files(samples)
    kept = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.json")}
    assert sorted(made) == sorted(kept)
    changed = [name for name in made if made[name] != kept[name]]
    assert changed == [], "run `make golden` and read the diff"


def test_no_golden_article_is_empty() -> None:
    for path in FOLDER.glob("*.json"):
        golden = json.loads(path.read_text(encoding="utf-8"))
        assert all(golden[part] for part in ("article", "paragraphs", "sentences", "facts", "claims")), path.name
