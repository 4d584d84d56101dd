import pytest

from headwater.picture import build
from tests.fakes.store import ANALYST, GENERAL, FakeStore


@pytest.fixture
def store():
    return FakeStore()


def entity(store, one):
    picture = build(store, ANALYST, GENERAL)
    return next(row for row in picture.entities.to_pylist() if row["id"] == one)


def test_an_entity_is_of_the_most_telling_schema_said_of_it(store):
    store.say("R1", "A", "LegalEntity", name="Ana")
    store.say("R2", "A", "Person", name="Ana")
    assert entity(store, "A")["schema"] == "Person"


def test_an_entity_that_is_only_a_value_has_the_schema_that_it_must_have(store):
    store.say("R1", "L", "Leg", to="place:b")
    assert entity(store, "place:b")["schema"] == "Place"


def test_it_is_called_by_the_name_given_most_often(store):
    store.say("R1", "A", "Person", name=["Ana Kos", "A. Kos-Longname"])
    store.say("R2", "A", "Person", name="Ana Kos", alias=["Boss"] * 5)
    assert entity(store, "A")["caption"] == "Ana Kos"


def test_without_a_name_it_is_called_by_a_number_or_by_the_words_that_refer_to_it(store):
    store.say("R1", "A", "Person", phone="+38160111")
    store.say("R1", "C", "Contact", source="A", target="the tall one")
    assert entity(store, "A")["caption"] == "+38160111"
    assert entity(store, "the tall one")["caption"] == "the tall one"
    assert entity(store, "C")["caption"] == "C"


def test_statements_reports_and_groups_behind_it_are_counted(store):
    for urn in ("R1", "R2", "R3"):
        store.reported(urn, originator="One" if urn < "R3" else "Two")
    store.say("R1", "A", "Person", name="Ana", valid_from="2024-01-05")
    store.say("R2", "C", "Contact", source="A", target="B", text="They meet.")
    store.say("R3", "C", "Contact", source="B", target="A", kind="call", text="Many calls.")
    found = entity(store, "A")
    assert (found["statements"], found["reports"], found["groups"]) == (3, 3, 2)
    assert (found["first"], found["last"]) == ("2024-01-05", "2025-03-01")


def test_it_is_proposed_until_something_about_it_is_accepted(store):
    store.say("R1", "A", "Person", name="Ana", status="proposed")
    assert entity(store, "A")["status"] == "proposed"
    store.say("R1", "A", "Person", name="Anna")
    assert entity(store, "A")["status"] == "accepted"


def test_a_person_without_a_decision_is_undecided_and_protected(store):
    store.say("R1", "A", "Person", name="Ana")
    found = entity(store, "A")
    assert (found["category"], found["rankable"], found["protected"]) == ("undecided", False, True)


def test_things_that_are_no_people_have_no_category(store):
    store.say("R1", "N", "Network", name="Group K")
    found = entity(store, "N")
    assert (found["category"], found["rankable"], found["protected"]) == ("", False, False)


def test_an_office_counts_only_where_an_open_source_names_it(store):
    store.reported("PRESS", originator="open source", origin_known=False)
    store.say("PRESS", "A", "Person", name="Ana", position="Home Secretary")
    store.say("R1", "B", "Person", name="Bo", position="driver")
    assert entity(store, "A")["public_office"]
    assert not entity(store, "B")["public_office"]


def test_names_keep_their_kind_and_statement(store):
    store.say("R1", "A", "Person", name="Ana", alias="Anka")
    names = build(store, ANALYST, GENERAL).names.to_pylist()
    assert [(n["name"], n["kind"], n["statement"]) for n in names] == [
        *(("Ana", "name", "R1#1.1"), ("Anka", "alias", "R1#1.2"))
    ]


def test_that_somebody_decided_a_category_does_not_make_the_person_better_attested(store):
    store.say("R1", "A", "Person", name="Ana")
    store.reported("D1", format="decision", originator="ana", information_from="2026-05-05")
    decided = {"category": "suspect", "decidedBy": "ana", "reason": "seen"}
    store.say("D1", "K", "CategoryDecision", subject="A", **decided)
    store.say("R2", "K2", "CategoryDecision", subject="A", **decided)
    found = entity(store, "A")
    assert (found["reports"], found["groups"]) == (1, 1)
    assert (found["first"], found["last"]) == ("2025-03-01", "2025-03-01")
    assert found["category"] == "suspect"
