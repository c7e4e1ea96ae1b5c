"""Speakers: full names, pronouns, kinds of source, addressees and interview turns."""

import pytest

from samestory.facts.speakers import Register
from tests.quoting import find


def test_surnames_and_pronouns_resolve_to_the_fullest_name_of_the_last_fitting_speaker() -> None:
    facts = find(
        "Clerk Orla Venn said the weir leaked. Mr. Tam Rusk said it did not. “It does,” she said. “No,” he said."
        " Venn added that the board knew."
    )
    assert [fact.fields["speaker"] for fact in facts] == ["Orla Venn", "Tam Rusk", "Orla Venn", "Tam Rusk", "Orla Venn"]


@pytest.mark.parametrize(
    ("text", "flag", "speaker"),
    [
        ("Two officials said the weir leaked badly.", "anonymous", "Two officials"),
        ("A clerk who saw it said the weir leaked badly.", "anonymous", "clerk"),
        ("The report said the weir leaked badly.", "document", "report"),
        ("John Doe said the weir leaked badly.", "placeholder", "John Doe"),
        ("Engineer Orla Venn said the weir leaked badly.", "named", "Orla Venn"),
        ("The company said the weir leaked badly.", "anonymous", "company"),
        ("Imagery taken on Monday suggests that the weir leaked.", "document", "Imagery taken"),
        ("A producer for Osk Radio said the weir leaked badly.", "anonymous", "producer for Osk Radio"),
        ("Others said the weir leaked badly.", "anonymous", "Others"),
        ("Some said the weir leaked badly.", "anonymous", "Some"),
        ("Millers said the weir leaked badly, as millers do.", "anonymous", "Millers"),
        ("Velm said the weir leaked badly.", "named", "Velm"),
        ("Miller said the weir leaked badly, though miller Ada Miller is no engineer.", "named", "Ada Miller"),
        ("The Osk Daily Senior Editor said the weir leaked badly.", "anonymous", "Osk Daily Senior Editor"),
        ("As Venn told the board, the weir leaked badly.", "named", "Venn"),
    ],
)
def test_the_kind_of_speaker_is_flagged(text: str, flag: str, speaker: str) -> None:
    (fact,) = find(text)
    assert (fact.fields["speaker_flag"], fact.fields["speaker"]) == (flag, speaker)


def test_a_person_with_a_title_is_told_from_the_house_behind() -> None:
    phrase = "Dr. Orla Venn of the Northern Bank"
    assert Register.of(f"The weir leaked badly, {phrase} said.").resolve(phrase).name == "Orla Venn"


def test_an_outlet_that_was_told_is_the_via_and_a_person_is_not() -> None:
    (told,) = find("Orla Venn told the Harbour Post that the weir leaked.")
    assert (told.fields["addressee"], told.fields["via"]) == ("the Harbour Post", "the Harbour Post")
    (said,) = find("Orla Venn told Tam Rusk that the weir leaked.")
    assert (said.fields["addressee"], said.fields["via"]) == ("Tam Rusk", None)


def test_according_to_an_outlet_that_a_person_said_so_leaves_the_person() -> None:
    (fact,) = find("According to Reuters, Orla Venn said the weir leaked.")
    assert fact.fields["speaker"] == "Orla Venn"


def test_interview_turns_name_their_speaker_and_whom_they_address() -> None:
    text = (
        "**Q:** **John Doe**, is the weir safe?\n**A:** **Jane Smith:** It is not. We know.\nIt never was.\n"
        "Dr.Venn: I think it may break."
    )
    facts = find(text, dict.fromkeys(range(4), "turn"))
    rows = [(text[f.start : f.end], f.fields["speaker_text"], f.fields["speaker_flag"]) for f in facts]
    assert rows == [
        ("is the weir safe?", "Q", "anonymous"),
        ("It is not. We know.", "Jane Smith", "placeholder"),
        ("It never was.", "Jane Smith", "placeholder"),
        ("I think it may break.", "Dr.Venn", "named"),
    ]
    assert facts[0].fields["addressee"] == "John Doe"
    assert facts[0].fields["speaker"] is None


def test_he_is_no_office_and_it_no_person() -> None:
    office = find("The Energy Ministry said the dam was safe. “I signed it,” he said.")
    person = find("The clerk Piet Harrow said he had not seen it. It said that the pump was safe.")
    assert office[-1].fields["speaker"] == "he"
    assert person[-1].fields["speaker"] == "it"


def test_time_that_tells_is_nobody() -> None:
    assert find("Only time will tell whether the weir holds.") == []
