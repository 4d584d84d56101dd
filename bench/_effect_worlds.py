"""Made worlds of daily crossings on several routes, in which what an operation did is known.

Every route is a level that wanders (in part with the others), a season, weather by day, and counts
that vary far more than by chance alone. What happens at the date is the kind of the world:
- `drift`: nothing, and donors explain half of what wanders;
- `weather`: storms set in, that stop one route more than another; the covariate knows of them;
- `spill_over`: an operation elsewhere, which two donors feel too;
- `anticipation`: the treated route fell by a third some weeks before the date;
- `displacement`: an operation elsewhere drives traffic to the named route and to one donor;
- `short_past`: nothing, and there are 60 weeks in all;
- `together`: nothing, and donors explain four fifths of what wanders.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

KINDS = ("drift", "weather", "spill_over", "anticipation", "displacement", "short_past")
WINDOW = 12
DONORS = 8
_DAYS = 7
_SHARED = {"drift": 0.5}


class World(NamedTuple):
    """Weekly sums: treated, donors, the named route; the covariate; the first treated week.

    `days` and `weather_days` are the same by day.
    """

    counts: Array
    weather: Array
    start: int
    days: Array
    weather_days: Array


def made(rng: np.random.Generator, kind: str, change: float = 0.0, window: int = WINDOW) -> World:
    """One world.

    Args:
        rng: Where the draws come from.
        kind: One of `KINDS`, or `together`.
        change: What the operation does to the treated route from its date, as a share.
        window: Weeks from its date on; those before are the same, whatever it is.
    """
    weeks = (60 if kind == "short_past" else 130) - WINDOW + window
    days, routes = weeks * _DAYS, DONORS + 2
    since = (weeks - window) * _DAYS
    weather = _remembering(rng, days)
    if kind == "weather":
        weather[since:] -= 0.8
    rate = _rates(rng, days, routes, _SHARED.get(kind, 0.8))
    rate *= np.exp(rng.uniform(0.3, 0.7, (routes, 1)) * weather)
    rate[0, since:] *= 1.0 + change
    if kind == "spill_over":
        rate[1:3, since:] *= 0.6
    if kind == "anticipation":
        rate[0, since - _DAYS * int(rng.integers(4, 9)) :] *= 0.65
    if kind == "displacement":
        rate[[1, routes - 1], since:] *= 1.6
    counts = rng.poisson(rate * rng.gamma(1.5, 1 / 1.5, rate.shape)).astype(float)
    seen = weather + rng.normal(0.0, 0.3, days)
    weekly, weather = _weekly(counts), _weekly(seen[None]) / _DAYS
    return World(weekly, weather, weeks - window, counts, seen[None])


def _rates(rng: np.random.Generator, days: int, routes: int, shared: float) -> Array:
    """Expected counts of a day, without weather."""
    step = 0.12 / np.sqrt(_DAYS)
    together = rng.normal(0.0, step, days).cumsum()
    own = rng.normal(0.0, step, (routes, days)).cumsum(axis=1)
    angle = 2 * np.pi * (np.arange(days) / 365.25 + rng.uniform())
    season = rng.uniform(0.1, 0.5) * np.cos(angle)
    level = rng.normal(np.log(15.0), 0.6, (routes, 1))
    rates: Array = np.exp(level + season + np.sqrt(shared) * together + np.sqrt(1 - shared) * own)
    return rates


def _remembering(rng: np.random.Generator, days: int) -> Array:
    """Weather of each day, with a memory of some days."""
    fresh = rng.normal(0.0, 0.7, days)
    weather = np.zeros(days)
    for at in range(1, days):
        weather[at] = 0.75 * weather[at - 1] + fresh[at]
    return weather


def _weekly(daily: Array) -> Array:
    sums: Array = daily.reshape(len(daily), -1, _DAYS).sum(axis=2)
    return sums
