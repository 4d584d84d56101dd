"""Splits: one movement that belongs together with several, whose amounts add up to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

import numpy as np

from headwater.analysis.business.money.settlements.beginnings import by_beginning
from headwater.analysis.business.money.settlements.ledger import Allowed, Ledger, Numbers, Whole
from headwater.analysis.business.money.settlements.memos import Memos
from headwater.analysis.business.money.settlements.nearby import Reach, nearby
from headwater.analysis.business.money.settlements.weights import (
    Weighed,
    amount_levels,
    memo_levels,
)

_ALIKE = 0.75  # share of the memos that must agree
_CANDIDATES = 12  # parts looked at for one movement
_PARTS = 4  # most parts
_ANY_SMALLER = float(np.log(1e6))
_RARER = float(np.log(0.05))  # how much rarer a split is than a settlement in one
_WHOLES = 20_000  # movements looked at


@dataclass(frozen=True, slots=True)
class Split:
    """One movement and its parts.

    Attributes:
        whole: Row of the one movement.
        parts: Rows of the parts in the other ledger.
        score: Logarithm of the odds that they belong together.
    """

    whole: int
    parts: tuple[int, ...]
    score: float

    @property
    def probability(self) -> float:
        """Probability that they belong together, 0 to 1."""
        return float(1 / (1 + np.exp(-self.score)))


@dataclass(frozen=True, slots=True, eq=False)
class Trial:
    """Where parts are looked for.

    Attributes:
        wholes: The ledger of the wholes; movements without an amount are passed over.
        parts: The ledger of the parts; likewise.
        swapped: Whether the wholes are the right ledger.
        memos: What is written, of the left and the right ledger.
        weighed: What was estimated from settlements in one.
        reach: How far was looked, from left to right.
        allowed: Which left and right rows may belong together.
    """

    wholes: Ledger
    parts: Ledger
    swapped: bool
    memos: Memos
    weighed: Weighed
    reach: Reach
    allowed: Allowed


def splits(trial: Trial) -> list[Split]:
    """Movements that several of the other ledger make up, the surest first.

    Candidates begin alike and agree in most of their memo; two to four of at most twelve are
    tried in every combination, and the chance of hitting by trying is taken off the odds.
    """
    found = []
    for whole, parts, says in _candidates(trial):
        best = _best(trial, whole, parts, says)
        if best is not None:
            found.append(best)
    return _apart(sorted(found, key=lambda one: (-one.score, one.whole)))


def _candidates(trial: Trial) -> Iterator[tuple[int, Whole, Numbers]]:
    """Each whole with at least two parts, and what memo and lag of each part say."""
    i, j = _near(trial)
    free = trial.allowed(j, i) if trial.swapped else trial.allowed(i, j)
    i, j = i[free], j[free]
    memos, reach, weighed = trial.memos, trial.reach, trial.weighed
    bits, share = memos.shared(j, i) if trial.swapped else memos.shared(i, j)
    kept = share >= _ALIKE
    i, j, bits, share = i[kept], j[kept], bits[kept], share[kept]
    lag = trial.parts.day[j] - trial.wholes.day[i]
    days = (-lag if trial.swapped else lag) - reach.first
    says = weighed.likely[0][memo_levels(bits, share)] + weighed.likely[2][days]
    order = np.lexsort((-says, i))
    i, j, says = i[order], j[order], says[order]
    cuts = np.flatnonzero(np.diff(i)) + 1
    for rows in np.split(np.arange(i.size), cuts)[:_WHOLES]:
        if rows.size > 1:
            some = rows[:_CANDIDATES]
            yield int(i[some[0]]), j[some], says[some]


def _near(trial: Trial) -> tuple[Whole, Whole]:
    """Each whole with the smaller movements about then whose memo begins alike."""
    reach = trial.reach
    first, last = (reach.first, reach.last)
    if trial.swapped:
        first, last = -last, -first
    spots, rows = by_beginning(trial.wholes, trial.parts)
    nothing = np.zeros(0, dtype=np.int64)
    near = Reach(first, last, _ANY_SMALLER, 0.0, _CANDIDATES)
    pairs = [(nothing, nothing), *nearby(*spots, near)]
    i, j = (np.concatenate(side) for side in zip(*pairs, strict=True))
    return rows[0][i], rows[1][j]


def _best(trial: Trial, whole: int, parts: Whole, says: Numbers) -> Split | None:
    """The likeliest of all combinations of parts, if it is likelier than not."""
    weighed, reach = trial.weighed, trial.reach
    tried = _combinations(parts.size)
    total = np.append(trial.parts.amount[parts], 0.0)[tried].sum(axis=1)
    one = np.full(total.size, trial.wholes.amount[whole])
    change = np.log(one / total) if trial.swapped else np.log(total / one)
    inside = (change >= -reach.lower) & (change <= reach.upper)
    if not inside.any():
        return None
    level = amount_levels(one[inside], total[inside], change[inside], reach.lower)
    # The parts of a chance hit bear one name: only the least telling of them counts.
    said = np.append(says, np.inf)[tried[inside]].min(axis=1)
    score = weighed.prior + _RARER + said + weighed.likely[1][level] - np.log(len(tried))
    best = int(np.argmax(score))
    if score[best] <= 0:
        return None
    chosen = tried[inside][best]
    rows = tuple(sorted(parts[chosen[chosen < parts.size]].tolist()))
    return Split(whole, rows, float(score[best]))


@cache
def _combinations(size: int) -> Whole:
    """Every choice of two to four of `size` things; `size` itself stands for nothing."""
    rows = [
        (*chosen, *[size] * (_PARTS - many))
        for many in range(2, _PARTS + 1)
        for chosen in combinations(range(size), many)
    ]
    return np.array(rows, dtype=np.int64)


def _apart(found: list[Split]) -> list[Split]:
    """The surest splits of which no two use the same part."""
    taken: set[int] = set()
    kept = []
    for one in found:
        if taken.isdisjoint(one.parts):
            taken.update(one.parts)
            kept.append(one)
    return kept
