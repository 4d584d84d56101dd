from datetime import date, timedelta

import numpy as np
import pytest

from headwater.analysis.outlook.scenarios.assumptions import ASSUMED, assumed
from headwater.model import WrongUse

ENDS = [date(2024, 5, 1) + timedelta(at) for at in range(60)]
SETTLED = {one.name: one.default for one in ASSUMED} | {"origin": "2024-04-30", "paths": 500}


def factor(name, **given):
    made = assumed(SETTLED | given, ENDS, np.random.default_rng(0))
    return np.broadcast_to(made.factors[name], (500, 60))


def test_nothing_is_assumed_where_nothing_is_said():
    assert assumed(SETTLED, ENDS, np.random.default_rng(0)).factors == {}


def test_a_range_is_drawn_evenly_and_a_likeliest_value_more_often():
    even = factor("boat_size", boat_size="1..1.4")
    peaked = factor("boat_size", boat_size="1 .. 1.1 .. 1.4")
    assert even.min() >= 1.0
    assert even.max() <= 1.4
    assert even.mean() == pytest.approx(1.2, abs=0.02)
    assert peaked.mean() < even.mean()


def test_what_changes_upstream_arrives_later_and_only_in_part():
    found = factor("upstream", upstream="2", upstream_days=20, passes_on="0.5")
    assert np.all(found[:, :20] == 1.0)
    assert np.all(found[:, 20:] == 1.5)


def test_who_is_held_back_by_bad_days_comes_later_in_part():
    assert np.allclose(factor("crossing_days", crossing_days="0.8", catch_up="0.5"), 0.9)
    assert np.allclose(factor("crossing_days", crossing_days="0.8", catch_up="1"), 1.0)


def test_a_measure_changes_nothing_before_its_day():
    found = factor("measure", measure="0.7", measure_from="2024-05-11")
    assert np.all(found[:, :10] == 1.0)
    assert np.allclose(found[:, 10:], 0.7)


@pytest.mark.parametrize(
    "given",
    [
        {"boat_size": "more"},
        {"boat_size": "1.2..1"},
        {"measure": "-0.5"},
        {"upstream": "1..2..3..4"},
        {"crossing_days": "80"},
    ],
)
def test_what_cannot_be_read_is_refused(given):
    with pytest.raises(WrongUse, match="will not do"):
        assumed(SETTLED | given, ENDS, np.random.default_rng(0))
