"""Chrome within a line: cut at the character, and nothing of a sentence with it."""

import polars as pl
import pytest

from samestory.clean.cuts import with_cuts
from samestory.clean.lines import explode_lines
from samestory.records import SPANS
from tests.cleaning import BODY, articles


def pieces(line: str) -> list[tuple[str, str | None]]:
    """Return (piece, kind) of a line that is kept; the kind is null for what stays."""
    decided = explode_lines(articles(line)).with_columns(
        pl.lit(value=True).alias("kept"),
        *(pl.lit(None).cast(SPANS[name]).alias(name) for name in ("kind", "rule", "score")),
    )
    spans = with_cuts(decided.select(*SPANS.names(), "raw")).sort("start_char")
    return [(line[a:b], kind) for a, b, kind in spans.select("start_char", "end_char", "kind").iter_rows()]


# The line, with what is cut between bars.
CUT = {
    "advertisement": [
        "The road will open in May.|Advertisement|",
        "|Advertisement|The road will open in May, the council said.",
        "|Advertisement |The road will open in May, the council said.",
        "The road opens in May. |Story continues below advertisement| Lorries must wait.",
        "|Anzeige |Der Rat hat am Donnerstag für die Sperrung gestimmt.",
        "|Реклама |В четверг совет решил закрыть старый мост.",
        "|Publicité |Le conseil a voté jeudi la fermeture du pont.",
    ],
    "related": [
        "The road will open in May, she said.|Read more: Why the bridge cracked|",
        "The road |(Read: Why the bridge cracked)| will open in May, it said.",
        "The road will open in May. |ALSO READ | Ferry is back on Friday|",
        "The road will open in May.| Read more »|",
        "The council of Marrow Bay voted| […] Continue reading Bridge to close|",
        "Die Straße öffnet im Mai. |Lesen Sie auch: Warum die Brücke riss|",
        "La route ouvrira en mai.| À lire aussi : Pourquoi le pont a cédé|",
        "La carretera abrirá en mayo.| Lee también: Por qué cedió el puente|",
        "La strada aprirà a maggio.| Leggi anche: Perché il ponte ha ceduto|",
        "A estrada abre em maio.| Leia também: Por que a ponte cedeu|",
        "De weg gaat in mei open.| Lees ook: Waarom de brug scheurde|",
        "Droga zostanie otwarta w maju.| Czytaj też: Dlaczego most pękł|",
        "Дорога откроется в мае.| Читайте также: Почему треснул мост|",
        "Ο δρόμος ανοίγει τον Μάιο.| Διαβάστε επίσης: Γιατί ράγισε η γέφυρα|",
        "道路将于五月开放。|延伸阅读：大桥为何开裂|",
    ],
    "subscribe": [
        "|Click here to subscribe.| The road will open in May.",
        "|Sign up for our newsletter |The council voted on Thursday to close the bridge.",
        "The road opens in May.| Sign up for our weekly newsletter to hear of it.| Lorries must wait.",
    ],
    "share": [
        "|Share this article |Police said the road will open in May.",
        "|Facebook Twitter WhatsApp Email |The council voted on Thursday to close the bridge.",
        "The road will open in May.| Follow us on Twitter for more.|",
    ],
    "caption_credit": [
        "|(Photo: Jonah Petrel)| The road will open in May, the council said.",
        "|Image credit: Getty Images |The bridge was closed on Thursday.",
        "Der Weg |(Foto: Jonah Petrel)| ist seit Mai offen.",
        "Мост |(Фото: Иона Петрель)| закрыт с мая.",
    ],
    "widget": [
        "|5 min read |The council voted on Thursday to close the bridge.",
        "|Lesezeit: 4 Minuten |Der Rat hat am Donnerstag abgestimmt.",
        "The road opens in May. |(adsbygoogle = window.adsbygoogle || []).push({});| It is long.",
    ],
    "copyright": ["The road will open in May.| © 2026 Marrow Bay Mirror|"],
}


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in CUT.items() for line in lines])
def test_chrome_is_cut_at_the_character(kind: str, line: str) -> None:
    text, cut = marked(line)
    found = pieces(text)
    assert "".join(piece for piece, _ in found) == text
    assert [(piece.strip(), of) for piece, of in found if of] == [(cut.strip(), kind)]


def marked(line: str) -> tuple[str, str]:
    """Return a line without its bars, and what stands between them; the outermost count, for a cut may hold some."""
    first, last = line.index("|"), line.rindex("|")
    return line[:first] + line[first + 1 : last] + line[last + 1 :], line[first + 1 : last]


@pytest.mark.parametrize(
    "line",
    [
        *BODY,
        "Advertisement spending fell in May, and the Advertisement Board was surprised.",
        "Share this article with nobody, the note said.",
        "You can read more: the council has put the report (all of it) on its page.",
        "Subscribe to the theory or not, the bearings are cracked.",
        "A newsletter of the harbour was the first to report it. Follow the money, it said.",
        "The photo (it was taken in May) shows the bridge. Image and sound were poor.",
        "The report takes 5 minutes to read, and an hour to understand.",
        "Related problems were found in two more bridges: Orla and Velm.",
        "He holds the copyright. In 2026 he sold it.",
        "Die Anzeige wurde am Freitag erstattet. Реклама дорожает.",
        "a < b and c > d; f(x) = [1, 2]",
    ],
)
def test_sentences_stay_whole(line: str) -> None:
    assert pieces(line) == [(line, None)]


def test_the_breaks_behind_a_line_stay() -> None:
    assert pieces("The road opens in May. Read more »\n\n") == [
        ("The road opens in May.", None),
        (" Read more »", "related"),
        ("\n\n", None),
    ]
