"""Forecasts of counts as full distributions, made of the past and held against plain rivals."""

from headwater.series.forecasting.baselines import BASELINES, sums
from headwater.series.forecasting.forecast import Forecast, Scores, forecast
from headwater.series.forecasting.history import YEAR, History
from headwater.series.forecasting.views import LEVELS
from headwater.series.forecasting.paths import simulate

__all__ = [
    "BASELINES",
    "LEVELS",
    "YEAR",
    "Forecast",
    "History",
    "Scores",
    "forecast",
    "simulate",
    "sums",
]
