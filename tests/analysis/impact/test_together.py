"""Several treated series as one, and each for itself."""

from datetime import date, timedelta

import pytest

from headwater.analysis.impact.design import Unanswerable
from headwater.analysis.impact.gathering import Cell, Told
from headwater.analysis.impact.together import in_turn
from headwater.model import parse_period

ASKED = {"treated": "a|b", "exclude": "d"}


def cells(value, missing=(), step=7):
    days = [date(2024, 1, 1) + timedelta(days=step * at) for at in range(6)]
    return [
        Cell(parse_period(day.isoformat()), value, f"{value}{at}")
        for at, day in enumerate(days)
        if at not in missing
    ]


def test_the_sum_holds_the_periods_that_all_of_them_have():
    told, asked = in_turn(Told({"a": cells(2.0), "b": cells(3.0, {2}), "d": cells(1.0)}), ASKED)
    assert [cell.value for cell in told.cells["a + b"]] == [5.0] * 5
    assert [one["treated"] for one in asked] == ["a + b", "a", "b"]


def test_no_treated_series_serves_another():
    _, asked = in_turn(Told({"a": cells(2.0), "b": cells(3.0), "d": cells(1.0)}), ASKED)
    assert asked[1]["exclude"].split("|") == ["a + b", "b", "d"]


def test_the_sum_is_defined_anew_when_one_of_them_is():
    held = {"a": cells(2.0), "b": cells(3.0), "d": cells(1.0)}
    told, _ = in_turn(Told(held, {"b": date(2024, 1, 15)}), ASKED)
    assert told.changes["a + b"] == date(2024, 1, 15)


def test_series_of_two_steps_are_no_sum():
    with pytest.raises(Unanswerable, match="one step"):
        in_turn(Told({"a": cells(2.0), "b": cells(3.0, step=1), "d": cells(1.0)}), ASKED)


def test_one_series_is_left_as_it_is():
    told = Told({"a": cells(2.0)})
    assert in_turn(told, {"treated": "a", "exclude": ""})[0] is told
