"""Training the line model with numpy: gradients by hand, so that no framework is needed and the bytes are the same."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from samestory.clean.network import DILATIONS, Matrix, Network, Weights, around, probability, relu, standardised

# Empty rows between two pages, as many as the farthest look, so that no page sees another.
_GAP = max(DILATIONS)
# From trials, cross-validated by site: wider, deeper or longer brought less than 0.1.
WIDTH = 48
EPOCHS = 8
# Networks that begin differently and are averaged.
MEMBERS = 2
_ROWS_A_STEP = 6000
_DROPOUT = 0.15
_RATE, _DECAY, _WARM_UP = 4e-3, 0.01, 0.15
_BETAS, _TINY = (0.9, 0.999), 1e-8


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines to learn from: the document of each, compressed features, label (0 or 1) and weight."""

    docs: NDArray[np.int64]
    table: Matrix
    labels: Matrix
    weights: Matrix


@dataclass(slots=True)
class _Adam:
    """Adam with decoupled decay (Loshchilov and Hutter 2019)."""

    steps: int = 0
    first: Weights = field(default_factory=dict)
    second: Weights = field(default_factory=dict)

    def step(self, weights: Weights, gradients: Weights, rate: float) -> None:
        """Change the weights in place."""
        self.steps += 1
        for name, gradient in gradients.items():
            first = _BETAS[0] * self.first.get(name, np.float32(0)) + (1 - _BETAS[0]) * gradient
            second = _BETAS[1] * self.second.get(name, np.float32(0)) + (1 - _BETAS[1]) * gradient**2
            self.first[name], self.second[name] = first, second
            scaled = first / (1 - _BETAS[0] ** self.steps)
            spread = np.sqrt(second / (1 - _BETAS[1] ** self.steps)) + _TINY
            weights[name] -= (rate * (scaled / spread + _DECAY * weights[name])).astype(np.float32)


def train(lines: Lines, features: tuple[str, ...], members: int = MEMBERS) -> Network:
    """Return a network that tells the lines of articles; the same for the same lines."""
    # A feature that never changes has no spread to divide by.
    mean: Matrix = np.asarray(np.nanmean(lines.table, axis=0, dtype=np.float64), dtype=np.float32)
    spread: Matrix = np.asarray(np.nanstd(lines.table, axis=0, dtype=np.float64) + 1e-3, dtype=np.float32)
    known = Lines(lines.docs, standardised(lines.table, mean, spread), lines.labels, lines.weights)
    return Network(features, mean, spread, tuple(_member(known, seed) for seed in range(members)))


