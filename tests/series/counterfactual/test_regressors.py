"""The columns that a series is foretold from."""

import numpy as np

from headwater.series.counterfactual.regressors import filled, logs, regressors

RNG = np.random.default_rng(3)
DONORS = logs(RNG.poisson(50.0, (4, 80)).astype(float))


def test_a_gap_is_bridged_by_a_straight_line():
    assert filled(np.array([[1.0, np.nan, 3.0]])).tolist() == [[1.0, 2.0, 3.0]]


def test_a_donor_never_helps_to_foretell_itself():
    uses = ~np.eye(4, dtype=bool)
    before = regressors(DONORS, uses, np.zeros((0, 80)), 60, 12.0).columns
    changed = DONORS.copy()
    changed[2] += RNG.normal(0, 1, 80)
    after = regressors(changed, uses, np.zeros((0, 80)), 60, 12.0).columns
    assert np.allclose(before[2], after[2])
    assert not np.allclose(before[1], after[1])


def test_without_donors_there_are_no_columns_of_theirs():
    given = regressors(np.zeros((0, 80)), np.zeros((1, 0), bool), np.zeros((1, 80)), 60, 12.0)
    assert not given.donors.any()
    assert given.columns.shape == (1, 80, given.mean.size)


def test_the_season_is_left_out_where_the_past_is_shorter_than_a_year():
    none, nobody, outside = np.zeros((0, 40)), np.zeros((1, 0), bool), np.zeros((1, 40))
    short = regressors(none, nobody, outside, 11, 12.0)
    long = regressors(none, nobody, outside, 12, 12.0)
    assert long.mean.size - short.mean.size == 4
