"""Worlds for the outlook, invented: daily counts with a weather whose effect is known.

People wait for weather: nobody leaves on bad days, those who could not wait for the next good one.
How many come to the coast drifts, with a season; people upstream are counted three weeks before.
A fourth covariate has nothing to do with any of it.
"""

from typing import NamedTuple

import numpy as np

DAYS = 4 * 365
UPSTREAM_LAG = 21


class World(NamedTuple):
    """Daily counts and what is counted beside.

    Attributes:
        people: Who crossed.
        beside: Covariates by name, on the same days and some more.
    """

    people: np.ndarray
    beside: dict[str, np.ndarray]


def world(seed: int, sharp: float, days: int = DAYS) -> World:
    """One invented world; the sharper, the more the weather alone decides."""
    rng = np.random.default_rng(seed)
    longer = days + UPSTREAM_LAG
    angle = 2 * np.pi * np.arange(longer) / 365.25
    drift = np.cumsum(rng.normal(0, 0.02, longer))
    flow = 150 * np.exp(0.35 * np.sin(angle - 2.0) + drift - 0.5 * drift.var())
    upstream = rng.poisson(np.exp(rng.normal(0, 0.3, longer)) * flow)
    wind = _autoregressive(rng, longer) + 0.5 * np.cos(angle)
    chance = 1 / (1 + np.exp(sharp * (wind - 0.1)))
    rating = np.digitize(chance + rng.normal(0, 0.1, longer), [0.35, 0.55])
    people, waiting = np.zeros(longer), 0.0
    for day in range(UPSTREAM_LAG, longer):
        waiting = 0.97 * waiting + rng.poisson(upstream[day - UPSTREAM_LAG])
        if rng.random() < chance[day]:
            boats = rng.poisson(waiting * rng.beta(6, 3) / 45)
            people[day] = min(boats * 45 + rng.integers(-9, 10) * (boats > 0), waiting)
            waiting -= people[day]
    beside = {"weather": wind, "rating": rating, "upstream": upstream}
    beside["unrelated"] = _autoregressive(rng, longer)
    kept = slice(UPSTREAM_LAG, None)
    return World(
        np.round(people[kept]),
        {name: np.asarray(values[kept], dtype=float) for name, values in beside.items()},
    )


def _autoregressive(rng: np.random.Generator, days: int) -> np.ndarray:
    values = np.zeros(days)
    for day in range(1, days):
        values[day] = 0.7 * values[day - 1] + rng.normal(0, 0.7)
    return values
