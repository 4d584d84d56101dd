import pytest

from headwater.resolve.columns import standing
from headwater.resolve.strong.profile import BORN, NAME, SEX, Profile, more_specific, read_profiles
from tests.resolve.scans import person, scan_of


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("LegalEntity", "Person", "Person"),
        ("Person", "LegalEntity", "Person"),
        ("Person", "Organization", ""),
        ("", "Network", "Network"),
        ("", "", ""),
        ("Odd", "Odd", "Odd"),
        ("Odd", "Person", ""),
    ],
)
def test_the_more_specific_of_two_schemata_is_taken(left, right, expected):
    assert more_specific(left, right) == expected


def test_a_profile_gathers_what_stands_about_each_entity():
    scan = scan_of(
        ("a", "LegalEntity", "name", "Arben  TEST"),
        *person("a", birthDate="1980-05-01", gender="male"),
        ("a", "Person", "birthDate", "1991", {"status": "rejected"}),
        *person("b", name="Boro"),
    )
    profiles = read_profiles(scan, standing(scan), {"a", "c"})
    assert profiles["a"].schema == "Person"
    assert profiles["a"].said == {"name": {"arben test": 0}, BORN: {"1980": 1}, SEX: {"male": 2}}
    assert profiles["c"] == Profile()
    assert set(profiles) == {"a", "c"}


def test_years_of_birth_that_differ_speak_against_a_join_and_missing_ones_do_not():
    old, young = Profile(said={BORN: {"1980": 3}}), Profile(said={BORN: {"1990": 7}})
    assert old.contradiction(Profile()).reason == ""
    assert old.contradiction(young).numbers == (3, 7)
    young.take_in(Profile(said={BORN: {"1980": 9}}))
    assert old.contradiction(young).reason == ""


def test_two_numbers_of_one_kind_of_document_speak_against_a_join():
    one = Profile(said={"passport rs": {"A1": 0}})
    two = Profile(said={"passport rs": {"B2": 1}})
    other = Profile(said={"passport al": {"B2": 1}})
    assert "document" in one.contradiction(two).reason
    assert one.contradiction(other).reason == ""


def test_different_names_do_not_speak_against_a_join():
    one, two = Profile(said={NAME: {"arben": 0}}), Profile(said={NAME: {"beni": 1}})
    assert one.contradiction(two).reason == ""
