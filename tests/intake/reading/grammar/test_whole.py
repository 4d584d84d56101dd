"""The whole grammar on any text: never a crash, never a value that does not stand there."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.intake.reading.grammar import (
    amounts,
    births,
    dates,
    fees,
    identifiers,
    makes,
    measures,
    numbers,
    quantities,
)
from headwater.intake.reading.passage import Passage

REPORT = date(2026, 5, 20)
LANGUAGES = ["en", "sr", "hr", "bs", "cnr", "mk", "bg", "sq", "tr", "el", "ar", "fa", "ku", "ps"]
PIECES = [
    *"0123456789٠١٢٣۴۵۶ .,:;/-–+()'\"°@€£$№\n\t",
    *("3", "15", "31", "2026", "1404", "1447", "02", "3.500", "5,000", "64 123 4567"),
    *("May", "marta", "мај", "април", "mars", "Mart", "رمضان", "خرداد", "Tuesday", "u utorak"),
    *("born", "rođen", "yesterday", "last", "week", "between", "and", "to", "do", "i", "и", "e"),
    *("EUR", "evra", "евро", "lek", "KM", "thousand", "hiljade", "dozens of", "up to", "oko"),
    *("per person", "po osobi", "na човек", "people", "лица", "boats", "kg", "hp", "years old"),
    *("passport no.", "JMBG", "IMEI", "IBAN GB82", "phone", "telefon", "plate", "van", "t.me/ab"),
    *("пре", "prije", "ago", "3/4.", "N", "E", "34T DQ", "0x", "bc1", "̌", "\u200c", "İ", "ß"),
]
TEXTS = st.one_of(
    st.text(max_size=120),
    st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
)


def read(text: str, language: str) -> list[tuple[int, int]]:
    """Where everything stands that the grammar finds, in the order of the reader."""
    passage = Passage(text, language, REPORT)
    marks = identifiers(passage)
    dated = [*dates(passage), *births(passage)]
    counted = numbers(passage)
    money = amounts(passage, counted)
    priced = fees(passage, money)
    spans = [*(one.span for one in marks), *(one.span for one in dated)]
    spans += [(one.start, one.end) for one in counted]
    for amount in (*money, *(fee.amount for fee in priced)):
        spans += [amount.span, *(span for span in (amount.low, amount.high) if span)]
        assert amount.money.text == text[slice(*amount.span)]
        assert amount.currency[0] <= amount.currency[1]
    spans += [(fee.basis.start, fee.basis.end) for fee in priced if fee.basis]
    for quantity in quantities(passage, counted):
        spans += [quantity.span, quantity.words]
    spans += [one.span for one in measures(passage, counted)]
    spans += [(one.start, one.end) for one in makes(passage)]
    return spans


@settings(deadline=None, max_examples=300)
@given(TEXTS, st.sampled_from([*LANGUAGES, "fr", "de", ""]))
def test_everything_found_stands_in_the_text(text: str, language: str) -> None:
    for start, end in read(text, language):
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]


@settings(deadline=None, max_examples=100)
@given(TEXTS, st.sampled_from(LANGUAGES))
def test_a_date_is_a_day_that_there_was_or_none(text: str, language: str) -> None:
    for one in dates(Passage(text, language, REPORT)):
        if one.period:
            assert one.period.earliest <= one.period.latest
            assert one.role == ""


@pytest.mark.parametrize(
    "piece",
    ["1", "1 ", "3.4.2026 ", "3/", "5 EUR ", "@a", "4°", "IBAN GB82 WEST ", "one and ", "a"],
)
def test_one_long_line_is_read_to_its_end(piece: str) -> None:
    text = (piece * 20_000)[:20_000]
    assert all(0 <= start < end <= len(text) for start, end in read(text, "en"))


def test_three_languages_in_one_text_are_read_where_it_is_safe() -> None:
    text = "Paid 3.500 evra po osobi on 3 May 2026; në 5 mars 2026; на 7 мај 2026."
    found = [text[start:end] for start, end in read(text, "sr")]
    assert {"3.500 evra", "po osobi", "3 May 2026", "5 mars 2026", "7 мај 2026"} <= set(found)


def test_a_table_pasted_as_text_gives_no_dates_across_its_cells() -> None:
    text = "Date\tCount\n03.05.2026\t12\n04.05.2026\t15\n"
    passage = Passage(text, "en", REPORT)
    assert [one.period.text for one in dates(passage) if one.period] == ["2026-05-03", "2026-05-04"]


def test_a_misread_scan_gives_no_invented_values() -> None:
    text = "On l5 Mareh 2O26 they pa1d 3.5OO eur0 at 5O,OOO."
    passage = Passage(text, "en", REPORT)
    assert identifiers(passage) == dates(passage) == []
    assert amounts(passage, numbers(passage)) == []
