"""What a dated measure changed in a series, as a reader would check it."""

import numpy as np
import pytest

from headwater.series.counterfactual import Design, counterfactual, without_each

PERIODS, START = 120, 108


def routes(seed=0, donors=6):
    rng = np.random.default_rng(seed)
    level = np.cumsum(rng.normal(0, 0.1, PERIODS))
    rate = np.exp(5 + level + rng.normal(0, 0.3, (donors + 1, 1)))
    return rng.poisson(rate * rng.gamma(20, 1 / 20, rate.shape)).astype(float)


def design(counts, **changed):
    held = {
        "counts": counts,
        "treated": 0,
        "donors": tuple(range(1, len(counts))),
        "routes": (),
        "covariates": np.zeros((0, PERIODS)),
        "start": START,
        "end": PERIODS,
        "a_year": 52.18,
    }
    return Design(**(held | changed))


def test_a_fall_by_half_that_donors_do_not_share_is_found_with_its_size():
    counts = routes()
    counts[0, START:] *= 0.5
    found = counterfactual(design(counts))
    assert found.change.p <= 0.05
    effect, low, high = found.change.effect
    truth = -float(counts[0, START:].mean())
    assert low < effect < high < 0
    assert low < truth < high


def test_what_donors_share_is_no_effect():
    counts = routes()
    counts[:, START:] *= 0.5
    assert counterfactual(design(counts)).change.p > 0.05


def test_a_donor_that_leaves_its_path_at_the_date_is_put_beside():
    counts = routes()
    counts[3, START:] *= 4
    found = counterfactual(design(counts))
    assert [one.series for one in found.left_out] == [3]
    assert found.change.p > 0.05


def test_a_named_route_is_measured_and_never_a_donor():
    counts = routes()
    counts[0, START:] *= 0.5
    counts[6, START:] *= 1.5
    plain = design(counts, donors=(1, 2, 3, 4, 5), routes=(6,))
    found = counterfactual(plain)
    assert [one.series for one in found.routes] == [6]
    assert found.routes[0].effect[0] > 0
    wilder = counts.copy()
    wilder[6, START:] *= 9
    again = counterfactual(design(wilder, donors=(1, 2, 3, 4, 5), routes=(6,)))
    assert again.change.error == pytest.approx(found.change.error)


def test_a_fall_before_the_date_shows_before_it():
    counts = routes()
    counts[0, START - 6 :] *= 0.4
    found = counterfactual(design(counts))
    assert min(one.p for one in found.before if one.error < 0) <= 0.05


def test_one_short_series_has_too_few_placebos_for_any_interval():
    found = counterfactual(design(routes()[:1]))
    assert found.placebos.worth < 19
    assert not np.isfinite(found.change.reach)


def test_five_periods_of_history_foretell_nothing():
    assert counterfactual(design(routes(), start=5, end=10)) is None


def test_the_effect_without_each_donor_is_told():
    counts = routes()
    without = without_each(design(counts), (1, 2, 3))
    assert sorted(without) == [1, 2, 3]
    assert all(abs(error) < 0.5 for error in without.values())
