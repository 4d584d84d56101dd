"""Fit what evidence of copying is worth, on worlds of the exercise whose derivations are known.

Run: python bench/_fit_copies.py OUT.csv --seeds 1 2 3. The file that is shipped lies at
src/headwater/picture/independence/copying/weights.csv and came of seeds 1, 2 and 3 at the medium
scale; seeds above 9 are kept for measuring.

The trees are boosted by second-order steps (Chen and Guestrin, KDD 2016), each asking one question
at a depth on all of its branches.
"""

import argparse
import csv
import sys
import tempfile
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from _told import Told, World, only, world

from headwater.picture.independence.candidates import candidates
from headwater.picture.independence.copying.manner import Manner
from headwater.picture.independence.copying.rivals import rivals
from headwater.picture.independence.copying.trees import Tree, Trees
from headwater.picture.independence.copying.weighing import Weights, evidence, first_look, rows_of
from headwater.picture.independence.evidence import Ledger, quick
from headwater.picture.independence.facts import read_facts
from headwater.picture.independence.texts import read_texts
from headwater.picture.independence.wording import Wording

Numbers = npt.NDArray[np.float64]

TREES, DEPTH, RATE, RIDGE = 80, 5, 0.2, 2.0
ASKED = 0.6  # share of the columns that a tree may ask about
CUTS = 24  # by quantiles of all pairs, and as many by those that tell one story
HANDFUL = 400  # reports of a small file
SURE = 0.02  # what is wrong by less counts by a sample of one in ten


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


class Booster:
    """Boosted trees of one question a depth.

    Args:
        table: Evidence, one row a pair.
        true: Whether each pair tells one story.
    """

    def __init__(self, table: Numbers, true: Numbers) -> None:
        self._table, self._true = table, true
        self._cuts = [_cuts(column, column[true > 0]) for column in table.T]
        self._bins = max(cuts.size for cuts in self._cuts) + 1
        self._bin = np.stack(
            [np.searchsorted(c, column) for c, column in zip(self._cuts, table.T, strict=True)]
        ).astype(np.int32)
        self._draw = np.random.default_rng(0)

    def fitted(self) -> Trees:
        """The trees."""
        share = float(self._true.mean())
        start = float(np.log(share / (1 - share)))
        odds, trees = np.full(self._true.size, start), []
        for _ in range(TREES):
            tree = self._tree(odds)
            odds += tree.leaves[tree.leaf(self._table)]
            trees.append(tree)
        return Trees(start, tuple(trees))

    def _tree(self, odds: Numbers) -> Tree:
        chance = 1 / (1 + np.exp(-odds))
        slope, bend = self._true - chance, chance * (1 - chance) + 1e-6
        far = np.abs(slope) > SURE
        rows = np.flatnonzero(far | (self._draw.random(slope.size) < 0.1))
        times = np.where(far[rows], 1.0, 10.0)
        slope, bend = slope[rows] * times, bend[rows] * times
        leaf = np.zeros(rows.size, dtype=np.int32)
        columns = len(self._cuts)
        some = self._draw.permutation(columns)[: int(np.ceil(ASKED * columns))].tolist()
        asked: list[tuple[int, float]] = []
        for depth in range(DEPTH):
            _, column, cut = max(self._best(c, rows, leaf, (slope, bend), depth) for c in some)
            asked.append((column, float(self._cuts[column][cut])))
            leaf |= (self._bin[column, rows] > cut).astype(np.int32) << depth
        sums = [np.bincount(leaf, part, 1 << DEPTH) for part in (slope, bend)]
        leaves = RATE * sums[0] / (sums[1] + RIDGE)
        return Tree(tuple(c for c, _ in asked), tuple(a for _, a in asked), leaves)

    def _best(
        self,
        column: int,
        rows: npt.NDArray[np.int64],
        leaf: npt.NDArray[np.int32],
        steps: tuple[Numbers, Numbers],
        depth: int,
    ) -> tuple[float, int, int]:
        """What the best question about a column gains, and where it cuts."""
        cuts = self._cuts[column].size
        if not cuts:
            return -1.0, column, 0
        key, size = leaf * self._bins + self._bin[column, rows], (1 << depth) * self._bins
        slope, bend = (np.bincount(key, s, size).reshape(-1, self._bins) for s in steps)
        below, left = slope.cumsum(1)[:, :cuts], bend.cumsum(1)[:, :cuts]
        above, right = slope.sum(1)[:, None] - below, bend.sum(1)[:, None] - left
        gain = (below**2 / (left + RIDGE) + above**2 / (right + RIDGE)).sum(axis=0)
        return float(gain.max()), column, int(gain.argmax())


def _cuts(column: Numbers, true: Numbers) -> Numbers:
    at = np.linspace(0, 1, CUTS + 1)[1:-1]
    parts = [np.quantile(one, at, method="lower") for one in (column, true)]
    # As they are written, so that what is read back asks the same.
    return np.unique([float(f"{cut:.6g}") for cut in np.concatenate(parts)])


