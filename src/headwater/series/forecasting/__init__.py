"""Forecasts of counts as full distributions, made of the past and held against plain rivals."""

from headwater.series.forecasting.baselines import BASELINES, sums
from headwater.series.forecasting.covariates import Covariate, found_lag
from headwater.series.forecasting.forecast import Forecast, Scores, forecast
from headwater.series.forecasting.history import YEAR, History
from headwater.series.forecasting.paths import simulate
from headwater.series.forecasting.views import LEVELS

__all__ = [
    "BASELINES",
    "LEVELS",
    "YEAR",
    "Covariate",
    "Forecast",
    "History",
    "Scores",
    "forecast",
    "found_lag",
    "simulate",
    "sums",
]
