"""What tells who somebody is, in the form in which two agencies' spellings are equal."""

import pytest

from headwater.safeguard.traces import Identifier, Particulars, asked, kept, of_statements


def met(row: Particulars, suspect: Particulars) -> set[str]:
    """Kinds of identifier by which the two meet, whoever holds a phone."""
    held = {(one.kind, one.form) for one in kept(row)}
    return {kind for kind, form in {(one.kind, one.form) for one in asked(suspect)} & held}


@pytest.mark.parametrize(
    ("written", "otherwise"),
    [("N 1234567", "n1234567"), ("Р-123/456", "P123456"), ("١٢٣٤٥٦", "123456")],
)
def test_a_document_is_the_same_however_it_is_written(written, otherwise):
    row, suspect = (Particulars(documents=[("", number)]) for number in (written, otherwise))
    assert met(row, suspect) == {"document"}


@pytest.mark.parametrize(
    ("kind", "other", "meet"),
    [
        ("passport", "Pasoš", True),
        ("", "lična karta", True),
        ("identity card", "", True),
        ("passport", "ID card", False),
    ],
)
def test_a_document_of_another_kind_is_another_document(kind, other, meet):
    row, suspect = (Particulars(documents=[(one, "N1234567")]) for one in (kind, other))
    assert bool(met(row, suspect)) is meet


def test_a_name_counts_only_beside_a_full_birth_date():
    row = Particulars(names=["Omar Hidden"], births=["1991-01-02"])
    assert met(row, Particulars(names=["Омар Хиден"], births=["1991-01-02"])) == {
        "name and birth date"
    }
    for births in ([], ["1991"], ["1991-01"], ["1991-01-03"]):
        assert met(row, Particulars(names=["Омар Хиден"], births=births)) == set()
    assert kept(Particulars(names=["Omar Hidden"], births=["1991"])) == []


def test_numbers_within_a_list_and_local_phones_tell_nobody():
    person = Particulars(
        documents=[("", "12"), ("", "none")], phones=["0645550142"], accounts=["cash"]
    )
    assert kept(person) == []


def test_a_phone_carries_the_name_of_its_holder():
    (phone,) = kept(Particulars(names=["Omar Hidden", "Abu X"], phones=["+381645550142"]))
    assert phone == Identifier("phone", "+381645550142", "mr tn")
    assert phone.strong
    assert kept(Particulars(phones=["+381645550142"])) == [Identifier("phone", "+381645550142")]


def test_properties_of_a_person_are_read_and_others_passed_by():
    said = [("name", "Omar Hidden"), ("passportNumber", "N1234567"), ("gender", "male")]
    assert of_statements(said) == Particulars(
        names=["Omar Hidden"],
        births=[],
        phones=[],
        accounts=[],
        documents=[("passport", "N1234567")],
    )
