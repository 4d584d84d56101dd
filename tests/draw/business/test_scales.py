from hypothesis import given
from hypothesis import strategies as st

from headwater.draw.business.scales import in_letters, round_marks


@given(st.floats(-1e7, 1e7), st.floats(0.01, 1e8))
def test_marks_are_few_evenly_spaced_and_hold_both_ends(low, span):
    marks = round_marks(low, low + span)
    assert 2 <= len(marks) <= 9
    slack = 1e-6 * span
    assert marks[0] <= low + slack
    assert marks[-1] >= low + span - slack
    assert max(marks) - min(marks) <= 3 * span


def test_amounts_are_written_as_they_are_read():
    assert in_letters(137020.4) == "137,020"
    assert in_letters(25_000_000) == "25.0m"
    assert in_letters(-1200) == "-1,200"
    assert in_letters(0.5) == "0.50"
    assert in_letters(-0.2) == "-0.20"
    assert in_letters(0) == "0"
