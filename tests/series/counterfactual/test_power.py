"""What a comparison could show before anything has happened."""

from dataclasses import replace

import numpy as np

from headwater.series.counterfactual import Design, longest_window, most_left_out, power

RNG = np.random.default_rng(4)
LEVEL = RNG.normal(0, 0.12, 130).cumsum()
COUNTS = RNG.poisson(np.exp(5 + LEVEL + RNG.normal(0, 0.2, (7, 1)))).astype(float)


def design(donors):
    return Design(COUNTS, 0, donors, (), np.zeros((0, 130)), 130, 130, 52.18)


def test_a_larger_fall_is_seen_more_often_and_none_hardly_ever():
    found = power(design((1, 2, 3, 4, 5, 6)), (12,))[0]
    assert found.at(-0.6) >= found.at(-0.3) >= found.at(-0.05)
    assert found.at(-0.001) < 0.1


def test_the_least_fall_seen_is_seen_with_that_chance():
    found = power(design((1, 2, 3, 4, 5, 6)), (12,))[0]
    least = found.least(0.8)
    assert found.at(least) >= 0.8 > found.at(least + 0.02)


def test_donors_that_share_what_wanders_make_errors_smaller():
    assert power(design((1, 2, 3, 4, 5, 6)), (12,))[0].size < power(design(()), (12,))[0].size


def test_a_window_longer_than_the_past_is_left_out():
    assert power(design(()), (200,)) == []


def test_the_longest_window_has_placebos_enough_though_donors_are_put_beside():
    whole = replace(design((1, 2, 3, 4, 5, 6)), start=100)
    longest = longest_window(whole, 6, 19)
    assert 0 < longest < 30
    fewer = replace(whole, donors=whole.donors[: 6 - most_left_out(6)])
    assert power(fewer, (longest,))[0].placebos >= 19
