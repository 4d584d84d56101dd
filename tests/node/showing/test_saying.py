"""What a finding comes to."""

from headwater.analysis import run
from headwater.model import Finding
from headwater.node.showing import sentences


def test_a_removal_says_whether_it_is_proved(picture):
    (said,) = sentences(run(picture, "organisers.removal", {"k": 1, "seconds": 1}))
    assert "Now 4 pairs of people can reach each other" in said
    assert "Without this one, 1 pair still can: b." in said
    assert said.endswith("No other choice of 1 leaves fewer; that is proved.")


def test_a_removal_that_is_not_proved_says_plainly_that_a_better_one_may_exist():
    told = {"before": 345, "pairs_left": 177, "bound": 53, "proved": False}
    rows = ({"id": "a", "name": "A"}, {"id": "b", "name": "B"})
    (said,) = sentences(Finding("organisers.removal", "1", {}, "f", rows, certificate=told))
    assert "Without these 2, 177 pairs still can: A, B." in said
    assert "not proved to be the best" in said
    assert said.endswith("another 2 might leave fewer, but none can leave fewer than 53.")


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
