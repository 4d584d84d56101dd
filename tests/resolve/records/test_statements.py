"""Persons as statements tell of them, whatever the order in which these came in."""

from hypothesis import given
from hypothesis import strategies as st

from headwater.resolve.records import (
    Tie,
    categories_told,
    evidence_of,
    people_told,
    ties_told,
)
from tests.resolve.scans import category, person, scan_of


def told(*lines):
    return {entity: one.record for entity, one in people_told(scan_of(*lines)).items()}


def test_a_person_has_the_values_that_statements_give():
    record = told(
        *person("a", name="Arben Krasniqi", alias="Beni", birthDate="1990-04-05", gender="male"),
        *person("a", passportNumber="AB12345", nationality="rs", phone="+38164111222"),
    )["a"]
    assert record.values == {
        "name": ("Arben Krasniqi", "Beni"),
        "birth_date": ("1990-04-05",),
        "sex": ("male",),
        "country": ("rs",),
        "phone": ("+38164111222",),
        "document": ("passport|rs|AB12345",),
    }


def test_what_others_say_that_a_person_holds_is_the_persons():
    record = told(
        *person("a", name="Arben Krasniqi"),
        ("i", "Identification", "holder", "a"),
        ("i", "Identification", "number", "9981234"),
        ("i", "Identification", "type", "Residence permit"),
        ("i", "Identification", "country", "DE"),
        ("c", "Call", "caller", "a"),
        ("c", "Call", "callerNumber", "+38164111222"),
        ("u", "UserAccount", "owner", "a"),
        ("u", "UserAccount", "username", "beni_88"),
        ("v", "Vehicle", "owner", "a"),
        ("v", "Vehicle", "registrationNumber", "SU-123-AB"),
    )["a"]
    assert record.values["document"] == ("residence permit|de|9981234",)
    assert record.values["phone"] == ("+38164111222",)
    assert record.values["handle"] == ("beni_88",)
    assert record.values["plate"] == ("SU-123-AB",)


def test_bodies_and_those_without_a_name_are_no_persons():
    found = told(
        ("n", "Network", "name", "The Heron"),
        ("l", "LegalEntity", "name", "Luan Berisha"),
        ("x", "LegalEntity", "name", "Drava Transport"),
        ("x", "Company", "registrationNumber", "123"),
        *person("a", phone="+38164111222"),
    )
    assert set(found) == {"l"}


def test_what_was_rejected_or_denied_is_nobodys_value():
    found = told(
        *person("a", name="Arben Krasniqi"),
        ("a", "Person", "birthDate", "1990", {"status": "rejected"}),
        ("a", "Person", "phone", "+38164111222", {"modality": "denied"}),
        ("b", "Person", "name", "Luan Berisha", {"status": "rejected"}),
    )
    assert set(found) == {"a"}
    assert set(found["a"].values) == {"name"}


def test_first_and_last_name_make_a_name_where_none_is_given():
    assert told(*person("a", lastName="Krasniqi", firstName="Arben"))["a"].values["name"] == (
        "Arben Krasniqi",
    )


def test_protective_categories_count_when_proposed_and_the_others_when_accepted():
    lines = [*person("a", name="A B"), *person("b", name="C D"), *person("c", name="E F")]
    found = told(
        *lines,
        *category("a", "victim"),
        *category("b", "suspect"),
        *category("c", "suspect", status="accepted"),
    )
    assert [found[one].categories for one in "abc"] == [("victim",), (), ("suspect",)]


def test_who_may_be_coerced_or_stands_under_a_stop_is_undecided():
    found = categories_told(
        scan_of(
            *category("a", "suspect", status="accepted"),
            ("r", "NetworkRole", "member", "a"),
            ("r", "NetworkRole", "role", "small_hand"),
            ("h", "HumanitarianStop", "subject", "b"),
            ("q", "NetworkRole", "member", "c"),
            ("q", "NetworkRole", "role", "organiser"),
        )
    )
    assert found == {"a": ("suspect", "undecided"), "b": ("undecided",)}


def test_every_value_names_the_statement_behind_it():
    scan = scan_of(*person("a", name="Arben Krasniqi", birthDate="1990", phone="+38164111222"))
    one = people_told(scan)["a"]
    assert evidence_of(scan, [(one, ("name", "phone"))]) == {"a": ("R1#1.1", "R1#3.1")}


def test_ties_tell_who_was_where_and_with_whom():
    scan = scan_of(
        ("s", "Sighting", "subject", "a"),
        ("s", "Sighting", "place", "gn-1"),
        ("s", "Sighting", "date", "2025-03-01"),
        ("k", "Contact", "source", "a"),
        ("k", "Contact", "target", "b"),
        ("p", "Payment", "payer", "a"),
        ("p", "Payment", "beneficiary", "c"),
    )
    assert ties_told(scan) == sorted(
        [
            Tie("a", "seen", "gn-1", "2025-03-01"),
            Tie("a", "contact", "b"),
            Tie("b", "contact", "a"),
            Tie("a", "payment", "c"),
            Tie("c", "payment", "a"),
        ]
    )


LINES = [
    *person("a", name="Arben Krasniqi", alias="Beni", birthDate="1990"),
    *person("a", nationality="rs", citizenship="al", passportNumber="AB12345"),
    ("i", "Identification", "holder", "a"),
    ("i", "Identification", "number", "9981234"),
    *category("a", "suspect", status="accepted"),
]


@given(st.permutations(LINES))
def test_the_order_of_statements_does_not_matter(lines):
    assert told(*lines) == told(*LINES)
