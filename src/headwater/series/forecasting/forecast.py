"""A forecast: full distributions of the steps to come, with baselines and past scores beside."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from headwater.series.forecasting.baselines import BASELINES, distributions, points
from headwater.series.forecasting.covariates import Covariate
from headwater.series.forecasting.history import History
from headwater.series.forecasting.past import Past
from headwater.series.forecasting.rehearsal import Rehearsal, lessons, origins_before, told
from headwater.series.forecasting.views import ALONE, LEVELS, opinions, views_of
from headwater.series.scoring import crps_of_quantiles, ranks

Array: TypeAlias = NDArray[np.float64]
Whole: TypeAlias = NDArray[np.int_]

_DISTANCES = (1, 2, 3, 5, 7, 10, 14, 21, 28, 45, 70, 110, 180, 365)
_SHORT = 30  # known steps below which a forecast is widened
_LEAST_PAST = 20  # steps before the first rehearsal
_SCORED = 13  # past origins at which the whole recipe is scored
_SCORED_DAYS = 365.0
_MOSTLY = 0.5  # share of past outcomes that a baseline must have spoken of to be scored


@dataclass(frozen=True, slots=True)
class Scores:
    """How the recipe and the baselines would have done at past origins, all at the same ones.

    Attributes:
        count: How many outcomes were scored.
        ours: Mean score (CRPS) of ours, in counts.
        baselines: Mean score of each baseline by name, where it had a past to go by.
        alone: Mean score of ours without covariates; None where there are none.
        inside90: Share of outcomes inside our 90 % interval, by rank.
        ranks: Where each outcome lay in our forecast.
    """

    count: int
    ours: float
    baselines: dict[str, float]
    alone: float | None
    inside90: float
    ranks: Array


@dataclass(frozen=True, slots=True)
class Forecast:
    """What is likely to come.

    Attributes:
        quantiles: Steps x levels (`LEVELS`).
        mean: Mean of each step.
        weights: What each view is worth, averaged over the steps.
        scores: How it would have done; None where the past is too short to say.
        widened: Whether the past is so short that it was widened.
    """

    quantiles: Array
    mean: Array
    weights: dict[str, float]
    scores: Scores | None
    widened: bool


def forecast(
    history: History,
    steps: int,
    size: Array | None = None,
    covariates: Sequence[Covariate] = (),
) -> Forecast:
    """Forecast the next steps.

    Args:
        history: The past, with places for as many steps to come.
        steps: How many.
        size: Usual size of a count above zero at each past step, where known better than from the
            counts, as people per boat.
        covariates: What is counted beside the series.
    """
    ahead = np.arange(1, steps + 1)
    rehearsed = np.array([1, *(d for d in _DISTANCES[1:] if d <= steps)])
    past, origin = Past.of(history, size, covariates), history.size - 1
    before = origins_before(origin, history.days, _LEAST_PAST)
    rehearsal = Rehearsal.of(past, before, rehearsed)
    taught = lessons(rehearsal, origin, history.days)
    quantiles = told(taught, rehearsed, opinions(past, origin, ahead), ahead)
    known = history.values[np.isfinite(history.values)]
    widened = known.size < _SHORT
    if widened:
        quantiles = _widened(quantiles, known)
    shares = np.stack([one.weights for one in taught]).mean(axis=0)
    return Forecast(
        quantiles,
        quantiles.mean(axis=1),
        {view.name: float(share) for view, share in zip(views_of(past), shares, strict=True)},
        _scores(rehearsal, past),
        widened,
    )


def _widened(quantiles: Array, known: Array) -> Array:
    """Quantiles pushed apart, as few counts ask for, and at least as far as counting alone does."""
    count = max(known.size, 2)
    usual = stats.norm.ppf(LEVELS)
    wider = np.abs(stats.t.ppf(LEVELS, count - 1) / usual) * np.sqrt(1.0 + 1.0 / count)
    middle = np.median(quantiles, axis=1, keepdims=True)
    apart = (quantiles - middle) * wider
    least = usual * wider * np.sqrt(float(known.mean()) + 1.0)
    apart = np.where(np.abs(apart) < np.abs(least), least, apart)
    pushed: Array = np.maximum(middle + apart, 0.0)
    return pushed


def _scores(rehearsal: Rehearsal, past: Past) -> Scores | None:
    """The whole recipe, and the baselines, at origins of the last year."""
    history, ahead = past.history, rehearsal.ahead
    origin = history.size - 1
    last = np.nonzero((origin - rehearsal.origins) * history.days <= _SCORED_DAYS)[0]
    last = last[-_SCORED * max(1, last.size // _SCORED) :: max(1, last.size // _SCORED)]
    if not last.size:
        return None
    made = points(history, ahead, origin - 2 * history.a_year - 2 * int(ahead[-1]))
    origins = rehearsal.origins[last].tolist()
    other = np.stack([distributions(made, history, then, ahead) for then in origins])
    came, mine = rehearsal.came[last], _rehearsed(rehearsal, last, history.days)
    made_there = np.isfinite(other).all(axis=3) & np.isfinite(came)[:, None]
    having = [at for at in range(len(BASELINES)) if made_there[:, at].mean() >= _MOSTLY]
    usable = made_there[:, having].all(axis=1)
    if not having or not usable.any():
        return None

    def score(said: Array) -> float:
        return float(crps_of_quantiles(said[usable], LEVELS, came[usable]).mean())

    alone = None
    if past.covariates:
        without = replace(rehearsal, said=rehearsal.said[:, : len(ALONE)])
        alone = score(_rehearsed(without, last, history.days))
    rank = ranks(mine[usable], LEVELS, came[usable], rehearsal.chance[last][usable])
    each = {BASELINES[at]: score(other[:, at]) for at in having}
    inside = float(((rank >= 0.05) & (rank <= 0.95)).mean())
    return Scores(int(usable.sum()), score(mine), each, alone, inside, rank)


def _rehearsed(rehearsal: Rehearsal, at: Whole, days: float) -> Array:
    """What the whole recipe would have said at some of the rehearsed origins."""
    ahead = rehearsal.ahead
    taught = [lessons(rehearsal, int(rehearsal.origins[one]), days) for one in at]
    return np.stack(
        [
            told(lesson, ahead, rehearsal.said[one], ahead)
            for lesson, one in zip(taught, at, strict=True)
        ]
    )
