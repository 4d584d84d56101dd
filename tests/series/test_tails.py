import numpy as np
import pytest

from headwater.series.tails import HEAVY, NORMAL, SLIPPING, least_density, log_density, weight

SPREAD = np.array(0.2)


def density(away, tail):
    return log_density(np.array(away), SPREAD, np.array(tail.freedom), tail)


@pytest.mark.parametrize("tail", [NORMAL, SLIPPING, HEAVY])
def test_what_is_foretold_adds_up_to_one(tail):
    away = np.linspace(-40, 40, 400_001)
    assert np.trapezoid(np.exp(density(away, tail)), away) == pytest.approx(1.0, abs=0.001)


def test_a_wild_count_says_less_where_tails_are_heavy_and_least_where_slips_happen():
    near, far = 0.0, 1.2
    normal, slipping = (density(near, t) - density(far, t) for t in (NORMAL, SLIPPING))
    assert slipping < normal
    heavy = density(near, HEAVY) - density(0.7, HEAVY)
    assert heavy < density(near, SLIPPING) - density(0.7, SLIPPING)


def test_the_quick_density_is_never_more_and_at_most_a_factor_of_two_less():
    away = np.linspace(-3, 3, 101)
    freedom = np.array(HEAVY.freedom)
    short = density(away, HEAVY) - least_density(away, SPREAD, freedom, HEAVY)
    assert short.min() >= 0
    assert short.max() <= np.log(2) + 1e-12


def test_a_slip_hardly_counts_where_level_and_season_are_read():
    near, far = weight(np.array([0.1, 3.0]), SPREAD, SLIPPING)
    assert near == pytest.approx(1.0, abs=0.05)
    assert far < 0.01
