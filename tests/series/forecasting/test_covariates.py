import numpy as np

from headwater.series.forecasting import Covariate, found_lag
from headwater.series.forecasting.covariates import columns, places
from tests.series.forecasting.worlds import history


def test_what_is_read_was_known_at_the_origin():
    known = Covariate("weather", np.arange(60.0), ahead=10)
    assert places(known, np.array([30]), 5).tolist() == [35]
    assert places(known, np.array([30]), 25).tolist() == [40]
    late = Covariate("upstream", np.arange(60.0), ahead=-3, lag=14)
    assert places(late, np.array([30]), 5).tolist() == [21]
    assert places(late, np.array([30]), 25).tolist() == [27]


def test_gaps_hold_the_last_value_and_leave_no_hole():
    values = np.where(np.arange(60) % 3, np.nan, np.arange(60.0))
    read = columns(Covariate("weather", values), history(np.zeros(60)))
    assert read.shape == (60, 3)
    assert np.isfinite(read).all()
    assert read[4, 0] == read[3, 0] < read[6, 0]


def test_the_lag_is_found_where_two_series_move_together():
    upstream = np.random.default_rng(0).poisson(50, 400).astype(float)
    people = np.concatenate([np.full(14, 50.0), upstream[:-14]])
    assert found_lag(history(people), upstream) == 14
