"""Certainty of stretches: the scopes of modality, negation and what governs infinitives, clauses and objects."""

import csv
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samestory.article import Article, Block
from samestory.assets import asset
from samestory.facts import certainties, claims, quotations
from samestory.facts.certainty import level
from samestory.facts.certainty_cues import LEVELS, load_certainty_cues
from samestory.facts.scopes import read_certainty
from samestory.facts.tokens import tokenise


def certainty_of(sentence: str, word: str) -> str:
    """Return the level of certainty of a word in a sentence."""
    tokens = tokenise(sentence, 0, len(sentence), [])
    reading = read_certainty(tokens)
    return level(reading.score([token.low for token in tokens].index(word)))


@pytest.mark.parametrize(
    ("sentence", "word", "certainty"),
    [
        # modality, the future, and adverbs
        ("The gate may break in spring.", "break", "possible"),
        ("The board will drain the lake.", "drain", "probable"),
        ("The gate possibly broke at noon.", "broke", "possible"),
        ("The gate reportedly broke at noon.", "broke", "probable"),
        ("Gate May Break in Spring Flood", "break", "possible"),
        # negation, its scope, and what it presupposes
        ("The crew did not leave the mill.", "leave", "denied"),
        ("The crew did not name the cause of the collapse.", "collapse", "asserted"),
        ("The board gave no comment on the collapse.", "collapse", "asserted"),
        ("No sign of life had been heard.", "heard", "denied"),
        ("Nobody reached the village.", "reached", "denied"),
        ("Not only did it rain, the gate broke.", "broke", "asserted"),
        ("The dam is no more than nine metres wide.", "wide", "asserted"),
        ("Neither the maker, Brell, nor the agency (GDA) knew of it.", "knew", "denied"),
        ("The gate cannot break.", "break", "denied"),
        ("The gate may not break.", "break", "denied"),
        # what governs an infinitive
        ("The crew managed to open the gate.", "open", "asserted"),
        ("The crew failed to open the gate.", "open", "denied"),
        ("The crew did not manage to open the gate.", "open", "denied"),
        ("The board wants to drain the lake.", "drain", "possible"),
        ("The board agreed to drain the lake.", "drain", "probable"),
        ("The board ordered the crew to drain the lake.", "drain", "possible"),
        ("The crew came early to repair the wall.", "repair", "asserted"),
        ("The crew built a wall, to stop the flood.", "stop", "probable"),
        ("The board decided not to drain the lake.", "drain", "denied"),
        ("The crew drove to the mill.", "mill", "asserted"),
        # clauses
        ("Residents fear that the wall will break.", "break", "possible"),
        ("Engineers believe the wall is sound.", "sound", "probable"),
        ("Orla Venn said that the wall broke.", "broke", "asserted"),
        ("It is unclear whether the wall broke.", "broke", "unknown"),
        ("If the wall breaks, the mill is lost.", "breaks", "possible"),
        ("The wall looked as if nobody had built it.", "looked", "asserted"),
        # objects and noun phrases
        ("The board is seeking repairs.", "repairs", "probable"),
        ("The crew prevented a flood.", "flood", "unknown"),
        ("The mayor called for an inquiry.", "inquiry", "possible"),
        ("The board met over a possible flood.", "flood", "possible"),
        # one under the other
        ("The board may want to drain the lake.", "drain", "possible"),
        ("The wall may break after the flood passed.", "passed", "asserted"),
        ("The crew met in May to rest.", "met", "asserted"),
        ("His will names no heir.", "names", "asserted"),
    ],
)
def test_a_cue_reaches_what_it_governs_and_no_further(sentence: str, word: str, certainty: str) -> None:
    assert certainty_of(sentence, word) == certainty


def stretches(text: str) -> list[tuple[str, str, str | None]]:
    """Return text, certainty and cue of each stretch of a sentence."""
    read = Article("a1", text, None, (Block("p0", 0, len(text)),), (Block("s0", 0, len(text)),))
    readings = certainties.read_sentences(read)
    found = certainties.find(readings, claims.find(read, quotations.find(read), readings))
    return [
        (text[fact.start : fact.end], str(fact.fields["certainty"]), fact.fields["cue"] and str(fact.fields["cue"]))
        for fact in found
    ]


def test_a_stretch_has_a_row_where_it_differs_from_its_claim() -> None:
    assert stretches("The mayor may close the dam after the flood reached it.") == [
        ("The mayor", "asserted", None),
        ("the dam after the flood reached it", "asserted", None),
    ]
    assert stretches("The board plans to close the dam.") == [("close", "probable", "to")]
    assert stretches("The board closed the dam.") == []


def test_a_question_has_stretches_but_no_claim() -> None:
    assert stretches("Will the board close the dam?") == [("Will the board close", "probable", "will")]


_CUES = (
    "may",
    "not",
    "no",
    "if",
    "wants",
    "that",
    "believes",
    "any",
    "Will",
    "calls",
    "neither",
    "nor",
    "unclear",
    "hope",
)
_WORDS = st.sampled_from(
    (
        *_CUES,
        "without",
        "the",
        "dam",
        "to",
        "close",
        "for",
        "broke",
        "was",
        "said",
        "13",
        "𝔘",
        ",",
        ";",
        "“",
        "”",
        "(",
        ")",
    )
)


@given(st.lists(_WORDS, min_size=1, max_size=40).map(" ".join))
def test_stretches_do_not_overlap_and_fit_the_scale(text: str) -> None:
    readings = [read_certainty(tokenise(text, 0, len(text), []))]
    found = certainties.find(readings, [])
    assert all(before.end <= after.start for before, after in pairwise(found))
    for fact in found:
        assert 0 <= fact.start < fact.end <= len(text)
        assert fact.fields["certainty_score"] in LEVELS.values()


def test_the_table_of_cues_has_each_use_once_and_verbs_in_all_forms() -> None:
    with asset("seeds", "certainty_cues.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["cue"], row["form"], row["scope"]) for row in csv.DictReader(file)]
    assert len(rows) == len(set(rows))
    assert {form for _, form, _ in rows} == {"word", "verb", "adjacent"}
    governors = load_certainty_cues().governors
    assert {"seek", "seeks", "sought", "seeking", "begun", "beginning", "forbade"} - set(governors) == {"forbade"}
