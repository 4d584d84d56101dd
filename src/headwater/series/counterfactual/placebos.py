"""How large errors are where nothing happened: the same forecast at other dates and donors.

An error is held against its own size twice: the one the forecast states, and the usual one of its
series at other dates, drawn towards that of all as far as the series differ by no more than chance
(Efron and Morris 1975). What is left is ranked among the placebos (Abadie, Diamond and Hainmueller
2010; Chernozhukov, Wuethrich and Zhu 2021). Windows that overlap are not so many separate trials:
placebos are counted as windows that do not.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.special import polygamma

from headwater.series.counterfactual.filtering import Window
from headwater.series.counterfactual.regressors import Array

_LEAST_WORTH, _MOST_WORTH = 3.0, 30.0


class Placebos:
    """Errors of windows of one length, of several series.

    Args:
        windows: Windows of the past, all of one length.
        units: Which series may serve.

    Attributes:
        own: Usual error of each series, in the size stated for it.
        worse: The same against that of all series: how much worse a series is foretold.
        errors: Errors of each window and series, in both sizes.
        worth: Windows that do not overlap.
    """

    def __init__(self, windows: Sequence[Window], units: NDArray[np.bool_]) -> None:
        self.starts = np.array([one.start for one in windows], dtype=np.int64)
        self.length = windows[0].length if windows else 1
        width = units.size
        raw = [np.where(units, one.error / one.size, np.nan) for one in windows]
        self._raw = np.array(raw).reshape(len(windows), width)
        self._apart = np.abs(self.starts[:, None] - self.starts) >= self.length
        self._of_all, self._alike = self._likeness()
        self.own = self._usual(np.ones(len(windows), dtype=np.bool_))
        self.worse: Array = self.own / np.sqrt(self._of_all)
        leaving = np.array([self._usual(self._apart[at]) for at in range(len(windows))])
        self.errors: Array = self._raw / leaving.reshape(self._raw.shape)
        self._sorted = np.sort(np.abs(self.errors[np.isfinite(self.errors)]))
        self.worth = float(self._worth(np.isfinite(self._raw)).sum())

    def _worth(self, known: NDArray[np.bool_]) -> Array:
        """Number of windows that do not overlap, of each series."""
        if not len(known):
            return np.zeros(known.shape[1])
        gap = float(np.median(np.diff(self.starts))) if len(self.starts) > 1 else self.length
        span = (known.sum(axis=0) - 1) * abs(gap) + self.length
        worth: Array = np.where(known.any(axis=0), np.floor(span / self.length), 0.0)
        return worth

    def _usual(self, windows: NDArray[np.bool_]) -> Array:
        """The usual size of the errors of each series, in these windows."""
        mean, worth = self._squares(windows)
        usual: Array = np.sqrt((self._alike * self._of_all + worth * mean) / (self._alike + worth))
        return usual

    def _squares(self, windows: NDArray[np.bool_]) -> tuple[Array, Array]:
        """Mean square of the errors of each series in these windows, and how many count."""
        known = np.isfinite(self._raw) & windows[:, None]
        squares = np.where(known, self._raw, 0.0) ** 2
        return squares.sum(axis=0) / np.maximum(known.sum(axis=0), 1), self._worth(known)

    def _likeness(self) -> tuple[float, float]:
        """Mean square of all series, and for how many windows of its own that of one counts."""
        mean, worth = self._squares(np.ones(len(self.starts), dtype=np.bool_))
        told = (worth > 0) & (mean > 0)
        if told.sum() < 2:
            return 1.0, _LEAST_WORTH
        beyond = np.log(mean[told]).var(ddof=1) - polygamma(1, worth[told] / 2).mean()
        alike = 2.0 / max(float(beyond), 1e-9)
        of_all = float(np.average(mean[told], weights=worth[told]))
        return of_all, float(np.clip(alike, _LEAST_WORTH, _MOST_WORTH))

    def p(self, error: float) -> float:
        """Share of placebos whose error is as large, the error itself counted among them."""
        if not self._sorted.size or not np.isfinite(error):
            return 1.0
        larger = self._sorted.size - np.searchsorted(self._sorted, abs(error), side="left")
        return float((1 + self.worth * larger / self._sorted.size) / (1 + self.worth))

    def limit(self, level: float) -> float:
        """The error that has this p; without end where placebos are too few for it."""
        share = (level * (1 + self.worth) - 1) / max(self.worth, 1e-9)
        if share <= 0 or not self._sorted.size:
            return float("inf")
        return float(np.quantile(self._sorted, 1 - share, method="higher"))

    def rate(self, level: float) -> float:
        """How often the test calls an effect at placebos, each ranked among all others."""
        size = np.abs(self.errors)
        called, tried = 0, 0
        for at, unit in zip(*np.nonzero(np.isfinite(size)), strict=True):
            near = size[~self._apart[at], unit]
            near = near[np.isfinite(near)]
            others = self._sorted.size - near.size
            if not others:
                continue
            larger = self._sorted.size - np.searchsorted(self._sorted, size[at, unit], "left")
            share = (larger - (near >= size[at, unit]).sum()) / others
            worth = max(self.worth - 1, 1.0)
            called += int((1 + worth * share) / (1 + worth) <= level)
            tried += 1
        return called / tried if tried else 1.0
