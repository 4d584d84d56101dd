"""The year against a threshold: what has come, what may, and what would have to be true."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from headwater.analysis.outlook.arrivals.counts import Counts
from headwater.model import Parameter
from headwater.series.forecasting import BASELINES, LEVELS, simulate, sums

THRESHOLD = Parameter("threshold", "float", 0.0, "Total of the year asked about; 0: none.",
                      low=0.0, high=1e9)  # fmt: skip
PATHS = Parameter("paths", "int", 2000, "Futures drawn for the year.", low=100, high=20_000)

_UNSEEN = np.log(10.0) / 1.645  # spread of the rest of a year of which nothing like it was seen
_POINTS = 40  # of the course of the year that are told
_TOLD = (0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95)


@dataclass(frozen=True, slots=True)
class Year:
    """The year that the first step to come lies in.

    Attributes:
        year: Which.
        so_far: What came in it up to the origin.
        counted: How much of that was counted; the rest is of steps without a count.
        without_count: Steps of it so far that have no count, taken at the mean of the others.
        ends: Last day of each step to come.
        futures: Futures x steps to come, as far as each step lies in the year.
    """

    year: int
    so_far: float
    counted: float
    without_count: int
    ends: list[date]
    futures: NDArray[np.float64]


def drawn_year(counts: Counts, parameters: Mapping[str, Any]) -> Year:
    """Draw the rest of the year so often as the parameter `paths` says.

    Of less than a year nothing is known of the season: the rest is drawn up to ten times more or
    less (90 %), the nearer to a year is known, the less.
    """
    year = (counts.ends[-1] + timedelta(1)).year
    steps = _steps_left(counts, year)
    came, gaps = _came(counts, year)
    ends = counts.ends_ahead(steps)
    rng = np.random.default_rng(parameters["seed"])
    paths = simulate(counts.history(steps), steps, parameters["paths"], rng)
    unseen = 1.0 - min(1.0, len(counts.values) * counts.days / 365.0)
    if unseen > 0:
        paths = paths * np.exp(rng.normal(0.0, _UNSEEN * unseen, (len(paths), 1)))
    so_far, counted = float(came.sum()), float(came[~gaps].sum())
    futures = paths * _shares(ends, counts.days, year)
    return Year(year, so_far, counted, int(gaps.sum()), ends, futures)


def as_forecast(drawn: Year, quantiles: NDArray[np.float64], seed: int) -> Year:
    """The same futures, in whose first steps each count is that of the forecast at its rank.

    So the next steps are as likely as the forecast says, and what goes with what stays as it was
    drawn (Schaake shuffle, Clark et al. 2004).

    Args:
        drawn: The year.
        quantiles: Steps x levels of a forecast, from the first step to come on.
        seed: Seed for the order of equal counts.
    """
    futures = drawn.futures.copy()
    count = len(futures)
    shares = (np.arange(count) + 0.5) / count
    chance = np.random.default_rng([seed, 2]).random(count)
    for step, told in enumerate(quantiles[: futures.shape[1]]):
        order = np.lexsort((chance, futures[:, step]))
        futures[order, step] = np.interp(shares, LEVELS, told)
    return replace(drawn, futures=futures)


def told_total(totals: NDArray[np.float64]) -> dict[str, float]:
    """Mean and quantiles of totals."""
    told = {f"q{round(100 * at):02d}": round(float(np.quantile(totals, at)), 1) for at in _TOLD}
    return {"mean": round(float(totals.mean()), 1), **told}


def year_of(counts: Counts, parameters: Mapping[str, Any], drawn: Year) -> dict[str, Any]:
    """Certificate of the year that the first step to come lies in."""
    so_far, year, steps = drawn.so_far, drawn.year, len(drawn.ends)
    totals = so_far + drawn.futures.sum(axis=1)
    threshold = float(parameters["threshold"])
    inside = _shares(drawn.ends, counts.days, year).mean()
    baselines = so_far + sums(counts.history(steps), steps) * inside
    above = float((totals > threshold).mean()) if threshold else None
    return {
        "threshold": threshold or None,
        "year": year,
        "p_above": above,
        "so_far": round(so_far, 1),
        "counted": round(drawn.counted, 1),
        "steps_without_count": drawn.without_count,
        **{f"year_{name}": value for name, value in told_total(totals).items()},
        **_needed(counts, threshold - so_far, year),
        "course": _course(counts, drawn),
        "year_baselines": {
            name: _of_baseline(quantiles, threshold)
            for name, quantiles in zip(BASELINES, baselines, strict=True)
            if np.isfinite(quantiles).all()
        },
    }


def _course(counts: Counts, drawn: Year) -> dict[str, list[dict[str, Any]]]:
    """How the total of the year grew and may grow, at a few days of each."""
    since = [at for at, end in enumerate(counts.ends) if end.year == drawn.year]
    grown = np.cumsum(_came(counts, drawn.year)[0])
    ahead = drawn.so_far + np.cumsum(drawn.futures, axis=1)
    return {
        "so_far": [
            {"date": counts.ends[at].isoformat(), "total": round(float(grown[at]), 1)}
            for at in _few(since)
        ],
        "ahead": [
            {"date": drawn.ends[at].isoformat(), **told_total(ahead[:, at])}
            for at in _few(range(len(drawn.ends)))
        ],
    }


def _few(places: Sequence[int]) -> list[int]:
    """At most so many of them, evenly, the last among them."""
    every = max(1, -(-len(places) // _POINTS))
    return list(places[::-every])[::-1]


def _of_baseline(quantiles: NDArray[np.float64], threshold: float) -> dict[str, float | None]:
    low, middle, high = np.interp([0.1, 0.5, 0.9], LEVELS, quantiles)
    above = float((quantiles > threshold).mean()) if threshold else None
    return {
        "q10": round(float(low), 1),
        "q50": round(float(middle), 1),
        "q90": round(float(high), 1),
        "p_above": above,
    }


def _steps_left(counts: Counts, year: int) -> int:
    end, last = date(year, 12, 31), counts.ends[-1]
    if counts.step == "month":
        return 12 - (last.month if last.year == year else 0)
    return -(-(end - last).days // int(counts.days))


def _shares(ends: list[date], days: float, year: int) -> NDArray[np.float64]:
    """Which share of each step lies in the year."""
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    upto = np.array([end.toordinal() for end in ends], dtype=np.float64)
    inside = np.minimum(upto, last) - np.maximum(upto - round(days) + 1, first) + 1
    shares: NDArray[np.float64] = np.clip(inside / round(days), 0.0, 1.0)
    return shares


def _came(counts: Counts, year: int) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """What came in the year with each step, and which steps of it have no count.

    Those are taken at the mean of the others; where none was counted, at nothing.
    """
    shares = _shares(counts.ends, counts.days, year)
    inside, known = shares > 0, np.isfinite(counts.values)
    counted = counts.values[inside & known]
    mean = float(counted.mean()) if counted.size else 0.0
    return shares * np.where(known, counts.values, mean), inside & ~known


def _needed(counts: Counts, missing: float, year: int) -> dict[str, Any]:
    """The mean a week that the threshold asks for, beside the highest there has been."""
    weeks = max((date(year, 12, 31) - counts.ends[-1]).days / 7.0, 1.0 / 7.0)
    span = max(1, round(weeks * 7.0 / counts.days))
    values = np.nan_to_num(counts.values, nan=0.0)
    sums_before = np.concatenate([[0.0], np.cumsum(values)])
    highest = None
    if span <= values.size:
        highest = round(float((sums_before[span:] - sums_before[:-span]).max()) / weeks, 1)
    return {
        "weeks_left": round(weeks, 1),
        "needed_per_week": round(max(missing, 0.0) / weeks, 1),
        "highest_per_week_over_as_long": highest,
    }
