"""Paragraphs and sentences: their offsets, their kinds, and the troubles of scraped text."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samestory.clean import clean, keep_everything
from samestory.records import PARAGRAPH_KINDS, PARAGRAPHS, SENTENCES
from samestory.split import split
from samestory.split.sentences import sentence_spans
from tests.cleaning import BODY, articles
from tests.test_clean_spans import TEXTS


def paragraphs_of(text: str, title: str | None = None) -> list[tuple[str, str]]:
    """Return (kind, text) of each paragraph of a text that is kept whole."""
    given_articles = articles(text, title=title)
    return split(given_articles, keep_everything(given_articles))[0].select("kind", "text").rows()


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a text that is kept whole."""
    given_articles = articles(text)
    return split(given_articles, keep_everything(given_articles))[1]["text"].to_list()


def turns_of(text: str) -> list[tuple[str, str]]:
    """Return (speaker, first words) of each interview turn of a text."""
    given_articles = articles(text)
    turns = split(given_articles, keep_everything(given_articles))[0].filter(pl.col("kind") == "turn")
    return [(speaker, words[:12]) for speaker, words in turns.select("speaker", "text").rows()]


@given(texts=st.lists(TEXTS, min_size=1, max_size=4), cleaned=st.booleans())
@settings(max_examples=150, deadline=None)
def test_rows_are_slices_in_order_without_overlap(texts: list[str], *, cleaned: bool) -> None:
    given_articles = articles(*texts)
    spans = clean(given_articles) if cleaned else keep_everything(given_articles)
    paragraphs, sentences = split(given_articles, spans)
    assert paragraphs.schema == PARAGRAPHS
    assert sentences.schema == SENTENCES
    assert paragraphs["kind"].is_in(PARAGRAPH_KINDS).all()
    raw = dict(zip(given_articles["article_id"], texts, strict=True))
    for rows in (paragraphs, sentences):
        ends: dict[str, int] = {}
        for article_id, start, end, text in rows.select("article_id", "start_char", "end_char", "text").iter_rows():
            assert raw[article_id][start:end] == text == text.strip() != ""
            assert start >= ends.get(article_id, 0)
            ends[article_id] = end
    assert paragraphs["paragraph_id"].is_unique().all()
    assert sentences["sentence_id"].is_unique().all()


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_paragraphs_cover_what_is_kept_and_sentences_cover_paragraphs(text: str) -> None:
    given_articles = articles(text)
    spans = clean(given_articles)
    paragraphs, sentences = split(given_articles, spans)
    kept = "".join(text[a:b] for a, b in spans.filter("kept").select("start_char", "end_char").iter_rows())
    assert "".join("".join(paragraphs["text"]).split()) == "".join(kept.split())
    assert "".join("".join(sentences["text"]).split()) == "".join(kept.split())


@given(st.lists(TEXTS, min_size=2, max_size=5), st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_order_and_batches_change_nothing(texts: list[str], random: object) -> None:
    given_articles = articles(*texts)
    spans = clean(given_articles)
    order = list(range(len(texts)))
    random.shuffle(order)  # type: ignore[attr-defined]
    whole = split(given_articles, spans)
    for rows, again in zip(whole, split(given_articles[order], spans.reverse()), strict=True):
        assert rows.equals(again)
    single = [split(given_articles[i : i + 1], spans) for i in range(len(texts))]
    for k, rows in enumerate(whole):
        assert pl.concat([parts[k] for parts in single]).equals(rows)


def test_no_paragraph_crosses_a_removed_span() -> None:
    text = "The ferry left at noon,\nViews: 31\nand nobody was on board."
    cut = [(0, 24, True), (24, 34, False), (34, len(text), True)]
    spans = pl.DataFrame([{"article_id": "a0000", "start_char": a, "end_char": b, "kept": kept} for a, b, kept in cut])
    assert split(articles(text), spans)[0]["text"].to_list() == ["The ferry left at noon,", "and nobody was on board."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He spoke of \nthe harbour board\n, which met today.", 1),
        ("The council of Marrow Bay\nvoted on Thursday.", 1),
        ("The bridge, which had been\r\nmended, is closed.", 1),
        ("A line that ends here.\nanother sentence follows.", 2),
        ("Bridge to close in spring\nThe council voted on Thursday.", 2),
        ("A heading of some length \n\nthe text begins in lower case.", 2),
        ("menu\nsearch\nboats", 3),
        ("It costs less than before:\n- a boat for two\n- a bus ticket", 3),
    ],
)
def test_lines_are_joined_only_where_a_sentence_was_broken(text: str, expected: int) -> None:
    assert len(paragraphs_of(text)) == expected


def test_kinds_of_paragraphs() -> None:
    text = "\n\n".join(
        [
            "Swing bridge in Marrow Bay to close",
            "Picture: Jonah Petrel",
            BODY[0],
            "Image showing the cracked bearing",
            "Who will pay for it?",
            BODY[1],
            "## What comes next",
            "* Ferries from June",
            "2. Lorries by road",
            BODY[2],
            "The gate of the bridge on Thursday. Photo: Jonah Petrel",
            "He left.",
        ]
    )
    assert [kind for kind, _ in paragraphs_of(text)] == [
        *("headline", "caption", "body", "caption", "heading", "body"),
        *("heading", "list_item", "list_item", "body", "caption", "body"),
    ]


