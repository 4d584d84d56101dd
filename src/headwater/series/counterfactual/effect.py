"""What a dated measure changed in one series, against what donors and its own past foretell."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.series.counterfactual.filtering import Filter, Window
from headwater.series.counterfactual.placebos import Placebos
from headwater.series.counterfactual.regressors import Array, filled, logs, regressors

LEVEL = 0.05
"""Nominal error rate of the test; intervals are of one less it."""

_LEAST_PAST = 8
_PARTS = 4


@dataclass(frozen=True, slots=True)
class Design:
    """What is compared with what; fixed before anybody looks at the outcome.

    Attributes:
        counts: Series x periods; nan is a gap.
        treated: Row of the treated series.
        donors: Rows of the donors.
        routes: Rows of the series that may have taken what the treated one lost.
        covariates: Covariates x periods; nan is a gap.
        start: First treated period.
        end: The period after the last treated one.
        a_year: Periods of a year.
        within: What the days inside each period did to it, on the log scale: series x periods,
            from `within_periods`; None where that is not known.
    """

    counts: Array
    treated: int
    donors: tuple[int, ...]
    routes: tuple[int, ...]
    covariates: Array
    start: int
    end: int
    a_year: float
    within: Array | None = None


class Change(NamedTuple):
    """One series in a window: held and foretold mean, their logarithmic distance, its limits."""

    series: int
    held: float
    expected: float
    error: float
    reach: float
    p: float

    @property
    def effect(self) -> tuple[float, float, float]:
        """Mean change of a period, and the limits of its interval."""
        low, high = (self.expected * np.exp(side * self.reach) for side in (1.0, -1.0))
        return self.held - self.expected, self.held - float(low), self.held - float(high)


class Before(NamedTuple):
    """Whether the series had left its path before the start: a window that ends there."""

    length: int
    error: float
    p: float


@dataclass(frozen=True, slots=True)
class Counterfactual:
    """The comparison, with its placebos.

    Attributes:
        change: The treated series.
        routes: The routes.
        before: Windows before the start.
        placebos: Errors where nothing happened.
        rate: How often the test calls an effect there.
        stated: Size that the forecast states for the error of the treated series.
        worse: Usual error of the treated series in the past, against that of all series.
        believed: How far the past bears out the donors, 0 to 1.
        left_out: Donors that left their path at the same time, which are not used.
        path: Foretold mean of each treated period.
        reach: Logarithmic half width of the interval, by treated period.
    """

    change: Change
    routes: tuple[Change, ...]
    before: tuple[Before, ...]
    placebos: Placebos
    rate: float
    stated: float
    worse: float
    believed: float
    left_out: tuple[Change, ...]
    path: Array
    reach: float


def counterfactual(design: Design) -> Counterfactual | None:
    """Compare the treated series with what would have been.

    Donors that left their own path in the same window by more than placebos do may have taken, or
    shared, what the measure did: up to a quarter of them are put beside, the farthest first, and
    the others judged again without it.

    Returns:
        None where fewer than eight periods before the start, or none after it, are known.
    """
    row = design.counts[design.treated]
    known = np.isfinite(row)
    if known[: design.start].sum() < _LEAST_PAST or not known[design.start : design.end].any():
        return None
    compared, left_out = _Compared(design), list[Change]()
    for _ in range(most_left_out(len(design.donors))):
        farthest = compared.strayed()
        if farthest is None:
            break
        left_out.append(farthest)
        kept = tuple(one for one in compared.donors if one != farthest.series)
        compared = _Compared(replace(design, donors=kept))
    return compared.told(tuple(left_out))


def most_left_out(donors: int) -> int:
    """How many of so many donors may be put beside."""
    return donors // _PARTS


def longest_window(design: Design, donors: int, least: int) -> int:
    """The longest window for which so many series hold this many placebos apart; 0 where none.

    Args:
        design: The comparison; windows of another length begin at its start.
        donors: Number of donors, of which as many as may be are taken to be put beside.
        least: Placebo windows wanted.
    """
    series = 1 + donors - most_left_out(donors)
    for length in range(design.end - design.start, 0, -1):
        starts = placebo_starts(design, length)
        apart = (starts[0] + length - starts[-1]) // length if starts else 0
        if series * apart >= least:
            return length
    return 0


def without_each(design: Design, donors: Sequence[int]) -> dict[int, float]:
    """The logarithmic effect when one of these donors is left out."""
    if len(donors) < 2:
        return {}
    rows = [design.treated] * len(donors)
    uses = ~np.eye(len(donors), dtype=np.bool_)
    window = next(filter_of(design, rows, donors, uses).windows(
        [(design.start, design.end - design.start)], design.start))  # fmt: skip
    return {one: float(error) for one, error in zip(donors, window.error, strict=True)}


def filter_of(
    design: Design, rows: Sequence[int], donors: Sequence[int], uses: NDArray[np.bool_]
) -> Filter:
    """The forecasts of these rows, each from the donors that it uses: rows x donors."""
    within = np.zeros_like(design.counts) if design.within is None else design.within
    given = regressors(
        filled(logs(design.counts[list(donors)]) - within[list(donors)]),
        uses,
        filled(design.covariates),
        design.start,
        design.a_year,
    )
    return Filter(design.counts[list(rows)], given, design.start, within[list(rows)])


class _Compared:
    """The treated series, donors and routes, each foretold from the donors that are not itself."""

    def __init__(self, design: Design) -> None:
        self._design = design
        self._rows = (design.treated, *design.donors, *design.routes)
        donors = design.donors
        uses = np.array([[donor != row for donor in donors] for row in self._rows], dtype=np.bool_)
        made = filter_of(design, self._rows, donors, uses.reshape(len(self._rows), len(donors)))
        length = design.end - design.start
        self._lengths = _lengths_before(length, design.start)
        placebo = {(at, h) for h in {length, *self._lengths} for at in placebo_starts(design, h)}
        asked = {(design.start, length), *((design.start - h, h) for h in self._lengths)}
        windows = list(made.windows(sorted(placebo | asked), design.start))
        self._window = next(w for w in windows if (w.start, w.length) == (design.start, length))
        serves = np.arange(len(self._rows)) <= len(donors)
        self._all = windows
        self._serves = serves
        self.placebos = Placebos(self._placebo(length), serves)

    def _placebo(self, length: int, before: int | None = None) -> list[Window]:
        limit = self._design.start if before is None else before
        allowed = set(placebo_starts(self._design, length))
        return [
            one
            for one in self._all
            if one.length == length and one.start in allowed and one.start + length <= limit
        ]

    def _change(self, unit: int) -> Change:
        design, window = self._design, self._window
        held = design.counts[self._rows[unit], design.start : design.end]
        known = np.isfinite(held)
        mean = float(held[known].mean()) if known.any() else np.nan
        expected = float(window.path[unit][known].mean()) if known.any() else np.nan
        size = float(window.size[unit] * self.placebos.own[unit])
        error = float(window.error[unit])
        p = self.placebos.p(error / size)
        reach = self.placebos.limit(LEVEL) * size
        return Change(self._rows[unit], mean, expected, error, reach, p)

    @property
    def donors(self) -> tuple[int, ...]:
        """Rows of the donors."""
        return self._design.donors

    def strayed(self) -> Change | None:
        """The donor that left its path in the treated window by most; None where none did."""
        found = [self._change(1 + at) for at in range(len(self.donors))]
        far = [one for one in found if one.p <= LEVEL]
        return max(far, key=lambda one: abs(one.error) / one.reach, default=None)

    def _before(self, length: int) -> Before:
        begin = self._design.start - length
        window = next(w for w in self._all if (w.start, w.length) == (begin, length))
        placebos = Placebos(self._placebo(length, begin), self._serves)
        error = float(window.error[0])
        return Before(length, error, placebos.p(error / float(window.size[0] * placebos.own[0])))

    def told(self, left_out: tuple[Change, ...]) -> Counterfactual:
        """Everything together."""
        donors = len(self._design.donors)
        routes = range(1 + donors, len(self._rows))
        return Counterfactual(
            change=self._change(0),
            routes=tuple(self._change(unit) for unit in routes),
            before=tuple(self._before(length) for length in self._lengths),
            placebos=self.placebos,
            rate=self.placebos.rate(LEVEL),
            stated=float(self._window.size[0]),
            worse=float(self.placebos.worse[0]),
            believed=float(self._window.believed[0]),
            left_out=left_out,
            path=self._window.path[0],
            reach=self._change(0).reach,
        )


def placebo_starts(design: Design, length: int) -> list[int]:
    """Starts of placebo windows, half a window apart, all of them over by the start."""
    first = max(_LEAST_PAST, min(design.start // 4, int(design.a_year / 2)))
    stride = max(1, (length + 1) // 2)
    return list(range(design.start - length, first - 1, -stride))


def _lengths_before(length: int, start: int) -> list[int]:
    """Lengths of the windows before the start that are looked at."""
    tried = {max(2, length // 4), max(2, length // 2)}
    return sorted(one for one in tried if start - one >= _LEAST_PAST)
