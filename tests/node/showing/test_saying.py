"""What a finding comes to."""

from headwater.analysis import run
from headwater.model import Finding
from headwater.node.showing import sentences


def test_a_removal_says_whether_it_is_proved(picture):
    (said,) = sentences(run(picture, "organisers.removal", {"k": 1, "seconds": 1}))
    assert "Of 4 pairs" in said
    assert "leave 1: b; no other choice of as many leaves fewer; that is proved" in said


def test_a_threshold_has_a_chance():
    assert said_of(0.25) == "Chance that 2026 passes 60,000: 25 %."


def test_no_chance_is_told_as_none_or_certain():
    assert said_of(0.0004).endswith(": less than 1 %.")
    assert said_of(0.9996).endswith(": more than 99 %.")


def said_of(chance):
    told = {"threshold": 60000.0, "year": 2026, "p_above": chance}
    (said,) = sentences(Finding("outlook.arrivals", "1", {}, "f", (), certificate=told))
    return said


def test_what_its_rows_say_best_is_left_to_them(picture):
    assert sentences(run(picture, "organisers.roles")) == ()
