"""Where what is said begins and ends, and what somebody is for or against without saying that it is so."""

import pytest

from samestory.article import Article, Block
from samestory.facts import certainties, claims
from tests.quoting import find
from tests.test_facts_attributions import said


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        # The source goes on after a participle or a relative, up to the comma.
        (
            "According to a survey carried out by the board, the weir leaks.",
            "a survey carried out by the board",
            "the weir leaks",
        ),
        (
            "According to two clerks who read the letter, the weir leaks.",
            "two clerks who read the letter",
            "the weir leaks",
        ),
        ("According to last year's audit, the weir leaks.", "last year's audit", "the weir leaks"),
        ("The weir failed, according to a 12-page audit.", "a 12-page audit", "The weir failed"),
        # What follows the cue is no adverbial: content starts there, not with the quotation.
        (
            "Torv vowed to rid the river of “this floating nonsense.”",
            "Torv",
            "to rid the river of “this floating nonsense.”",
        ),
        ("Torv dismissed the engineer as “a dreamer.”", "Torv", "the engineer as “a dreamer.”"),
        ("Torv said in a letter to the board, “The weir leaks.”", "Torv", "“The weir leaks.”"),
        # The main clause is the writer's.
        (
            "While Torv says he will stay to the end, the board must find a new mayor.",
            "Torv",
            "he will stay to the end",
        ),
        (
            "The guild, which said the fees were unfair, took the vote to the court.",
            "The guild, which",
            "the fees were unfair",
        ),
        ("The report showed a crack in the gate, and the crew left at dawn.", "The report", "a crack in the gate"),
        # Subjects that count, or that a participle describes.
        ("About half of the rowers said they want a lock.", "About half of the rowers", "they want a lock"),
        (
            "At least ten rowers in each club say they want a lock.",
            "At least ten rowers in each club",
            "they want a lock",
        ),
        (
            "Rowers trying to reach the lake say the lock is slow.",
            "Rowers trying to reach the lake",
            "the lock is slow",
        ),
        ("Shipping agents say the oldest lock might not open.", "Shipping agents", "the oldest lock might not open"),
        ("Those questioned said the lock was slow.", "Those questioned", "the lock was slow"),
        ("The lock was slow, the board's records show.", "the board's records", "The lock was slow"),
        ("He's telling friends that the lock will open.", "He's", "the lock will open"),
        (
            "The harbour head, Rhea Morn, suggested that the lock was slow.",
            "The harbour head, Rhea Morn",
            "the lock was slow",
        ),
        (
            "“The lock is slow,” Rhea Morn, 61, a retired pilot from Osk, said.",
            "Rhea Morn, 61, a retired pilot from Osk",
            "“The lock is slow,”",
        ),
        ("“It is slow” at the lock, said Rhea Morn.", "Rhea Morn", "“It is slow” at the lock"),
        ("The lock was slow all summer, as Torv has sometimes admitted.", "Torv", "The lock was slow all summer"),
        ("On Monday, the guild asked the crew to leave the lock.", "the guild", "to leave the lock"),
        ("Torv warned of a flood that no lock could hold.", "Torv", "a flood that no lock could hold"),
        (
            "As The Osk Daily reported, even if it held, the lock was slow.",
            "The Osk Daily",
            "even if it held, the lock was slow",
        ),
        ("The lock was slow, as the Osk Daily reported a few days later.", "the Osk Daily", "The lock was slow"),
        ("As reported by the Osk Daily, the lock was slow.", "the Osk Daily", "the lock was slow"),
        ("The Osk Daily reported on Saturday that the lock was slow.", "The Osk Daily", "the lock was slow"),
        (
            "Torv called on the crew to leave “the wreck of a lock,” suggesting that it was lost.",
            "Torv",
            "the crew to leave “the wreck of a lock,”",
        ),
        ("The weir is dry, with reports indicating a crack in the gate.", "reports", "a crack in the gate"),
        ("The board kept records showing that the fees had doubled.", "records", "the fees had doubled"),
        ("The woman holding the lamp said, “It is dry.”", "The woman holding the lamp", "“It is dry.”"),
        ("As Torv reported, last year the lock was slow.", "Torv", "last year the lock was slow"),
    ],
)
def test_where_what_is_said_begins_and_ends(text: str, source: str, content: str) -> None:
    assert (source, content) in said(text)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The board agreed to close the lock in May.", "The board", "to close the lock in May"),
        ("Torv refused to close the lock.", "Torv", "to close the lock"),
        ("The court ordered the crew to leave the lock.", "The court", "the crew to leave the lock"),
        ("Rowers criticized the fees at the lock.", "Rowers", "the fees at the lock"),
        ("Torv defended his choice of crew.", "Torv", "his choice of crew"),
        ("The mayor called for a ban on boats.", "The mayor", "a ban on boats"),
        ("The board rejected the plan.", "The board", "the plan"),
        ("Torv rejected that number.", "Torv", "that number"),
        ("Torv referred to the lock as a toy.", "Torv", "the lock as a toy"),
    ],
)
def test_an_attitude_is_told_apart_from_what_is_said(text: str, source: str, content: str) -> None:
    assert (source, content) in said(text)
    assert [fact.rule for fact in find(text)] == ["attitude"]


def test_what_is_promised_in_a_clause_is_said() -> None:
    assert [fact.rule for fact in find("The board promised that every lock will be mended.")] == ["frame"]


@pytest.mark.parametrize(
    "text",
    [
        "The court has the final say in the matter of the lock.",
        "The hotel offers guests a room above the lock.",
        "The board offered Torv two boats for the summer.",
        "They say nothing about who closed the lock.",
        "The crew gave the orders that the board had written.",
        "There was an offer to close the lock.",
        "The word refers to a lock.",
        "Torv closed the lock for a day, showing how much the town needs it.",
        "Four rowers met at the lock, indicating that the gate is safe.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert said(text) == []


def test_a_demand_beside_another_is_no_claim_of_its_own() -> None:
    text = "The guild must stop its work, and withdraw quickly from the locks into which it has moved."
    block = (Block("p", 0, len(text), "body"),)
    article = Article("a", text, None, block, block)
    found = claims.find(article, find(text), certainties.read_sentences(article))
    assert [text[claim.start : claim.end] for claim in found] == [text[:-1]]


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("Satellite images and boat crews say the lock is dry.", "document"),
        ("Boat crews say the lock is dry.", "anonymous"),
    ],
)
def test_images_among_the_sources_can_be_looked_at(text: str, flag: str) -> None:
    assert [fact.fields["speaker_flag"] for fact in find(text)] == [flag]
