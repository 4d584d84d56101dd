"""A question, its limits and its address."""

import pytest

from headwater.model import WrongUse
from headwater.node.searching import Question


def test_a_question_goes_into_an_address_and_some_of_it_otherwise():
    asked = Question("Горан & sons", kind="people")
    assert asked.address() == "q=%D0%93%D0%BE%D1%80%D0%B0%D0%BD%20%26%20sons&kind=people"
    assert asked.address(kind="", start="20").endswith("&start=20")


@pytest.mark.parametrize("day", ["2026", "2026-01", "2026-01-31", ""])
def test_days_months_and_years_can_be_given(day):
    Question("x", begin=day, end=day).check()


@pytest.mark.parametrize("day", ["26", "2026-1", "31.01.2026", "2026-01-31-01", "२०२६"])
def test_other_days_are_refused_with_an_example(day):
    with pytest.raises(WrongUse, match="is no day"):
        Question("x", begin=day).check()
