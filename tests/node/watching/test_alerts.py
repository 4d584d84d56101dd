"""An alert is seen by those it is for who see what it rests on; to all others nothing differs."""

from dataclasses import replace

import pytest

from headwater.model import WrongUse
from headwater.node import erase
from headwater.node.watching import acknowledge, alerts, from_now_on, watch_for, watches
from headwater.safeguard import Role, Viewer
from tests.node.watching.telling import LEG, SECRET, TODAY, tell


@pytest.fixture
def officer(node):
    viewer = Viewer("bo", node.store.agency, frozenset({Role.OFFICER}))
    node.store.put_user(viewer)
    return replace(node, viewer=viewer)


def test_an_alert_tells_what_when_from_where_and_for_whom(node):
    made = watch_for(node, "place", {"place": "Horgoš"})
    tell(node, "U1", "Seen at Horgoš.", ("place:hw-horgos", "Place", "name", "Horgoš"))
    (alert,) = alerts(node)
    assert (alert.watch, alert.asks, alert.told) == (made.id, "anything on Horgoš", "mira")
    assert (alert.report, alert.title, alert.items) == ("U1", "About U1", (1,))
    assert alert.statements == ("U1#1.1",)
    assert alert.words == "Seen at >>Horgoš<<."
    assert alert.when[:10] == TODAY
    assert alert.as_dict()["urgency"] == "ordinary"


def test_lives_come_first_and_the_time_asked_for_holds(node):
    watch_for(node, "place", {"place": "Horgoš"})
    tell(node, "U1", "They cannot breathe.")
    tell(node, "U2", "Seen at Horgoš.", ("place:hw-horgos", "Place", "name", "Horgoš"))
    assert [one.urgency for one in alerts(node)] == ["life_at_risk", "ordinary"]
    assert len(alerts(node, since=TODAY)) == 2
    assert alerts(node, since="2999-01-01") == []


def test_a_secret_report_changes_nothing_for_who_may_not_read_it(node, officer):
    watch_for(officer, "leg", {"place": "Horgoš"})
    tell(node, "U1", "By van to Horgoš.", *LEG)
    before = [one.as_dict() for one in alerts(officer)]
    tell(node, "U2", "By van to Horgoš. They cannot breathe.", *LEG, handling=SECRET)
    assert [one.as_dict() for one in alerts(officer)] == before
    assert len(alerts(node)) == 1
    with pytest.raises(WrongUse) as hidden:
        acknowledge(officer, [alerts(node)[0].id])
    with pytest.raises(WrongUse) as nowhere:
        acknowledge(officer, ["0" * 12])
    assert hidden.value.do == nowhere.value.do


def test_each_user_reads_an_alert_with_name_and_time(node, officer):
    tell(node, "U1", "They cannot breathe.")
    (alert,) = alerts(node, unread=True)
    assert acknowledge(officer, [alert.id, alert.id]) == [alert.id]
    (seen,) = alerts(node)
    assert [one.who for one in seen.read] == ["bo"]
    assert seen.read[0].when[:10] == TODAY
    assert seen.unread
    assert alerts(officer, unread=True) == []
    assert not alerts(officer)[0].unread


def test_an_alert_that_cannot_be_read_keeps_the_others_unread(node):
    tell(node, "U1", "They cannot breathe.")
    (alert,) = alerts(node)
    with pytest.raises(WrongUse, match="no alert"):
        acknowledge(node, [alert.id, "nothing"])
    assert alerts(node)[0].unread


def test_to_look_at_alerts_is_a_consultation_and_to_find_none_is_not(node):
    before = len(list(node.store.audit()))
    assert alerts(node) == []
    assert len(list(node.store.audit())) == before
    tell(node, "U1", "They cannot breathe.")
    assert len(alerts(node)) == 1
    (*_, last) = node.store.audit()
    assert (last["operation"], last["reason"], last["who"]) == ("consultation", "alerts", "mira")
    assert "U1" in last["what"]  # so that whoever asks about the report finds who was told of it
    assert len(last["what"]) == 2


def test_an_erased_report_takes_its_alerts_and_leaves_no_byte(node, tmp_path):
    watch_for(node, "words", {"words": "zelkova raft"})
    tell(node, "U1", "A zelkova raft; they cannot breathe.")
    assert len(alerts(node)) == 2
    erase(node, "U1", "test")
    assert alerts(node) == []
    assert len(watches(node)) == 2


def test_alerts_are_told_a_page_at_a_time(node):
    for number in range(3):
        tell(node, f"U{number}", "They cannot breathe.")
    whole = [one.id for one in alerts(node)]
    assert [one.id for one in alerts(node, most=2)] == whole[:2]
    assert [one.id for one in alerts(node, start=2, most=2)] == whole[2:]


def test_a_page_misses_nothing_that_comes_after_it_was_made(node):
    made = from_now_on()
    tell(node, "U1", "They cannot breathe.")
    assert len(alerts(node, since=made)) == 1
