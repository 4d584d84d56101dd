"""Copying: which pairs of candidates have their claims from one another.

The evidence is weighed by logistic regression with products of columns, learned from worlds of the
exercise with known derivations (`weights.csv`, made by bench/fit_copies.py); what lies outside the
range seen there is taken as its border. Shared errors and odd numbers weigh most, because they are
rare.
"""

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from headwater.picture.independence.candidates import Pairs, candidates
from headwater.picture.independence.evidence import FULL, QUICK, Ledger, Table, quick
from headwater.picture.independence.facts import Facts, Kind
from headwater.picture.independence.texts import Texts

FIRST_LOOK = -5.5
"""Natural log of the odds below which a candidate is left after the first look."""

_OTHER_DAY = QUICK.index("other day known")
_TELLING = [Kind.DATE, Kind.NUMBER]
_MOST_KINDS = 4

Numbers = npt.NDArray[np.float64]


class Weights(NamedTuple):
    """What the evidence is worth.

    Attributes:
        low: Border of each column of `FULL` from below.
        high: Border from above.
        quick: Weight of each column of `QUICK`, and the constant.
        single: Weight of each column of `FULL`, and the constant.
        product: Weight of each product of two columns, upper triangle.
    """

    low: Numbers
    high: Numbers
    quick: Numbers
    single: Numbers
    product: Table


def weighed(table: Table, weights: Weights) -> Numbers:
    """Natural log of the odds of each row of evidence."""
    span = np.maximum(weights.high - weights.low, 1e-9)
    scaled = (np.clip(table, weights.low, weights.high) - weights.low) / span
    odds: Numbers = scaled @ weights.single[:-1] + weights.single[-1]
    products: Numbers = ((scaled @ weights.product) * scaled).sum(axis=1)
    return odds + products


def copying(texts: Texts, facts: Facts, ledger: Ledger) -> tuple[Pairs, Numbers]:
    """Candidates that pass the first look, with the log odds that they tell one story."""
    weights = shipped_weights()
    pairs, table, score = first_look(facts, candidates(texts, facts), weights, ledger)
    return pairs, weighed(ledger.full(pairs, table, score), weights)


def first_look(
    facts: Facts, pairs: Pairs, weights: Weights, ledger: Ledger
) -> tuple[Pairs, Table, Numbers]:
    """Pairs worth comparing fact by fact, with their quick columns and score.

    Who copies a story may put a date of information of their own on it. Where the words of both
    name one day, and agree in numbers, names and places too, that other date says nothing.
    """
    table = quick(facts, pairs)
    score = table @ weights.quick[:-1] + weights.quick[-1]
    forgiven = score - table[:, _OTHER_DAY] * weights.quick[_OTHER_DAY]
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
    rows = list(csv.reader(text.splitlines()))[1:]
    place = {name: number for number, name in enumerate(FULL)}
    low, high, single = np.zeros(len(FULL)), np.zeros(len(FULL)), np.zeros(len(FULL) + 1)
    first, product = np.zeros(len(QUICK) + 1), np.zeros((len(FULL), len(FULL)))
    for part, one, other, value in rows:
        number = float(value)
        if part == "product":
            product[place[one], place[other]] = number
        elif part == "quick":
            first[QUICK.index(one) if one else -1] = number
        elif part == "single":
            single[place[one] if one else -1] = number
        else:
            (low if part == "low" else high)[place[one]] = number
    return Weights(low, high, first, single, product)
