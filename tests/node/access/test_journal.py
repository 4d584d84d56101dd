"""What the auditor reads of the door."""

import dataclasses

import pytest

from headwater.model import NotPermitted
from headwater.node.access import journal
from headwater.safeguard import Role


def test_the_auditor_reads_who_came_and_went(node, gate, desk, clock):
    desk.come_in("ana")
    clock.later(days=1)
    desk.come_in("ana")
    auditor = dataclasses.replace(node, viewer=node.store.user("petra"))
    rows = journal.read(auditor).rows
    read = [event for event in rows if event["event"] == "logged in with a code"]
    assert [(event["user"], event["times"]) for event in read] == [("ana", 1), ("ana", 1)]
    assert list(node.store.audit())[-1]["who"] == "petra"


def test_the_latest_comes_first_a_page_at_a_time_of_everybody_or_one(node, gate, clock):
    for n, who in enumerate(("ana", "boro", "ana", "boro", "ana")):
        journal.note(gate, who, f"event {n}")
        clock.later(minutes=1)
    journal.note(gate, "boro", "event 1")  # it happened again
    auditor = dataclasses.replace(node, viewer=node.store.user("petra"))
    page = journal.read(auditor, start=1, most=2)
    assert [one["event"] for one in journal.read(auditor, most=1).rows] == ["event 1"]
    assert [one["event"] for one in page.rows] == ["event 4", "event 3"]
    hers = journal.read(auditor, "ana", most=2)
    assert [one["event"] for one in hers.rows] == ["event 4", "event 2"]
    assert (page.whole, hers.whole) == (5, 3)


def test_nobody_else_reads_it(node):
    for role in set(Role) - {Role.AUDITOR}:
        other = dataclasses.replace(node.viewer, roles=frozenset({role}))
        with pytest.raises(NotPermitted):
            journal.read(dataclasses.replace(node, viewer=other))


def test_what_repeats_within_a_day_is_counted(node, gate):
    for _ in range(50):
        journal.note(gate, "", "log-in failed", "203.0.113.9")
    (event,) = gate.records.of("event")
    assert event.content["times"] == 50


def test_what_is_old_is_dropped(gate, clock):
    journal.note(gate, "ana", "logged out")
    clock.later(days=journal.KEPT_DAYS + 1)
    gate.records.expire(clock())
    assert gate.records.of("event") == []
