"""Attributions: who speaks, and what of a sentence they say."""

import pytest

from tests.quoting import find


def said(text: str) -> list[tuple[object, str]]:
    """Return the source and the content of each quotation of a text, pieces joined by a bar."""
    found = []
    for fact in find(text):
        spans = str(fact.fields["spans"] or f"{fact.start}-{fact.end}").split()
        pieces = [text[int(a) : int(b)] for a, b in (span.split("-") for span in spans)]
        found.append((fact.fields["speaker_text"], " | ".join(pieces)))
    return found


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Mayor Ilja Torv, a prominent baker, said Venn’s gifts from those seeking help were bribes.",
            "Mayor Ilja Torv, a prominent baker",
            "Venn’s gifts from those seeking help were bribes",
        ),
        (
            "Rhea Morn, who works in retail, said contractors still want the dam.",
            "Rhea Morn, who works in retail",
            "contractors still want the dam",
        ),
        (
            "Kall -- an editor of the Gazette -- said the candidate tended to shout.",
            "Kall",
            "the candidate tended to shout",
        ),
        ("About 200 clerks met in Osk, chanting “Down with rust.”", "About 200 clerks", "“Down with rust.”"),
        ("The letter goes on to say: “Torv writes in rust.”", "The letter", "“Torv writes in rust.”"),
        (
            "The ferries are dear because of the weir, experts say.",
            "experts",
            "The ferries are dear because of the weir",
        ),
        ("A mere 9 percent say they buy the local fish.", "A mere 9 percent", "they buy the local fish"),
        ("Torv has a job that many clerks say is the future of the port.", "many clerks", "is the future of the port"),
        ("People who fought the floods say it could do more.", "People who fought the floods", "it could do more"),
        ("A clerk says neither the mayor nor his crew helped.", "A clerk", "neither the mayor nor his crew helped"),
        ("A new poll shows newcomer Torv leading Venn in Osk.", "A new poll", "newcomer Torv leading Venn in Osk"),
        (
            "Research funded by the board showed that the weir leaked.",
            "Research funded by the board",
            "the weir leaked",
        ),
        ("It is no secret: According to recent polls, Torv leads Venn.", "recent polls", "Torv leads Venn"),
        ("As Venn told the Osk Daily News, the port is given away.", "Venn", "the port is given away"),
        (
            "Torv said some critics foresaw the end, but this never came.",
            "Torv",
            "some critics foresaw the end, but this never came",
        ),
        ("Torv said the weir was safe, but engineers found a crack.", "Torv", "the weir was safe"),
        ("The fee is “a tax on fish,” as one memo put it.", "one memo", "The fee is “a tax on fish,”"),
        ("“It is dry.” Torv said.", "Torv", "“It is dry.”"),
        (
            "“That is false!” Torv replied. “Who counted the boats?”",
            "Torv",
            "“That is false!” | “Who counted the boats?”",
        ),
        (
            '“The pool is out of balance," the board wrote. "Mend it.”',
            "the board",
            '“The pool is out of balance," | "Mend it.”',
        ),
        (
            "“I do not know,” Torv said of the crew, “and I will not ask.”",
            "Torv",
            "“I do not know,” | “and I will not ask.”",
        ),
        ("According to the clerk in charge that night, the gate was open.", "the clerk in charge", "the gate was open"),
    ],
)
def test_who_says_what(text: str, source: str, content: str) -> None:
    assert (source, content) in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Vann sent a clerk into “the old mill” at dawn.",
        "The rule covers “a source of clean water” in the plan.",
        "“A Day on the Weir,” by Orla Venn",
        "The trouble begins with what was heard on Monday:",
    ],
)
def test_words_in_marks_that_nobody_says(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Orla Venn said she expects the weir to “hold until spring.”",
        "Orla Venn said it shows that the weir is “as firm as rock.”",
        "Orla Venn says she stood by him through what she calls a “war of words.”",
    ],
)
def test_what_a_speaker_says_of_himself_is_part_of_what_he_says(text: str) -> None:
    assert [source for source, _ in said(text)] == ["Orla Venn"]


def test_a_transcript_in_marks_has_its_labels_for_speakers() -> None:
    text = '"VENN: Is the weir safe?\n"TORV: Look, I think it is.\n"And so does the board."'
    assert said(text) == [
        ("VENN", "Is the weir safe?"),
        ("TORV", 'Look, I think it is. | "And so does the board."'),
    ]


def test_one_who_is_quoted_by_another_keeps_his_words() -> None:
    text = "A clerk recalled that Ilja Torv said of the dam: “I would not live below it.”"
    assert ("Ilja Torv", "“I would not live below it.”") in said(text)


def test_openings_without_an_end_are_read_in_linear_time() -> None:
    assert find("'tis said " * 20_000) == []
