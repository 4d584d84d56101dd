"""Which series will do as donors."""

import numpy as np
import pytest

from headwater.analysis.impact.donors import good_donors
from headwater.analysis.impact.gathering import Counts

PERIODS, START = 80, 60


def counts(*donors):
    return Counts(["beach", *(f"d{at}" for at in range(len(donors)))],
                  np.stack([beach(), *donors]), [], "week", 0)  # fmt: skip


def beach():
    rng = np.random.default_rng(1)
    return np.round(400 * np.exp(rng.normal(0, 0.2, PERIODS).cumsum() / 2))


def test_a_series_that_moves_just_like_the_treated_one_is_named_and_one_that_does_not_is_not():
    rng = np.random.default_rng(2)
    halved = np.round(beach() / 2 * np.exp(rng.normal(0, 0.02, PERIODS)))
    other = 400 * np.exp(rng.normal(0, 0.2, PERIODS).cumsum() / 2)
    caveats = []
    assert good_donors(counts(halved, other), 2, START, PERIODS, caveats) == [1, 2]
    (told,) = caveats
    assert "look like the same count" in told
    assert told.endswith("exclude: d0.")


@pytest.mark.parametrize(
    ("bad", "words"),
    [(beach(), "the treated one again"), (np.full(PERIODS, 3.0), "no variation")],
)
def test_a_copy_or_a_series_without_variation_is_no_donor(bad, words):
    caveats = []
    assert good_donors(counts(bad), 1, START, PERIODS, caveats) == []
    assert words in caveats[0]
