import numpy as np
import pytest

from headwater.analysis.routes.shift.counting import Counts
from headwater.analysis.routes.shift.displacement import Comparison
from headwater.model import WrongUse
from headwater.series import Alarm

SETTINGS = {"substitutes": "", "compared": 12, "lag": 2, "baseline": 60, "seed": 0}
LOSS = Alarm(series=0, since=30, called=31, begins=0, log_e=10.0)


def world(gains, goals=("North",) * 4, seed=0):
    rng = np.random.default_rng(seed)
    rate = np.full((4, 42), 200.0)
    rate[0, 30:] -= 120
    for other, (gain, since) in gains.items():
        rate[other, since:] += gain
    names = ["a", "b", "c", "d"]
    return Counts(
        names, [()] * 4, list(goals), rng.poisson(rate).astype(float), [{}] * 4, "month", 0
    )


def moved(counts, alarms=(LOSS,), **settings):
    comparison = Comparison(counts, alarms, SETTINGS | settings)
    return comparison.moved(comparison.shift_of(LOSS))


def test_what_one_substitute_gained_is_its_share_of_the_loss():
    found = moved(world({2: (60, 30)}))
    (to,) = found.to
    assert (to["series"], to["since"]) == ("c", 30)
    assert to["low"] < 0.5 < to["high"]
    assert found.share[1] < 0.5 < found.share[2]


def test_a_series_that_leads_elsewhere_is_no_substitute():
    goals = ("North", "North", "South", "North")
    assert moved(world({2: (60, 30)}, goals)).to == ()
    given = moved(world({2: (60, 30)}, goals), substitutes="a|c")
    assert [to["series"] for to in given.to] == ["c"]


def test_a_leg_from_the_same_place_to_elsewhere_may_take_over_one_that_goes_on_may_not():
    counts = world({1: (60, 30), 2: (60, 30)}, ("Sofia", "Burgas", "Vidin", "Sofia"))
    counts.places = [
        ("Edirne", "Sofia"),
        ("Burgas", "Edirne"),
        ("Sofia", "Vidin"),
        ("Bar", "Sofia"),
    ]
    assert [to["series"] for to in moved(counts).to] == ["b"]


def test_a_substitute_that_rises_two_months_later_gained_less_over_the_time_of_the_loss():
    later = Alarm(series=1, since=32, called=33, begins=0, log_e=10.0)
    (to,) = moved(world({1: (100, 32)}), (LOSS, later)).to
    assert (to["series"], to["since"]) == ("b", 32)
    assert to["low"] < 100 / 120 * 10 / 12 < to["high"]


def test_a_substitute_whose_rise_is_dated_a_month_early_is_not_held_against_that_rise():
    early = Alarm(series=1, since=28, called=31, begins=0, log_e=10.0)
    (to,) = moved(world({1: (60, 30)}), (LOSS, early)).to
    assert to["low"] < 0.5 < to["high"]


def test_a_share_lies_between_nothing_and_all():
    found = moved(world({1: (500, 30)}))
    assert 0.9 < found.share[1] <= found.share[2] <= 1.0
    nothing = moved(world({1: (-150, 30)}))
    assert 0.0 == nothing.share[0] <= nothing.share[2] < 0.2
    assert nothing.to == ()


def test_no_substitute_gives_no_share_and_an_unknown_one_is_refused():
    assert moved(world({}), substitutes="none").share is None
    with pytest.raises(WrongUse, match="'z'"):
        moved(world({}), substitutes="a|z")


def test_a_shift_ends_where_the_next_of_its_series_begins():
    back = Alarm(series=0, since=36, called=38, begins=30, log_e=10.0)
    comparison = Comparison(world({}), [LOSS, back], SETTINGS)
    assert comparison.shift_of(LOSS).until == 36
    assert comparison.shift_of(back).until == 42
