"""A number that everybody has is a contact number, and exempts nobody but its own holder."""

import pytest

from headwater.safeguard.traces import Hit, Identifier, of_one_person, places_of

PHONE = Identifier("phone", "+381645550142", "grn")


def rows(holders: int, same: int = -1) -> list[Hit]:
    return [Hit(PHONE, "R", n, holder=100 + n, same_holder=n == same) for n in range(holders)]


@pytest.mark.parametrize(("holders", "counts"), [(1, True), (2, True), (3, False), (20, False)])
def test_a_phone_of_three_people_or_more_does_not_exempt_the_guide(holders, counts):
    assert bool(of_one_person(rows(holders))) is counts


def test_the_same_person_counted_twenty_times_is_one_holder():
    hits = [Hit(PHONE, "R", n, holder=7) for n in range(20)]
    assert of_one_person(hits) == hits


def test_of_a_number_that_many_hold_the_row_of_the_same_name_counts():
    assert places_of(of_one_person(rows(20, same=4))) == {("R", 4)}


def test_documents_and_names_with_birth_dates_count_however_many_there_are():
    for kind in ("document", "account", "name and birth date"):
        hits = [Hit(Identifier(kind, "x"), "R", n) for n in range(5)]
        assert of_one_person(hits) == hits


def test_another_phone_is_counted_by_itself():
    other = Hit(Identifier("phone", "+38164000"), "R", 99, holder=1)
    assert of_one_person([*rows(3), other]) == [other]
