"""Invented series to forecast."""

from datetime import date

import numpy as np

from headwater.series.forecasting import History

FIRST = date(2020, 1, 1)
LAST = date(2022, 6, 30)


def days(count=900, seed=0, crossing=0.4):
    """Daily counts with many zeros, a season and spells."""
    rng = np.random.default_rng(seed)
    season = 1.0 + 0.6 * np.sin(2 * np.pi * np.arange(count) / 365.25)
    weather = np.convolve(rng.normal(size=count + 4), np.ones(5) / np.sqrt(5), "valid")
    crossed = weather < np.quantile(weather, crossing)
    return np.round(crossed * season * rng.gamma(2.0, 60.0, count))


def history(values, ahead=400, step=1.0):
    return History.of(np.asarray(values, dtype=float), LAST, step, ahead)
