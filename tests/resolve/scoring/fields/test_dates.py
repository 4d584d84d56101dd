import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.resolve.scoring.fields.dates import LEVELS, date_levels, normal_date


def level(left: str, right: str) -> str:
    found = date_levels([normal_date(left)], [normal_date(right)])
    return LEVELS[int(found[0])]


@pytest.mark.parametrize(
    ("left", "right", "said"),
    [
        ("1985-04-12", "1985-04-12", "same day"),
        ("1985-04-12", "1985-12-04", "day and month swapped"),
        ("1985-04-12", "1985-04-17", "one digit differs"),
        ("1985-04-12", "1958-04-12", "one digit differs"),
        ("1985-04-12", "1985-05-17", "two digits differ"),
        ("2013-12-30", "2014-01-06", "days apart"),
        ("1985-04-12", "1985-04", "same month, as far as known"),
        ("1985-04-12", "1985", "same year, as far as known"),
        ("1985-04-12", "1985-01-01", "same year, as far as known"),
        ("1985-04-12", "1985-10-25", "same year, another day"),
        ("1985-04-12", "1986-10-25", "a year apart"),
        ("1990-01-01", "1995-01-01", "some years apart"),
        ("1985-04-12", "1941-10-25", "other years"),
    ],
)
def test_dates_are_compared_with_the_slips_that_clerks_make(left, right, said):
    assert level(left, right) == level(right, left) == said


def test_text_that_is_no_date_says_nothing():
    assert [normal_date(text) for text in ("", "unknown", "0000-00-00", "198")] == [""] * 4
    assert normal_date("1985-04-00") == "198504"
    assert normal_date("1985-00-00") == "1985"
    assert normal_date("1985-04-12T00:00:00") == "19850412"


dates = st.dates().map(lambda day: day.isoformat().replace("-", ""))


@given(dates, dates)
def test_the_order_of_two_dates_makes_no_difference(left, right):
    assert np.array_equal(date_levels([left], [right]), date_levels([right], [left]))
