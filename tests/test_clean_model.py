"""The line model: what it answers hangs on a document alone, survives its files, and can be trained again."""

from pathlib import Path

import numpy as np
import polars as pl
import pytest

from samestory.clean import clean
from samestory.clean.model import LANGUAGE, OF_LANGUAGE, PAGE_FEATURES, TEXT_FEATURES, load, save, shipped
from samestory.clean.network import Network, probabilities
from samestory.clean.words import BUCKETS, line_tokens
from tests.cleaning import articles
from training.network import Lines, _gradients, _initial, train

_PAGE = """Home
News
Sport
The council of Brennick will close the old bridge for eighteen months after divers found cracks in two piers.
Ferries will carry people on foot and on bicycles until it opens again, the mayor said on Thursday evening.
Engineers had warned of the cracks in a report two years ago, but the money for repairs was never voted.
Share
Related articles
Five bridges that were closed this year
© 2026 Brennick Mail. All rights reserved."""


def _lines(seed: int, n_features: int = 5) -> Lines:
    """Return random lines of 30 documents; the sign of the first feature is the label."""
    random = np.random.default_rng(seed)
    docs = np.repeat(np.arange(30), random.integers(1, 60, 30))
    table = random.standard_normal((len(docs), n_features)).astype(np.float32)
    labels = (table[:, 0] > 0).astype(np.float32)
    return Lines(docs.astype(np.int64), table, labels, np.ones(len(docs), dtype=np.float32))


def test_shipped_model_has_all_features() -> None:
    model = shipped()
    assert model.text.features == TEXT_FEATURES
    assert model.page.features == PAGE_FEATURES
    assert set(PAGE_FEATURES) >= OF_LANGUAGE
    assert len(model.words) == len(model.names) == BUCKETS
    assert LANGUAGE == "en"


def test_saving_and_loading_gives_the_same_model_and_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "once").mkdir()
    (tmp_path / "twice").mkdir()
    save(shipped(), tmp_path / "once")
    save(load(tmp_path / "once"), tmp_path / "twice")
    for name in ("odds.parquet", "text.parquet", "page.parquet"):
        assert (tmp_path / "once" / name).read_bytes() == (tmp_path / "twice" / name).read_bytes()
    page = articles(_PAGE)
    assert clean(page, load(tmp_path / "twice")).equals(clean(page))


def test_a_document_gets_the_same_answer_alone_and_among_others() -> None:
    lines = _lines(1)
    network = train(lines, tuple("abcde"), members=1)
    together = probabilities(network, lines.docs, lines.table)
    alone = [
        probabilities(network, lines.docs[lines.docs == doc], lines.table[lines.docs == doc])
        for doc in np.unique(lines.docs)
    ]
    assert np.array_equal(together, np.concatenate(alone))


def test_training_learns_and_gives_the_same_weights_again() -> None:
    lines, others = _lines(2), _lines(3)
    network, again = (train(lines, tuple("abcde"), members=2) for _ in range(2))
    for weights, same in zip(network.members, again.members, strict=True):
        assert all(np.array_equal(weights[name], same[name]) for name in weights)
    right = (probabilities(network, others.docs, others.table) > 0.5) == (others.labels > 0.5)
    assert right.mean() > 0.8


def test_unknown_features_count_as_the_mean() -> None:
    lines = _lines(4)
    network = train(lines, tuple("abcde"), members=1)
    unknown, mean = lines.table.copy(), lines.table.copy()
    unknown[:, 2], mean[:, 2] = np.nan, network.mean[2]
    answers = probabilities(network, lines.docs, unknown)
    assert np.allclose(answers, probabilities(network, lines.docs, mean), atol=1e-6)


def _loss(weights: dict[str, np.ndarray], lines: Lines) -> float:
    n_features = lines.table.shape[1]
    plain = np.zeros(n_features, dtype=np.float32), np.ones(n_features, dtype=np.float32)
    answers = probabilities(Network((), *plain, (weights,)), lines.docs, lines.table).astype(np.float64)
    return float(-np.mean(np.log(np.where(lines.labels > 0, answers, 1 - answers))))


def test_gradients_tell_how_the_loss_falls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.network._DROPOUT", 0.0)
    lines, random = _lines(5), np.random.default_rng(0)
    weights = _initial(5, 8, random)
    gradients = _gradients(weights, lines, np.arange(len(lines.docs)), random)
    found = {}
    for layer, gradient in gradients.items():
        falls = [_loss({**weights, layer: weights[layer] + step * gradient}, lines) for step in (-0.003, 0.003)]
        found[layer] = (falls[1] - falls[0]) / (0.006 * float((gradient**2).sum()))
    # All were divided by their common norm, so to first order the loss falls by one multiple of each one's square.
    assert max(found.values()) < 1.1 * min(found.values())


def test_equal_lines_have_equal_tokens_and_numbers_do_not_count() -> None:
    text_nos, words, whole = line_tokens(pl.Series("text", ["Page 12 of 14", "Page 3 of 9", "of page 3 9"]))
    assert text_nos.tolist() == [0] * 4 + [1] * 4 + [2] * 4
    first, second, third = words.reshape(3, 4).tolist()
    assert first == second
    assert sorted(third) == sorted(first)
    assert third != first
    assert whole[0] == whole[1] != whole[2]


@pytest.mark.parametrize(
    ("text", "n_words"),
    [
        ("Read more", 2),
        ("“Read”", 3),
        ("Größe · 中文。再见", 5),
        ("one\u00a0two…", 3),
        ("", 0),
        (" ", 0),
        ("extraordinarily long-winded", 4),
        ("\U0001f600 ok", 2),
    ],
)
def test_words_are_runs_of_letters_and_single_signs(text: str, n_words: int) -> None:
    for texts in ([text], ["before", text, "after"]):
        text_nos, words, whole = line_tokens(pl.Series("text", texts))
        assert text_nos.tolist().count(texts.index(text)) == n_words
        assert len(words) == len(text_nos)
        assert len(whole) == len(texts)


def test_long_words_differ_by_their_end_within_sixteen_bytes_or_by_their_length() -> None:
    _, words, _ = line_tokens(pl.Series("text", ["commentaries", "commentarial", "a" * 17, "a" * 18, "a" * 17]))
    assert len({*words.tolist()}) == 4
