"""Whom a watch is about, and that a refusal tells nothing of who is in a node."""

from dataclasses import replace

import pytest

from headwater.model import NotPermitted
from headwater.node import categorise, decide
from headwater.node.looking import Shelf
from headwater.node.watching import Terms, alerts, holders_beside, watch_for, watches
from headwater.node.workroom import InPlace
from headwater.safeguard import Role, Viewer
from tests.node.watching.telling import SECRET, person, suspect, tell


def refusal(node, kind, **question):
    with pytest.raises(NotPermitted) as refused:
        watch_for(node, kind, question)
    return refused.value.as_dict()


def test_a_suspect_is_watched_by_name_in_any_script_by_id_and_by_phone(node):
    who = suspect(node)
    watch_for(node, "person", {"name": "Драган Марковић"})
    watch_for(node, "person", {"name": who})
    watch_for(node, "identifier", {"sort": "phone", "number": "+381 60 123 4567"})
    assert {watch.subjects for watch in node.store.watches.all()} == {(who,)}


@pytest.mark.parametrize("category", ["victim", "witness", "being_moved", "undecided", "other", ""])
def test_who_may_not_be_watched_is_refused_as_if_not_there(node, category):
    tell(node, "U1", "Halim Demirović +381601234567", *person("Halim Demirović", "+381601234567"))
    if category:
        categorise(node, "U1#1@m1", category, "Drava", "test")
    by_name = refusal(node, "person", name="Halim Demirović")
    assert by_name == refusal(node, "person", name="Nobody Whoever")
    assert by_name == refusal(node, "person", name="U1#1@m1")
    number = {"sort": "phone", "number": "+381601234567"}
    assert by_name == refusal(node, "identifier", **number)
    assert by_name == refusal(node, "identifier", **number | {"number": "+381609999999"})
    assert node.store.watches.all() == []


@pytest.mark.parametrize("behind", [False, True])
def test_who_holds_a_number_is_found_in_the_picture_at_hand_as_in_the_store(node, behind):
    who = suspect(node)
    tell(node, "U1", "Halim Demirović +381601111111", *person("Halim Demirović", "+381601111111"))
    categorise(node, "U1#1@m1", "victim", "Drava", "test")
    before = Shelf().look(node)
    other = suspect(node, "S2", "Goran Petrić", "+381602222222")
    held = replace(before, behind=True) if behind else Shelf().look(node)
    holders = holders_beside(lambda: held, InPlace())

    def put(number):
        asked = {"sort": "phone", "number": number}
        return watch_for(node, "identifier", asked, holders=holders)

    put("+381 60 123 4567")
    put("+381 60 222 2222")
    assert {watch.subjects for watch in node.store.watches.all()} == {(who,), (other,)}
    for number in ("+381601111111", "+381603333333"):
        with pytest.raises(NotPermitted):
            put(number)


def test_a_suspect_in_one_case_and_a_victim_in_another_is_not_watched(node):
    who = suspect(node)
    categorise(node, who, "victim", "Sava", "test")
    refusal(node, "person", name="Dragan Marković")


def test_somebody_under_pressure_is_not_watched(node):
    suspect(node)
    made = watch_for(node, "person", {"name": "Dragan Marković"})
    tell(
        node,
        "U2",
        "Dragan Marković was forced.",
        ("S1#1@m1", "Person", "name", "Dragan Marković"),
        ("m2", "NetworkRole", "member", "S1#1@m1"),
        ("m2", "NetworkRole", "possiblyCoerced", "true"),
    )
    assert [one.state for one in watches(node) if one.id == made.id] == ["resting"]
    refusal(node, "person", name="Dragan Marković")


def test_a_namesake_without_a_category_does_not_keep_the_suspect_from_being_watched(node):
    who = suspect(node)
    tell(node, "U2", "Dragan Marković again", *person("Dragan Marković"))
    watch_for(node, "person", {"name": "Dragan Marković"})
    assert node.store.watches.all()[0].subjects == (who,)


def test_a_phone_that_somebody_else_holds_too_is_not_watched(node):
    suspect(node)
    tell(node, "U2", "Amina Yusuf +381601234567", *person("Amina Yusuf", "+381601234567"))
    refusal(node, "identifier", sort="phone", number="+381601234567")


def test_a_document_is_its_holders(node):
    who = suspect(node)
    tell(
        node,
        "U2",
        "passport N123456",
        ("m1", "Identification", "number", "N123456"),
        ("m1", "Identification", "holder", who),
    )
    watch_for(node, "identifier", {"sort": "document", "number": "N 123456"})


def test_what_a_viewer_may_not_see_decides_nothing_for_that_viewer(node):
    who = suspect(node)
    tell(
        node,
        "U2",
        "Dragan Marković is a victim.",
        (who, "Person", "name", "Dragan Marković"),
        ("m2", "CategoryDecision", "subject", who),
        ("m2", "CategoryDecision", "category", "victim"),
        handling=SECRET,
    )
    officer = Viewer("bo", node.store.agency, frozenset({Role.OFFICER}))
    node.store.put_user(officer)
    refusal(node, "person", name="Dragan Marković")
    watch_for(replace(node, viewer=officer), "person", {"name": "Dragan Marković"})


def test_for_safety_a_supervisor_watches_whoever_it_is(node):
    terms = Terms(safeguarding=True)
    watch_for(replace(node, stated="safeguarding: Amina"), "person", {"name": "Amina Yusuf"}, terms)
    (kept,) = node.store.watches.all()
    assert kept.safeguarding
    assert kept.subjects == ()


@pytest.mark.parametrize("own", [True, False], ids=["both hold it", "one holds it"])
def test_a_watch_on_a_phone_rests_while_its_holder_is_one_with_no_suspect_any_more(node, own):
    phone = "+381601234567"
    who = suspect(node, phone=phone if own else "")
    tell(node, "U1", f"Zoran {phone}", *person("Zoran", phone))
    (joined,) = decide(node, "same", [who, "U1#1@m1"], "one man")
    made = watch_for(node, "identifier", {"sort": "phone", "number": phone})
    decide(node, "undo", [joined], "two men")
    tell(node, "U2", f"by {phone}", ("m1", "Person", "phone", phone))
    assert alerts(node) == []
    assert [one.state for one in watches(node)] == ["asked", "resting"]
    categorise(node, "U1#1@m1", "suspect", "Drava", "test")
    tell(node, "U3", f"again by {phone}", ("m1", "Person", "phone", phone))
    assert [one.report for one in alerts(node)] == ["U3"]
    assert made.id == alerts(node)[0].watch
