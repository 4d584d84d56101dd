"""From the parts of a date to the period it means."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from headwater.intake.reading.grammar.dates.days import (
    Month,
    calendar_of,
    day_of,
    from_to,
    likely_year,
    month_of,
    season_of,
    short_year,
    year_of,
)

REPORT = date(2026, 5, 20)


def test_a_day_that_does_not_exist_is_none() -> None:
    assert day_of(2026, Month(2), 30) is None
    assert day_of(1404, Month(12, "s"), 30) is None


def test_a_lunar_day_is_uncertain_by_one() -> None:
    period = day_of(1447, Month(9, "h"), 5)
    assert period is not None
    assert (period.days, period.exact) == (3, False)


@given(st.integers(1900, 2100), st.integers(1, 12), st.sampled_from(["", "early", "mid", "late"]))
def test_a_part_of_a_month_lies_in_the_month(year: int, month: int, part: str) -> None:
    whole, found = month_of(year, Month(month)), month_of(year, Month(month), part)
    assert whole is not None
    assert found is not None
    assert whole.earliest <= found.earliest <= found.latest <= whole.latest


def test_parts_of_a_year_and_seasons() -> None:
    assert str(year_of(2025, "late")) == str(
        from_to(month_of(2025, Month(9)), month_of(2025, Month(12)), exact=False)
    )
    summer = season_of(2025, "summer")
    assert summer is not None
    assert summer.text == "2025-06-01/2025-08-31"
    assert season_of(2025, "winter") is None


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 12), st.integers(1, 28))
def test_without_plans_the_likely_year_never_puts_a_day_after_the_report(
    report: date, month: int, day: int
) -> None:
    year = likely_year(Month(month), day, report, ahead=False)
    assert year == 0 or date(year, month, day) <= report


def test_a_day_soon_after_the_report_is_not_guessed() -> None:
    assert likely_year(Month(6), 1, REPORT, ahead=False) == 0
    assert likely_year(Month(6), 1, REPORT, ahead=True) == 2026
    assert likely_year(Month(12), 1, REPORT, ahead=False) == 2025


def test_two_digits_are_a_year_near_the_report_or_a_past_one_for_a_birth() -> None:
    assert short_year(26, REPORT, birth=False) == 2026
    assert short_year(84, REPORT, birth=False) == 0
    assert short_year(84, REPORT, birth=True) == 1984
    assert short_year(26, None, birth=False) == 0


def test_the_calendar_of_a_year_in_figures_needs_its_language() -> None:
    assert (calendar_of(1404, "fa"), calendar_of(1447, "ar")) == ("s", "h")
    assert (calendar_of(2026, "fa"), calendar_of(1404, "en"), calendar_of(1700, "en")) == (
        "",
        "?",
        "?",
    )
