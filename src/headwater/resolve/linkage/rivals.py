"""Rivals: how much less a pair is worth where both records fit others as well.

A record that fits five strangers equally well can be at most one of them, which a weight that looks
at two records alone cannot know. The odds of a pair fall with those of the rivals of the record
that has fewer, a rival of one being a record that is not taken for the other; they rise with a
third record that both fit. Both factors were chosen on development seeds 1 and 2 of
`headwater.exercise.identities`.
"""

from collections import defaultdict
from math import log2
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

_RIVALRY = 1.5
_SUPPORT = 0.5
_LEAST = 2.0**-8
"""Odds below which a record is nobody's rival."""
_APART = 2.0**-2
"""Odds at which a record is as likely taken for another as not."""
_GREATEST = 2.0**20


def standing(pairs: "np.ndarray[Any, Any]", odds: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    """Log2 odds to add to each pair, in view of all the others.

    Args:
        pairs: Places of two records, each pair once; shape (n, 2).
        odds: Log2 odds of each from the two records alone; shape (n,).
    """
    import numpy as np

    near: dict[int, dict[int, float]] = defaultdict(dict)
    open_ = np.flatnonzero(odds > log2(_LEAST))
    held = np.minimum(np.exp2(odds[open_]), _GREATEST).tolist()
    met = pairs[open_].tolist()
    for (left, right), fits in zip(met, held, strict=True):
        near[left][right] = near[right][left] = fits
    found = np.zeros(len(pairs))
    found[open_] = [_standing(near[left], near[right], left, right) for left, right in met]
    return found


def _standing(ours: dict[int, float], theirs: dict[int, float], left: int, right: int) -> float:
    fewer = min(_rivals(ours, theirs, right), _rivals(theirs, ours, left))
    third = max((min(fits, theirs[c]) for c, fits in ours.items() if c in theirs), default=0.0)
    return _SUPPORT * log2(1 + third) - _RIVALRY * log2(1 + fewer)


def _rivals(ours: dict[int, float], theirs: dict[int, float], other: int) -> float:
    """Sum of the odds of all that a record fits beside the other and those taken for it."""
    others = (
        fits / (1 + theirs.get(one, _LEAST) / _APART) for one, fits in ours.items() if one != other
    )
    return float(sum(others))
