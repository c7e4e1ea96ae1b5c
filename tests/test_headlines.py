"""The words a headline shares with its address and its text."""

from samestory.headlines import shared, slug_words, telling_words, tells


def test_address_that_spells_a_headline() -> None:
    assert slug_words("https://post.example/world/dam-fails-near-velm-1234") == {"dam", "fail", "near", "velm", "1234"}


def test_address_without_words() -> None:
    assert slug_words("https://post.example/world/98123") == frozenset()
    assert slug_words("http://[broken") == frozenset()
    assert slug_words(None) == frozenset()


def test_function_words_and_plurals_tell_nothing() -> None:
    assert telling_words("How the dams were built") == {"dam", "buil"}


def test_share_of_words() -> None:
    assert shared(telling_words("Dam fails near Velm"), telling_words("The dam near the town failed")) == 0.75
    assert shared(frozenset(), frozenset({"dam"})) == 0.0


def test_a_name_of_two_words_tells_nothing() -> None:
    lead = telling_words("The dam near Velm failed on Monday, the Velm Courier reports.")
    assert tells(telling_words("Dam fails near Velm"), lead)
    assert not tells(telling_words("The Velm Courier"), lead)
