"""What a text says about itself: its date stamps, bylines and outlet."""

from datetime import datetime
from pathlib import Path

import polars as pl
import pytest

from samestory.ingest.language import find_language
from samestory.ingest.sources import Reference, load_reference
from samestory.ingest.statements import Statements, Wanted, find_statements

PROSE = "The mayor of Velm opened the new bridge across the river on 3 May 2019, after eleven years of work and delay."
SECOND = "Nobody in the town had believed that it would ever be done, and some said so on the day itself, too, aloud."


def _stated(*lines: str, known: Reference | None = None) -> Statements:
    text = "\n".join(lines)
    stated = find_statements(pl.Series([text]), Wanted([True], [True], [True]), known or Reference())[0]
    for each in (stated.published, stated.author, stated.outlet):
        assert each is None or text[each.start : each.end].strip()
    return stated


def _author(*lines: str) -> str | None:
    author = _stated(*lines).author
    return author.value if author else None


@pytest.fixture
def reference(tmp_path: Path) -> Reference:
    path = tmp_path / "sources.csv"
    path.write_text(
        "outlet,domain,owner_group,kind,aliases\n"
        "The Velm Echo,velmecho.example,Echo House,outlet,Velm Echo;VE\n"
        "Orvo Press,orvo.example,Orvo State,wire,OP\n",
        encoding="utf-8",
    )
    return load_reference(path)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Bridge opens", "14 March 2026 17:51", PROSE), (datetime(2026, 3, 14, 17, 51), "minute")),
        (("Published: March 14, 2026", PROSE), (datetime(2026, 3, 14), "day")),
        (("**Published:** March 14, 2026", PROSE), (datetime(2026, 3, 14), "day")),
        (("Published", "March 14, 2026", PROSE), (datetime(2026, 3, 14), "day")),
        (("By Ada Velm | March 14, 2026 | World", PROSE), (datetime(2026, 3, 14), "day")),
        (("March 14, 2026 by Ada Velm", PROSE), (datetime(2026, 3, 14), "day")),
        (("Published 14 March 2026, updated 16 March 2026", PROSE), (datetime(2026, 3, 14), "day")),
        (("Last updated: 16 March 2026", "14 March 2026", PROSE), (datetime(2026, 3, 14), "day")),
        (("Last updated on:", "16 March 2026", PROSE), None),
        (("14 March 2026", "Sat 14 March 2026 10:05", PROSE), (datetime(2026, 3, 14, 10, 5), "minute")),
        ((PROSE, SECOND, "Published on 14 March 2026"), (datetime(2026, 3, 14), "day")),
        (("Posted 2026-03-14T17:51:00Z", "12 March 2026", PROSE), (datetime(2026, 3, 14, 17, 51), "second")),
        (("Published March 2026", PROSE), (datetime(2026, 3, 1), "month")),
        (("Пятница, 14 марта 2026 г., 17:51", PROSE), (datetime(2026, 3, 14, 17, 51), "minute")),
        (("Opublikowano: 14 marca 2026 r.", PROSE), (datetime(2026, 3, 14), "day")),
        (("2026年3月14日 17:51", PROSE), (datetime(2026, 3, 14, 17, 51), "minute")),
        (("Saturday, 20 March 2027", *("Menu",) * 25, "14 March 2026", PROSE), (datetime(2026, 3, 14), "day")),
        (("Saturday, 20 March 2027", *("Menu",) * 25, PROSE), None),
        (("14 March 2026", "12 March 2026", PROSE), None),
        (("03/04/2026", PROSE), None),
        (("2024", "March 2024", PROSE), None),
        (("Velm, 14 March 2026, was a day to remember", PROSE), None),
        ((PROSE, SECOND, SECOND, SECOND, SECOND, "Read next", "14 March 2026"), None),
        ((PROSE,), None),
        ((), None),
    ],
)
def test_date_stamps(lines: tuple[str, ...], expected: tuple[datetime, str] | None) -> None:
    stamp = _stated(*lines).published
    assert ((stamp.value.at, stamp.value.precision) if stamp else None) == expected


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ada Velm", "Ada Velm"),
        ("BY ADA VELM", "Ada Velm"),
        ("by Ada van der Velm and Dr. Jon O'Dell, Political Editor", "Ada van der Velm, Dr. Jon O'Dell"),
        ("By Ada Velm in Sommerin", "Ada Velm"),
        ("By Ada Velm | March 14, 2026", "Ada Velm"),
        ("By Ada Velm March 14, 2026", "Ada Velm"),
        ("By Ada VelmPublished 14 March", "Ada Velm"),
        ("**Written by: Zoë Ünal**", "Zoë Ünal"),
        ("Author: Ada Velm (Sommerin)", "Ada Velm"),
        ("Written by\nAda Velm", "Ada Velm"),
        ("Author:\nAda Velm", "Ada Velm"),
        ("Author\nRecent Velm", None),
        ("Posted by Ada Velm on March 14, 2026", "Ada Velm"),
        ("Posted on March 14, 2026 by Ada Velm", "Ada Velm"),
        ("Autor: Zoë Ünal", "Zoë Ünal"),
        ("Автор: Ада Вельм", "Ада Вельм"),
        ("Von Trapp Family", None),
        (", by Ada Velm", None),
        ("By AdaVelm JonDell", "AdaVelm JonDell"),
        ("By MorningTalks EveningTalks", None),
        ("By the Numbers", None),
        ("By Popular Demand", None),
        ("By Monday", None),
        ("By Staff Reporter", None),
        ("By signing up you agree", None),
        ("By Friday evening the water had reached the church", None),
        ("Ada Velm", None),
    ],
)
def test_bylines(line: str, author: str | None) -> None:
    assert _author("Bridge opens", line, PROSE) == author


