import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from headwater.series.discovery import e_bh

LOGS = st.lists(st.floats(-20, 20), min_size=1, max_size=40).map(np.array)


def test_one_strong_series_among_many_is_called_and_a_weak_one_is_not():
    log_e = np.log(np.array([2500.0, 1.0, 1900.0] + [0.5] * 197))
    assert e_bh(log_e, 0.1).tolist() == [True, False, True] + [False] * 197
    assert not e_bh(np.log(np.array([1900.0] + [0.5] * 199)), 0.1).any()


@given(LOGS, st.floats(0.01, 0.5))
def test_what_is_called_has_an_average_share_of_false_calls_that_its_e_values_pay_for(log_e, level):
    called = e_bh(log_e, level)
    if called.any():
        least = log_e[called].min()
        assert least >= np.log(log_e.size / (level * called.sum())) - 1e-9
        assert not np.any(log_e[~called] > least)


@given(LOGS)
def test_a_higher_level_calls_no_less(log_e):
    assert np.all(e_bh(log_e, 0.05) <= e_bh(log_e, 0.2))