def test_headline_is_the_line_that_repeats_the_title() -> None:
    text = "\n\n".join(["Coast and harbour news", "Swing Bridge to Close!", *BODY])
    paragraphs = paragraphs_of(text, title="Swing bridge to close")
    assert [words for kind, words in paragraphs if kind == "headline"] == ["Swing Bridge to Close!"]


def test_interview_turns_and_their_speakers() -> None:
    text = "\n\n".join(
        [
            "Marrow Bay's Bridge: What Next?",
            "Mirror Chief editor: Dr.Fennimore, thank you for coming.",
            "Dr. Rosa fennimore: It is a pleasure. The bearings cracked in January.",
            "chief Editor: Who will pay?",
            "Dr. Fennimore: The county.",
            "And perhaps, in the end, the town as well, if the bay stays closed until the winter.",
            "Chief Editor: Thank you.",
            "Dr.Fennimore: Thank you.",
            "I would add that we have known about these bearings for eleven years now.",
            "The road closes in May, and the council will meet again before that happens.",
        ]
    )
    assert turns_of(text) == [
        ("Mirror Chief editor", "Mirror Chief"),
        ("Dr. Rosa fennimore", "Dr. Rosa fen"),
        ("chief Editor", "chief Editor"),
        ("Dr. Fennimore", "Dr. Fennimor"),
        ("Dr. Fennimore", "And perhaps,"),
        ("Chief Editor", "Chief Editor"),
        ("Dr. Fennimore", "Dr.Fennimore"),
        ("Dr. Fennimore", "I would add "),
    ]


def test_marked_turns_and_plain_letters() -> None:
    marked = "**Q:** **Jo Doe**, who pays?\n\n**A:** **Rosa Fennimore:** The county.\n\n**Q:** Why?\n\n**A:** By law."
    assert [speaker for speaker, _ in turns_of(marked)] == ["Q", "Rosa Fennimore", "Q", "A"]
    plain = "Q: Who pays?\n\nA: My guess: the county pays.\n\nQ: Why does it?\n\nA: It is the law."
    assert [speaker for speaker, _ in turns_of(plain)] == ["Q", "A", "Q", "A"]


def test_notes_with_a_colon_are_no_interview() -> None:
    assert turns_of("Update: The bridge is closed.\n\nUpdate: The bridge is open.\n\nNote: It was never closed.") == []


def test_properties_with_a_colon_are_no_interview() -> None:
    assert turns_of("Length: 12 metres\n\nCrew: two\n\nLength: 14 metres\n\nCrew: three\n\nNot bad for a tug.") == []


def test_repeated_paragraph_points_to_its_first_occurrence() -> None:
    given_articles = articles("\n\n".join([BODY[0], BODY[1], BODY[0].upper()]))
    paragraphs = split(given_articles, keep_everything(given_articles))[0]
    first = paragraphs["paragraph_id"][0]
    assert paragraphs["duplicate_of"].to_list() == [None, None, first]


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Fennimore met Gen. Ablett, Capt. O. Brandt and Mr. Petrel at 9 a.m. on Jan. 5 in St. Orla.|They left.",
        "The U.S. Navy and the U.N. agreed.|The U.S. said so on Friday.",
        "He left the U.S.|He came back.",
        "It weighs 3.5 tonnes and costs 1.250 crowns.|No. 7 is cheaper.|No.|It is not.",
        "He works for Brandt Inc. in Marrow Bay.|She works for Petrel Ltd.|They never met.",
        "“We will mend it.”|“When?” she asked.|“Soon,” he said.|“Very soon.”",
        "“Mend it!” she cried.|“Never...” he began, and fell silent.|Then he left …|She stayed.",
        "The bridge is shut. |the ferry runs.|“It is old.” |the engineer shrugged.",
        "Support is low in the region.|Any change would help.|He went to Syria.|While he was there, it rained.",
        "The rest is up to the mayor.|A lot depends on it.|“It is shut.”|She said so.",
        "See www.marrow.example and Marrow.az or U.S.policy for more, says Ferry.Com.|It is all there.",
        "The level passes five metres.|the hospital is closed.",
        "It was shut in May. [[3]]|The road is long. [1][2]|It is old. [[1](https://a.example/b.c?d=e)]|We know.",
        "桥梁将于周四关闭。|市长说：“我们会修好它。”|渡轮呢？|没有！",
        "पुल बंद है।|नाव चलेगी।",
        "Is it shut?|Yes!|Why?!|Nobody knows...|It rained.",
        "1. The bridge is shut.|2. The ferry runs.",
    ],
)
def test_sentences(text: str) -> None:
    joined = text.replace("。|", "。").replace("？|", "？")
    glued = ("region.|", "Syria.|", "mayor.|", "metres.|", "shut.”|She")
    for piece in glued:
        joined = joined.replace(piece, piece.replace("|", ""))
    assert sentences_of(joined.replace("|", " ")) == [piece.strip() for piece in text.split("|")]


def test_interview_label_is_no_sentence() -> None:
    text = "Dr. Fennimore: Yes. We will.\n\nEditor: When?\n\nDr. Fennimore: Soon.\n\nEditor: Good."
    assert sentences_of(text) == [
        *("Dr. Fennimore: Yes.", "We will.", "Editor: When?", "Dr. Fennimore: Soon.", "Editor: Good."),
    ]
    assert sentences_of(text.replace("Dr. Fennimore", "Rosa F. St. Orla"))[0] == "Rosa F. St. Orla: Yes."


def test_a_page_of_one_line_costs_no_more_than_many_lines() -> None:
    text = "The ferry left at noon. " * 20_000
    assert len(sentence_spans(text)) == 20_000
