"""The local baseline of many series at once: level, season and noise that remembers.

Counts are looked at on a scale on which a change by a factor is the same step at every level and
the noise of small counts does not grow (`steady`). On it a series is a level, up to two waves a
year, and noise that is a share of the noise before; level, season and noise are unknown, and the
evidence is averaged over them, so that nothing is fitted and then taken as certain.
"""

from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]
Mask: TypeAlias = NDArray[np.bool_]

FEW = 10.0
"""Below about so many the noise of counting rules, above it the size of the change in per cent."""
MEMORIES = (0.0, 0.3, 0.6, 0.8)
"""How much of its noise a period may hand on to the next; the evidence is averaged over them.

What wanders further than such noise does counts as a shift.
"""
WAVES = np.array([0.5, 0.5, 0.25, 0.25])
"""Likely size of each wave of the season, on the steady scale, before any series was looked at."""
_FLAT = 1e-8  # precision of a level of which nothing is known
_STEP_WORTH = 0.35  # what a step of the past is worth: the median wastes the rest
_MANY = 8  # series that make a crowd
_LEAST_WORTH, _MOST_WORTH = 4.0, 40.0  # periods that the scatter of all series may be worth


def steady(counts: Array) -> Array:
    """Counts on the steady scale: close to the logarithm above ten, close to a root below."""
    scaled: Array = 2.0 * np.arcsinh(np.sqrt((counts + 0.375) / FEW))
    return scaled


def counted(scaled: Array) -> Array:
    """Back from the steady scale to counts."""
    counts: Array = np.maximum(FEW * np.sinh(np.maximum(scaled, 0.0) / 2.0) ** 2 - 0.375, 0.0)
    return counts


def waves(count: int, a_year: float) -> Array:
    """The waves of a year at each period: count x 4 (one a year, two a year)."""
    angle = 2.0 * np.pi * np.arange(count) / a_year
    return np.stack([np.sin(angle), np.cos(angle), np.sin(2 * angle), np.cos(2 * angle)], axis=1)


