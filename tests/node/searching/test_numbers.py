"""Numbers, however they are written."""

import pytest

from headwater.node.searching.numbers import NumberIndex, plain_number
from headwater.picture import Picture, make_table

SAID = [
    ("a", "Person", "phone", "+381601234567"),
    ("b", "Vehicle", "registrationNumber", "SU 123-AB"),
    ("c", "Identification", "number", "P0012345"),
    ("d", "Person", "phone", "0601234567"),
    ("d", "Person", "name", "12345678"),
]
ROWS = {
    "id": [f"U#1.{n}" for n in range(len(SAID))],
    "urn": ["U"] * len(SAID),
    "item": [1] * len(SAID),
    "n": list(range(len(SAID))),
    "entity": [one[0] for one in SAID],
    "schema": [one[1] for one in SAID],
    "property": [one[2] for one in SAID],
    "value": [one[3] for one in SAID],
}
INDEX = NumberIndex(Picture.of({"statements": make_table("statements", ROWS)}))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("+381 60 123-45-67", {"a", "d"}),
        ("060 1234567", {"a", "d"}),
        ("00381601234567", {"a", "d"}),
        ("su123ab", {"b"}),
        ("СУ 123 АБ", {"b"}),
        ("SU 123", {"b"}),
        ("p0012345", {"c"}),
        ("12345678", set()),
        ("123", set()),
        ("Goran", set()),
        ("+381609999999", set()),
    ],
)
def test_a_number_is_found_in_any_writing_and_another_is_not(asked, found):
    assert {one.entity for one in INDEX.bearing(asked)} == found


def test_the_whole_number_is_told_from_a_beginning():
    assert [one.whole for one in INDEX.bearing("SU 123-AB")] == [True]
    assert [one.whole for one in INDEX.bearing("SU 123")] == [False]


def test_signs_between_do_not_matter():
    assert plain_number("AB-12 / 3") == plain_number("аб123") == "ab123"
