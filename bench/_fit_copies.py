"""Fit what evidence of copying is worth, on worlds of the exercise whose derivations are known.

Run: python bench/_fit_copies.py OUT.csv --seeds 1 2. The file that is shipped lies at
src/headwater/picture/independence/weights.csv and came of seeds 1 and 2 at the medium scale; seeds
above 9 are kept for measuring.
"""

import argparse
import csv
import sys
import tempfile
from itertools import combinations_with_replacement
from pathlib import Path

import numpy as np
import numpy.typing as npt
from _told import World, world

from headwater.picture.independence.candidates import candidates
from headwater.picture.independence.copying import Weights, first_look
from headwater.picture.independence.evidence import FULL, QUICK, Ledger, quick
from headwater.picture.independence.facts import read_facts
from headwater.picture.independence.texts import read_texts

Numbers = npt.NDArray[np.float64]

_FLAGS = ("same day known", "other day known", "one day")
_PRODUCTS = [
    (i, j)
    for i, j in combinations_with_replacement(range(len(FULL)), 2)
    if i != j or FULL[i] not in _FLAGS
]


def logistic(table: Numbers, true: Numbers, ridge: float = 1.0) -> Numbers:
    """Weights of logistic regression by Newton's method, the constant last."""
    rows = np.column_stack([table, np.ones(len(table))])
    weights = np.zeros(rows.shape[1])
    for _ in range(25):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (true - chance) - ridge * weights
        bend = (rows * (chance * (1 - chance) + 1e-9)[:, None]).T @ rows
        step = np.linalg.solve(bend + ridge * np.eye(weights.size), slope)
        weights += step
        if np.abs(step).max() < 1e-4:
            break
    return weights


class Sample:
    """The candidates of one world, with what is true of them."""

    def __init__(self, told: World) -> None:
        texts = read_texts(told.told.reports, told.told.items)
        self.facts = read_facts(texts, told.told.scan)
        self.ledger = Ledger(texts, self.facts)
        self.pairs = candidates(texts, self.facts)
        self.quick = quick(self.facts, self.pairs)
        urns = texts.urns.to_pylist()
        self._story = np.array([told.story.get(urn, urn) for urn in urns])
        self.true = self.of(self.pairs.earlier, self.pairs.later)

    def of(self, one: npt.NDArray[np.int64], other: npt.NDArray[np.int64]) -> Numbers:
        """Whether each pair tells one story."""
        same: Numbers = (self._story[one] == self._story[other]).astype(np.float64)
        return same


def fitted(samples: list[Sample]) -> Weights:
    """The weights that fit these samples."""
    table = np.concatenate([sample.quick for sample in samples])
    spread = table.std(axis=0) + 1e-9
    first = logistic(table / spread, np.concatenate([sample.true for sample in samples]))
    first[:-1] /= spread
    none = np.zeros(len(FULL))
    looked = Weights(none, none, first, none, np.zeros((0, 0)))
    tables, true = [], []
    for sample in samples:
        pairs, rows, score = first_look(sample.facts, sample.pairs, looked, sample.ledger)
        tables.append(sample.ledger.full(pairs, rows, score))
        true.append(sample.of(pairs.earlier, pairs.later))
    full = np.concatenate(tables)
    low, high = np.quantile(full, [0.001, 0.999], axis=0)
    for name in _FLAGS:
        low[FULL.index(name)], high[FULL.index(name)] = 0, 1
    high = np.maximum(high, low + 1e-6)
    scaled = (np.clip(full, low, high) - low) / (high - low)
    products = np.stack([scaled[:, i] * scaled[:, j] for i, j in _PRODUCTS], axis=1)
    found = logistic(np.column_stack([scaled, products]), np.concatenate(true))
    product = np.zeros((len(FULL), len(FULL)))
    for (i, j), value in zip(_PRODUCTS, found[len(FULL) : -1], strict=True):
        product[i, j] = value
    single = np.append(found[: len(FULL)], found[-1])
    return Weights(low, high, first, single, product)


def write(weights: Weights, path: Path) -> None:
    """Write the file that the package reads."""
    rows = [("quick", name, "", v) for name, v in zip((*QUICK, ""), weights.quick, strict=True)]
    rows += [("low", name, "", v) for name, v in zip(FULL, weights.low, strict=True)]
    rows += [("high", name, "", v) for name, v in zip(FULL, weights.high, strict=True)]
    rows += [("single", name, "", v) for name, v in zip((*FULL, ""), weights.single, strict=True)]
    rows += [("product", FULL[i], FULL[j], weights.product[i, j]) for i, j in _PRODUCTS]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("part", "one", "other", "value"))
        writer.writerows((*names, f"{value:.6g}") for *names, value in rows)


def main() -> int:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--scale", choices=("small", "medium"), default="medium")
    given = parser.parse_args()
    samples = []
    for seed in given.seeds:
        print(f"  world {seed}", file=sys.stderr)
        with tempfile.TemporaryDirectory() as folder:
            samples.append(Sample(world(Path(folder), seed, given.scale)))
    write(fitted(samples), given.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
