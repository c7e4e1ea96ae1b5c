"""The line model: a small convolutional network over the lines of a page, evaluated with numpy alone.

Each line's features go through two dense layers; then each of six layers adds what stands on the lines 1, 2, 4, 8, 16
and 32 before and after. The answer is the probability that a line belongs to the article.
"""

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

Matrix = NDArray[np.float32]

# How far apart the lines are that one layer looks at: together they see 63 lines to each side.
DILATIONS = (1, 2, 4, 8, 16, 32)
# A standardised feature beyond this is as good as this.
_FARTHEST = 4.0

Weights = dict[str, Matrix]


@dataclass(frozen=True, slots=True)
class Network:
    """Names of the features, their mean and spread once compressed, and the weights by layer of each member.

    Members differ in nothing but the random numbers they began with; their answers are averaged.
    """

    features: tuple[str, ...]
    mean: Matrix
    spread: Matrix
    members: tuple[Weights, ...]


_FILE = pl.Schema(
    {
        "member": pl.Int64(),
        "layer": pl.String(),
        "shape": pl.List(pl.Int64),
        "values": pl.List(pl.Float32),
        "features": pl.List(pl.String),
    }
)


def load(path: Path) -> Network:
    """Return the network that `save` wrote."""
    table = pl.read_parquet(path)
    members: dict[int, Weights] = {}
    for member, layer, shape, values, _ in table.iter_rows():
        members.setdefault(member, {})[layer] = np.array(values, dtype=np.float32).reshape(shape)
    shared = members.pop(-1)
    return Network(tuple(table["features"][0]), shared["mean"], shared["spread"], tuple(members.values()))


def save(network: Network, path: Path) -> None:
    """Write a network, the same bytes for the same weights: a row a layer; member -1 is what all members share."""
    shared = {"mean": network.mean, "spread": network.spread}
    rows = [
        (number, layer, list(array.shape), array.ravel().tolist(), list(network.features) if layer == "mean" else None)
        for number, weights in enumerate((shared, *network.members), -1)
        for layer, array in weights.items()
    ]
    table = pl.DataFrame(rows, _FILE, orient="row")
    table.write_parquet(path, statistics=False)


def compressed(lines: pl.DataFrame, features: tuple[str, ...]) -> Matrix:
    """Return the features of each line, large numbers brought near by a logarithm."""
    table = np.empty((len(features), len(lines)), dtype=np.float32)
    # Column by column, each of which fits a processor's cache: whole tables would take three times as long.
    for name, near in zip(features, table, strict=True):
        column = lines[name].cast(pl.Float32).to_numpy()
        np.log1p(np.abs(column, out=near), out=near)
        np.copysign(near, column, out=near)
    return table.T


def standardised(table: Matrix, mean: Matrix, spread: Matrix) -> Matrix:
    """Return compressed features around 0, with a spread of 1 and no outliers; an unknown one (NaN) is 0."""
    # Row by row, as documents are looked at; one table, for to fill another takes longer than to reckon.
    near: Matrix = np.subtract(table, mean, order="C")
    near /= spread
    np.clip(near, -_FARTHEST, _FARTHEST, out=near)
    near[np.isnan(near)] = 0
    return near


def probabilities(network: Network, docs: NDArray[np.int64], table: Matrix) -> Matrix:
    """Return the probability of each line, given each line's document (lines of one stand together) and features.

    Each document is computed by itself, so that not even the last bit depends on what else is in the batch.
    """
    known = standardised(table, network.mean, network.spread)
    borders = [0, *(np.flatnonzero(docs[1:] != docs[:-1]) + 1).tolist(), len(docs)]
    found = [np.zeros(0, dtype=np.float32)]
    for start, end in pairwise(borders):
        found.append(np.mean([_answers(weights, known[start:end]) for weights in network.members], axis=0))
    return np.concatenate(found)


def _answers(weights: Weights, lines: Matrix) -> Matrix:
    """Return the probability of each line of one document."""
    hidden = relu(lines @ weights["in"] + weights["in_bias"])
    hidden = relu(hidden @ weights["dense"] + weights["dense_bias"])
    for layer, dilation in enumerate(DILATIONS):
        hidden = hidden + relu(around(hidden, weights[f"around{layer}"], dilation) + weights[f"around{layer}_bias"])
    return probability(hidden @ weights["out"] + weights["out_bias"])


def probability(logits: Matrix) -> Matrix:
    """Return the logistic function of a column of logits."""
    # Beyond 30 the answer is 0 or 1 in single precision.
    return np.asarray(1 / (1 + np.exp(-np.clip(logits[:, 0], -30, 30))), dtype=np.float32)


def relu(values: Matrix) -> Matrix:
    """Return the values, negative ones made 0."""
    return np.maximum(values, 0)


def around(hidden: Matrix, weights: Matrix, dilation: int) -> Matrix:
    """Return what the lines before, at and after each line add up to; weights are one matrix for each of the three."""
    total: Matrix = hidden @ weights[1]
    if dilation < len(hidden):
        total[dilation:] += hidden[:-dilation] @ weights[0]
        total[:-dilation] += hidden[dilation:] @ weights[2]
    return total
