"""Dates."""

from datetime import date

import pytest

from headwater.intake.reading.grammar import dates
from headwater.intake.reading.passage import Passage

WEDNESDAY = date(2026, 5, 20)


@pytest.mark.parametrize(
    ("language", "text", "period"),
    [
        ("en", "On 15 March 2026 it rained.", "2026-03-15"),
        ("en", "On March 15, 2026 it rained.", "2026-03-15"),
        ("en", "On 2026-03-15 it rained.", "2026-03-15"),
        ("en", "On 03/04/2026 it rained.", "2026-04-03"),
        ("en", "In March 2026 it rained.", "2026-03"),
        ("en", "In early March 2026 it rained.", "2026-03-01/2026-03-10"),
        ("en", "In 2025 it rained.", "2025"),
        ("en", "It rained yesterday.", "2026-05-19"),
        ("en", "It rained last Tuesday.", "2026-05-19"),
        ("en", "It rained this year.", "2026"),
        ("sr", "Padala je 15. marta 2026. godine.", "2026-03-15"),
        ("sr", "Падала је 15. марта 2026. године.", "2026-03-15"),
        ("sr", "Padala je 3.4.2026. u Nišu.", "2026-04-03"),
        ("hr", "Padala je 1. travnja 2026.", "2026-04-01"),
        ("mk", "Врнеше на 12 мај 2026.", "2026-05-12"),
        ("bg", "Валя на 5 май 2026 г.", "2026-05-05"),
        ("sq", "Ra shi më 5 mars 2026.", "2026-03-05"),
    ],
)
def test_a_date_is_read_day_first(language: str, text: str, period: str) -> None:
    (found,) = dates(Passage(text, language, WEDNESDAY))
    assert found.period is not None
    assert found.period.text == period


@pytest.mark.parametrize("text", ["It was 31.11.2026. and cold.", "On 30 February 2026 it was."])
def test_a_day_that_does_not_exist_stays_text(text: str) -> None:
    (found,) = dates(Passage(text, "en", WEDNESDAY))
    assert found.period is None


def test_yesterday_means_nothing_without_the_reports_date() -> None:
    (found,) = dates(Passage("It rained yesterday.", "en", None))
    assert found.period is None


def test_may_and_march_are_words_too() -> None:
    assert dates(Passage("They may march to the border.", "en", WEDNESDAY)) == []
