from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.series import first_day, last_day, name_of, number_of, step_of

STEPS = st.sampled_from(["week", "month", "quarter"])
DAYS = st.dates(date(1990, 1, 1), date(2060, 1, 1))


@given(DAYS, STEPS)
def test_a_day_lies_in_its_period_and_periods_follow_each_other(day, step):
    number = number_of(day, step)
    assert first_day(number, step) <= day <= last_day(number, step)
    assert number_of(last_day(number, step) + timedelta(days=1), step) == number + 1


def test_weeks_begin_on_monday_and_bear_its_date():
    assert name_of(number_of(date(2024, 12, 29), "week"), "week") == "2024-12-23"
    assert name_of(number_of(date(2015, 3, 31), "month"), "month") == "2015-03"


@pytest.mark.parametrize(
    ("days", "step"), [(1, "week"), (7, "week"), (30, "month"), (91, "quarter")]
)
def test_the_step_is_read_from_how_far_apart_the_dates_are(days, step):
    first = date(2020, 1, 1)
    assert step_of([first + timedelta(days=days * at) for at in range(20)]) == step


def test_a_single_date_says_a_month():
    assert step_of([date(2020, 1, 1)]) == "month"
