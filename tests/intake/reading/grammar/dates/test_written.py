"""Dates written out, language by language."""

from datetime import date

import pytest

from headwater.intake.reading.grammar import dates
from headwater.intake.reading.passage import Passage

WEDNESDAY = date(2026, 5, 20)


def read(language: str, text: str, report: date | None = WEDNESDAY) -> list[str | None]:
    found = dates(Passage(text, language, report))
    return [one.period.text if one.period else None for one in found]


@pytest.mark.parametrize(
    ("language", "text", "period"),
    [
        ("en", "On 15 March 2026 it rained.", "2026-03-15"),
        ("en", "On March 15, 2026 it rained.", "2026-03-15"),
        ("en", "On March 15th it rained.", "2026-03-15"),
        ("en", "On the 3rd of May it rained.", "2026-05-03"),
        ("en", "On 2026-03-15 it rained.", "2026-03-15"),
        ("en", "At 2026-03-15T10:00 it rained.", "2026-03-15"),
        ("en", "On 03/04/2026 it rained.", "2026-04-03"),
        ("en", "On 15/03/26 it rained.", "2026-03-15"),
        ("en", "On Sunday, 15 March 2026 it rained.", "2026-03-15"),
        ("en", "In March 2026 it rained.", "2026-03"),
        ("en", "In May 12 people came.", "2026-05"),
        ("en", "In early March 2026 it rained.", "2026-03-01/2026-03-10"),
        ("en", "In the second half of March 2026 it rained.", "2026-03-16/2026-03-31"),
        ("en", "In 2025 it rained.", "2025"),
        ("en", "In mid-2025 it rained.", "2025-05-01/2025-08-31"),
        ("en", "In summer 2025 it rained.", "2025-06-01/2025-08-31"),
        ("en", "In the first quarter of 2026 it rained.", "2026-01-01/2026-03-31"),
        ("en", "In Q1 2026 it rained.", "2026-01-01/2026-03-31"),
        ("en", "In winter 2025/26 it rained.", "2025-12-01/2026-02-28"),
        ("en", "In 2024-2025 it rained.", "2024-01-01/2025-12-31"),
        ("en", "From 3 to 5 May it rained.", "2026-05-03/2026-05-05"),
        ("en", "Between 3 and 5 May it rained.", "2026-05-03/2026-05-05"),
        ("en", "On the night of 3 to 4 May it rained.", "2026-05-03/2026-05-04"),
        ("sr", "U noći 3/4.5.2026. padala je kiša.", "2026-05-03/2026-05-04"),
        ("sr", "У ноћи 3./4.5.2026. падала је киша.", "2026-05-03/2026-05-04"),
        ("en", "On 3 and 4 May 2026 it rained.", "2026-05-03/2026-05-04"),
        ("en", "On 3, 4 and 6 May 2026 it rained.", "2026-05-03/2026-05-06"),
        ("en", "From 28 April to 3 May 2026 it rained.", "2026-04-28/2026-05-03"),
        ("en", "From 28 December to 3 January it rained.", "2025-12-28/2026-01-03"),
        ("en", "In March-April 2026 it rained.", "2026-03-01/2026-04-30"),
        ("en", "On 3-May-2026 it rained.", "2026-05-03"),
        ("en", "On 25th & 26th March it rained.", "2026-03-25/2026-03-26"),
        ("en", "On 5 october 2025 it rained.", "2025-10-05"),
        ("sr", "Padala je 15. marta 2026. godine.", "2026-03-15"),
        ("sr", "Datum: 15. mart 2026.", "2026-03-15"),
        ("sr", "Падала је 15. марта 2026. године.", "2026-03-15"),
        ("sr", "Padala je 3.4.2026. u Nišu.", "2026-04-03"),
        ("sr", "Padala je 15.03. u Nišu.", "2026-03-15"),
        ("sr", "Padala je u noći između 3. i 4. maja.", "2026-05-03/2026-05-04"),
        ("sr", "Padala je u noći 3/4. maja.", "2026-05-03/2026-05-04"),
        ("sr", "Padala je od 03. do 05.05.2026.", "2026-05-03/2026-05-05"),
        ("sr", "Padala je 3.-5.5.2026.", "2026-05-03/2026-05-05"),
        ("sr", "Padala je krajem 2025. godine.", "2025-09-01/2025-12-31"),
        ("sr", "Padala je početkom marta.", "2026-03-01/2026-03-10"),
        ("sr", "Падала је почетком марта.", "2026-03-01/2026-03-10"),
        ("sr", "Padala je u aprilu 2026. godine.", "2026-04"),
        ("sr", "Padala je tokom 2025. godine.", "2025"),
        ("hr", "Padala je 1. travnja 2026.", "2026-04-01"),
        ("hr", "Padala je 12. listopada.", "2025-10-12"),
        ("hr", "Padala je u studenom 2025.", "2025-11"),
        ("bs", "Padala je 7. juna 2025. godine.", "2025-06-07"),
        ("cnr", "Padala je 7. avgusta 2025. godine.", "2025-08-07"),
        ("sr", "Dogadjaj od 3. oktobra 2025", "2025-10-03"),
        ("mk", "Врнеше на 12 мај 2026.", "2026-05-12"),
        ("mk", "Врнеше на 12.05.2026 година.", "2026-05-12"),
        ("mk", "Врнеше ноќта меѓу 3 и 4 мај.", "2026-05-03/2026-05-04"),
        ("mk", "Врнеше на почетокот на март.", "2026-03-01/2026-03-10"),
        ("mk", "Врнеше во 2025 година.", "2025"),
        ("bg", "Валя на 5 май 2026 г.", "2026-05-05"),
        ("bg", "Валя на 5-ти май 2026 г.", "2026-05-05"),
        ("bg", "Валя в нощта на 3 срещу 4 май.", "2026-05-03/2026-05-04"),
        ("bg", "Валя в края на април 2026 г.", "2026-04-21/2026-04-30"),
        ("bg", "Валя през 2025 г.", "2025"),
        ("sq", "Ra shi më 5 mars 2026.", "2026-03-05"),
        ("sq", "Ra shi më 3 dhe 4 maj 2026.", "2026-05-03/2026-05-04"),
        ("sq", "Ra shi në fillim të marsit.", "2026-03-01/2026-03-10"),
        ("sq", "Ra shi në vitin 2025.", "2025"),
        ("sq", "Ra shi me 12 nentor 2025.", "2025-11-12"),
        ("tr", "15 Mart 2026'da yağmur yağdı.", "2026-03-15"),
        ("el", "Έβρεξε στις 3 Μαρτίου 2026.", "2026-03-03"),
        ("ar", "أمطرت في ١٥ مارس ٢٠٢٦", "2026-03-15"),
        ("ar", "أمطرت في 3 كانون الثاني 2026", "2026-01-03"),
        ("ar", "أمطرت في 3 تشرين الأول 2025", "2025-10-03"),
        ("ar", "أمطرت في ١٥/٣/٢٠٢٦", "2026-03-15"),
        ("ar", "أمطرت في 5 رمضان 1447", "2026-02-21/2026-02-23"),
        ("fa", "۱۵ خرداد ۱۴۰۴ باران آمد", "2025-06-05"),
        ("fa", "۱۴۰۴/۱۲/۲۵ باران آمد", "2026-03-16"),
        ("fa", "15 مارس 2026 باران آمد", "2026-03-15"),
        ("ku", "3 Gulan 2026 baran bû.", "2026-05-03"),
        ("ku", "لە ٥ی ئایاری ٢٠٢٦ باران باری", "2026-05-05"),
        ("fr", "Le 1er mai 2026 il a plu.", "2026-05-01"),
        ("de", "Am 3. März 2026 hat es geregnet.", "2026-03-03"),
        ("", "15. mart 2026.", "2026-03-15"),
        ("en", "The report of 15. mart 2026. says so.", "2026-03-15"),
    ],
)
def test_a_date_is_read_day_first(language: str, text: str, period: str) -> None:
    assert read(language, text) == [period]


