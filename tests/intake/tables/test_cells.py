"""Cells: local forms of numbers, dates, phones, countries and words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.intake.tables.cells import (
    Form,
    cell_reader,
    read_country,
    read_date,
    read_number,
    read_phone,
)
from headwater.model import Refused, schema


@pytest.mark.parametrize(
    ("cell", "decimal", "value"),
    [
        ("1.250,00", ".", "1250"),
        ("1.250,50", ",", "1250.5"),
        ("1,250.50", ",", "1250.5"),
        ("1.250", ",", "1250"),
        ("1.250", ".", "1.25"),
        ("1,250", ".", "1250"),
        ("44.123456", ",", "44.123456"),
        ("12,5", ".", "12.5"),
        ("1 250 000", ".", "1250000"),
        ("1'250", ".", "1250"),
        ("007", ".", "7"),
        ("-0.50", ".", "-0.5"),
        ("0", ",", "0"),
    ],
)
def test_numbers_are_read_in_the_forms_people_write(cell, decimal, value):
    assert read_number(cell, decimal) == value


@pytest.mark.parametrize("cell", ["NaN", "1e9", "12 34", "about 5", "1.2.3", "", "5%", "²", "٣x"])
def test_what_is_no_number_is_refused(cell):
    with pytest.raises(Refused):
        read_number(cell)


@given(st.integers(-(10**12), 10**12), st.sampled_from([".", ","]))
def test_every_whole_number_comes_back(number, decimal):
    assert read_number(str(number), decimal) == str(number)
    assert read_number(f"{number:,}", ".") == str(number)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1.3.2025.", "2025-03-01"),
        ("01.03.2025 14:05:00", "2025-03-01T14:05:00"),
        ("2025-03-01T14:05", "2025-03-01T14:05:00"),
        ("2025-03-01T14:05:00Z", "2025-03-01T14:05:00Z"),
        ("2025Q1", "2025-01-01/2025-03-31"),
        ("2025-03", "2025-03"),
    ],
)
def test_dates_keep_their_time_of_day_and_their_uncertainty(cell, value):
    assert read_date(cell, Form()) == value


@pytest.mark.parametrize("cell", ["31.11.2025", "2025-02-30", "45366", "1.3.2025 25:00", "soon"])
def test_a_day_that_does_not_exist_is_refused(cell):
    with pytest.raises(Refused):
        read_date(cell, Form())


def test_a_day_count_is_a_date_in_a_workbook_alone():
    assert read_date("45366", Form(serial_dates=True)) == "2024-03-15"
    assert read_date("2024", Form(serial_dates=True)) == "2024"


def test_a_pattern_of_the_mapping_is_followed():
    assert read_date("03/15/2025", Form(date="%m/%d/%Y")) == "2025-03-15"
    with pytest.raises(Refused):
        read_date("15/03/2025", Form(date="%m/%d/%Y"))


@pytest.mark.parametrize(
    ("cell", "country", "value"),
    [
        ("+44 7700 900123", "", "+447700900123"),
        ("0044 7700 900123", "", "+447700900123"),
        ("064 123 4567", "rs", "+381641234567"),
    ],
)
def test_phones_are_written_in_one_form(cell, country, value):
    assert read_phone(cell, country) == value


@pytest.mark.parametrize("cell", ["447700900123", "064 123 4567", "unknown", "+1"])
def test_a_phone_that_cannot_be_told_is_refused(cell):
    with pytest.raises(Refused):
        read_phone(cell)


@pytest.mark.parametrize("cell", ["RS", "srb", "Serbia", "Србија", "Srbija", "SERBIA"])
def test_a_country_is_known_by_code_and_name(cell):
    assert read_country(cell) == "rs"


def test_words_of_the_table_are_translated_before_they_are_checked():
    mode = schema("Leg").properties["mode"]
    read = cell_reader(mode, Form(words={"Pješke": "foot"}))
    assert (read("pješke"), read("Taxi boat")) == ("foot", "taxi_boat")
    with pytest.raises(Refused, match="not a word for mode"):
        read("carpet")


@pytest.mark.parametrize(
    ("kind", "name", "good", "bad"),
    [
        ("LegalEntity", "email", "a@b.org", "a b@c"),
        ("LegalEntity", "website", "https://a.org", "javascript:x"),
        ("NetworkRole", "possiblyCoerced", "Yes", "perhaps"),
        ("Person", "gender", "Female", "?"),
    ],
)
def test_values_of_other_types_are_checked(kind, name, good, bad):
    read = cell_reader(schema(kind).properties[name], Form())
    assert read(good)
    with pytest.raises(Refused):
        read(bad)
