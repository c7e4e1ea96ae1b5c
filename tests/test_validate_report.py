"""The validation report opens offline, and shows what it tells as data."""

from html.parser import HTMLParser
from pathlib import Path

from samestory.validate.expectations import REJECT, Result
from samestory.validate.report import write_report


class Links(HTMLParser):
    """Collects every attribute that would fetch something."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag would fetch."""
        self.found += [f"{tag} {name}" for name, _ in attrs if name in {"src", "href"}] + [tag] * (tag == "script")


def test_report_escapes_and_calls_nobody(tmp_path: Path) -> None:
    failed = Result(
        "facts",
        "kind_known",
        "kind",
        REJECT,
        False,
        "<b>1</b>",
        20,
        1,
        "Kinds & lists.",
        None,
        ("<script>alert(1)</script>",),
    )
    report = tmp_path / "validation" / "r.html"
    write_report(report, "Validation <of> r", [failed], [("facts", 1)])
    page, links = report.read_text(encoding="utf-8"), Links()
    links.feed(page)
    assert links.found == []
    assert "&lt;script&gt;alert(1)" in page
    assert "not met" in page
