"""The second look at pairs (`headwater.resolve.linkage.rivals`), fitted anew and printed.

Logistic regression by Newton's method on the pairs of development worlds of 10,000 people and of
100,000, with the truth at hand; what company adds to a pair is given, not fitted. A reading is a
line through points. Of the large world, which has most pairs, a fifth counts.
"""

import sys
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from _multiscript import LARGE, SMALL, World, resolve, world
from numpy.typing import NDArray

from headwater.resolve.linkage import link
from headwater.resolve.linkage.link import company_worth, compared_pairs
from headwater.resolve.linkage.rivals import among
from headwater.resolve.linkage.scale import Scale

Floats = NDArray[np.float64]
SEEDS = (2, 3)
POINTS: Mapping[str, tuple[float, ...]] = {
    "odds": (-12, -6, -2, 0, 2, 6, 14),
    "fields": (-8, -3, 0, 3, 6, 12),
    "others": (-8, 0, 1, 2, 3, 5),
    "third": (-8, -4, -2, 0, 2, 5),
    "rivals": (-8, -4, -2, 0, 2, 5),
}
_RIDGE = 3.0
_FIFTH = 5
_STEPS = 40
_LN2 = np.log(2)


class Told(NamedTuple):
    """What is seen of pairs: slopes between the points of each reading, company, and the truth."""

    seen: Floats
    company: Floats
    same: Floats


def told(task: World, *, ties: bool) -> Told:
    """What is seen of the pairs of one world."""
    order = sorted(range(len(task.records)), key=lambda place: task.records[place].id)
    records, truth = [task.records[n] for n in order], np.array([task.truth[n] for n in order])
    made = resolve(World(records, truth.tolist()))
    scale = Scale(made.model, records)
    compared = compared_pairs(records, (made.pairs, made.bits), made.model, scale)
    company = np.zeros(len(compared.pairs))
    if ties:
        alone = link(records, made.pairs, made.bits, made.model).cluster
        place = {record.id: number for number, record in enumerate(records)}
        home = [place[alone[record.id]] for record in records]
        company = np.nan_to_num(company_worth(compared, home, sorted(set(task.ties))).pairs)
    fields = np.nansum(made.model.weigh_fields(records, compared.pairs), axis=1)
    values = {"odds": compared.odds, "fields": fields}
    values |= among(compared.pairs, compared.odds + company)
    columns = [_slopes(values[name], at) for name, at in POINTS.items()]
    same = truth[compared.pairs[:, 0]] == truth[compared.pairs[:, 1]]
    seen = np.column_stack([*columns, np.ones(len(same))])
    return Told(seen, company, same.astype(float))


def fitted(parts: list[Told]) -> Floats:
    """Bits of each slope and of the start."""
    seen, company, same = (np.concatenate(column) for column in zip(*parts, strict=True))
    bits = np.zeros(seen.shape[1])
    ridge = np.diag([*[_RIDGE] * (len(bits) - 1), 0.0])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(seen @ bits + company * _LN2, -60, 60)))
        slope = seen.T @ (chance - same) + ridge @ bits
        curve = (seen.T * (chance * (1 - chance))) @ seen + ridge
        bits = bits - np.linalg.solve(curve, slope)
    scaled: Floats = bits / _LN2
    return scaled


def _slopes(values: Floats, at: tuple[float, ...]) -> Floats:
    """How far each value is beyond the first point of a reading, and beyond every inner one."""
    held = np.clip(values, at[0], at[-1])
    return np.column_stack([np.maximum(0, held - edge) for edge in at[:-1]])


def main() -> None:
    """Fit the readings and print them."""
    small = [world(seed, SMALL) for seed in SEEDS]
    parts = [told(task, ties=ties) for task in small for ties in (False, True)]
    large = told(world(SEEDS[0], LARGE), ties=False)
    chosen = np.random.default_rng(0).permutation(len(large.same))[: len(large.same) // _FIFTH]
    bits = fitted([*parts, Told(*(column[chosen] for column in large))])
    edges = np.cumsum([0, *(len(at) - 1 for at in POINTS.values())])
    for (name, at), (begin, end) in zip(POINTS.items(), pairwise(edges), strict=True):
        line = _slopes(np.array(at, float), at) @ bits[begin:end]
        sys.stdout.write(f"{name} {at} {tuple(np.round(line, 2).tolist())}\n")
    sys.stdout.write(f"start {bits[-1]:.2f}\n")


if __name__ == "__main__":
    main()
