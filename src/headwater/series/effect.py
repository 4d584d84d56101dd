"""What a series lost or gained by a shift, against what its baseline foretold."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.series.baseline import (
    FEW,
    MEMORIES,
    Array,
    Mask,
    Noise,
    White,
    counted,
    fit,
    steady,
    waves,
)

DRAWS = 2000
"""Number of draws of an effect."""


class Effect(NamedTuple):
    """Counts of a period before and after, and draws of both.

    Attributes:
        before: What would have been counted in a period, by draw.
        after: What a period truly held, by draw.
        counted: What was counted in a period.
        periods: Number of periods that counts are known of.
    """

    before: Array
    after: Array
    counted: float
    periods: int

    @property
    def change(self) -> Array:
        """After less before, by draw."""
        difference: Array = self.after - self.before
        return difference


def effect(
    counts: Array, baseline: slice, after: slice, a_year: float, rng: np.random.Generator
) -> Effect | None:
    """Compare the periods after with what the baseline foretells for them.

    The level, the season and the noise of the baseline are uncertain, and what was counted is one
    draw of what there was; both are drawn.

    Args:
        counts: One series; nan where there is no count.
        baseline: Periods before.
        after: Periods after.
        a_year: Periods of a year.
        rng: Where the draws come from.

    Returns:
        None where fewer than four periods before, or none after, are known.
    """
    seen = np.isfinite(counts)
    if seen[baseline].sum() < 4 or not seen[after].any():
        return None
    scaled = np.where(seen, steady(np.where(seen, counts, 0.0)), 0.0)
    season = waves(counts.size, a_year)
    used = np.zeros_like(seen)
    used[baseline] = seen[baseline]
    drawn = _draws(scaled[None], used[None], season, rng)
    rows = np.arange(after.start, after.stop)[seen[after]]
    # counts are higher on average than their middle, by half the spread of the noise
    lift = drawn.noise**2 / 2.0
    middle = counted(drawn.level + drawn.season @ season[rows].T)
    before = middle + (middle + FEW / 2.0) * lift
    held = counted(scaled[rows] - _wander(drawn, rows, rng))
    held = np.maximum(held - FEW / 2.0 * lift, 0.0) / (1.0 + lift)
    counts_held = float(counts[rows].mean())
    return Effect(before.mean(axis=1), held.mean(axis=1), counts_held, rows.size)


class _Drawn(NamedTuple):
    """Draws of a baseline: each a column, the season with four."""

    level: Array
    season: Array
    noise: Array
    memory: Array


def _draws(scaled: Array, used: Mask, season: Array, rng: np.random.Generator) -> _Drawn:
    """Draw level, season, size and memory of the noise, as the baseline allows them."""
    noise = Noise.of(scaled, used, np.zeros_like(used))
    fits = [
        fit(
            White.of(scaled, season, used, used, memory),
            noise.size / (1.0 - memory),
            noise.worth,
        )
        for memory in MEMORIES
    ]
    log_share = np.array([one.log_evidence[0] for one in fits])
    share = np.exp(log_share - np.logaddexp.reduce(log_share))
    which = rng.choice(len(MEMORIES), size=DRAWS, p=share / share.sum())
    size, beta = np.empty((DRAWS, 1)), np.empty((DRAWS, 5))
    for at, one in enumerate(fits):
        rows = np.flatnonzero(which == at)
        size[rows, 0] = np.sqrt(one.left[0] / rng.chisquare(one.freedom[0], rows.size))
        root = np.linalg.cholesky(one.cross[0])
        beta[rows] = one.mean[0] + size[rows] * (rng.standard_normal((rows.size, 5)) @ root.T)
    return _Drawn(beta[:, :1], beta[:, 1:], size, np.array(MEMORIES)[which][:, None])


def _wander(drawn: _Drawn, rows: NDArray[np.int64], rng: np.random.Generator) -> Array:
    """Noise of these periods that remembers the noise before: draws x periods."""
    fresh = rng.standard_normal((DRAWS, rows.size))
    path = fresh * drawn.noise
    for at in range(1, rows.size):
        share = drawn.memory[:, 0] ** float(rows[at] - rows[at - 1])
        path[:, at] = share * path[:, at - 1] + np.sqrt(1.0 - share**2) * path[:, at]
    return path
