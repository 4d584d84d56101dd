"""Guessing takes long, and locks nobody out."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from headwater.model import NotPermitted
from headwater.node.access import TooSoon, login
from headwater.node.access.throttling import Limit, _network, count_attempt
from tests.node.access.conftest import AWAY, HOME, PASSWORD


def fail(gate, name="ana", address=AWAY):
    """Seconds that a failed attempt was told to wait; 0 where it was looked at."""
    with pytest.raises(NotPermitted) as raised:
        login.log_in(gate, name, "wrong", address)
    return raised.value.seconds if isinstance(raised.value, TooSoon) else 0


def test_each_failure_makes_the_next_attempt_wait_longer_to_a_minute_at_most(gate, desk, clock):
    waits = []
    while len(waits) < 8:
        if wait := fail(gate):
            waits.append(wait)
            clock.later(seconds=wait)
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]


def test_an_attempt_that_comes_too_soon_does_not_make_the_wait_longer(gate, desk, clock):
    while not fail(gate):
        pass
    assert {fail(gate) for _ in range(20)} == {1}


@pytest.mark.parametrize("spelling", ["ANA", "ａｎａ", " ana", "a\u200bna", "\u202eAna"])
def test_another_spelling_of_the_name_is_counted_as_the_same(gate, desk, spelling):
    while not fail(gate):
        pass
    assert fail(gate, spelling)


def test_a_password_that_is_right_is_not_looked_at_while_the_wait_lasts(gate, desk, clock):
    while not fail(gate):
        pass
    with pytest.raises(TooSoon):
        login.log_in(gate, "ana", PASSWORD, AWAY)
    clock.later(seconds=2)
    login.log_in(gate, "ana", PASSWORD, AWAY)


def test_a_stranger_with_many_addresses_does_not_lock_a_colleague_out(gate, desk, clock):
    desk.come_in("ana")
    for n in range(60):
        fail(gate, address=f"203.0.113.{n}")
    assert desk.come_in("ana").session.user == "ana"  # at an address she has come in from
    fail(gate)
    with pytest.raises(TooSoon) as raised:
        login.log_in(gate, "ana", PASSWORD, "192.0.2.77")
    assert raised.value.seconds <= 30


def test_an_address_that_tries_many_names_waits(gate):
    waits = [fail(gate, f"name{n}") for n in range(25)]
    assert not any(waits[:20])
    assert all(waits[20:])


def test_coming_in_oneself_does_not_pay_for_guessing_at_others(gate, desk, clock):
    for n in range(19):
        fail(gate, f"name{n}", HOME)
    desk.come_in("ana")
    fail(gate, "name20", HOME)
    assert fail(gate, "name21", HOME)


def test_many_attempts_at_once_count_as_many(gate, desk):
    with ThreadPoolExecutor(8) as pool:
        waits = list(pool.map(lambda _n: fail(gate), range(24)))
    assert waits.count(0) == 5


def test_a_clock_that_is_set_back_makes_nobody_wait_for_long(gate, clock):
    limit = [Limit("x", 0, 60)]
    count_attempt(gate, limit)
    clock.later(days=-300)
    with pytest.raises(TooSoon) as raised:
        count_attempt(gate, limit)
    assert raised.value.seconds <= 60


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8::1", "2001:db8::ffff", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("192.0.2.1", "::ffff:192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("no address", "no address", True),
    ],
)
def test_an_address_counts_as_far_as_a_caller_cannot_change_it(one, other, same):
    assert (_network(one) == _network(other)) is same
