from datetime import date

import numpy as np

from headwater.series.forecasting.history import History, bridged


def test_steps_lie_where_they_are_in_the_year_also_those_to_come():
    weeks = History.of(np.zeros(3), date(2024, 5, 19), 7.0, 2)
    assert weeks.middles.size == 5
    assert weeks.middles[2] == date(2024, 5, 16).toordinal()
    assert np.all(np.diff(weeks.middles) == 7)
    assert (weeks.a_year, weeks.steps(28), weeks.steps(1)) == (52, 4, 1)


def test_a_gap_holds_the_last_known_count():
    assert bridged(np.array([np.nan, 2.0, np.nan, 3.0]))[1:].tolist() == [2.0, 2.0, 3.0]
    assert np.isnan(bridged(np.array([np.nan, 2.0]))[0])
