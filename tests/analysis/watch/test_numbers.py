import pytest

from headwater.analysis.watch.numbers import number_form, numbered, sort_of
from headwater.safeguard.watching import NUMBERS


@pytest.mark.parametrize("written", ["+381 60/123-4567", "381601234567", "+381601234567"])
def test_one_number_however_written_has_one_form(written):
    assert number_form(written) == "381601234567"


@pytest.mark.parametrize(
    ("schema", "name", "sort"),
    [
        ("Person", "phone", "phone"),
        ("Vehicle", "registrationNumber", "vehicle"),
        ("Company", "registrationNumber", ""),
        ("Person", "name", ""),
        ("Nothing", "phone", ""),
    ],
)
def test_a_property_holds_one_sort_of_number_or_none(schema, name, sort):
    assert sort_of(schema, name) == sort
    assert sort in ("", *NUMBERS)


def test_every_sort_can_be_met():
    assert {"phone", "iban", "passportNumber", "registrationNumber"} <= set(numbered())
