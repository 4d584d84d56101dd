import pytest

from headwater.resolve.records.table.values import e164, iso_date


@pytest.mark.parametrize(
    ("given", "iso"),
    [
        ("1980-02-03", "1980-02-03"),
        ("1980-02", "1980-02"),
        ("1980", "1980"),
        ("19800203", "1980-02-03"),
        ("3.2.1980", "1980-02-03"),
        ("03/02/1980", "1980-02-03"),
        ("02/23/1980", "1980-02-23"),
        ("2.1980", "1980-02"),
        ("1980-02-03 00:00:00", "1980-02-03"),
        ("ca. 1980", "1980"),
        ("١٩٨٠", "1980"),
        ("1980-02-31", "1980-02"),
        ("19804403", "1980"),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_a_date_is_read_in_the_forms_that_tables_have(given, iso):
    assert iso_date(given) == iso


@pytest.mark.parametrize(
    ("given", "countries", "number"),
    [
        ("+381 64 123 4567", (), "+381641234567"),
        ("00381641234567", (), "+381641234567"),
        ("064/123-4567", ("RS",), "+381641234567"),
        ("064/123-4567", ("Serbia",), "0641234567"),
        ("64 123", (), "64123"),
        ("none", ("RS",), ""),
    ],
)
def test_a_phone_is_brought_to_its_international_form_where_the_country_is_known(
    given, countries, number
):
    assert e164(given, countries) == number
