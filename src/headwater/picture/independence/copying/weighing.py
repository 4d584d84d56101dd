"""Weighing: how likely each candidate has its claims from the other.

The evidence is weighed by boosted trees, learned from worlds of the exercise with known derivations
(`weights.csv`, made by bench/_fit_copies.py). Shared errors and odd numbers weigh most, because
they are rare; what many offices see for themselves weighs little. A first opinion looks at each
pair alone, the second also at the other candidates of both.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from headwater.picture.independence.candidates import Pairs, candidates
from headwater.picture.independence.copying.manner import MANNER, Manner
from headwater.picture.independence.copying.rivals import RIVALS, rivals
from headwater.picture.independence.copying.trees import Tree, Trees
from headwater.picture.independence.evidence import FULL, QUICK, Ledger, Table, quick
from headwater.picture.independence.facts import Facts, Kind
from headwater.picture.independence.texts import Texts

EVIDENCE = (*FULL, *MANNER, *RIVALS)
"""Columns that the trees ask about; a first opinion only about what is before `RIVALS`."""

FIRST_LOOK = -5.5
"""Natural log of the odds below which a candidate is left after the first look."""

SECOND_LOOK = -5.0
"""The same, below which a first opinion stands."""

_OTHER_DAY = QUICK.index("other day known")
_TELLING = [Kind.DATE, Kind.NUMBER]
_MOST_KINDS = 4

Numbers = npt.NDArray[np.float64]


class Weights(NamedTuple):
    """What the evidence is worth.

    Attributes:
        quick: Weight of each column of `QUICK`, and the constant.
        first: The trees of the first opinion, about a pair alone.
        second: Those of the second, which sees a pair beside others.
    """

    quick: Numbers
    first: Trees
    second: Trees


def copying(texts: Texts, facts: Facts, ledger: Ledger, manner: Manner) -> tuple[Pairs, Numbers]:
    """Candidates that pass the first look, with the log odds that they tell one story."""
    weights = shipped_weights()
    pairs, table, score = first_look(facts, candidates(texts, facts), weights.quick, ledger)
    table = evidence(pairs, table, score, ledger, manner)
    odds = weights.first.odds(table)
    asked = np.flatnonzero(odds > SECOND_LOOK)
    beside = rivals(pairs, odds, manner.beside)[asked]
    odds[asked] = weights.second.odds(np.column_stack([table[asked], beside]))
    return pairs, odds


def evidence(pairs: Pairs, quick: Table, score: Numbers, ledger: Ledger, manner: Manner) -> Table:
    """The columns `EVIDENCE` before `RIVALS`, one row a pair."""
    return np.column_stack([ledger.full(pairs, quick, score), manner.table(pairs)])


def first_look(
    facts: Facts, pairs: Pairs, weights: Numbers, ledger: Ledger
) -> tuple[Pairs, Table, Numbers]:
    """Pairs worth comparing fact by fact, with their quick columns and score.

    Who copies a story may put a date of information of their own on it. Where the words of both
    name one day, and agree in numbers, names and places too, that other date says nothing.
    """
    table = quick(facts, pairs)
    score = table @ weights[:-1] + weights[-1]
    forgiven = score - table[:, _OTHER_DAY] * weights[_OTHER_DAY]
    asked = np.flatnonzero((table[:, _OTHER_DAY] > 0) & (forgiven > FIRST_LOOK))
    shared = ledger.kinds(pairs.later[asked], pairs.earlier[asked])
    alike = asked[shared[:, _TELLING].all(axis=1) & (shared.sum(axis=1) >= _MOST_KINDS)]
    score[alike] = forgiven[alike]
    table[alike, _OTHER_DAY] = 0
    kept = np.flatnonzero(score > FIRST_LOOK)
    return pairs.at(kept), table[kept], score[kept]


@cache
def shipped_weights() -> Weights:
    """The weights that come with the package."""
    text = files(__package__).joinpath("weights.csv").read_text("utf-8")
    return read_weights(text.splitlines())


def rows_of(weights: Weights) -> list[tuple[str, str, str, str]]:
    """The rows of a file of weights, with its header: part, place, column, value."""
    rows = [("part", "place", "column", "value")]
    rows += [
        ("first look", "", n, f"{v:.6g}") for n, v in zip((*QUICK, ""), weights.quick, strict=True)
    ]
    for name, trees in (("first", weights.first), ("second", weights.second)):
        rows.append((name, "start", "", f"{trees.start:.6g}"))
        for number, tree in enumerate(trees.trees):
            asked = zip(tree.columns, tree.above, strict=True)
            rows += [(name, f"{number}", EVIDENCE[at], f"{above:.6g}") for at, above in asked]
            leaves = " ".join(f"{value:.3f}" for value in tree.leaves.tolist())
            rows.append((name, f"{number}", "", leaves))
    return rows


def read_weights(lines: Iterable[str]) -> Weights:
    """The weights of a file."""
    rows = list(csv.reader(lines))[1:]
    quick = np.zeros(len(QUICK) + 1)
    for part, _, column, value in rows:
        if part == "first look":
            quick[QUICK.index(column) if column else -1] = float(value)
    return Weights(quick, *(_trees(rows, name) for name in ("first", "second")))


def _trees(rows: Iterable[Sequence[str]], name: str) -> Trees:
    start, asked = 0.0, defaultdict(list)
    leaves: dict[str, Numbers] = {}
    for part, place, column, value in rows:
        if part != name:
            continue
        if place == "start":
            start = float(value)
        elif column:
            asked[place].append((EVIDENCE.index(column), float(value)))
        else:
            leaves[place] = np.array([float(leaf) for leaf in value.split()])
    trees = [
        Tree(tuple(c for c, _ in each), tuple(a for _, a in each), leaves[place])
        for place, each in asked.items()
    ]
    return Trees(start, tuple(trees))
