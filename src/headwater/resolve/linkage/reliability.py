"""Reliability: what shared company is worth as evidence, estimated without labels.

For each level of the sum of rarity (`company`) the bits are log2(m / u): how often pairs that are
one person fall into the level, against pairs that are not. Which pairs are one is not known, so
each counts with its present probability, and the counts and the probabilities are settled in turn
(Dempster, Laird & Rubin 1977). Counts that stand for ten pairs either way are added, so that few
ties say little; the bits never fall as the company gets rarer, and are capped.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from headwater.resolve.linkage.company import MET, UNKNOWN, Company, Table

if TYPE_CHECKING:
    import numpy as np

EDGES = (0.5, 4.0, 8.0, 12.0, 16.0, 24.0)
CAP = 10.0
_ROUNDS = 6
_ADDED = 10.0
# Levels: the two met, nothing shared, then by rising rarity.
_SAME = (0.03, 0.37, 0.10, 0.10, 0.10, 0.10, 0.10, 0.10)
_OTHER = (0.03, 0.82, 0.06, 0.04, 0.02, 0.01, 0.01, 0.01)


def constants() -> Table:
    """The table before anything was counted."""
    import numpy as np

    return _table(np.array(_SAME), np.array(_OTHER), CAP)


def estimate(
    company: Company,
    pairs: "np.ndarray[Any, Any]",
    odds: "np.ndarray[Any, Any]",
    met_at_most: float = CAP,
) -> Table:
    """The table that fits the given pairs.

    Args:
        company: Neighbours of the records.
        pairs: Places of compared pairs; shape (n, 2).
        odds: Log2 odds of each from its two records.
        met_at_most: Most bits that having met may be worth.
    """
    import numpy as np

    levels = np.array([_level(company.shared(a, b)) for a, b in pairs.tolist()], dtype=np.int64)
    known = levels >= 0
    levels, odds = levels[known], np.clip(odds[known], -30, 30)
    table = _table(np.array(_SAME), np.array(_OTHER), met_at_most)
    for _ in range(_ROUNDS):
        worth = np.array((table.met, *table.values))
        chance = 1 / (1 + np.exp2(-np.clip(odds + worth[levels], -40, 40)))
        same = np.bincount(levels, chance, minlength=len(worth)) + _ADDED * np.array(_SAME)
        other = np.bincount(levels, 1 - chance, minlength=len(worth)) + _ADDED * np.array(_OTHER)
        table = _table(same / same.sum(), other / other.sum(), met_at_most)
    return table


def described(table: Table, kind: str) -> tuple[tuple[str, float], ...]:
    """The table in words."""
    words = ["met", "nothing shared", *(f"shared rarity from {edge:g}" for edge in table.edges)]
    rows = zip(words, (table.met, *table.values), strict=True)
    return tuple((f"{kind}: {word}", round(bits, 2)) for word, bits in rows)


def _level(shared: float) -> int:
    if shared == UNKNOWN:
        return -1
    if shared == MET:
        return 0
    return 1 + sum(shared >= edge for edge in EDGES)


def _table(
    same: "np.ndarray[Any, Any]", other: "np.ndarray[Any, Any]", met_at_most: float
) -> Table:
    import numpy as np

    bits = np.clip(np.log2(same / other), -CAP, CAP).tolist()
    rising = _rising(bits[1:], (same + other)[1:].tolist())
    return Table(EDGES, tuple(rising), min(met_at_most, bits[0]))


def _rising(values: Sequence[float], sizes: Sequence[float]) -> list[float]:
    """The nearest values that never fall, by pooling neighbours that do (Ayer et al. 1955)."""
    pools: list[tuple[float, float, int]] = []
    for value, size in zip(values, sizes, strict=True):
        pools.append((value, size, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (a, n, i), (b, m, j) = pools[-2:]
            pools[-2:] = [((a * n + b * m) / (n + m), n + m, i + j)]
    return [value for value, _, number in pools for _ in range(number)]