def test_the_byline_above_the_text_is_the_articles_own() -> None:
    assert _author("By Ada Velm", PROSE, SECOND, "Read next", "By Jon Dell") == "Ada Velm"
    assert _author(PROSE, SECOND, "By Ada Velm") == "Ada Velm"
    below = (PROSE, SECOND, SECOND, SECOND, SECOND)
    assert _author(*below, "By Ada Velm", "By Jon Dell") is None
    assert _author(*below, "By Ada Velm") == "Ada Velm"
    # The end of a sentence that a tag has broken.
    assert _author(*below, "by Ada Velm") is None


def test_a_name_beside_the_date_is_the_author_whom_the_text_tells_about() -> None:
    told = "Ada Velm is a reporter."
    assert _author("Bridge opens", "• Ada Velm", "14 March 2026", PROSE, told) == "Ada Velm"
    assert _author("14 March 2026", "Ada Velm", PROSE, "About Ada Velm") == "Ada Velm"
    assert _author("Bridge opens", "Ada Velm", "14 March 2026", PROSE) is None
    assert _author("Bridge opens", "Ada Velm", PROSE, told) is None
    assert _author("Bridge opens", "Ada Velm", "14 March 2026", "Jon Dell", PROSE, told) is None


@pytest.mark.parametrize(
    ("lines", "outlet"),
    [
        ((PROSE, "© 2026 The Harbour Ledger. All rights reserved"), "The Harbour Ledger"),
        ((PROSE, "Copyright © 2019-2026 The Harbour Ledger | Privacy"), "The Harbour Ledger"),
        (("(c) 2026 Northline.", "Northline", PROSE), "Northline"),
        (("Bridge opens - Northline", PROSE, "© Northline 2026"), "Northline"),
        ((PROSE, "Northline.example © 2026. ."), "Northline.example"),
        (("Any use of materials is allowed only with a hyperlink to Northline.example", PROSE), "Northline.example"),
        (("The Velm Echo", "HOME", PROSE), "The Velm Echo"),
        (("Bridge opens | VE", PROSE), "The Velm Echo"),
        (("Bridge opens", PROSE + " Northline.example reports.", "Northline.example"), "Northline.example"),
        ((PROSE, "Northline", "northlineChatbot", "Hi! Ask me"), "Northline"),
        (("Harbour News Senior Editor: What did you see?", "Ada Velm: A bridge."), "Harbour News"),
        (("Ada Velm", "14 March 2026", PROSE, "© 2026 Ada Velm"), None),
        (("By Ada Velm", PROSE, "Ada Velm", "© 2026 Ada Velm"), None),
        (("Ada Velm", PROSE, "© 2026 Ada Velm"), "Ada Velm"),
        ((PROSE, "© 2026 Northline"), None),
        ((PROSE, "© 2026 Northline Ltd. All rights reserved", "Northline"), None),
        ((PROSE, "© 2026 Northgate Media Group. All rights reserved"), None),
        ((PROSE, "© 2026 Orvo Press. All rights reserved", "Orvo Press"), None),
        ((PROSE, "© 2026 The Associated Press. All rights reserved", "The Associated Press"), None),
        ((PROSE, "Photo: Pavel Dryn / Harbour News © 2026"), None),
        ((PROSE, "© 2026 Harbour News", "© 2026 Velm Times"), None),
        ((PROSE, "Original Source: www.harbournews.example"), None),
        ((PROSE + " The Harbour Ledger reported.", "Source: The Harbour Ledger"), None),
        ((PROSE + " Orvo Press reports.", "Orvo Press"), None),
        (("Orvo Press", PROSE), None),
        ((PROSE, "Support", "Chatbot", "Hi!"), None),
        ((PROSE, "© 2026. All rights reserved."), None),
        ((PROSE, "Copyright laws of 2026 were discussed in The Harbour Ledger"), None),
    ],
)
def test_outlets_are_taken_from_statements_about_the_page_itself(
    lines: tuple[str, ...], outlet: str | None, reference: Reference
) -> None:
    stated = _stated(*lines, known=reference).outlet
    assert (stated.value if stated else None) == outlet


@pytest.mark.parametrize(
    ("given", "declared", "text", "language"),
    [
        ("EN-gb", None, "", "en"),
        (None, "de_AT", PROSE, "de"),
        ("english", None, PROSE, "en"),
        (None, None, PROSE, "en"),
        (None, None, "De burgemeester van Velm opende de brug over de rivier en sprak of zweeg, zei de krant.", None),
        (None, None, "Der Bürgermeister hat die neue Brücke über den Fluss eröffnet, und er will not lindern.", "de"),
        (None, None, "Ο δήμαρχος εγκαινίασε τη γέφυρα.", "el"),
        (None, None, "市长为大桥剪彩，市民纷纷前来观看。", "zh"),
        (None, None, "市長は橋を開いた。", "ja"),
        (None, None, "The word 橋 is Japanese, and it means a bridge; they have said so for years.", "en"),
        (
            None,
            None,
            "Мэр города открыл мост, как и обещал, но не сказал, что это было для него и как он был рад.",
            "ru",
        ),
        (
            None,
            None,
            "Starosta powiedział, że most jest dla miasta, ale nie dla niego, i że był przez to zdziwiony.",
            "pl",
        ),
        (None, None, "Le maire a ouvert le pont, et la presse en a parlé dans « The End of the Road ».", None),
        (None, None, "", None),
    ],
)
def test_languages(given: str | None, declared: str | None, text: str, language: str | None) -> None:
    assert find_language(given, declared, text) == language
