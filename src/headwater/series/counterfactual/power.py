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
    """

    length: int
    placebos: float
    size: float
    limit: float
    errors: Array

    def at(self, share: float) -> float:
        """The chance that a true change by this share is called a fall (a rise where positive)."""
        moved = self.errors + np.log1p(share) / self.size
        called = moved <= -self.limit if share < 0 else moved >= self.limit
        return float(called.mean()) if called.size else 0.0

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
            size = float(own[-1].size[0] * placebos.own[0])
            both = np.concatenate([errors, -errors])
            found.append(Power(length, placebos.worth, size, placebos.limit(LEVEL), both))
    return found
