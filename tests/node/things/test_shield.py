"""Who is not named to whom, and for which purpose."""

import numpy as np

from headwater.node.looking import House
from headwater.node.things import shield_for, shield_of
from headwater.safeguard import NOT_NAMED, Role, Viewer
from tests.node.things.conftest import CASE, look


def shield(node, purpose="", viewer=None):
    at = House(node.store, node.settings).enter(viewer or node.viewer, purpose or node.stated)
    return shield_for(at, look(node, purpose, viewer).picture)


def test_victims_and_people_being_moved_are_not_named_for_a_general_purpose(told, people):
    hides = shield(told)
    assert hides.name(people["Amina Nepostojeca"], "Amina") == NOT_NAMED
    assert hides.name(people["Yusuf Izmisljenovic"], "Yusuf") == NOT_NAMED
    assert hides.name(people["Goran Izmišljeni"], "Goran") == "Goran"


def test_they_are_named_for_a_named_case(told, people):
    assert not shield(told, CASE).stands


def test_their_names_and_numbers_are_taken_out_of_sentences(told, people):
    hides = shield(told)
    said = "Amina Nepostojeca was held at Horgos; call +4915112345678."
    text = hides.text("IR 3", 1, said)
    assert "Amina" not in text
    assert "4915112345678" not in text
    assert "held at Horgos" in text
    assert hides.words("AMINA Nepostojeca said so").endswith("said so")


def test_who_searches_for_them_searches_for_nothing(told, people):
    hides = shield(told)
    assert hides.open_words("Nepostojeca").strip() == ""
    assert hides.open_words("Izmišljeni Horgos") == "Izmišljeni Horgos"


def test_the_undecided_are_named_only_before_those_who_decide(told):
    liaison = Viewer("lin", told.store.agency, frozenset({Role.LIAISON}))
    before, behind = shield(told), shield(told, viewer=liaison)
    assert not before.hides("IR 2#1@m1")
    assert behind.hides("IR 2#1@m1")
    ids = look(told).picture.entities["id"].to_pylist()
    flags = behind.hides_rows(np.arange(len(ids))).tolist()
    assert [one for one, hidden in zip(ids, flags, strict=True) if hidden] == [
        one for one in ids if behind.hides(one)
    ]


def test_viewers_who_are_shown_the_same_share_what_is_kept(told):
    house = House(told.store, told.settings)
    held = look(told)
    first = shield_of(house.enter(told.viewer, "one"), held)
    assert shield_of(told, held) is first
    assert shield_of(house.enter(told.viewer, CASE), held) is not first
