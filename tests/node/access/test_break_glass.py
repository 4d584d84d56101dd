"""One report in spite of the rules: seen by one user, and by the auditor."""

import dataclasses

import pytest

from headwater.model import Handling, Item, NotPermitted, Report, WrongUse
from headwater.node import add_user
from headwater.node.access import accounts, break_glass
from headwater.safeguard import Role
from headwater.store import Batch

WHY = "A boat with forty people left an hour ago"


def report(urn, owner="Drava Hub", handling=None):
    return Report(urn, owner, (Item(1, f"What {urn} says.", handling=handling or Handling()),))


@pytest.fixture
def secret(node):
    """S1 and S2 lie in one compartment, S3 is a partner's and for supervisors alone."""
    when = "2026-11-22T12:00:00+00:00"
    for one in (report("S1"), report("S2"), report("S3", "Partner", Handling(tlp="RED"))):
        node.store.add(Batch([one], [], compartment="k1", clearance=3), recorded=when)
    node.store.add(Batch([report("U1")], []), recorded=when)
    return node.store


def as_user(node, name, *roles):
    add_user(node, name, roles, [], 1)
    return dataclasses.replace(node, viewer=node.store.user(name), stated="life at risk at sea")


def read(node, urn):
    return node.store.report(urn, node.allowed(urn))


def test_an_officer_reads_the_one_report_while_a_life_is_at_risk(node, secret):
    officer = as_user(node, "ana", "officer")
    assert read(officer, "S1") is None
    before = officer.allowed()
    break_glass.ask(officer, "S1", WHY, life_at_risk=True)
    assert read(officer, "S1").items[0].text == "What S1 says."
    assert read(officer, "S2") is None
    assert officer.allowed() == before  # pictures, searches and counts know nothing of it
    assert read(officer, "U1")


def test_it_holds_for_its_user_alone(node, secret):
    break_glass.ask(as_user(node, "ana", "officer"), "S1", WHY, life_at_risk=True)
    assert read(as_user(node, "bojan", "officer"), "S1") is None
    assert read(as_user(node, "ana", "admin"), "S1") is None  # who reads nothing, reads nothing


def test_it_ends(node, secret, monkeypatch):
    officer = as_user(node, "ana", "officer")
    break_glass.ask(officer, "S1", WHY, life_at_risk=True, minutes=60)
    monkeypatch.setattr("headwater.node.node.clock", lambda: "2099-01-01T00:00:00+00:00")
    assert read(officer, "S1") is None


def test_the_wish_of_another_owner_is_not_lifted(node, secret):
    officer = as_user(node, "ana", "officer")
    break_glass.ask(officer, "S3", WHY, life_at_risk=True)
    assert read(officer, "S3") is None


def test_the_answer_does_not_tell_whether_there_is_such_a_report(node, secret):
    officer = as_user(node, "ana", "officer")
    there = break_glass.ask(officer, "S1", WHY, life_at_risk=True)
    nowhere = break_glass.ask(officer, "S9", WHY, life_at_risk=True)
    assert dataclasses.replace(there, given=nowhere.given, until=nowhere.until) == (
        dataclasses.replace(nowhere, urn="S1")
    )
    assert read(officer, "S9") is None


def test_the_auditor_gets_a_notice_with_every_look(node, secret):
    officer, auditor = as_user(node, "ana", "officer"), as_user(node, "petra", "auditor")
    break_glass.ask(officer, "S1", WHY, life_at_risk=True)
    read(officer, "S1")
    read(officer, "S1")
    read(officer, "U1")
    ((notice,), _) = break_glass.notices(auditor)
    assert (notice.user, notice.urn, notice.reason) == ("ana", "S1", WHY)
    assert len(notice.looks) == 2
    told = [entry["reason"] for entry in node.store.audit(about="S1")]
    assert told == [f"broke the glass: {WHY}"] + [f"through broken glass: {WHY}"] * 2


def test_nobody_but_the_auditor_reads_or_clears_notices(node, secret):
    for role in set(Role) - {Role.AUDITOR}:
        other = as_user(node, "zoran", role)
        with pytest.raises(NotPermitted):
            break_glass.notices(other)
        with pytest.raises(NotPermitted):
            break_glass.clear(other, "x", "fine")


def test_a_fourth_time_waits_for_the_auditor(node, secret):
    officer, auditor = as_user(node, "ana", "officer"), as_user(node, "petra", "auditor")
    for n in range(3):
        break_glass.ask(officer, f"S{n}", WHY, life_at_risk=True)
    with pytest.raises(NotPermitted, match="already"):
        break_glass.ask(officer, "S4", WHY, life_at_risk=True)
    with pytest.raises(WrongUse, match="auditor clear"):
        accounts.end(node, "ana")
    for notice in break_glass.notices(auditor).rows:
        break_glass.clear(auditor, notice.handle, "a boat was found there")
    break_glass.ask(officer, "S4", WHY, life_at_risk=True)
    with pytest.raises(WrongUse):
        break_glass.clear(auditor, notice.handle, "again")
    with pytest.raises(WrongUse):
        break_glass.clear(auditor, break_glass.notices(auditor).rows[0].handle, " ")


def test_what_nobody_has_cleared_stands_first_then_the_last_a_page_at_a_time(node, secret):
    officer, auditor = as_user(node, "ana", "officer"), as_user(node, "petra", "auditor")
    for n in range(3):
        break_glass.ask(officer, f"S{n}", WHY, life_at_risk=True)
    last = break_glass.notices(auditor).rows[0]
    assert last.urn == "S2"
    break_glass.clear(auditor, last.handle, "a boat was found there")
    shown = break_glass.notices(auditor, most=2)
    assert ([one.urn for one in shown.rows], shown.whole) == (["S1", "S0"], 3)
    (rest,), _ = break_glass.notices(auditor, start=2, most=2)
    assert (rest.urn, rest.cleared_by) == ("S2", "petra")


def test_without_a_purpose_no_glass_is_broken(node, secret):
    officer = dataclasses.replace(as_user(node, "ana", "officer"), stated="")
    with pytest.raises(WrongUse):
        break_glass.ask(officer, "S1", WHY, life_at_risk=True)
