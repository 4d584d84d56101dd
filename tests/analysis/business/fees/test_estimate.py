import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.analysis.business.fees.estimate import Told, bounds, estimate

AMOUNTS = st.floats(1, 10_000).map(lambda x: round(x, 1))
RANGES = st.tuples(AMOUNTS, AMOUNTS, st.floats(0.1, 3)).map(
    lambda t: Told(min(t[:2]), max(t[:2]), t[2])
)


def at(share, distribution):
    return distribution.quantiles([share])[0]


def test_one_range_is_spread_evenly_between_its_ends():
    found = estimate([Told(500.0, 700.0, 1.0)])
    assert found.quantiles([0.0, 0.25, 0.5, 1.0]) == [500, 550, 600, 700]


def test_a_range_is_an_interval_and_not_its_two_ends():
    told = [Told(500.0, 700.0, 1.0), Told(600.0, 600.0, 1.0)]
    found = estimate(told)
    assert at(0.5, found) == 600
    assert 500 < at(0.1, found) < 600


def test_an_open_end_bounds_and_never_makes_the_estimate():
    closed = [Told(2000.0, 2500.0, 1.0)]
    assert estimate([Told(None, 7000.0, 1.0)]) is None
    with_open = estimate([*closed, Told(None, 7000.0, 1.0)])
    assert at(0.5, with_open) == pytest.approx(at(0.5, estimate(closed)))


def test_an_upper_end_below_most_of_it_draws_the_estimate_down():
    closed = [Told(2000.0, 3000.0, 1.0)]
    drawn = estimate([*closed, Told(None, 2200.0, 1.0)])
    assert at(0.5, drawn) < at(0.5, estimate(closed))


def test_the_bounds_of_the_median_hold_for_every_amount_inside_the_ranges():
    told = [Told(100.0, 300.0, 1.0), Told(200.0, 400.0, 1.0), Told(None, 500.0, 1.0)]
    assert bounds(told, 0.5) == (100.0, 400.0)
    assert bounds([Told(None, 500.0, 1.0)], 0.5) == (None, 500.0)
    assert bounds([Told(500.0, None, 1.0)], 0.5) == (500.0, None)


@given(st.lists(RANGES, min_size=1, max_size=8))
def test_quantiles_rise_and_stay_between_the_ends_that_are_told(told):
    found = estimate(told)
    quantiles = found.quantiles([q / 20 for q in range(21)])
    assert quantiles == sorted(quantiles)
    assert quantiles[0] >= min(one.low for one in told) - 1e-9
    assert quantiles[-1] <= max(one.high for one in told) + 1e-9


@given(st.lists(RANGES, min_size=1, max_size=6))
def test_the_same_told_twice_as_often_changes_nothing(told):
    double = [Told(one.low, one.high, 2 * one.weight) for one in told]
    assert at(0.5, estimate(double)) == pytest.approx(at(0.5, estimate(told)))