def scatter(scaled: Array, seen: Mask) -> Array:
    """Half the usual squared step from one known period to the next, one for each series.

    By the median, so that a few shifts or slips do not count; nan where fewer than four steps
    are known.
    """
    both = seen[:, 1:] & seen[:, :-1]
    steps = np.where(both, np.diff(np.where(seen, scaled, 0.0), axis=1) ** 2, np.inf)
    steps.sort(axis=1)
    known = both.sum(axis=1)
    middle = steps[np.arange(steps.shape[0]), np.maximum((known - 1) // 2, 0)]
    return np.where(known >= 4, middle / (2 * 0.455), np.nan)


class White(NamedTuple):
    """Series as independent noise of one size would show them, for one memory of the noise.

    Attributes:
        y: The counts, series x periods; 0 where not known.
        x: Level and waves, series x periods x 5.
        scale: What makes the noise of a period as large as that of the others; also what a step
            weighs in the first period it holds.
    """

    y: Array
    x: Array
    scale: Array

    @classmethod
    def of(cls, scaled: Array, season: Array, seen: Mask, kept: Mask, memory: float) -> "White":
        """Take what the kept period before foretells out of each period.

        Args:
            scaled: Counts on the steady scale, series x periods.
            season: The waves, periods x 4.
            seen: Where a count is known.
            kept: Where it may foretell others.
            memory: Share of its noise that a period hands on to the next.
        """
        length = scaled.shape[1]
        last = np.maximum.accumulate(np.where(kept, np.arange(length), -1), axis=1)
        before = np.concatenate([np.full((scaled.shape[0], 1), -1), last[:, :-1]], axis=1)
        share = np.where(before >= 0, memory ** (np.arange(length) - before), 0.0)
        scale = np.where(seen, 1.0 / np.sqrt(1.0 - share**2), 0.0)
        earlier = np.maximum(before, 0)
        y = scale * (scaled - share * np.take_along_axis(scaled, earlier, axis=1))
        wave = season[None] - share[:, :, None] * season[earlier]
        level = (scale * (1.0 - share))[:, :, None]
        return cls(y, np.concatenate([level, scale[:, :, None] * wave], axis=2), scale)

    def within(self, window: slice, usable: Mask) -> "White":
        """Only these periods, and of them only what is usable."""
        return White(
            self.y[:, window] * usable,
            self.x[:, window] * usable[:, :, None],
            self.scale[:, window] * usable,
        )

    def left(self, mean: Array) -> Array:
        """What these levels and waves leave over: series x periods."""
        rest: Array = self.y - (self.x @ mean[:, :, None])[:, :, 0]
        return rest

    def weighing(self, weight: Array) -> "White":
        """Every period counting as much as its weight says."""
        root = np.sqrt(weight)
        return White(self.y * root, self.x * root[:, :, None], self.scale)


class Noise(NamedTuple):
    """The size of the noise to expect of each series, from all of them and from its own past.

    Attributes:
        size: Half the squared step from period to period, one a series.
        worth: How many periods of the baseline this knowledge is worth, one a series.
    """

    size: Array
    worth: Array

    @classmethod
    def of(cls, scaled: Array, usable: Mask, past: Mask) -> "Noise":
        """What counting alone makes, what all have beyond that, and what was before the baseline.

        Args:
            scaled: Counts on the steady scale, series x periods.
            usable: The baseline of each series and what is held against it.
            past: What is known of each from before.
        """
        mean = (scaled * usable).sum(axis=1) / np.maximum(usable.sum(axis=1), 1)
        counting = 1.0 / (counted(mean) + FEW)
        size, worth = _pooled(scatter(scaled, usable), counting, usable.sum(axis=1))
        before = scatter(scaled, past)
        steps = np.where(np.isfinite(before), _STEP_WORTH * past.sum(axis=1), 0.0)
        own = np.log(np.maximum(np.where(np.isfinite(before), before, 1.0), 1e-3))
        together = np.minimum(worth + steps, _MOST_WORTH)
        return cls(np.exp((worth * np.log(size) + steps * own) / (worth + steps)), together)


def _pooled(own: Array, counting: Array, known: Array) -> tuple[Array, float]:
    """Noise to expect of each series from all of them, and how many periods that is worth.

    It is worth the less, the less alike the series are beyond chance (Smyth 2004).
    """
    finite = np.isfinite(own)
    beyond = float(np.median((own - counting)[finite])) if finite.any() else 0.05
    size = counting + max(beyond, 0.0)
    if finite.sum() < _MANY:
        return size, _LEAST_WORTH
    unlike = np.log(np.maximum(own[finite], 1e-6) / size[finite])
    wide = (np.quantile(unlike, 0.75) - np.quantile(unlike, 0.25)) / 1.349
    chance = 5.5 / np.maximum(known[finite] - 1, 1)
    apart = max(float(wide**2 - chance.mean()), 2.0 / _MOST_WORTH)
    return size, float(np.clip(2.0 / apart, _LEAST_WORTH, _MOST_WORTH))


class Fit(NamedTuple):
    """Level and season of each series, with what is left over.

    Attributes:
        cross: Level and waves against each other and the prior, inverted: series x 5 x 5.
        mean: Level and waves: series x 5.
        left: Squares left over, what was expected included: one a series.
        freedom: Degrees of freedom: one a series.
        log_evidence: How well the series is foretold, period after period, up to a constant.
    """

    cross: Array
    mean: Array
    left: Array
    freedom: Array
    log_evidence: Array


def fit(white: White, size: Array, worth: Array, season: Array = WAVES) -> Fit:
    """Average over all levels, seasons and sizes of the noise.

    Args:
        white: The series.
        size: Noise (squared) to expect, one a series.
        worth: How many periods that expectation is worth, one a series.
        season: Likely size of each wave.
    """
    precision = np.zeros((size.size, 5, 5))
    precision[:, 0, 0] = _FLAT
    for column, wave in enumerate(season.tolist(), start=1):
        precision[:, column, column] = size / wave**2
    across = white.x.transpose(0, 2, 1)
    gram = across @ white.x + precision
    toward = (across @ white.y[:, :, None])[:, :, 0]
    cross = np.linalg.inv(gram).astype(np.float64)
    mean = (cross @ toward[:, :, None])[:, :, 0]
    left = np.maximum((white.y**2).sum(axis=1) - (toward * mean).sum(axis=1), 0.0) + worth * size
    known = white.scale > 0.0
    freedom: Array = known.sum(axis=1).astype(np.float64) + worth - 1.0
    evidence: Array = (
        np.log(white.scale, out=np.zeros_like(white.scale), where=known).sum(axis=1)
        - 0.5 * np.linalg.slogdet(gram)[1]
        + 0.5 * np.log(np.einsum("kpp->kp", precision)).sum(axis=1)
        + 0.5 * worth * np.log(worth * size)
        - 0.5 * freedom * np.log(left)
    )
    return Fit(cross, mean, left, freedom, evidence)
