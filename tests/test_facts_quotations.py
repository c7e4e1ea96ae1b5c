"""Quotations: forms, speakers, cues, turns and what is no quotation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quoting import find


def one(text: str) -> tuple[str, object, object, object]:
    """Return content, form, source and cue of the only quotation in a text."""
    (fact,) = find(text)
    return text[fact.start : fact.end], fact.fields["form"], fact.fields["speaker_text"], fact.fields["cue"]


@pytest.mark.parametrize(
    ("text", "content", "form", "source", "cue"),
    [
        ("“The weir will hold,” Orla Venn said.", "“The weir will hold,”", "direct", "Orla Venn", "said"),
        ('"The weir will hold," said Orla Venn.', '"The weir will hold,"', "direct", "Orla Venn", "said"),
        ("Orla Venn said: “The weir will hold.”", "“The weir will hold.”", "direct", "Orla Venn", "said"),
        ("''The weir will hold,'' Orla Venn said.", "''The weir will hold,''", "direct", "Orla Venn", "said"),
        ("‘The weir won’t break,’ Orla Venn said.", "‘The weir won’t break,’", "direct", "Orla Venn", "said"),
        ("Said Venn: “The weir will hold.”", "“The weir will hold.”", "direct", "Venn", "Said"),
        (
            "Orla Venn said that the weir would hold.",
            "the weir would hold",
            "indirect",
            "Orla Venn",
            "said",
        ),
        (
            "The weir would hold until spring, Orla Venn has said.",
            "The weir would hold until spring",
            "indirect",
            "Orla Venn",
            "has said",
        ),
        (
            "Venn said on Monday that the weir was “as firm as rock” in the flood.",
            "the weir was “as firm as rock” in the flood",
            "mixed",
            "Venn",
            "said",
        ),
        (
            "According to the river board, the weir is sound.",
            "the weir is sound",
            "indirect",
            "the river board",
            "According to",
        ),
        (
            "The weir is sound, according to Orla Venn, a clerk at the river board.",
            "The weir is sound",
            "indirect",
            "Orla Venn, a clerk at the river board",
            "according to",
        ),
        (
            "Orla Venn, a clerk at the river board, warned that the weir was weak.",
            "the weir was weak",
            "indirect",
            "Orla Venn, a clerk at the river board",
            "warned",
        ),
        (
            "Orla Venn left the meeting early, claiming that the vote was a farce.",
            "the vote was a farce",
            "indirect",
            "Orla Venn",
            "claiming",
        ),
        (
            "Recent survey images suggest a slow leak under the weir.",
            "a slow leak under the weir",
            "indirect",
            "Recent survey images",
            "suggest",
        ),
        (
            "The extent is unknown, with some engineers saying the wall has sunk.",
            "the wall has sunk",
            "indirect",
            "some engineers",
            "saying",
        ),
        (
            "Others see the weir as a relic of the mills.",
            "the weir as a relic of the mills",
            "indirect",
            "Others",
            "see",
        ),
        (
            "After the flood the board promised that the weir would be repaired.",
            "the weir would be repaired",
            "indirect",
            "the board",
            "promised",
        ),
        (
            "The only trouble, Orla Venn said, is that nobody repaired the gate.",
            "The only trouble",
            "indirect",
            "Orla Venn",
            "said",
        ),
    ],
)
def test_content_source_and_cue_are_found_as_they_stand(
    text: str, content: str, form: str, source: str, cue: str
) -> None:
    assert one(text) == (content, form, source, cue)


def test_a_quotation_in_two_pieces_is_one_fact_with_both_spans() -> None:
    text = "“We will go,” Orla Venn said. “But not before noon.”"
    (fact,) = find(text)
    spans = [tuple(map(int, span.split("-"))) for span in str(fact.fields["spans"]).split()]
    assert [text[a:b] for a, b in spans] == ["“We will go,”", "“But not before noon.”"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“Will it hold?” Orla Venn asked on Monday.", "Orla Venn"),
        ("“It will not hold.” — Orla Venn", "Orla Venn"),
        ("Orla Venn: “It will not hold.”", "Orla Venn"),
    ],
)
def test_who_asked_and_who_signed_belong_to_the_quotation(text: str, source: str) -> None:
    assert one(text)[2] == source


def test_a_paragraph_of_nothing_but_quotation_goes_on_with_the_speaker_before_it() -> None:
    text = "“We will go,” Orla Venn said. “We must.”\n“Nobody else will do it for us.”\n“Not one.”"
    (fact,) = find(text)
    assert (fact.fields["speaker"], fact.fields["form"]) == ("Orla Venn", "direct")
    pieces = [text[int(a) : int(b)] for a, b in (span.split("-") for span in str(fact.fields["spans"]).split())]
    assert pieces == ["“We will go,”", "“We must.”", "“Nobody else will do it for us.”", "“Not one.”"]


@pytest.mark.parametrize("second", ["'A healthy harbour.'", "“It will not.” — Ilja Torv"])
def test_other_marks_or_another_name_do_not_go_on_with_the_quotation_before(second: str) -> None:
    first, *_ = find(f"“We will go,” Orla Venn said.\n{second}")
    assert first.fields["spans"] is None


def test_a_heading_in_quotation_marks_is_nobodys_words() -> None:
    assert len(find("“We will go,” Orla Venn said.\n“No such boat”", {1: "heading"})) == 1


def test_a_colon_at_the_end_of_a_paragraph_announces_the_next_one() -> None:
    text = "Orla Venn then added:\n“Nobody else will do it for us.”"
    assert one(text)[1:] == ("direct", "Orla Venn", "then added")


def test_a_quotation_that_runs_over_sentences_is_one_piece() -> None:
    text = "“It leaks. It has leaked for years. We know,” said Orla Venn."
    assert one(text)[0] == "“It leaks. It has leaked for years. We know,”"


@pytest.mark.parametrize(
    "text",
    [
        "The crew sailed on the “Grey Heron” at dawn.",
        "Their “experts” left in the rain.",
        "She read “The Long Way to the Weir” twice.",
        "The weir wasn’t his. It was Orla‘s and the boards’ own.",
        "The claims of the board and its reports filled three shelves.",
        "He might say anything to win.",
        "The board has not said that the weir leaks.",
        "New developments underscore the risk.",
        "No other clerk said that the weir leaked.",
        "A clerk asked not to be named.",
    ],
)
def test_titles_scare_quotes_apostrophes_and_nouns_are_no_quotations(text: str) -> None:
    assert find(text) == []


def test_a_missing_answer_is_marked_as_one() -> None:
    facts = find("Orla Venn declined to comment. The board did not respond to a request for comment.")
    assert [(fact.rule, fact.fields["speaker"]) for fact in facts] == [
        ("no_statement", "Orla Venn"),
        ("no_statement", "board"),
    ]


_MARKS = ("“", "”", '"', "''", "‘", "’", "'", ",", ".", ":", ";", "—", "―", "(", ")", "[1]", "𝔘")
_WORDS = (
    "Orla",
    "Venn",
    "Mr.",
    "Venn's",
    "said",
    "saying",
    "that",
    "according",
    "to",
    "told",
    "who",
    "and",
    "not",
    "has",
)
_MORE = ("she", "the", "weir", "leaks", "with", "declined", "asked", "reports", "show", "yet", "“Venn”")
_PIECES = st.sampled_from(_MARKS + _WORDS + _MORE)
_TEXTS = st.lists(st.tuples(_PIECES, st.sampled_from(["", " ", " ", "\n"])).map("".join), max_size=50).map("".join)


@given(_TEXTS)
def test_every_span_lies_in_the_text_and_reads_as_given(text: str) -> None:
    for fact in find(text):
        assert 0 <= fact.start < fact.end <= len(text)
        assert fact.fields["speaker_text"] == text[fact.fields["speaker_start"] : fact.fields["speaker_end"]]
        if fact.fields["cue"] is not None:
            assert fact.fields["cue"] == text[fact.fields["cue_start"] : fact.fields["cue_end"]]


@given(_TEXTS)
def test_no_span_is_reported_twice(text: str) -> None:
    spans = [(fact.start, fact.end) for fact in find(text)]
    assert spans == sorted(set(spans))


def test_time_grows_in_proportion_to_the_length_of_a_paragraph() -> None:
    # A pattern that backtracks takes minutes here; the count tells that nothing was given up.
    assert len(find("“It leaks,” Orla Venn said, while the crew, the clerk and the board left. " * 400)) == 400


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("VELM, Orvenia (Wire) - The dam broke, the Water Office said.", "Water Office", "The dam broke"),
        ("The dam broke, the Water Office said on Monday, two days late.", "Water Office", "The dam broke"),
        ("The dam has broken, The Grell Post reports.", "Grell Post", "The dam has broken"),
        ("The office denies that it was warned and blames the rain.", "office", "it was warned"),
        ("“It broke,” the head of the office, Ruta Malin, told a news conference.", "Ruta Malin", "“It broke,”"),
        ("“It broke,” said Ilja Torv of the Northern Bank.", "Ilja Torv", "“It broke,”"),
        ('A clerk said that "it is being studied" and hung up.', "clerk", '"it is being studied"'),
    ],
)
def test_where_content_and_speaker_end(text: str, speaker: str, content: str) -> None:
    (fact,) = find(text)
    assert (fact.fields["speaker"], text[fact.start : fact.end]) == (speaker, content)
