"""Who looks every week is fooled no oftener than who looks once."""

import numpy as np
import pytest

from headwater.series.counterfactual import Design
from headwater.series.sequential import ENOUGH, looks

WEEKS, START = 110, 80


def counts(seed, change=0.0, routes=5, since=START, noise=1 / 30):
    rng = np.random.default_rng(seed)
    together = rng.normal(0, 0.1, WEEKS).cumsum()
    rate = np.exp(5 + together + rng.normal(0, 0.03, (routes, WEEKS)).cumsum(axis=1))
    rate[0, since:] *= 1 + change
    return rng.poisson(rate * rng.gamma(1 / noise, noise, rate.shape)).astype(float)


def design(given, start=START, donors=None, covariates=None):
    return Design(
        given,
        0,
        tuple(range(1, len(given))) if donors is None else donors,
        (),
        np.zeros((0, WEEKS)) if covariates is None else covariates,
        start,
        WEEKS,
        365.25 / 7,
    )


def test_without_an_effect_it_is_hardly_ever_said_whenever_one_looks():
    said = [looks(design(counts(seed))).e_value.max() >= ENOUGH for seed in range(14)]
    assert sum(said) <= 3  # at one in twenty, four of 14 would come once in 240 trials


@pytest.fixture(scope="module")
def halved():
    return looks(design(counts(1, change=-0.5)))


def test_a_fall_by_half_is_said_within_weeks_and_the_interval_holds_it(halved):
    assert halved.e_value[:8].max() >= ENOUGH
    assert (halved.low <= np.log(0.5)).all()
    assert (halved.high >= np.log(0.5)).all()
    assert halved.high[7] < 0
    assert (halved.leaning[halved.e_value >= ENOUGH] > 0).all()


def test_what_is_expected_is_foretold_at_the_start_and_does_not_follow_the_fall(halved):
    assert halved.expected.mean() > 1.5 * halved.actual.mean()


def test_a_rise_is_said_too():
    found = looks(design(counts(2, change=1.0)))
    assert found.e_value.max() >= ENOUGH
    assert found.low[-1] > 0
    assert found.leaning[-1] < 0


@pytest.fixture(scope="module")
def later():
    """A steep fall in quiet counts that begins eight weeks after the start that was given."""
    return looks(design(counts(2, change=-0.6, since=START + 8, noise=1 / 3000)))


def test_a_fall_that_comes_weeks_after_the_start_is_no_rise(later):
    assert later.leaning[later.e_value >= ENOUGH].size
    assert (later.leaning[later.e_value >= ENOUGH] > 0).all()


def test_where_every_constant_change_is_excluded_none_is_told(later):
    assert np.isnan(later.low[-1])
    for one in (later.change, later.high):
        assert (np.isnan(one) == np.isnan(later.low)).all()
    assert np.isfinite(later.e_value).all()


def test_later_periods_change_nothing_in_what_was_said_earlier():
    given = counts(3, change=-0.4)
    whole, later = looks(design(given)), given.copy()
    later[:, START + 10 :] *= 7
    other = looks(design(later))
    for one in ("e_value", "leaning", "low", "high", "change", "expected"):
        assert getattr(other, one)[:10] == pytest.approx(getattr(whole, one)[:10], nan_ok=True)


def test_a_period_that_nobody_counted_leaves_the_evidence_as_it_was():
    given = counts(4, change=-0.4)
    given[0, START + 3] = np.nan
    found = looks(design(given))
    assert found.e_value[3] == pytest.approx(found.e_value[2])
    assert np.isnan(found.actual[3])
    assert np.isfinite(found.e_value).all()


def test_donors_make_a_fall_seen_sooner():
    given = [counts(seed, change=-0.35) for seed in range(4)]
    with_donors = [looks(design(one)).e_value[:10].max() for one in given]
    alone = [looks(design(one, donors=())).e_value[:10].max() for one in given]
    assert np.median(with_donors) > 2 * np.median(alone)


def test_too_short_a_past_says_nothing():
    assert looks(design(counts(5), start=20, donors=())) is None


def test_counts_of_nothing_are_a_fall_and_no_error():
    given = counts(6)
    given[0, START:] = 0
    found = looks(design(given))
    assert found.e_value.max() >= ENOUGH
    assert found.high[-1] < 0
