"""Who meets a row about people being moved, and what a viewer who may not see that row gets."""

import pytest

from headwater.picture import build
from headwater.picture.build import questions
from headwater.safeguard import Purpose, Viewer
from headwater.safeguard.traces import Identifier
from tests.fakes.store import ANALYST, GENERAL, FakeStore

PHONE = "+381645550142"
CLEARED = Viewer("zoe", "Home Agency", frozenset({"analyst"}), frozenset({"closed"}))
OPEN = frozenset({0})


def moved(store, kind, form, *, urn="T1", row=1, holder="", label=0):
    if (urn, 1) not in store.items_held:
        store.say(urn, f"{urn}#1@o", "Observation", count="9", label=label)
    store.traces_held.append((urn, 1, row, Identifier(kind, form, holder)))


def suspect(store, *, category="suspect", urn="B1", who="p", **told):
    store.say(urn, who, "Person", **({"name": "Omar Hidden"} | told))
    store.say(f"{urn}c", f"{urn}c#1@d", "CategoryDecision", subject=who, category=category)


@pytest.fixture
def store():
    return FakeStore()


def row_of(store, viewer=ANALYST, who="p"):
    rows = build(store, viewer, GENERAL).entities.to_pylist()
    return next(row for row in rows if row["id"] == who)


def asked(store):
    return questions(store, store.scan(OPEN), OPEN)


@pytest.mark.parametrize(
    ("kind", "form", "told"),
    [
        ("document", "passport N1234567", {"passportNumber": "N 1234567"}),
        ("phone", PHONE, {"phone": PHONE}),
        ("document", " N1234567", {"idNumber": "n1234567"}),
    ],
)
def test_a_strong_identifier_makes_a_suspect_undecided_and_protected(store, kind, form, told):
    suspect(store, **told)
    assert row_of(store)["rankable"]
    moved(store, kind, form)
    row = row_of(store)
    assert (row["category"], row["rankable"], row["protected"]) == ("undecided", False, True)
    (question,) = asked(store)
    assert question.strong
    assert (question.mention, question.name, question.category) == ("p", "Omar Hidden", "suspect")
    assert question.why == kind
    assert {one.partition("#")[0] for one in question.evidence} == {"B1"}


def test_a_name_with_birth_date_leaves_methods_about_people_and_nothing_else(store):
    suspect(store, birthDate="1991-01-02")
    moved(store, "name and birth date", "mr tn 1991-01-02")
    row = row_of(store)
    assert (row["category"], row["rankable"], row["protected"]) == ("suspect", False, False)
    (question,) = asked(store)
    assert not question.strong


def test_a_guides_number_in_the_rows_of_many_does_not_exempt_the_guide(store):
    suspect(store, phone=PHONE)
    for row in range(20):
        moved(store, "phone", PHONE, row=row, holder=f"nm {row}")
    assert row_of(store)["rankable"]
    assert asked(store) == []
    moved(store, "phone", PHONE, row=21, holder="mr tn")
    assert not row_of(store)["rankable"]


def test_a_viewer_who_may_not_see_the_row_gets_what_was_there_before_it_came(store):
    suspect(store, phone=PHONE)
    before = build(store, ANALYST, GENERAL).fingerprint
    moved(store, "phone", PHONE, label=1)
    assert build(store, ANALYST, GENERAL).fingerprint == before
    assert asked(store) == []
    seen = build(store, CLEARED, Purpose("who runs it", "general"))
    assert seen.entities.filter(seen.entities["rankable"]).num_rows == 0


def test_rows_that_may_not_be_seen_make_no_contact_number_of_a_phone(store):
    suspect(store, phone=PHONE)
    moved(store, "phone", PHONE)
    for row in range(20):
        moved(store, "phone", PHONE, urn="T2", row=row, holder=f"nm {row}", label=1)
    assert not row_of(store)["rankable"]
    assert row_of(store, CLEARED)["rankable"]


@pytest.mark.parametrize("category", ["being_moved", "victim", "witness", "undecided"])
def test_who_is_protected_already_is_not_asked_about(store, category):
    suspect(store, category=category, phone=PHONE)
    before = row_of(store)
    moved(store, "phone", PHONE)
    assert asked(store) == []
    assert row_of(store) == before


def test_who_nobody_decided_on_waits_as_before_and_is_asked_about_once_called_a_suspect(store):
    store.say("B1", "p", "Person", name="Omar Hidden", phone=PHONE)
    moved(store, "phone", PHONE)
    assert asked(store) == []
    assert row_of(store)["category"] == "undecided"


def test_only_an_answer_to_this_very_row_settles_it(store):
    suspect(store, phone=PHONE)
    moved(store, "phone", PHONE)
    moved(store, "phone", PHONE, urn="T2")
    store.say("C1", "C1#1@d", "CategoryDecision", subject="p", category="suspect")
    assert not row_of(store)["rankable"]
    store.answers_held["C1"] = frozenset({("T1", 1)})
    assert not row_of(store)["rankable"]
    store.answers_held["C1"] = frozenset({("T1", 1), ("T2", 1)})
    assert row_of(store)["rankable"]
    assert asked(store) == []


def test_a_match_with_one_mention_protects_the_joined_person(store):
    suspect(store)
    store.say("B2", "q", "Person", name="О. Хиден", phone=PHONE)
    moved(store, "phone", PHONE)
    assert row_of(store)["rankable"]
    store.judged("p", "q")
    assert not row_of(store)["rankable"]
    (question,) = asked(store)
    assert question.mention == "p"


def test_a_proposed_number_counts_and_a_rejected_one_does_not(store):
    suspect(store)
    moved(store, "phone", PHONE)
    store.say("B2", "p", "Person", phone=PHONE, status="rejected")
    assert row_of(store)["rankable"]
    store.say("B3", "p", "Person", phone=PHONE, status="proposed")
    assert not row_of(store)["rankable"]
