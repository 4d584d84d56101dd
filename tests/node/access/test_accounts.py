"""How a colleague comes to an account, and how it ends."""

import dataclasses

import pytest

from headwater.model import NotPermitted, WrongUse
from headwater.node import add_user
from headwater.node.access import TooSoon, accounts, login, sessions
from headwater.safeguard import Role
from tests.node.access.conftest import HOME, PASSWORD


def test_an_invitation_leads_to_an_account_with_a_second_factor(desk, node):
    opened = desk.come_in("ana")
    assert opened.session.user == "ana"
    assert len(desk.recovery["ana"]) == 10
    assert "account set up" in repr([e["reason"] for e in node.store.audit(about="user ana")])


def test_an_invitation_is_good_once(node, gate, clock, desk):
    code = accounts.invite(node, "petra")
    desk.enrol(code)
    with pytest.raises(NotPermitted, match="this invitation is not good") as told:
        accounts.begin_enrolment(gate, code, PASSWORD)
    with pytest.raises(NotPermitted):
        accounts.finish_enrolment(gate, code, desk.code("petra"), HOME)
    with pytest.raises(NotPermitted) as mistyped:
        accounts.begin_enrolment(gate, "x" + code, PASSWORD)
    assert told.value.as_dict() == mistyped.value.as_dict()
    assert "once" in told.value.why


def test_an_invitation_is_good_for_three_days(node, gate, clock):
    code = accounts.invite(node, "ana")
    clock.later(hours=71)
    accounts.begin_enrolment(gate, code, PASSWORD)
    clock.later(hours=2)
    with pytest.raises(NotPermitted):
        accounts.begin_enrolment(gate, code, PASSWORD)


def test_a_new_invitation_takes_the_place_of_the_old_one(node, gate):
    old = accounts.invite(node, "ana")
    accounts.invite(node, "ANA")
    with pytest.raises(NotPermitted):
        accounts.begin_enrolment(gate, old, PASSWORD)


def test_without_the_second_factor_there_is_no_account(node, gate):
    code = accounts.invite(node, "ana")
    with pytest.raises(NotPermitted):
        accounts.finish_enrolment(gate, code, "123456", HOME)
    accounts.begin_enrolment(gate, code, PASSWORD)
    with pytest.raises(NotPermitted):
        accounts.finish_enrolment(gate, code, "000000", HOME)
    with pytest.raises(NotPermitted):
        login.log_in(gate, "ana", PASSWORD, HOME)


def test_a_code_cannot_be_guessed_while_setting_up(node, gate):
    code = accounts.invite(node, "ana")
    accounts.begin_enrolment(gate, code, PASSWORD)
    answers = []
    for guess in range(8):
        with pytest.raises(NotPermitted) as raised:
            accounts.finish_enrolment(gate, code, f"{guess:06}", HOME)
        answers.append(type(raised.value))
    assert answers == [NotPermitted] * 5 + [TooSoon] * 3


def test_a_guessable_password_is_refused_and_the_invitation_stays_good(node, gate):
    code = accounts.invite(node, "ana")
    with pytest.raises(WrongUse):
        accounts.begin_enrolment(gate, code, "Password1234")
    assert accounts.begin_enrolment(gate, code, PASSWORD).user == "ana"


def test_only_an_administrator_invites_and_only_users_of_the_node(node):
    with pytest.raises(WrongUse):
        accounts.invite(node, "nobody")
    for role in set(Role) - {Role.ADMIN}:
        other = dataclasses.replace(node.viewer, roles=frozenset({role}))
        with pytest.raises(NotPermitted):
            accounts.invite(dataclasses.replace(node, viewer=other), "ana")


def test_setting_up_anew_ends_whatever_there_was(node, gate, desk):
    before = desk.come_in("ana")
    old_code = desk.recovery["ana"][0]
    desk.enrol(accounts.invite(node, "ana"), "another fine long password")
    assert sessions.resume(gate, before.id) is None
    with pytest.raises(NotPermitted):
        login.log_in(gate, "ana", PASSWORD, HOME)
    challenge = login.log_in(gate, "ana", "another fine long password", HOME)
    with pytest.raises(NotPermitted):
        login.finish_log_in(gate, challenge, old_code, HOME)


def test_changing_the_password_takes_the_old_one_and_ends_every_session(gate, desk, events):
    opened = [desk.come_in("ana"), desk.come_in("ana")]
    with pytest.raises(NotPermitted):
        accounts.change_password(gate, "ana", "not the old one", "a new and longer one", HOME)
    with pytest.raises(WrongUse):
        accounts.change_password(gate, "ana", PASSWORD, "short", HOME)
    accounts.change_password(gate, "ANA", PASSWORD, "a new and longer one", HOME)
    assert [sessions.resume(gate, one.id) for one in opened] == [None, None]
    assert desk.come_in("ana", "a new and longer one").session.user == "ana"
    assert "password changed" in events()


def test_new_recovery_codes_take_the_place_of_the_old_ones(gate, desk):
    fresh = accounts.renew_recovery_codes(gate, "ana", PASSWORD, HOME)
    challenge = login.log_in(gate, "ana", PASSWORD, HOME)
    with pytest.raises(NotPermitted):
        login.finish_log_in(gate, challenge, desk.recovery["ana"][0], HOME)
    assert login.finish_log_in(gate, challenge, fresh[0], HOME).session.way == "recovery code"


def test_a_user_who_leaves_is_forgotten_to_the_last_byte(tmp_path, node, gate, desk):
    add_user(node, "goran.velickovski", ["analyst"], [], 1)
    desk.enrol(accounts.invite(node, "goran.velickovski"))
    opened = desk.come_in("goran.velickovski")
    accounts.end(node, "goran.velickovski")
    assert gate.user("goran.velickovski") is None
    assert sessions.resume(gate, opened.id) is None
    with pytest.raises(NotPermitted):
        login.log_in(gate, "goran.velickovski", PASSWORD, HOME)
    files = [path for path in (tmp_path / "node").rglob("*") if path.is_file()]
    assert not [path for path in files if b"velickovski" in path.read_bytes()]
    assert node.store.verify_audit().faults == ()


def test_nobody_removes_themselves_or_a_stranger(node):
    for name in ("mira", "nobody"):
        with pytest.raises(WrongUse):
            accounts.end(node, name)
