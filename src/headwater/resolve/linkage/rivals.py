"""Rivals: what a pair is worth in view of all the others.

A record that fits five strangers equally well can be at most one of them, which a weight that looks
at two records alone cannot know. So each pair is looked at a second time, and its log2 odds are a
sum of readings: of the odds that the two records give, of what their fields say apart from their
names, of how many others either record may be, of a third record that both fit, and of the rivals
of the record that has fewer, a rival being one that the other record is not taken for.

Each reading is a line through points (`_READINGS`). They were fitted by logistic regression with
the truth of development worlds of `headwater.exercise.identities` at hand, of 10,000 people and of
100,000, with and without ties; `python bench/second_look.py` prints them.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np

_LEAST = 2.0**-8
"""Odds below which a record is nobody's rival."""
_APART = 2.0**-2
"""Odds at which a record is as likely taken for another as not."""
_MAY_BE = 2.0**-4
"""Odds from which a record may be another."""
_GREATEST = 2.0**20


class Reading(NamedTuple):
    """Bits at points of a value, with straight lines in between; beyond them nothing changes.

    The odds of the two records alone count in full beyond theirs.
    """

    at: tuple[float, ...]
    bits: tuple[float, ...]


_READINGS: Mapping[str, Reading] = {
    "odds": Reading((-12, -6, -2, 0, 2, 6, 14), (0, 5.94, 9.53, 10.55, 11.12, 13.58, 19.35)),
    "fields": Reading((-8, -3, 0, 3, 6, 12), (0, 6.44, 13.77, 13.24, 15.54, 17.7)),
    "others": Reading((-8, 0, 1, 2, 3, 5), (0, -0.67, -1.06, -2.44, -3.3, -4.75)),
    "third": Reading((-8, -4, -2, 0, 2, 5), (0, 1.63, 2.69, 3.62, 4.97, 7.54)),
    "rivals": Reading((-8, -4, -2, 0, 2, 5), (0, -0.66, -1.18, -1.78, -3.28, -4.74)),
}
_START = -23.29


def standing(
    pairs: "np.ndarray[Any, Any]",
    odds: "np.ndarray[Any, Any]",
    fields: "np.ndarray[Any, Any]",
    company: "np.ndarray[Any, Any]",
) -> "np.ndarray[Any, Any]":
    """Log2 odds of each pair, in view of all the others, without its company.

    Args:
        pairs: Places of two records, each pair once; shape (n, 2).
        odds: Log2 odds of each from the two records alone; shape (n,).
        fields: Bits of all fields but the names; shape (n,).
        company: Bits from shared company, which makes rivals too.
    """
    import numpy as np

    seen = {"odds": odds, "fields": fields, **among(pairs, odds + company)}
    low, *_, high = _READINGS["odds"].at
    total = _START + odds - np.clip(odds, low, high)
    for name, reading in _READINGS.items():
        total = total + np.interp(seen[name], reading.at, reading.bits)
    return np.asarray(total)


def among(
    pairs: "np.ndarray[Any, Any]", odds: "np.ndarray[Any, Any]"
) -> dict[str, "np.ndarray[Any, Any]"]:
    """What stands around each pair, as log2: `others`, `third` and `rivals`; arguments as above."""
    import numpy as np

    near: dict[int, dict[int, float]] = defaultdict(dict)
    open_ = np.flatnonzero(odds > np.log2(_LEAST))
    held = np.minimum(np.exp2(odds[open_]), _GREATEST).tolist()
    met = pairs[open_].tolist()
    for (left, right), fits in zip(met, held, strict=True):
        near[left][right] = near[right][left] = fits
    may_be = {one: sum(fits > _MAY_BE for fits in fitted.values()) for one, fitted in near.items()}
    found = np.zeros((3, len(pairs)))
    for at, (left, right) in zip(open_.tolist(), met, strict=True):
        ours, theirs = near[left], near[right]
        others = max(may_be[left], may_be[right]) - (ours[right] > _MAY_BE)
        third = max((min(fits, theirs[c]) for c, fits in ours.items() if c in theirs), default=0.0)
        fewer = min(_rivals(ours, theirs, right), _rivals(theirs, ours, left))
        found[:, at] = others, third, fewer
    return dict(zip(("others", "third", "rivals"), np.log2(found + _LEAST), strict=True))


def _rivals(ours: dict[int, float], theirs: dict[int, float], other: int) -> float:
    """Sum of the odds of all that a record fits beside the other and those taken for it."""
    others = (
        fits / (1 + theirs.get(one, _LEAST) / _APART) for one, fits in ours.items() if one != other
    )
    return float(sum(others))
