import re

from headwater.draw.outlook import total_told
from headwater.model import Finding

AHEAD = {"q05": 20, "q10": 22, "q25": 26, "q50": 30, "q75": 36, "q90": 48, "q95": 60}
COURSE = {
    "so_far": [{"date": "2024-03-01", "total": 4.0}, {"date": "2024-05-01", "total": 15.0}],
    "ahead": [{"date": "2024-08-01", **AHEAD}, {"date": "2024-12-31", **AHEAD}],
}
TOLD = {"series": "people", "year": 2024, "threshold": 45.0, "p_above": 0.12, "course": COURSE}


def drawn(**told):
    return total_told(Finding("outlook.arrivals", "1", {}, "p", (), certificate=TOLD | told))


def test_the_threshold_stands_across_the_fan_with_its_chance():
    svg = drawn()
    assert "passed in 12% of futures" in svg
    assert "45 is passed in 12% of them" in svg
    assert svg.count("<polygon") == 3


def test_a_threshold_far_above_is_still_on_the_sheet():
    (height,) = re.findall(r'y1="([-\d.]+)"[^>]*stroke="#d55e00"', drawn(threshold=900.0))
    assert float(height) >= 34


def test_without_a_threshold_or_past_of_the_year_the_fan_stands_alone():
    svg = drawn(threshold=None, course=COURSE | {"so_far": []})
    assert "passed" not in svg
    assert svg.count("<polygon") == 3


def test_a_total_that_holds_days_nobody_counted_says_so_below_it():
    told = {"so_far": 15.0, "counted": 9.0, "steps_without_count": 4, "step": "day"}
    assert "so far 15: 9 counted; the rest for 4 days without a count" in drawn(**told)
    assert "counted" not in drawn(**told | {"steps_without_count": 0})
