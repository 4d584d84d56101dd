import numpy as np

from headwater.series.forecasting import Covariate
from headwater.series.forecasting.past import Past
from headwater.series.forecasting.regression import regressed
from tests.series.forecasting.worlds import history

CALM = np.random.default_rng(1).random(500) < 0.5
PEOPLE = np.where(CALM, np.random.default_rng(2).integers(40, 60, 500), 0.0)


def past_of(ahead):
    weather = Covariate("weather", CALM.astype(float), ahead=ahead)
    return Past.of(history(PEOPLE), None, [weather])


def test_weather_that_is_known_says_whether_anything_comes():
    past = past_of(ahead=28)
    calm, rough = (next(a for a in range(450, 490) if CALM[a + 3] == one) for one in (True, False))
    assert regressed(past, calm, 3, covariates=True).chance > 0.8
    assert regressed(past, rough, 3, covariates=True).chance < 0.2


def test_weather_that_is_not_known_yet_is_not_read():
    past = past_of(ahead=0)
    chances = [regressed(past, at, 3, covariates=True).chance for at in range(450, 470)]
    assert 0.25 < min(chances) <= max(chances) < 0.75


def test_sizes_stay_near_those_that_came():
    told = regressed(past_of(ahead=0), 480, 7, covariates=False)
    assert 35 < np.median(told.sizes) < 65
    assert np.isclose(told.worth.sum(), 1.0)


def test_too_short_a_past_says_nothing():
    assert regressed(Past.of(history(PEOPLE[:25])), 24, 1, covariates=False) is None
