"""What comes in is asked every watch: once, whoever added it, and nothing that has expired."""

from dataclasses import replace

import pytest

from headwater.node import categorise
from headwater.node.reading import adding
from headwater.node.watching import Terms, alerts, ask_watches, end_watch, watch_for
from headwater.safeguard import Role, Viewer
from tests.node.watching.telling import LEG, SECRET, person, suspect, tell


def said(node):
    return [(one.report, one.says) for one in alerts(node)]


def test_a_new_leg_alerts_and_what_was_here_before_does_not(node):
    tell(node, "U1", "By van to Horgoš.", *LEG)
    watch_for(node, "leg", {"place": "Horgoš"})
    assert said(node) == []
    tell(node, "U2", "By van to Horgoš.", *LEG)
    assert said(node) == [("U2", "A leg from Subotica to Horgoš by van.")]
    assert ask_watches(node) == []


def test_an_expired_or_ended_watch_asks_nothing(node):
    ended = watch_for(node, "leg", {"place": "Horgoš"})
    expired = watch_for(node, "leg", {"mode": "van"})
    end_watch(node, ended.id)
    kept = {watch.id: watch for watch in node.store.watches.all()}
    node.store.watches.put(replace(kept[expired.id], expires="2026-01-01"))
    tell(node, "U1", "By van to Horgoš.", *LEG)
    assert said(node) == []


def test_a_life_at_risk_is_told_before_anybody_accepts_anything_and_is_on_record(node):
    tell(
        node,
        "U1",
        "A boat is taking on water off Dunkirk.",
        ("place:x", "Place", "name", "Dunkirk"),
    )
    (alert,) = alerts(node)
    assert alert.urgency == "life_at_risk"
    assert alert.says == "A life may be at risk (sinking) at Dunkirk."
    logged = [e for e in node.store.audit() if e["operation"] == "disclosure"]
    assert [e["reason"] for e in logged] == ["a life at risk"]
    assert "U1" in logged[0]["what"]
    tell(node, "U2", "A boat was taking on water.", day="2025-01-01")
    assert len(alerts(node)) == 1


def test_a_watched_name_and_a_watched_phone_alert_in_another_script(node):
    suspect(node)
    watch_for(node, "person", {"name": "Dragan Marković"})
    watch_for(node, "identifier", {"sort": "phone", "number": "+381601234567"})
    tell(node, "U1", "Драган Марковић", *person("Драган Марковић"))
    tell(node, "U2", "Somebody with +381601234567", *person("Somebody", "+381601234567"))
    found = said(node)
    assert ("U1", "A person called Драган Марковић: chance 1.00 that it is the watched name.") in (
        found
    )
    assert ("U2", "The phone +381601234567 is named.") in found


def test_a_match_by_what_is_known_alerts_whoever_watches_that_person(node):
    suspect(node)
    watch_for(node, "person", {"name": "Dragan Marković", "chance": "1"})
    tell(node, "U1", "D. Marković +381601234567", *person("D. Marković", "+381601234567"))
    (found,) = alerts(node)
    assert found.report == "U1"
    assert {one.partition("#")[0] for one in found.statements} == {"S1", "U1"}


def test_who_may_no_longer_be_watched_alerts_nobody(node):
    who = suspect(node)
    watch_for(node, "person", {"name": "Dragan Marković"})
    categorise(node, who, "victim", "Sava", "test")
    tell(node, "U1", "Dragan Marković", *person("Dragan Marković"))
    assert said(node) == []


def test_the_watch_of_a_user_who_is_gone_on_a_person_alerts_nobody(node):
    suspect(node)
    watch_for(node, "person", {"name": "Dragan Marković"})
    (kept,) = node.store.watches.all()
    node.store.watches.put(replace(kept, owner="gone"))
    tell(node, "U1", "Dragan Marković", *person("Dragan Marković"))
    assert node.store.watches.last() == 0


def test_a_match_that_rests_on_what_the_owner_may_not_see_is_told_to_nobody(node):
    officer = Viewer("bo", node.store.agency, frozenset({Role.OFFICER}))
    node.store.put_user(officer)
    his = replace(node, viewer=officer)
    suspect(node, phone="")
    tell(
        node,
        "U1",
        "+381601234567",
        ("S1#1@m1", "Person", "phone", "+381601234567"),
        handling=SECRET,
    )
    watch_for(his, "person", {"name": "Dragan Marković", "chance": "1"})
    tell(node, "U2", "Drago +381601234567", *person("Dragan M.", "+381601234567"))
    assert alerts(his) == []


@pytest.mark.parametrize("words", ["halim", "demirović"])
def test_words_do_not_find_the_names_of_people(node, words):
    watch_for(node, "words", {"words": words})
    watch_for(node, "words", {"words": "raft"})
    tell(node, "U1", "Halim Demirović bought a raft; Halim paid.", *person("Halim Demirović"))
    assert said(node) == [("U1", "The words 'raft' stand in it.")]


def test_a_watch_for_safety_is_told_to_the_safeguarding_role_alone(node):
    carer = Viewer("cara", node.store.agency, frozenset({Role.SAFEGUARDING}))
    boss = Viewer("bo", node.store.agency, frozenset({Role.SUPERVISOR}))
    for viewer in (carer, boss):
        node.store.put_user(viewer)
    his = replace(node, viewer=boss, stated="safeguarding: Amina")
    watch_for(his, "person", {"name": "Amina Yusuf"}, Terms(safeguarding=True))
    tell(node, "U1", "Amina Yusuf was seen.", *person("Amina Yusuf"))
    assert alerts(his) == []
    (found,) = alerts(replace(his, viewer=carer))
    assert (found.report, found.told, found.urgency) == ("U1", "safeguarding", "high")


def test_a_watched_name_that_the_reader_missed_alerts_once_somebody_adds_it(node):
    suspect(node)
    watch_for(node, "person", {"name": "Dragan Marković"})
    tell(node, "U1", "There was Драган Марковић.")
    assert said(node) == []
    case = replace(node, stated="case: Drava")
    missed = adding.Missed("U1#1", "person", {"name": "Драган Марковић"}, "read there")
    adding.add_missed(case, missed, None)
    ((report, told),) = said(node)
    assert report == "U1"
    assert "Драган Марковић" in told
