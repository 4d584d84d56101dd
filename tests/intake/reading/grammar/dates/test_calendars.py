"""Solar and lunar Hijri days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.intake.reading.grammar.dates.calendars import lunar, solar, solar_length

# First days of the solar year as Iran kept them.
NOWRUZ = {
    1358: date(1979, 3, 21),
    1375: date(1996, 3, 20),
    1379: date(2000, 3, 20),
    1387: date(2008, 3, 20),
    1388: date(2009, 3, 21),
    1391: date(2012, 3, 20),
    1395: date(2016, 3, 20),
    1399: date(2020, 3, 20),
    1400: date(2021, 3, 21),
    1403: date(2024, 3, 20),
    1404: date(2025, 3, 21),
    1405: date(2026, 3, 21),
}


@pytest.mark.parametrize(("year", "day"), NOWRUZ.items())
def test_the_solar_year_begins_with_spring(year: int, day: date) -> None:
    assert solar(year, 1, 1) == day


@given(st.integers(1300, 1419), st.integers(1, 12))
def test_months_of_the_solar_year_follow_each_other(year: int, month: int) -> None:
    following = solar(year + month // 12, month % 12 + 1, 1)
    assert (following - solar(year, month, 1)).days == solar_length(year, month)


@pytest.mark.parametrize(
    ("year", "month", "day", "observed"),
    [
        (1445, 9, 1, date(2024, 3, 11)),
        (1446, 9, 1, date(2025, 3, 1)),
        (1446, 10, 1, date(2025, 3, 30)),
        (1447, 1, 1, date(2025, 6, 26)),
        (1447, 9, 1, date(2026, 2, 18)),
    ],
)
def test_the_lunar_day_is_within_one_of_the_day_seen(
    year: int, month: int, day: int, observed: date
) -> None:
    assert abs((lunar(year, month, day) - observed).days) <= 1


@pytest.mark.parametrize("parts", [(1404, 13, 1), (1404, 12, 30), (1200, 1, 1), (1404, 7, 31)])
def test_a_day_that_the_solar_calendar_lacks_is_refused(parts: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match=r"day|month"):
        solar(*parts)


def test_a_year_that_the_lunar_calendar_has_not_reached_is_refused() -> None:
    with pytest.raises(ValueError, match="lunar"):
        lunar(1500, 1, 1)