class Sample:
    """The candidates of one world, with what is true of them."""

    def __init__(self, told: World) -> None:
        reports, items, scan = told.told
        texts = read_texts(reports, items)
        self.facts = read_facts(texts, scan)
        self.ledger = Ledger(texts, self.facts)
        self.manner = Manner(texts, items, scan, Wording(texts))
        self.pairs = candidates(texts, self.facts)
        self.quick = quick(self.facts, self.pairs)
        urns = texts.urns.to_pylist()
        self._story = np.array([told.story.get(urn, urn) for urn in urns])
        self.true = self.of(self.pairs.earlier, self.pairs.later)

    def of(self, one: npt.NDArray[np.int64], other: npt.NDArray[np.int64]) -> Numbers:
        """Whether each pair tells one story."""
        same: Numbers = (self._story[one] == self._story[other]).astype(np.float64)
        return same


class Seen:
    """What passes the first look of some samples of one world."""

    def __init__(self, samples: "Samples", first: Numbers) -> None:
        self.seed = samples.seed
        self._parts = samples.parts
        looked = [first_look(one.facts, one.pairs, first, one.ledger) for one in samples.parts]
        self._looked = [each[0] for each in looked]
        both = list(zip(samples.parts, looked, strict=True))
        self._tables = [evidence(*each, one.ledger, one.manner) for one, each in both]
        self.table = np.concatenate(self._tables)
        self.true = np.concatenate([one.of(each[0].earlier, each[0].later) for one, each in both])

    def beside(self, opinion: Trees) -> Numbers:
        """The evidence with what a second opinion sees."""
        parts = zip(self._parts, self._looked, self._tables, strict=True)
        return np.concatenate(
            [
                np.column_stack([table, rivals(pairs, opinion.odds(table), one.manner.beside)])
                for one, pairs, table in parts
            ]
        )


class Samples:
    """A world whole, and in small files."""

    def __init__(self, told: World, seed: int) -> None:
        self.seed = seed
        self.parts = [Sample(one) for one in (told, *small_files(told))]


def fitted(samples: list[Samples]) -> Weights:
    """The weights that fit these samples."""
    whole = [sample.parts[0] for sample in samples]
    table = np.concatenate([sample.quick for sample in whole])
    spread = table.std(axis=0) + 1e-9
    first = logistic(table / spread, np.concatenate([sample.true for sample in whole]))
    first[:-1] /= spread
    seen = [Seen(sample, first) for sample in samples]
    seconds = []
    for one in seen:
        # A first opinion of a world by trees that never saw it, as it will be when it is used.
        others = [other for other in seen if other.seed != one.seed]
        seconds.append(one.beside(_boosted(others, [other.table for other in others])))
    return Weights(first, _boosted(seen, [one.table for one in seen]), _boosted(seen, seconds))


def _boosted(seen: list[Seen], tables: list[Numbers]) -> Trees:
    return Booster(np.concatenate(tables), np.concatenate([one.true for one in seen])).fitted()


def small_files(told: World) -> list[World]:
    """The world in handfuls, and half of the reports without what officers often leave out."""
    reports, items, scan = told.told
    bare = np.random.default_rng(0).random(len(reports)) < 0.5
    for name in ("information_from", "information_to"):
        known = pc.if_else(pa.array(bare), "", pc.cast(reports[name], pa.string()))
        reports = reports.set_column(reports.column_names.index(name), name, known)
    some = pc.filter(pc.cast(reports["urn"], pa.string()), pa.array(bare))
    kept = pc.invert(pc.is_in(pc.cast(items["urn"], pa.string()), value_set=some.combine_chunks()))
    for name in ("grade", "provenance"):
        known = pc.if_else(kept, pc.cast(items[name], pa.string()), "")
        items = items.set_column(items.column_names.index(name), name, known)
    order = [urn for urn in _in_time(told) if urn in told.story]
    cut = [order[at : at + HANDFUL] for at in range(0, len(order), HANDFUL)]
    bare_told = Told(reports, items, scan)
    return [World(only(bare_told, urns), told.story, told.parent) for urns in cut]


def _in_time(told: World) -> list[str]:
    """The reports by the date of their record; press by the one that it derives from."""
    urns, days = (told.told.reports[name].to_pylist() for name in ("urn", "record_date"))
    day = {urn: one or "" for urn, one in zip(urns, days, strict=True)}
    of = {urn: day[urn] or day.get(told.parent.get(urn, ""), "") for urn in urns}
    return sorted(urns, key=lambda urn: (of[urn], urn))


def write(weights: Weights, path: Path) -> None:
    """Write the file that the package reads."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows_of(weights))


def main() -> int:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--scale", choices=("small", "medium"), default="medium")
    given = parser.parse_args()
    samples = []
    for seed in given.seeds:
        print(f"  world {seed}", file=sys.stderr)
        with tempfile.TemporaryDirectory() as folder:
            samples.append(Samples(world(Path(folder), seed, given.scale), seed))
    write(fitted(samples), given.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
