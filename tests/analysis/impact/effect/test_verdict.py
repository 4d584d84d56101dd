"""What may be said of a comparison."""

import numpy as np
import pytest

from headwater.analysis.impact.effect.verdict import verdict
from headwater.series.counterfactual import Before, Change, Counterfactual, Placebos


class Calm(Placebos):
    """Placebos of a given worth."""

    def __init__(self, worth):
        super().__init__([], np.array([True]))
        self.worth = worth


def found(**changed):
    held = {
        "change": Change(0, 50.0, 100.0, -0.7, 0.4, 0.01),
        "routes": (),
        "before": (Before(3, -0.1, 0.6),),
        "placebos": Calm(60),
        "rate": 0.05,
        "stated": 0.2,
        "worse": 1.0,
        "believed": 0.9,
        "left_out": (),
        "path": np.full(12, 100.0),
        "reach": 0.4,
    }
    return Counterfactual(**(held | changed))


def test_a_fall_and_a_rise_are_called_by_their_sign():
    assert verdict(found(), 5).word == "fall"
    assert verdict(found(change=Change(0, 200.0, 100.0, 0.7, 0.4, 0.01)), 5).word == "rise"


def test_an_error_that_placebos_reach_often_is_unclear():
    told = verdict(found(change=Change(0, 90.0, 100.0, -0.1, 0.4, 0.3)), 5)
    assert told.word == "unclear"
    assert told.need


def test_a_fall_that_began_before_gives_the_date_no_credit():
    assert verdict(found(before=(Before(3, -0.5, 0.02),)), 5).word == "fell_before"
    assert verdict(found(before=(Before(3, 0.5, 0.02),)), 5).word == "fall"


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"placebos": Calm(18)}, "needs 19"),
        ({"rate": 0.12}, "12%"),
        ({"worse": 2.6}, "2.6 times"),
    ],
)
def test_no_effect_is_called_where_the_test_cannot_be_trusted(changed, words):
    told = verdict(found(**changed), 5)
    assert told.word == "refused"
    assert words in told.why
    assert told.need


def test_too_few_placebos_name_the_window_that_would_do():
    told = verdict(
        found(placebos=Calm(18)), 5, "a window of at most 9 weeks (--set end=2024-05-05)"
    )
    assert told.need.startswith("a window of at most 9 weeks (--set end=2024-05-05)")
    assert "before the start" in verdict(found(placebos=Calm(18)), 5).need
