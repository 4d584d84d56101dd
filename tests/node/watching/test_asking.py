"""A watch is put, renewed and ended by its owner, and each step is on record."""

from dataclasses import replace

import pytest

from headwater.model import NotPermitted, WrongUse
from headwater.node import categorise
from headwater.node.watching import Terms, end_watch, renew_watch, watch_for, watches
from headwater.safeguard import Role, Viewer
from tests.node.watching.telling import suspect


@pytest.fixture
def colleague(node):
    viewer = Viewer("bo", node.store.agency, frozenset({Role.ANALYST}))
    node.store.put_user(viewer)
    return replace(node, viewer=viewer)


def test_a_watch_is_told_in_words_with_its_last_day(node):
    made = watch_for(node, "leg", {"place": "Horgos", "mode": "van"}, Terms(7, "Drava"))
    assert (made.asks, made.state) == ("any new leg through Horgoš by van", "asked")
    assert (made.owner, made.purpose, made.case, made.told) == ("mira", "test", "Drava", "mira")
    assert made.expires > made.made[:10]
    assert watches(node)[1:] == [made]


def test_whether_lives_are_at_risk_is_asked_in_every_node(node):
    (danger,) = watches(node)
    assert (danger.id, danger.expires, danger.told) == ("danger", "", "whoever reads reports here")
    with pytest.raises(WrongUse, match="no watch danger"):
        end_watch(node, "danger")


def test_nobody_sees_or_ends_the_watch_of_a_colleague(node, colleague):
    made = watch_for(node, "place", {"place": "Horgoš"})
    assert [one.id for one in watches(colleague)] == ["danger"]
    for step in (end_watch, renew_watch):
        with pytest.raises(WrongUse) as there:
            step(colleague, made.id)
        with pytest.raises(WrongUse) as nowhere:
            step(colleague, "12345678")
        hidden = there.value.as_dict()["what"].replace(made.id, "")
        assert hidden == nowhere.value.as_dict()["what"].replace("12345678", "")


def test_an_ended_watch_can_be_renewed_and_the_days_are_limited(node):
    made = watch_for(node, "place", {"place": "Horgoš"}, Terms(1))
    assert end_watch(node, made.id).state == "ended"
    renewed = renew_watch(node, made.id, days=60)
    assert (renewed.state, renewed.made) == ("asked", made.made)
    assert renewed.expires > made.expires
    for days in (0, 91):
        with pytest.raises(WrongUse):
            renew_watch(node, made.id, days=days)
        with pytest.raises(WrongUse):
            watch_for(node, "place", {"place": "Horgoš"}, Terms(days))


def test_who_may_no_longer_be_watched_is_not_watched_longer(node):
    who = suspect(node)
    made = watch_for(node, "person", {"name": "Dragan Marković"})
    categorise(node, who, "witness", "Drava", "test")
    with pytest.raises(NotPermitted):
        renew_watch(node, made.id)


def test_a_watch_without_a_purpose_is_refused(node):
    with pytest.raises(WrongUse, match="purpose"):
        watch_for(replace(node, stated=""), "place", {"place": "Horgoš"})


def test_each_step_and_each_refusal_is_on_record(node):
    made = watch_for(node, "place", {"place": "Horgoš"})
    end_watch(node, made.id)
    with pytest.raises(NotPermitted):
        watch_for(node, "person", {"name": "Nobody Whoever"})
    log = [(e["operation"], e["reason"]) for e in node.store.audit()]
    assert ("alteration", "a watch was put") in log
    assert ("alteration", "a watch was ended") in log
    assert ("consultation", "to watch for a person called Nobody Whoever, in any script") in log
