import numpy as np
import pytest

from headwater.series.forecasting import BASELINES, Covariate, forecast
from tests.series.forecasting.worlds import days, history


def test_a_forecast_rises_is_not_negative_and_says_how_it_would_have_done():
    made = forecast(history(days(450)), 7)
    assert made.quantiles.shape == (7, 50)
    assert made.quantiles.min() >= 0
    assert np.diff(made.quantiles, axis=1).min() >= 0
    assert sum(made.weights.values()) == pytest.approx(1.0)
    assert {BASELINES[1], BASELINES[2]} <= set(made.scores.baselines) <= set(BASELINES)
    assert made.scores.ours < 1.1 * min(made.scores.baselines.values())
    assert not made.widened


def test_what_comes_lies_in_the_interval_about_as_often_as_said():
    inside = []
    for seed in range(2):
        values, size = days(294, seed=seed), 280
        made = forecast(history(values[:size]), 14)
        inside.append((values[size:] <= made.quantiles[:, 47]).mean())
    assert 0.8 <= np.mean(inside) <= 1.0


def test_five_counts_are_widened():
    few = forecast(history([30.0, 32.0, 29.0, 31.0, 30.0], step=7.0), 4)
    many = forecast(history(np.tile([30.0, 32.0, 29.0, 31.0, 30.0], 20), step=7.0), 4)
    assert few.widened
    assert few.scores is None
    width = [made.quantiles[0, 47] - made.quantiles[0, 2] for made in (few, many)]
    assert width[0] > 3 * width[1]


@pytest.mark.parametrize("values", [[0.0] * 5, [7.0], [0.0] * 60, [5.0, np.nan, np.nan, 6.0]])
def test_zeros_gaps_and_a_single_count_give_numbers(values):
    made = forecast(history(values), 7)
    assert np.isfinite(made.quantiles).all()
    assert np.isfinite(made.mean).all()


def test_weather_that_decides_makes_the_forecast_better_and_says_by_how_much():
    rng = np.random.default_rng(4)
    calm = rng.random(183) < 0.5
    people = np.where(calm, rng.integers(40, 60, 183), 0)[:180]
    weather = Covariate("weather", calm.astype(float), ahead=3)
    made = forecast(history(people), 3, covariates=[weather])
    assert made.scores.ours < 0.7 * made.scores.alone
    assert made.weights["regression with covariates"] > 0.2
    assert [(row > 0).mean() > 0.5 for row in made.quantiles] == calm[180:].tolist()
    assert forecast(history(people[:60]), 1).scores.alone is None
