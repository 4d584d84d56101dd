"""Logging in, and failing to."""

from itertools import pairwise

import pytest

from headwater.model import NotPermitted
from headwater.node.access import TooSoon, login, sessions
from tests.node.access.conftest import AWAY, HOME, PASSWORD


def refusal(call, *args):
    with pytest.raises(NotPermitted) as raised:
        call(*args)
    return raised.value.as_dict()


def test_a_name_in_any_spelling_a_password_and_a_code_let_somebody_in(gate, desk):
    for name in ("ana", "ANA", "ａｎａ", "an\u200ba"):
        challenge = login.log_in(gate, name, PASSWORD, HOME)
        opened = login.finish_log_in(gate, challenge, desk.code("ana"), HOME)
        assert (opened.session.user, opened.session.way) == ("ana", "code")
        desk.clock.later(seconds=60)


def test_the_answer_is_the_same_whatever_was_wrong(gate, desk):
    """A wrong password, a user without an account, and a name that is nobody's."""
    answers = [
        refusal(login.log_in, gate, name, password, HOME)
        for name, password in (("ana", "wrong"), ("petra", PASSWORD), ("nobody", PASSWORD))
    ]
    assert all(a == b for a, b in pairwise(answers))


def test_as_many_attempts_are_free_for_a_user_as_for_nobody(gate, desk):
    def attempts(name):
        count = 0
        while True:
            with pytest.raises(NotPermitted) as raised:
                login.log_in(gate, name, "wrong", AWAY)
            if isinstance(raised.value, TooSoon):
                return count, raised.value.as_dict()
            count += 1

    assert attempts("ana") == attempts("nobody")


@pytest.mark.parametrize("what", ["", "\ud800", "\x00", "x" * 1_000_000, "' OR 1=1 --", "\u202e"])
def test_whatever_is_typed_gets_the_same_answer(gate, desk, what):
    wrong = refusal(login.log_in, gate, "ana", "wrong", HOME)
    assert refusal(login.log_in, gate, "ana", what, HOME) == wrong
    assert refusal(login.log_in, gate, what, PASSWORD, AWAY) == wrong
    challenge = login.log_in(gate, "ana", PASSWORD, HOME)
    assert refusal(login.finish_log_in, gate, challenge, what, HOME) == wrong


def test_a_code_that_was_used_lets_nobody_in_again(gate, desk):
    code = desk.code("ana")
    for good in (True, False):
        challenge = login.log_in(gate, "ana", PASSWORD, HOME)
        if good:
            login.finish_log_in(gate, challenge, code, HOME)
        else:
            refusal(login.finish_log_in, gate, challenge, code, HOME)


def test_a_challenge_is_good_once_and_for_five_minutes(gate, desk, clock):
    challenge = login.log_in(gate, "ana", PASSWORD, HOME)
    login.finish_log_in(gate, challenge, desk.code("ana"), HOME)
    clock.later(seconds=60)
    refusal(login.finish_log_in, gate, challenge, desk.code("ana"), HOME)
    late = login.log_in(gate, "ana", PASSWORD, HOME)
    clock.later(minutes=6)
    refusal(login.finish_log_in, gate, late, desk.code("ana"), HOME)
    refusal(login.finish_log_in, gate, "made up", desk.code("ana"), HOME)


def test_whoever_has_the_password_cannot_try_every_code(gate, desk, clock):
    waited = 0
    for guess in range(12):
        challenge = login.log_in(gate, "ana", PASSWORD, HOME)
        with pytest.raises(NotPermitted) as raised:
            login.finish_log_in(gate, challenge, f"{guess:06}", HOME)
        if isinstance(raised.value, TooSoon):
            clock.later(seconds=raised.value.seconds)
            waited += raised.value.seconds
        clock.later(seconds=60)
    assert waited > 0
    refusal(login.finish_log_in, gate, challenge, "999999", HOME)


def test_every_coming_and_going_and_every_failure_is_noted(gate, desk, events):
    opened = desk.come_in("ana")
    refusal(login.log_in, gate, "ana", "wrong", HOME)
    refusal(login.log_in, gate, "typed-my-password-here", "x", HOME)
    sessions.log_out(gate, opened.id)
    assert {"account set up", "logged in with a code", "log-in failed", "logged out"} <= {*events()}
    assert "typed-my-password-here" not in repr(gate.records.of("event"))


def test_the_second_factor_is_shown_again_before_an_export(gate, desk, clock):
    opened = desk.come_in("ana")
    clock.later(minutes=5)
    refusal(login.prove_again, gate, opened.id, opened.session, "000000")
    login.prove_again(gate, opened.id, opened.session, desk.code("ana"))
    assert sessions.resume(gate, opened.id).proved == clock()
