import pytest

from headwater.resolve.linkage.contradictions import (
    BORN,
    DOCUMENTS,
    FAR,
    JUDGED,
    SEX,
    TWO_PLACES,
    Contradictions,
    contradictions,
    facts,
)
from headwater.resolve.records import PersonRecord, Tie
from tests.resolve.linkage.worlds import person


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ({"birth_date": "1980-05-02"}, {"birth_date": "1982-05-02"}, (BORN,)),
        ({"birth_date": "1980-05-02"}, {"birth_date": "1981-12-31"}, ()),
        ({"birth_date": "1980-05-02"}, {"birth_date": "1990"}, ()),
        ({"birth_date": "1980-01-01"}, {"birth_date": "1990-03-04"}, ()),
        ({"birth_date": "1960"}, {"birth_date": "1990"}, (FAR,)),
        ({"birth_date": "1960"}, {"birth_date": "1990-05-05"}, (FAR,)),
        ({"sex": "male"}, {"sex": "F"}, (SEX,)),
        ({"sex": "m"}, {"sex": "muško"}, ()),
        ({"sex": "m"}, {"sex": "unknown"}, ()),
        ({"document": "passport|rs|123456"}, {"document": "Passport|RS|123-457"}, (DOCUMENTS,)),
        ({"document": "passport|rs|123456"}, {"document": "passport|rs|12 34 56"}, ()),
        ({"document": "passport|rs|123456"}, {"document": "passport|bg|123457"}, ()),
        ({"document": "passport|rs|123456"}, {"document": "identity card|rs|123457"}, ()),
        ({"document": "||123456"}, {"document": "||123457"}, ()),
        ({"document": "passport|rs|none"}, {"document": "passport|rs|123457"}, ()),
    ],
)
def test_what_contradicts_and_what_only_looks_so(left, right, expected):
    one, other = facts(person("a", **left)), facts(person("b", **right))
    assert contradictions(one, other) == expected
    assert contradictions(other, one) == expected


def test_one_date_of_several_that_fits_is_enough():
    several = PersonRecord("a", {"birth_date": ("1970-02-02", "1980-02-02")}, ("suspect",))
    assert contradictions(facts(several), facts(person("b", birth_date="1980-02-03"))) == ()


@pytest.mark.parametrize(
    ("place", "day", "expected"),
    [
        ("Probovo, BG", "2030-04-01", (TWO_PLACES,)),
        ("Testino, RS", "2030-04-01", ()),
        ("Probovo, BG", "2030-04-02", ()),
        ("Probovo, BG", "2030-04", ()),
        ("Probovo", "2030-04-01", ()),
    ],
)
def test_two_countries_on_one_day_contradict(place, day, expected):
    records = [person("a"), person("b")]
    ties = [Tie("a", "seen", "Testovo, RS", "2030-04-01"), Tie("b", "seen", place, day)]
    assert Contradictions(records, ties, {}).between([0], [1]) == expected


def test_what_a_person_judged_stands_between_the_clusters():
    records = [person("a", sex="m"), person("b", sex="f"), person("c")]
    held = Contradictions(records, [], {("a", "b"): True, ("b", "c"): False})
    assert held.between([0], [1]) == ()
    assert held.between([0, 1], [2]) == (JUDGED,)
    assert held.same() == [(0, 1)]
