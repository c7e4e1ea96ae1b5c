"""Pages of one invented outlet whose margins cleaning by itself takes for text."""

import json
from collections.abc import Sequence
from pathlib import Path

SUBJECTS = ("ferry", "library", "tannery", "orchard", "lighthouse", "quarry", "brewery", "tramway", "harbour", "mill")
# Neither reads like chrome: only that they come again gives them away.
SLOGAN = "Every tide brings its own story to the quay"
NOTICE = (
    "The Marrow Bay Mirror is printed by its readers, and each of them may come to the Tuesday meeting in Quay Lane."
)


def body(subject: str) -> list[str]:
    """Return three paragraphs on one subject that no other subject shares."""
    return [
        f"The {subject} of Marrow Bay will close for the winter, the {subject} keeper told the council on Monday.",
        f"“Nobody asked us about the {subject} before the vote,” said Ottilie Brandt, who runs the {subject}.",
        f"Repairs to the {subject} may take until spring, and the {subject} has lost a third of its guests since June.",
    ]


def page(subject: str, *after: str) -> str:
    """Return the text of an article on a subject, with lines after its body."""
    return "\n\n".join([f"Winter closes the old {subject}", *body(subject), *after]) + "\n"


def records(subjects: Sequence[str], *after: str, outlet: str = "Marrow Bay Mirror") -> list[dict[str, str]]:
    """Return a JSON record a subject."""
    return [
        {"id": subject, "text": page(subject, *after), "outlet": outlet, "published_at": "2026-03-02"}
        for subject in subjects
    ]


def write(path: Path, rows: Sequence[dict[str, str]]) -> str:
    """Write records as JSON lines and return the path."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)
