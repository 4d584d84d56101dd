"""What a finding comes to."""

from headwater.analysis import run
from headwater.model import Finding
from headwater.node.showing import sentences


def test_a_removal_says_whether_it_is_proved(picture):
    (said,) = sentences(run(picture, "organisers.removal", {"k": 1, "seconds": 1}))
    assert "Of 4 pairs" in said
    assert "leave 1: b; no other choice of as many leaves fewer; that is proved" in said


def test_a_threshold_has_a_chance():
    told = {"threshold": 60000.0, "year": 2026, "p_above": 0.25}
    found = Finding("outlook.arrivals", "1", {}, "f", (), certificate=told)
    assert sentences(found) == ("Chance that 2026 passes 60,000: 25%.",)


def test_what_its_rows_say_best_is_left_to_them(picture):
    assert sentences(run(picture, "organisers.roles")) == ()
