"""What was here before a watch was put is shown when asked for, and raises no alert."""

from dataclasses import replace

import pytest

from headwater.model import WrongUse
from headwater.node import categorise
from headwater.node.watching import alerts, found_earlier, look_back, tell_earlier, watch_for
from headwater.node.watching import earlier as module
from headwater.safeguard import Role, Viewer
from tests.node.watching.telling import LEG, person, suspect, tell


@pytest.fixture
def colleague(node):
    viewer = Viewer("bo", node.store.agency, frozenset({Role.OFFICER}))
    node.store.put_user(viewer)
    return replace(node, viewer=viewer)


def urns(node, watch):
    return [one.report for one in found_earlier(node, watch).found]


@pytest.mark.parametrize(
    ("kind", "question"),
    [
        ("leg", {"place": "Horgoš"}),
        ("leg", {"mode": "van"}),
        ("place", {"place": "Horgoš"}),
        ("words", {"words": "blue van"}),
        ("network", {"name": "Plavi kombi"}),
    ],
)
def test_what_was_here_is_found_the_latest_first_and_alerts_nobody(node, kind, question):
    said = [*LEG, ("m2", "Organization", "name", "Плави комби")]
    tell(node, "U1", "A blue van from Subotica to Horgoš, of Плави комби.", *said)
    tell(node, "U2", "The coast was quiet.")
    tell(node, "U3", "One more blue van.", *said)
    made = watch_for(node, kind, question)
    assert urns(node, made.id) == ["U3", "U1"]
    assert alerts(node) == []
    tell(node, "U4", "A third blue van.", *said)
    assert [one.report for one in alerts(node)] == ["U4"]


def test_a_watched_name_and_number_are_found_in_another_script(node):
    suspect(node)
    tell(node, "U1", "Видели су га: Драган Марковић.", *person("Драган Марковић"))
    by_name = watch_for(node, "person", {"name": "Dragan Marković"})
    assert urns(node, by_name.id) == ["U1", "S1"]
    by_number = watch_for(node, "identifier", {"sort": "phone", "number": "+381601234567"})
    assert urns(node, by_number.id) == ["S1"]


def test_who_may_no_longer_be_watched_is_not_looked_up(node):
    held = suspect(node)
    made = watch_for(node, "person", {"name": "Dragan Marković"})
    categorise(node, held, "victim", "Drava", "test")
    assert urns(node, made.id) == []


def test_who_may_no_longer_be_watched_is_not_told_of_though_it_was_looked_before(node):
    held = suspect(node)
    made = watch_for(node, "person", {"name": "Dragan Marković"})
    before = look_back(node, made.id)
    assert tell_earlier(node, made.id, before).found
    categorise(node, held, "victim", "Drava", "test")
    assert (tell_earlier(node, made.id, before).found, before.more) == ((), 0)


def test_what_a_viewer_may_not_see_is_not_found_and_not_counted(node, colleague):
    tell(node, "U1", "A van at Horgoš.", *LEG)
    tell(node, "U2", "A secret van at Horgoš.", *LEG, compartment="Drava")
    made = watch_for(colleague, "place", {"place": "Horgoš"})
    found = found_earlier(colleague, made.id)
    assert [one.report for one in found.found] == ["U1"]
    assert (found.more, found.items) == (0, 1)
    cleared = replace(node, viewer=replace(node.viewer, compartments=frozenset({"Drava"})))
    assert urns(cleared, watch_for(cleared, "place", {"place": "Horgoš"}).id) == ["U2", "U1"]


def test_the_last_items_are_asked_and_so_many_reports_told(node, monkeypatch):
    for number in range(4):
        tell(node, f"U{number}", "A van at Horgoš.", *LEG)
    made = watch_for(node, "place", {"place": "Horgoš"})
    monkeypatch.setattr(module, "MOST_ITEMS", 3)
    monkeypatch.setattr(module, "MOST_TOLD", 2)
    found = found_earlier(node, made.id)
    assert [one.report for one in found.found] == ["U3", "U2"]
    assert (found.more, found.items) == (1, 3)
    assert found.since


def test_nobody_looks_back_by_the_watch_of_a_colleague(node, colleague):
    made = watch_for(node, "place", {"place": "Horgoš"})
    with pytest.raises(WrongUse, match="no watch"):
        found_earlier(colleague, made.id)


def test_to_look_back_is_a_consultation_of_what_was_found(node):
    tell(node, "U1", "A van at Horgoš.", *LEG)
    made = watch_for(node, "place", {"place": "Horgoš"})
    (one,) = found_earlier(node, made.id).found
    entry = list(node.store.audit())[-1]
    assert entry["operation"] == "consultation"
    assert len(entry["what"]) == 3
    assert "U1" in entry["what"]
    assert one.words
