"""Dates as people write them; a date that does not exist is refused, never guessed."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.model import Period, Refused, parse_period

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2025-03-15", "2025-03-15"),
        ("2025-03-15T10:20", "2025-03-15"),
        ("2025-03-15 10:20:00", "2025-03-15"),
        ("15.3.2025.", "2025-03-15"),
        ("15. 03. 2025.", "2025-03-15"),
        ("15/03/2025", "2025-03-15"),
        ("2025-03", "2025-03"),
        ("2025", "2025"),
        ("2018Q1", "2018-01-01/2018-03-31"),
        ("2018-H2", "2018-07-01/2018-12-31"),
        ("2025-03-01/2025-03-07", "2025-03-01/2025-03-07"),
    ],
)
def test_written_dates_are_read(written, meant):
    assert parse_period(written).text == meant


@pytest.mark.parametrize(
    "written", ["31.11.2025", "2025-02-30", "31.11.", "yesterday", "", "2025-13", "1/2", "12"]
)
def test_a_date_that_does_not_exist_is_refused(written):
    with pytest.raises(Refused):
        parse_period(written)


@given(DAYS, st.integers(0, 800))
def test_a_period_reads_back_as_it_was_written(first, length):
    period = Period(first, min(first + timedelta(days=length), date(2102, 1, 1)))
    assert parse_period(period.text) == period
    assert period.days >= 1


@given(st.text(max_size=25))
def test_any_text_is_a_date_or_a_clear_refusal(text):
    with suppress(Refused):
        assert parse_period(text).days >= 1


def test_a_period_cannot_end_before_it_begins():
    with pytest.raises(Refused):
        Period(date(2025, 2, 1), date(2025, 1, 1))
