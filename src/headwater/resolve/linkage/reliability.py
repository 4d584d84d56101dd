"""Reliability: what shared company is worth as evidence, estimated without labels.

For each level of how likely two walks meet (`company`) the bits are log2(m / u): how often pairs
that are one person fall into the level, against pairs that are not. Which pairs are one is not
known, so each counts with its present probability, and the counts and the probabilities are settled
in turn (Dempster, Laird & Rubin 1977). Counts that stand for ten pairs either way are added, so
that few ties say little; the bits never fall as walks meet more likely, and are capped.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from headwater.resolve.linkage.company import MET, NOTHING, Company

if TYPE_CHECKING:
    import numpy as np

EDGES = (-14.0, -10.0, -7.0, -5.0, -3.0)
"""Log2 chances of meeting at which the next level begins; the first level has no lower end."""
CAP = 10.0
MET_AT_MOST = -3.0
"""Most bits that having met may be worth: nobody is known to call himself."""
_ROUNDS = 6
_ADDED = 10.0
# Levels: the two met, nothing shared, then by rising chance.
_SAME = (0.005, 0.295, 0.05, 0.10, 0.15, 0.15, 0.15, 0.10)
_OTHER = (0.02, 0.86, 0.04, 0.04, 0.02, 0.01, 0.005, 0.005)


class Worth(NamedTuple):
    """What company is worth.

    Attributes:
        pairs: Bits for each pair; not a number where one of the two has no ties.
        levels: Bits by level, in words.
    """

    pairs: "np.ndarray[Any, Any]"
    levels: tuple[tuple[str, float], ...]


def worth(company: Company, pairs: "np.ndarray[Any, Any]", odds: "np.ndarray[Any, Any]") -> Worth:
    """What company is worth, as fits the given pairs.

    Args:
        company: Who walks among whom.
        pairs: Places of compared pairs; shape (n, 2).
        odds: Log2 odds of each from its two records.
    """
    import numpy as np

    said = [(at, a, b) for at, (a, b) in enumerate(pairs.tolist()) if company.known(a, b)]
    known = np.array([at for at, _, _ in said], np.int64)
    levels = np.array([_level(company.shared(a, b)) for _, a, b in said], np.int64)
    held = np.clip(odds[known], -30, 30)
    table = _table(np.array(_SAME), np.array(_OTHER))
    for _ in range(_ROUNDS):
        chance = 1 / (1 + np.exp2(-np.clip(held + table[levels], -40, 40)))
        same = np.bincount(levels, chance, minlength=len(table)) + _ADDED * np.array(_SAME)
        other = np.bincount(levels, 1 - chance, minlength=len(table)) + _ADDED * np.array(_OTHER)
        table = _table(same / same.sum(), other / other.sum())
    found = np.full(len(pairs), np.nan)
    found[known] = table[levels]
    return Worth(found, _described(table))


def _described(table: "np.ndarray[Any, Any]") -> tuple[tuple[str, float], ...]:
    words = ("met", "nothing shared", "hardly meet", *(f"meet from 2^{edge:g}" for edge in EDGES))
    return tuple((word, round(bits, 2)) for word, bits in zip(words, table.tolist(), strict=True))


def _level(shared: float) -> int:
    if shared in (MET, NOTHING):
        return 0 if shared == MET else 1
    return 2 + sum(shared >= edge for edge in EDGES)


def _table(same: "np.ndarray[Any, Any]", other: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    import numpy as np

    bits = np.clip(np.log2(same / other), -CAP, CAP).tolist()
    rising = _rising(bits[1:], (same + other)[1:].tolist())
    return np.array([min(MET_AT_MOST, bits[0]), *rising])


def _rising(values: Sequence[float], sizes: Sequence[float]) -> list[float]:
    """The nearest values that never fall, by pooling neighbours that do (Ayer et al. 1955)."""
    pools: list[tuple[float, float, int]] = []
    for value, size in zip(values, sizes, strict=True):
        pools.append((value, size, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (a, n, i), (b, m, j) = pools[-2:]
            pools[-2:] = [((a * n + b * m) / (n + m), n + m, i + j)]
    return [value for value, _, number in pools for _ in range(number)]
