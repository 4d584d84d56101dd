"""Errors where nothing happened, and what rank an error has among them."""

import numpy as np
import pytest

from headwater.series.counterfactual.filtering import Window
from headwater.series.counterfactual.placebos import Placebos


def windows(errors, length=4, stride=4):
    return [
        Window(
            10 + stride * at, length, row, np.ones_like(row), np.ones((row.size, length)), row, row
        )
        for at, row in enumerate(errors)
    ]


def drawn(count, units, seed=0):
    return np.random.default_rng(seed).normal(size=(count, units))


ALL = np.array([True, True])


def test_the_least_p_is_one_among_the_placebos_and_itself():
    placebos = Placebos(windows(drawn(20, 2)), ALL)
    assert placebos.worth == 40
    assert placebos.p(99.0) == pytest.approx(1 / 41)
    assert placebos.p(0.0) == pytest.approx(1.0)


def test_windows_that_overlap_are_not_so_many_trials():
    assert Placebos(windows(drawn(40, 2), stride=1), ALL).worth == pytest.approx(20)


def test_too_few_placebos_give_an_interval_without_end():
    placebos = Placebos(windows(drawn(9, 1)), np.array([True]))
    assert placebos.limit(0.05) == float("inf")
    assert placebos.p(99.0) == pytest.approx(0.1)


def test_the_limit_is_the_error_that_has_the_level_as_its_p():
    placebos = Placebos(windows(drawn(400, 2)), ALL)
    limit = placebos.limit(0.05)
    assert placebos.p(limit * 1.02) <= 0.05 <= placebos.p(limit * 0.96)


def test_a_series_that_is_often_far_off_has_its_errors_held_against_that():
    errors = drawn(200, 2)
    errors[:, 0] *= 3
    placebos = Placebos(windows(errors), ALL)
    assert placebos.own[0] == pytest.approx(3, rel=0.2)
    assert placebos.errors.std(axis=0) == pytest.approx([1, 1], rel=0.1)


def test_the_test_errs_at_placebos_about_as_often_as_it_says():
    assert 0.02 < Placebos(windows(drawn(200, 2)), ALL).rate(0.05) < 0.07


def test_only_series_left_alone_serve_as_placebos():
    placebos = Placebos(windows(drawn(20, 2)), np.array([True, False]))
    assert np.isnan(placebos.errors[:, 1]).all()
    assert placebos.worth == 20


def test_without_placebos_nothing_is_rare():
    nothing = Placebos([], np.array([True]))
    assert nothing.p(5.0) == 1.0
    assert nothing.rate(0.05) == 1.0
    assert nothing.limit(0.05) == float("inf")