@pytest.mark.parametrize(
    "text",
    [
        "It was 31.11.2026. and cold.",
        "On 30 February 2026 it was cold.",
        "Tuesday 15 March 2026 was a Sunday.",
        "On 03/15/2026 it was cold.",
        "In the winter of 2025 it was cold.",
        "From 5 to 3 May 2026 it was cold.",
        "On 25 May it is cold.",
    ],
)
def test_a_date_that_cannot_be_or_contradicts_itself_stays_text(text: str) -> None:
    assert read("en", text) == [None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They may march to the border."),
        ("en", "The 12 may have left."),
        ("en", "See version 3.2.1 and chapter 4.2."),
        ("en", "The host 192.168.1.2026 answered."),
        ("en", "They paid 2025 euros and 1.500.000 dinars."),
        ("en", "He has 2026 followers."),
        ("en", "At 22.30 they left."),
        ("en", "A fee of 2000 euros, from 2000 to 3000."),
        ("en", "In 2000 kilometres they stopped."),
        ("sr", "Naknada od 2000 evra do 2010 evra."),
        ("bg", "Цена на 2000 души."),
        ("sr", "U 22.30 su otišli."),
        ("sr", "Maja je otišla."),
        ("sq", "Mars është një planet."),
        ("tr", "Kasım Bey geldi."),
        ("ar", "شرب ماء"),
        ("fa", "او می رود"),
    ],
)
def test_what_is_no_date_is_left(language: str, text: str) -> None:
    assert read(language, text) == []


def test_a_day_ahead_of_the_report_is_read_where_the_text_speaks_of_plans() -> None:
    assert read("en", "They will meet on 25 May.") == ["2026-05-25"]


def test_the_weekday_tells_the_year() -> None:
    assert read("en", "On Friday 15 May they met.") == ["2026-05-15"]
    assert read("en", "On Thursday 15 May they met.") == ["2025-05-15"]


def test_a_date_without_a_year_means_nothing_without_the_reports_date() -> None:
    assert read("en", "On 3 May it rained.", None) == [None]


def test_the_span_is_the_date_as_written() -> None:
    text = "Padala je u noći između 3. i 4. maja 2026. godine."
    (found,) = dates(Passage(text, "sr", WEDNESDAY))
    assert text[slice(*found.span)] == "noći između 3. i 4. maja 2026. godine"
