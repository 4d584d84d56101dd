import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.series import scoring

LEVELS = (np.arange(200) + 0.5) / 200


def test_a_sure_forecast_scores_by_how_far_it_was_off():
    quantiles = np.full((1, LEVELS.size), 10.0)
    assert scoring.crps_of_quantiles(quantiles, LEVELS, np.array([13.0]))[0] == pytest.approx(3.0)
    assert scoring.crps_of_samples(np.full((1, 50), 10.0), np.array([13.0]))[0] == 3.0


@given(st.floats(-3, 3))
def test_quantiles_and_samples_of_one_distribution_score_alike(seen):
    quantiles = np.linspace(-1, 1, LEVELS.size)[None]
    samples = scoring.crps_of_samples(quantiles, np.array([seen]))[0]
    assert scoring.crps_of_quantiles(quantiles, LEVELS, np.array([seen]))[0] == pytest.approx(
        samples, abs=0.02
    )


def test_the_true_distribution_scores_better_than_a_narrow_and_a_wide_one():
    rng = np.random.default_rng(0)
    seen = rng.uniform(0, 1, 4000)
    scores = [
        scoring.crps_of_quantiles(
            np.tile(0.5 + width * (LEVELS - 0.5), (seen.size, 1)), LEVELS, seen
        ).mean()
        for width in (0.5, 1.0, 2.0)
    ]
    assert scores[1] < min(scores[0], scores[2])


def test_ranks_of_a_right_forecast_are_even_also_where_most_outcomes_are_zero():
    rng = np.random.default_rng(1)
    seen = np.maximum(rng.normal(-0.3, 1, 4000), 0.0)
    truth = np.quantile(np.maximum(rng.normal(-0.3, 1, 200_000), 0.0), LEVELS)
    at = scoring.ranks(np.tile(truth, (seen.size, 1)), LEVELS, seen, rng.random(seen.size))
    found = scoring.reliability(at, np.array([0.1, 0.25, 0.5, 0.75, 0.9]))
    assert found.outcomes == 4000
    assert np.abs(found.came - found.said).max() < 0.03


def test_coverage_counts_both_bounds():
    low, high = np.array([0.0, 0.0, 5.0]), np.array([1.0, 1.0, 6.0])
    assert scoring.coverage(low, high, np.array([0.0, 2.0, 6.0])) == pytest.approx(2 / 3)
