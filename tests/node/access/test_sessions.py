"""Who is in, for how long, and what for."""

import sqlite3

import pytest

from headwater.model import NotPermitted, WrongUse
from headwater.node import add_user
from headwater.node.access import accounts, sessions
from headwater.safeguard import Operation


def test_a_session_ends_after_half_an_hour_without_a_request(gate, desk, clock):
    opened = desk.come_in("ana")
    for _ in range(3):
        clock.later(minutes=25)
        assert sessions.resume(gate, opened.id)
    clock.later(minutes=31)
    assert sessions.resume(gate, opened.id) is None


def test_what_an_open_page_asks_by_itself_keeps_no_session_alive(gate, desk, clock):
    opened = desk.come_in("ana")
    for _ in range(2):
        clock.later(minutes=14)
        assert sessions.resume(gate, opened.id, used=False)
    clock.later(minutes=3)
    assert sessions.resume(gate, opened.id, used=False) is None


def test_a_session_ends_after_twelve_hours_whatever_happens(gate, desk, clock):
    opened = desk.come_in("ana")
    for _ in range(28):
        clock.later(minutes=25)
        assert sessions.resume(gate, opened.id)
    clock.later(minutes=25)
    assert sessions.resume(gate, opened.id) is None


def test_a_session_ends_with_log_out_and_not_before(gate, desk):
    opened = desk.come_in("ana")
    assert sessions.resume(gate, opened.id).user == "ana"
    sessions.log_out(gate, opened.id)
    assert sessions.resume(gate, opened.id) is None
    sessions.log_out(gate, opened.id)


@pytest.mark.parametrize(
    "rights", [(["analyst"], [], 1), (["officer"], ["k1"], 1), (["officer"], [], 0)]
)
def test_a_session_ends_when_what_its_user_may_do_changes(node, gate, desk, rights):
    opened = desk.come_in("ana")
    add_user(node, "ana", *rights)
    assert sessions.resume(gate, opened.id) is None
    assert desk.come_in("ana").session.user == "ana"


def test_the_id_of_a_session_is_kept_nowhere(tmp_path, gate, desk):
    opened = desk.come_in("ana")
    files = [path for path in (tmp_path / "node").rglob("*") if path.is_file()]
    assert not [path for path in files if opened.id.encode() in path.read_bytes()]
    assert opened.id not in repr(gate.records.of("session"))
    assert sqlite3.connect(tmp_path / "node" / "access.db").execute(
        "SELECT count(*) FROM access WHERE kind = 'session'"
    ).fetchone() == (1,)


@pytest.mark.parametrize("id_", ["", "made up", "\ud800", "x" * 10_000])
def test_an_id_that_is_nobodys_opens_nothing(gate, desk, id_):
    assert sessions.resume(gate, id_) is None


def test_the_handle_of_a_session_does_not_open_it(gate, desk):
    assert sessions.resume(gate, desk.come_in("ana").session.handle) is None


def test_a_user_sees_and_ends_their_own_sessions_and_no_others(node, gate, desk):
    desk.enrol(accounts.invite(node, "petra"))
    here, there, other = desk.come_in("ana"), desk.come_in("ana"), desk.come_in("petra")
    assert {one.handle for one in sessions.listed(gate, "ana")} == {
        here.session.handle,
        there.session.handle,
    }
    assert not sessions.end(gate, "ana", other.session.handle)
    assert sessions.end(gate, "ana", there.session.handle)
    assert sessions.resume(gate, there.id) is None
    assert sessions.resume(gate, here.id)
    assert sessions.resume(gate, other.id)


def test_a_form_of_one_session_does_not_fit_another(gate, desk):
    one, other = desk.come_in("ana").id, desk.come_in("ana").id
    assert sessions.csrf_fits(one, sessions.csrf_token(one))
    assert not sessions.csrf_fits(other, sessions.csrf_token(one))
    assert not sessions.csrf_fits(one, "")
    assert not sessions.csrf_fits(one, "é\ud800")
    assert one not in sessions.csrf_token(one)


def test_the_purpose_is_stated_once_and_goes_with_every_look(node, gate, desk):
    opened = desk.come_in("ana")
    entered = sessions.enter(gate, opened.session)
    with pytest.raises(WrongUse):
        entered.allowed()
    stated = sessions.state_purpose(gate, opened.id, "who supplies the boats", case="Drava 7")
    entered = sessions.enter(gate, sessions.resume(gate, opened.id))
    entered.log(Operation.CONSULTATION, ["x"])
    assert stated.purpose == "case: Drava 7 who supplies the boats"
    assert entered.purpose.kind == "case"
    *_, told, look = node.store.audit()
    assert (told["who"], told["reason"]) == ("ana", "purpose stated")
    assert (look["who"], look["purpose"]) == ("ana", stated.purpose)


def test_a_purpose_that_says_nothing_is_not_taken(gate, desk):
    opened = desk.come_in("ana")
    for purpose, case in ((" ", ""), ("case:", ""), (" ", "Drava")):
        with pytest.raises(WrongUse):
            sessions.state_purpose(gate, opened.id, purpose, case)
    with pytest.raises(NotPermitted):
        sessions.state_purpose(gate, "made up", "who supplies the boats")
