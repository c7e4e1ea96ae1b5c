"""Claims: which sentences state something, how they are cut, and how sure they are."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samestory.article import Fact
from samestory.facts import claims, dates, quotations
from samestory.facts.certainties import read_sentences
from samestory.records import CERTAINTIES
from tests.claiming import PUBLISHED, article, only, state


@pytest.mark.parametrize(
    ("sentence", "certainty", "polarity", "conditional"),
    [
        ("The dam was built in nine months.", "asserted", "positive", False),
        ("The dam will close in the spring.", "probable", "positive", False),
        ("The dam is likely to close in spring.", "probable", "positive", False),
        ("Engineers appear to be leaving the dam.", "probable", "positive", False),
        ("The dam reportedly lost a gate in the storm.", "probable", "positive", False),
        ("The dam may close in the spring.", "possible", "positive", False),
        ("A reduced crew could open the gates.", "possible", "positive", False),
        ("It is unclear who opened the gates.", "unknown", "positive", False),
        ("The dam is unlikely to close in spring.", "denied", "positive", False),
        ("The dam did not lose a gate.", "denied", "negative", False),
        ("There is no crack in the dam.", "denied", "negative", False),
        ("The board failed to repair the gate.", "asserted", "negative", False),
        ("The dam not only held but kept the town dry.", "asserted", "positive", False),
        ("If the gate breaks, the mill will flood.", "possible", "positive", True),
        ("Should the gate break, the mill would flood.", "possible", "positive", True),
        ("I think the gate has been open for days.", "probable", "positive", False),
    ],
)
def test_certainty_polarity_and_condition(sentence: str, certainty: str, polarity: str, conditional: bool) -> None:
    claim = only(sentence)
    assert (claim.certainty, claim.polarity, claim.conditional) == (certainty, polarity, conditional)


@pytest.mark.parametrize(
    "sentence",
    [
        "Who opened the gates of the dam?",
        "“Will the dam hold until the spring?”",
        "May God keep the dam and all who live below it.",
        "Let us hope that the dam holds.",
        "Read more about the dam on our page.",
        "Thank you for joining us at the dam today.",
        "Three gates, one dam and a mill",
        "The dam held.",
    ],
)
def test_questions_wishes_commands_courtesies_and_fragments_are_no_claims(sentence: str) -> None:
    assert state(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "clauses"),
    [
        (
            "The north gate broke at noon; the south gate held all night.",
            ["The north gate broke at noon", "the south gate held all night"],
        ),
        (
            "The north gate broke at noon, but the crew stayed on the wall.",
            ["The north gate broke at noon", "the crew stayed on the wall"],
        ),
        (
            "While the north gate remains shut, the south gate is open.",
            ["the north gate remains shut", "the south gate is open"],
        ),
        ("The crew repaired the gate, the wall and the mill.", ["The crew repaired the gate, the wall and the mill"]),
        ("The dam held for nine days. [[3]]", ["The dam held for nine days"]),
    ],
)
def test_main_clauses_side_by_side_are_cut_and_lists_are_not(sentence: str, clauses: list[str]) -> None:
    assert [text for text, _ in state(sentence)] == clauses


def test_what_somebody_says_is_the_claim_and_the_quotation_its_source() -> None:
    ((text, claim),) = state("Orla Venn said on Monday that the dam had lost a gate.")
    assert text == "the dam had lost a gate"
    assert claim.source is not None
    assert claim.source.fields["speaker"] == "Orla Venn"


def test_every_sentence_of_a_quotation_is_a_claim_of_its_speaker() -> None:
    found = state("“The north gate broke first.", "The south gate may break next,” Orla Venn said.")
    assert [(text, claim.certainty) for text, claim in found] == [
        ("The north gate broke first", "asserted"),
        ("The south gate may break next", "possible"),
    ]
    assert all(claim.source and claim.source.fields["speaker"] == "Orla Venn" for _, claim in found)


def test_the_cue_limits_how_sure_the_content_is() -> None:
    cues = {"said": "asserted", "believes": "probable", "speculated": "possible", "denied": "denied"}
    found = {cue: only(f"Orla Venn {cue} that the dam had lost a gate.").certainty for cue in cues}
    assert found == cues


def test_a_thing_acknowledged_leaves_the_sentence_as_the_claim() -> None:
    ((text, claim),) = state("Orla Venn acknowledged a crack in the lower wall.")
    assert text == "Orla Venn acknowledged a crack in the lower wall"
    assert claim.source is not None


def test_a_missing_answer_carries_no_claim() -> None:
    assert all(claim.source is None for _, claim in state("The gate broke at noon, but Orla Venn declined to comment."))


def test_a_headline_is_marked_and_needs_a_verb() -> None:
    ((_, claim),) = state("Grey Dam Loses Gate in Storm", kind="headline")
    assert claim.is_headline
    assert state("A Dam Tested by Time", kind="heading") == []


def test_as_of_is_the_date_in_the_sentence_else_the_publication() -> None:
    read = article("The gate broke on 2 March.", "The wall held for nine days.")
    start = read.text.index("2 March")
    day = datetime(2024, 3, 2)
    date = Fact("date", start, start + 7, "day", 0.9, {"date_start": day, "resolved": True})
    assert [claim.as_of for claim in claims.find(read, [date], read_sentences(read))] == [day, PUBLISHED]


def test_what_is_said_of_this_year_is_said_as_of_now() -> None:
    read = article("The dam will lose water this year.")
    facts = dates.find(read)
    assert [fact.fields["value"] for fact in facts] == [str(PUBLISHED.year)]
    assert [claim.as_of for claim in claims.find(read, facts, read_sentences(read))] == [PUBLISHED]


_NAMES = ("the", "dam", "may", "not", "held", "if", "said", "Orla", "Venn", "that", "and", "but", "while", "who", "𝔘")
_MORE = ("no", "was", "unclear", "I", "think", "believes", "declined to", "[", "3", "]", "—", "'", "“", "”", ",", ";")
_WORDS = st.sampled_from((*_NAMES, *_MORE, ".", "?"))


@given(st.lists(st.lists(_WORDS, min_size=1, max_size=25).map(" ".join), min_size=1, max_size=4))
def test_claims_lie_in_their_sentences_and_fit_the_closed_lists(sentences: list[str]) -> None:
    read = article(*sentences)
    found = claims.find(read, quotations.find(read), read_sentences(read))
    for claim in found:
        assert any(block.start <= claim.start < claim.end <= block.end for block in read.sentences)
        assert claim.certainty in CERTAINTIES
        assert -3 <= claim.certainty_score <= 3
        assert claim.source is None or claim.source.kind == "quotation"
    spans = [(claim.start, claim.end) for claim in found]
    assert spans == sorted(set(spans))


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("GRELL, Orvenia (Wire) - The old dam broke on Tuesday.", "The old dam broke on Tuesday"),
        ("The office counted three drones. [[1](https://post.example/a)]", "The office counted three drones"),
    ],
)
def test_a_claim_holds_neither_dateline_nor_footnote(sentence: str, text: str) -> None:
    assert [found for found, _ in state(sentence)] == [text]


def test_a_condition_does_not_deny_what_hangs_on_it() -> None:
    claim = only("If the maker does not replace the pumps by May, it could lose its licence.")
    assert (claim.certainty, claim.polarity, claim.conditional) == ("possible", "positive", True)


@pytest.mark.parametrize(
    ("sentence", "certainty"),
    [
        ("The old boat does no more than eleven knots.", "asserted"),
        ("The old dam failed in the night.", "asserted"),
        ("Whether the ship was damaged is still unclear.", "unknown"),
    ],
)
def test_words_that_seem_to_deny(sentence: str, certainty: str) -> None:
    claim = only(sentence)
    assert (claim.certainty, claim.polarity) == (certainty, "positive")


def test_captions_without_a_sentence_and_questions_in_headings_are_no_claims() -> None:
    assert not state("Image showing the burned depot at Khelm.", kind="caption")
    assert not state("The breach in the dam, seen from the old road.", kind="caption")
    assert not state("What the ministry says now", kind="heading")


def test_a_date_that_only_bounds_does_not_date_the_claim() -> None:
    claim = only("The rain was heavier than on any day since 1931.")
    assert claim.as_of == PUBLISHED


@pytest.mark.parametrize(
    "sentence",
    [
        "“Leave the valley before the flood that comes at noon”, the letter said.",
        "Leave the valley before the flood that comes at noon.",
        "To learn more, we spoke with Orla Venn of the dam office.",
        "Only time will tell if the old dam holds.",
        "It is too early to say how the dam broke.",
        "Evacuate the lower valley and its farms by noon, with all animals and machines.",
        "Not before the launch in Velm.",
        "The necessity to stay connected with the coast.",
        "“Withdraw immediately from the northern valley and hand over the keys,” the clerk demanded.",
        "“Do not wait for the spring before you close the lock,” the clerk wrote.",
        "“Stop the boats at the lock and do not let them pass,” the clerk wrote.",
        "Reporting by Orla Venn in Velm; editing by Tam Rusk in Osk.",
        "Good luck to all who work at the dam.",
        "A glimpse into the slow work behind the many gates near the old dam.",
    ],
)
def test_demands_talk_about_telling_and_bare_phrases_are_no_claims(sentence: str) -> None:
    assert state(sentence) == []


def test_what_is_no_clause_leaves_the_sentence_as_the_claim_without_its_cue_s_doubt() -> None:
    ((text, claim),) = state("Orla Venn demanded a new wall for the lower town.")
    assert (text, claim.certainty) == ("Orla Venn demanded a new wall for the lower town", "asserted")
    ((text, _),) = state("The office noted the need to stay prepared for those running the mill.")
    assert text == "The office noted the need to stay prepared for those running the mill"


def test_an_ability_is_asserted_and_a_headline_hedges_too() -> None:
    assert only("The pump can double the dose.").certainty == "asserted"
    ((_, claim),) = state("Dam Appears to Be Losing Water in Storm", kind="headline")
    assert (claim.certainty, claim.is_headline) == ("probable", True)
