"""What the substitutes of a falling series took of its loss: few of them, and no more than all.

Each substitute took a part with a chance known beforehand, else nothing: a spike and a slab
(Mitchell and Beauchamp 1988). What they took together is no more than what was lost.
"""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

Draws: TypeAlias = NDArray[np.float64]

_LEAST_KEPT = 0.05  # share of draws that must stay when sums above the loss are set aside
_ROUNDS = 4


def taken(
    changes: Sequence[Draws], lost: Draws, chances: Sequence[float], rng: np.random.Generator
) -> tuple[Draws, Draws]:
    """Draws of what each substitute took.

    Args:
        changes: For each substitute its change over the time of the loss, by draw.
        lost: The loss, above 0, by draw.
        chances: For each substitute the chance, before its counts are looked at, that it took
            a part of the loss.
        rng: Where the draws come from.

    Returns:
        What each took, substitutes x draws, and the loss of those draws.
    """
    usual = float(np.median(lost))
    took = [_took(one, usual, chance) for one, chance in zip(changes, chances, strict=True)]
    kept, of = [], []
    for _ in range(_ROUNDS):
        order = rng.permutation(lost.size)
        parts = np.stack(
            [
                np.where(rng.random(lost.size) < share, _within(one, usual, rng), 0.0)
                for one, share in zip(changes, took, strict=True)
            ]
        )
        possible = parts.sum(axis=0) <= lost[order]
        kept.append(parts[:, possible])
        of.append(lost[order][possible])
    drawn, losses = np.concatenate(kept, axis=1), np.concatenate(of)
    if losses.size < _LEAST_KEPT * _ROUNDS * lost.size:
        share = lost[order] / np.maximum(parts.sum(axis=0), 1e-9)
        return parts * np.minimum(1.0, share), lost[order]
    return drawn, losses


def _took(change: Draws, usual: float, chance: float) -> float:
    """The chance that a substitute took anything, once its change is known."""
    low, middle, high = np.quantile(change, [0.16, 0.5, 0.84])
    wide = max(float(high - low) / 2.0, 1e-3 * usual)
    nothing = np.exp(-0.5 * (middle / wide) ** 2) / (wide * np.sqrt(2.0 * np.pi))
    some = (ndtr((usual - middle) / wide) - ndtr(-middle / wide)) / usual
    if middle > usual:  # it grew by itself too; what it took is no less likely for that
        some = max(float(some), (ndtr(0.0) - ndtr(-usual / wide)) / usual)
    odds = chance / (1.0 - chance) * some / max(float(nothing), 1e-300)
    return float(odds / (1.0 + odds))


def _within(change: Draws, usual: float, rng: np.random.Generator) -> Draws:
    """As many draws of a change, those between nothing and the whole loss."""
    inside = change[(change > 0.0) & (change < usual)]
    if inside.size < _LEAST_KEPT * change.size:
        inside = np.clip(change, 0.0, usual)
    drawn: Draws = rng.choice(inside, change.size)
    return drawn