def _member(lines: Lines, seed: int) -> Weights:
    """Return the weights that training from one seed comes to; features are standardised."""
    random = np.random.default_rng(seed)
    weights = _initial(lines.table.shape[1], WIDTH, random)
    optimiser = _Adam()
    starts = np.flatnonzero(np.concatenate([[True], lines.docs[1:] != lines.docs[:-1]]))
    pages = list(zip(starts.tolist(), [*starts[1:].tolist(), len(lines.docs)], strict=True))
    total = EPOCHS * (len(lines.docs) // _ROWS_A_STEP + 1)
    for _ in range(EPOCHS):
        for rows in _batches(pages, random):
            gradients = _gradients(weights, lines, rows, random)
            optimiser.step(weights, gradients, _RATE * _schedule(optimiser.steps / total))
    return weights


def _initial(n_features: int, width: int, random: np.random.Generator) -> Weights:
    """Return random weights of the usual size for layers with a ramp (He et al. 2015)."""

    def layer(*shape: int, fan_in: int) -> Matrix:
        return np.asarray(random.standard_normal(shape) * np.sqrt(1 / fan_in), dtype=np.float32)

    weights = {"in": layer(n_features, width, fan_in=n_features), "dense": layer(width, width, fan_in=width)}
    weights |= {f"around{n}": layer(3, width, width, fan_in=6 * width) for n in range(len(DILATIONS))}
    weights["out"] = layer(width, 1, fan_in=width)
    biases = {f"{name}_bias": np.zeros(array.shape[-1], dtype=np.float32) for name, array in weights.items()}
    return weights | biases


def _schedule(share: float) -> float:
    """Return the share of the highest rate: up in a line, down along a cosine (Smith and Topin 2019)."""
    if share < _WARM_UP:
        return 0.04 + 0.96 * share / _WARM_UP
    return float(0.5 + 0.5 * np.cos(np.pi * min(1.0, (share - _WARM_UP) / (1 - _WARM_UP))))


def _batches(pages: list[tuple[int, int]], random: np.random.Generator) -> Iterator[NDArray[np.int64]]:
    """Yield the row numbers of some whole pages at a time, in random order."""
    batch: list[NDArray[np.int64]] = []
    for number in random.permutation(len(pages)):
        batch.append(np.arange(*pages[number]))
        if sum(map(len, batch)) >= _ROWS_A_STEP:
            yield np.concatenate(batch)
            batch = []
    if batch:
        yield np.concatenate(batch)


def _spaced(docs: NDArray[np.int64], table: Matrix) -> tuple[Matrix, NDArray[np.int64]]:
    """Return the rows with _GAP empty rows after each document, and where each row went."""
    starts = np.concatenate([[0], np.cumsum(docs[1:] != docs[:-1])]) if len(docs) else np.zeros(0, dtype=np.int64)
    places = np.arange(len(docs)) + _GAP * (starts + 1)
    rows = np.zeros((len(docs) + _GAP * (int(starts[-1]) + 2 if len(docs) else 1), table.shape[1]), dtype=np.float32)
    rows[places] = table
    return rows, places


@dataclass(frozen=True, slots=True)
class _Way:
    """What the way back needs of the way there: the input, what each layer made of it, and what was let through."""

    table: Matrix
    places: NDArray[np.int64]
    dense: tuple[Matrix, Matrix, Matrix]
    states: list[Matrix]
    gates: list[Matrix]


def _gradients(weights: Weights, lines: Lines, rows: NDArray[np.int64], random: np.random.Generator) -> Weights:
    """Return the gradient of the cross-entropy of some rows, with dropout, for each weight; all of norm 1 at most."""
    way = _there(weights, *_spaced(lines.docs[rows], lines.table[rows]), random)
    last = way.states[-1]
    logits = last[way.places] @ weights["out"] + weights["out_bias"]
    share = lines.weights[rows] / lines.weights[rows].sum()
    error = ((probability(logits) - lines.labels[rows]) * share)[:, None].astype(np.float32)
    back = np.zeros_like(last)
    back[way.places] = error @ weights["out"].T
    gradients = {"out": last[way.places].T @ error, "out_bias": error.sum(axis=0), **_back(weights, way, back)}
    norm = np.float32(max(1.0, np.sqrt(sum(float((gradient**2).sum()) for gradient in gradients.values()))))
    return {name: gradient / norm for name, gradient in gradients.items()}


def _there(weights: Weights, table: Matrix, places: NDArray[np.int64], random: np.random.Generator) -> _Way:
    """Return what each layer makes of the rows."""
    filled = np.zeros((len(table), 1), dtype=np.float32)
    filled[places] = 1

    def let_through(shape: tuple[int, ...]) -> Matrix:
        kept = random.random(shape, dtype=np.float32) >= _DROPOUT
        return np.asarray(kept * filled / np.float32(1 - _DROPOUT), dtype=np.float32)

    first = relu(table @ weights["in"] + weights["in_bias"])
    second = relu(first @ weights["dense"] + weights["dense_bias"])
    gate = let_through(second.shape)
    states, gates = [second * gate], []
    for layer, dilation in enumerate(DILATIONS):
        ramp = around(states[-1], weights[f"around{layer}"], dilation) + weights[f"around{layer}_bias"]
        gates.append((ramp > 0) * let_through(ramp.shape))
        states.append(states[-1] + ramp * gates[-1])
    return _Way(table, places, (first, second, gate), states, gates)


def _back(weights: Weights, way: _Way, back: Matrix) -> Weights:
    """Return the gradients of all layers but the last, given that of their answer."""
    gradients: Weights = {}
    for layer in reversed(range(len(DILATIONS))):
        ramp, state, dilation = back * way.gates[layer], way.states[layer], DILATIONS[layer]
        taps = (state[:-dilation].T @ ramp[dilation:], state.T @ ramp, state[dilation:].T @ ramp[:-dilation])
        gradients |= {f"around{layer}": np.stack(taps), f"around{layer}_bias": ramp.sum(axis=0)}
        back = back + around(ramp, weights[f"around{layer}"].transpose(0, 2, 1)[::-1], dilation)
    first, second, gate = way.dense
    back = back * gate * (second > 0)
    gradients |= {"dense": first.T @ back, "dense_bias": back.sum(axis=0)}
    back = (back @ weights["dense"].T) * (first > 0)
    return gradients | {"in": way.table.T @ back, "in_bias": back.sum(axis=0)}
