import numpy as np
import pytest

from headwater.model import WrongUse
from headwater.resolve import resolve_people
from headwater.resolve.batch import _strongest
from headwater.resolve.engines import Weighed
from headwater.resolve.records import PersonRecord


def person(identity, name, category="suspect", **values):
    held = {field: (value,) for field, value in values.items()}
    return PersonRecord(identity, {"name": (name,), **held}, (category,))


PEOPLE = [
    person("c", "Goran Perić", phone="+38164123456", birth_date="1980-02-03"),
    person("a", "Горан Перић", phone="+38164123456", birth_date="1980-02-03"),
    person("b", "Milan Kovač", phone="+38164999999", birth_date="1971-05-06"),
    person("d", "Goran Perić", "being_moved", phone="+38164123456", birth_date="1980-02-03"),
    person("e", "Goran Perić", "undecided", phone="+38164123456", birth_date="1980-02-03"),
]


def test_one_person_in_two_scripts_is_one_cluster_named_after_its_smallest_id():
    found = resolve_people(PEOPLE)
    assert list(found.members) == ["c", "a", "b", "d", "e"]
    assert found.clusters["c"] == found.clusters["a"] == "a"
    assert found.members["a"].weight == found.members["c"].weight
    assert found.members["b"].cluster == "b"


def test_nobody_protected_is_compared_with_anybody():
    found = resolve_people(PEOPLE)
    for record in ("d", "e"):
        assert found.members[record] == (record, None, None, None)
    assert not any({pair.left, pair.right} & {"d", "e"} for pair in found.review)


def test_the_order_of_records_makes_no_difference():
    one, other = resolve_people(PEOPLE), resolve_people(PEOPLE[::-1])
    assert one.clusters == other.clusters
    assert one.model == other.model


def test_what_a_person_judged_holds():
    apart = resolve_people(PEOPLE, judged={("a", "c"): False})
    assert apart.clusters["c"] == "c"
    together = resolve_people(PEOPLE, judged={("b", "c"): True})
    assert together.clusters["b"] == together.clusters["c"]


def test_only_sure_joins_count_when_asked_for():
    found = resolve_people(PEOPLE, certain=True)
    joined = {pair for pair in found.sure_pairs}
    assert (found.clusters["c"] == "a") == (("a", "c") in joined)


def test_progress_ends_with_everything_done():
    told = []
    resolve_people(PEOPLE, progress=lambda done, whole: told.append((done, whole)))
    assert told[-1][0] == told[-1][1]


def test_an_unknown_engine_is_refused():
    with pytest.raises(WrongUse, match="no engine"):
        resolve_people(PEOPLE, engine="magic")


def test_a_name_alone_is_never_sure():
    found = resolve_people([person("1", "Mohammed Ali"), person("2", "Mohammed Ali")])
    assert found.clusters["2"] == "1"
    assert found.members["2"].sure is False
    assert [(pair.left, pair.right) for pair in found.review] == [("1", "2")]
    assert resolve_people([person("1", "Ana"), person("2", "Ana")], certain=True).sure_pairs == ()


def test_a_name_with_a_phone_and_a_birth_date_is_sure_and_at_least_ninety_nine_in_a_hundred():
    member = resolve_people(PEOPLE).members["a"]
    assert member.sure
    assert member.probability >= 0.99


def test_the_chance_that_is_shown_is_without_what_all_odds_are_too_high_by():
    chances = np.array([0.5, 0.8])
    weighed = Weighed(np.array([[0, 1], [1, 2]]), np.array([3.0, 5.0]), chances, None, "")
    whole = dict.fromkeys("abc", "a")
    records = [person(one, "Goran Perić") for one in "abc"]
    assert _strongest(records, weighed, whole, 0.0)["a"] == (3.0, 0.5)
    lower = {one: chance for one, (_, chance) in _strongest(records, weighed, whole, 2.0).items()}
    assert lower == pytest.approx({"a": 0.2, "b": 0.5, "c": 0.5})
