"""What a comparison could show before anything has happened, by the errors of the past."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from headwater.series.counterfactual.effect import LEVEL, Design, filter_of, placebo_starts
from headwater.series.counterfactual.placebos import Placebos
from headwater.series.counterfactual.regressors import Array

_SHARES = np.linspace(0.0, -0.99, 100)


class Power(NamedTuple):
    """What a window of some length could show.

    Attributes:
        length: Periods of the window.
        placebos: Windows of this length in which nothing happened, without overlap.
        size: Usual error of the treated series, on the log scale.
        limit: Error, in that size, that is called an effect.
        errors: Errors of the placebos in that size.
        noise: The part of the size that is noise of the window's own counts.
        rate: How often the test calls an effect at placebos.
    """

    length: int
    placebos: float
    size: float
    limit: float
    errors: Array
    noise: float
    rate: float

    def at(self, share: float) -> float:
        """The chance that a true change by this share is called a fall (a rise where positive)."""
        moved = self.errors + np.log1p(share) / self.size
        called = moved <= -self.limit if share < 0 else moved >= self.limit
        return float(called.mean()) if called.size else 0.0

    def without_noise(self) -> "Power":
        """The same, were the window's counts free of noise: the best that finer ones can do."""
        return self._replace(size=float(np.sqrt(self.size**2 - self.noise**2)), noise=0.0)

    def with_one_more(self, without_best: "Power", donors: int) -> "Power":
        """The same with one more donor as good as the best of so many.

        What donors do on their own matters to their mean as one over their number: of what the best
        took off the variance, one more takes (donors - 1) / (donors + 1).
        """
        taken = max(without_best.size**2 - self.size**2, 0.0) * (donors - 1) / (donors + 1)
        return self._replace(size=float(np.sqrt(max(self.size**2 - taken, self.noise**2))))

    def least(self, chance: float) -> float | None:
        """The smallest fall that is called with this chance; None where none is."""
        return next((float(one) for one in _SHARES[1:] if self.at(float(one)) >= chance), None)


def power(design: Design, lengths: Sequence[int]) -> list[Power]:
    """What windows of these lengths could show, were they to begin at the start of the design.

    Lengths for which the past holds no window are left out.
    """
    rows = (design.treated, *design.donors)
    uses = np.array([[donor != row for donor in design.donors] for row in rows], dtype=np.bool_)
    made = filter_of(design, rows, design.donors, uses.reshape(len(rows), len(design.donors)))
    wanted = {(at, length) for length in lengths for at in placebo_starts(design, length)}
    windows = list(made.windows(sorted(wanted), design.start))
    found = []
    for length in lengths:
        own = [one for one in windows if one.length == length]
        if own:
            placebos = Placebos(own, np.ones(len(rows), dtype=np.bool_))
            errors = placebos.errors[np.isfinite(placebos.errors)]
            size, noise = (
                float(one * placebos.own[0]) for one in (own[-1].size[0], own[-1].noise[0])
            )
            both = np.concatenate([errors, -errors])
            limit, rate = placebos.limit(LEVEL), placebos.rate(LEVEL)
            found.append(Power(length, placebos.worth, size, limit, both, noise, rate))
    return found


def power_without_each(design: Design, base: Power) -> dict[int, Power]:
    """What the comparison of `base` could show without each of its donors, by their row.

    The errors and the threshold of the base are kept: only the size differs.
    """
    donors = list(design.donors)
    if len(donors) < 2:
        return {}
    rows, uses = [design.treated] * len(donors), ~np.eye(len(donors), dtype=np.bool_)
    starts = [(at, base.length) for at in placebo_starts(design, base.length)]
    windows = list(filter_of(design, rows, donors, uses).windows(sorted(starts), design.start))
    own = Placebos(windows, np.ones(len(donors), dtype=np.bool_)).own
    size, noise = windows[-1].size * own, windows[-1].noise * own
    left = base.placebos * len(donors) / (len(donors) + 1)
    return {
        donor: base._replace(size=float(size[at]), noise=float(noise[at]), placebos=left)
        for at, donor in enumerate(donors)
    }
