"""Dates told from the day of the report."""

from datetime import date

import pytest

from headwater.intake.reading.grammar import dates
from headwater.intake.reading.passage import Passage

WEDNESDAY = date(2026, 5, 20)


@pytest.mark.parametrize(
    ("language", "text", "period"),
    [
        ("en", "It rained yesterday.", "2026-05-19"),
        ("en", "It rained last night.", "2026-05-19/2026-05-20"),
        ("en", "It rained last Tuesday.", "2026-05-19"),
        ("en", "It rained last Wednesday.", "2026-05-13"),
        ("en", "It rained on Wednesday.", "2026-05-20"),
        ("en", "They will meet on Friday.", "2026-05-22"),
        ("en", "It rained this year.", "2026"),
        ("en", "It rained last week.", "2026-05-11/2026-05-17"),
        ("en", "It rained last weekend.", "2026-05-16/2026-05-17"),
        ("en", "It rained last month.", "2026-04"),
        ("en", "It rained three days ago.", "2026-05-17"),
        ("en", "It rained two weeks ago.", "2026-05-03/2026-05-09"),
        ("en", "It rained 2 months ago.", "2026-03"),
        ("en", "It rained in the last three days.", "2026-05-17/2026-05-20"),
        ("sr", "Padala je juče.", "2026-05-19"),
        ("sr", "Padala je juce.", "2026-05-19"),
        ("sr", "Падала је јуче.", "2026-05-19"),
        ("en", "It rained this Monday.", "2026-05-18"),
        ("sr", "Padala je poslednja dva dana.", "2026-05-18/2026-05-20"),
        ("sr", "Padala je sinoć.", "2026-05-19/2026-05-20"),
        ("sr", "Padala je prošle nedelje.", "2026-05-11/2026-05-17"),
        ("hr", "Padala je prošli tjedan.", "2026-05-11/2026-05-17"),
        ("sr", "Padala je u utorak.", "2026-05-19"),
        ("sr", "Padala je prošlog utorka.", "2026-05-19"),
        ("bs", "Padala je prije tri dana.", "2026-05-17"),
        ("sr", "Padala je prošle godine.", "2025"),
        ("mk", "Врнеше вчера.", "2026-05-19"),
        ("mk", "Врнеше минатата недела.", "2026-05-11/2026-05-17"),
        ("mk", "Врнеше во недела.", "2026-05-17"),
        ("mk", "Врнеше пред три дена.", "2026-05-17"),
        ("bg", "Валя вчера.", "2026-05-19"),
        ("bg", "Валя във вторник.", "2026-05-19"),
        ("bg", "Валя преди три дни.", "2026-05-17"),
        ("bg", "Валя миналата седмица.", "2026-05-11/2026-05-17"),
        ("sq", "Ra shi gjatë tre ditëve të fundit.", "2026-05-17/2026-05-20"),
        ("sq", "Ra shi gjatë fundjavës së kaluar.", "2026-05-16/2026-05-17"),
        ("sq", "Ra shi dje.", "2026-05-19"),
        ("sq", "Ra shi javën e kaluar.", "2026-05-11/2026-05-17"),
        ("sq", "Ra shi të martën e kaluar.", "2026-05-19"),
        ("sq", "Ra shi para tri ditësh.", "2026-05-17"),
        ("sq", "Ra shi tre ditë më parë.", "2026-05-17"),
        ("tr", "Dün yağmur yağdı.", "2026-05-19"),
        ("tr", "Geçen Salı yağmur yağdı.", "2026-05-19"),
        ("tr", "Üç gün önce yağmur yağdı.", "2026-05-17"),
        ("ar", "أمطرت أمس", "2026-05-19"),
        ("ar", "أمطرت الثلاثاء الماضي", "2026-05-19"),
        ("ar", "أمطرت قبل ثلاثة أيام", "2026-05-17"),
        ("fa", "دیروز باران آمد", "2026-05-19"),
        ("fa", "سه روز پیش باران آمد", "2026-05-17"),
        ("el", "Έβρεξε χθες.", "2026-05-19"),
        ("fr", "Il a plu mardi dernier.", "2026-05-19"),
        ("fr", "Il a plu il y a trois jours.", "2026-05-17"),
        ("de", "Es hat gestern geregnet.", "2026-05-19"),
        ("de", "Es hat vor drei Tagen geregnet.", "2026-05-17"),
    ],
)
def test_a_relative_date_is_read_against_the_report(language: str, text: str, period: str) -> None:
    (found,) = dates(Passage(text, language, WEDNESDAY))
    assert found.period is not None
    assert found.period.text == period


def test_yesterday_means_nothing_without_the_reports_date() -> None:
    (found,) = dates(Passage("It rained yesterday.", "en", None))
    assert found.period is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He works Mondays and in three days he can cross."),
        ("sr", "Dete je staro tri dana."),
        ("sr", "Poslednjih godina ih je sve više."),
        ("en", "The next day they left."),
        ("sr", "Dje je on?"),
        ("sq", "Ka para në dorë."),
        ("bg", "Това е един ден."),
    ],
)
def test_words_of_time_that_name_no_day_are_left(language: str, text: str) -> None:
    assert dates(Passage(text, language, WEDNESDAY)) == []
