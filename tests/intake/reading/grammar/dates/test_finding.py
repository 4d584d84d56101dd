"""Dates of what happened, and those of births and documents apart."""

from datetime import date

import pytest

from headwater.intake.reading.grammar import births, dates
from headwater.intake.reading.passage import Passage

REPORT = date(2026, 5, 20)


@pytest.mark.parametrize(
    ("language", "text", "period"),
    [
        ("en", "A man born 17.05.1984 in Niš was seen.", "1984-05-17"),
        ("en", "DOB 17/05/84 was given.", "1984-05-17"),
        ("en", "He was born on 17 May 1984.", "1984-05-17"),
        ("en", "He was born in Niš in 1984.", "1984"),
        ("sr", "Petar Ilić, rođen 17.05.1984. godine u Nišu.", "1984-05-17"),
        ("sr", "Петар Илић, рођен 17.05.1984.", "1984-05-17"),
        ("sr", "Petar Ilić, rodjen 17.5.1984", "1984-05-17"),
        ("sr", "Petar Ilić, 1984. godište.", "1984"),
        ("hr", "Ivana Horvat, rođena 5. travnja 1990.", "1990-04-05"),
        ("mk", "Лице родено, роден на 17.05.1984 во Скопје.", "1984-05-17"),
        ("bg", "Лице, родено, родена на 17 май 1984 г.", "1984-05-17"),
        ("sq", "Shtetas i datëlindjes 17.05.1984.", "1984-05-17"),
        ("sq", "Shtetas i lindur më 17.05.1984.", "1984-05-17"),
        ("tr", "17.05.1984 doğumlu şahıs.", "1984-05-17"),
        ("fr", "Un homme né le 17 mai 1984.", "1984-05-17"),
        ("ar", "رجل مواليد 1984", "1984"),
        ("fa", "متولد ۱۳۶۵", "1986-03-21/1987-03-20"),
    ],
)
def test_a_date_of_birth_is_never_a_date_of_what_happened(
    language: str, text: str, period: str
) -> None:
    passage = Passage(text, language, REPORT)
    assert dates(passage) == []
    (birth,) = births(passage)
    assert birth.role == "birth"
    assert birth.period is not None
    assert birth.period.text == period


def test_a_birth_and_a_crossing_in_one_sentence_are_told_apart() -> None:
    passage = Passage("Born 17.05.1984 in Niš, he crossed on 5 May 2026.", "en", REPORT)
    assert [d.period.text for d in dates(passage) if d.period] == ["2026-05-05"]
    assert [d.period.text for d in births(passage) if d.period] == ["1984-05-17"]


def test_a_date_near_the_report_is_no_birth() -> None:
    passage = Passage("Born in Niš, he crossed on 5 May 2026.", "en", REPORT)
    assert len(dates(passage)) == 1
    assert births(passage) == []


def test_the_expiry_of_a_document_is_told_apart() -> None:
    passage = Passage("Passport 012345678 valid until 03.05.2030 was found.", "en", REPORT)
    assert dates(passage) == []
    assert [one.role for one in births(passage)] == ["document"]


def test_dates_are_the_same_when_asked_twice() -> None:
    passage = Passage("It rained on 3 May 2026.", "en", REPORT)
    assert dates(passage) == dates(passage) != []
