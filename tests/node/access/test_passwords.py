"""Which passwords are taken, and what is kept of them."""

import threading
from time import perf_counter

import pytest

from headwater.model import WrongUse
from headwater.node.access.passwords import AT_ONCE, Passwords, check_password


@pytest.mark.parametrize(
    "password",
    [
        "four calm herons on ice",
        "тихая река под мостом",
        "xk7#mQ2!vLp9",
        "jedna dva tri cetiri",
        "banana boat on the drava",
        "583920174625",
    ],
)
def test_a_long_password_is_taken_whatever_it_is_made_of(password):
    check_password(password, "ana")


@pytest.mark.parametrize(
    "password",
    [
        "short one",
        "x" * 257,
        "aaaaaaaaaaaaaaaa",
        "ababababababab",
        "123456789012",
        "098765432109",
        "abcdefghijkl",
        "Password1234",
        "P@ssw0rd!2026",
        "qwertyuiop12",
        "Welcome-2026!!",
        "letmeinletmein",
        "admin-admin-admin",
        "ana.petrovic",
        "Ana.Petrovic2026",
        "ＰＡＳＳＷＯＲＤ1234",
    ],
)
def test_what_a_guesser_tries_first_is_refused(password):
    with pytest.raises(WrongUse):
        check_password(password, "ana.petrovic")


def test_a_long_row_of_common_words_is_decided_at_once():
    began = perf_counter()
    check_password("password" * 31 + "heronsea", "ana")
    assert perf_counter() - began < 1


def test_a_password_fits_itself_and_no_other():
    passwords = Passwords(8, 1, 1)
    kept = passwords.hashed("four calm herons on ice")
    assert kept.startswith("$argon2id$v=19$m=8,t=1,p=1$")
    assert passwords.fits("four calm herons on ice", kept)
    assert not passwords.fits("four calm herons on icy", kept)
    assert passwords.fits("ＦＯＵＲ calm", passwords.hashed("FOUR calm"))


def test_nobodys_password_fits_nothing_and_takes_as_long():
    passwords = Passwords(4096, 2, 1)
    kept = passwords.hashed("four calm herons on ice")
    spans = []
    for hashed in (kept, ""):
        began = perf_counter()
        for _ in range(5):
            assert not passwords.fits("something else", hashed)
        spans.append(perf_counter() - began)
    assert 1 / 3 < spans[0] / spans[1] < 3


def test_the_cost_is_the_one_that_was_measured():
    assert "$m=65536,t=3,p=4$" in Passwords()._nobodys


def test_no_more_than_two_are_hashed_at_a_time(monkeypatch):
    import argon2

    going, most, room = [], [], threading.Barrier(AT_ONCE, timeout=10)

    class Slow:
        def __init__(self, *_cost):
            pass

        def hash(self, password):
            going.append(password)
            most.append(len(going))
            room.wait()  # passes only while two are at it
            going.remove(password)
            return password

    monkeypatch.setattr(argon2, "PasswordHasher", Slow)
    passwords = Passwords()
    threads = [threading.Thread(target=passwords.hashed, args=(str(n),)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert max(most) == AT_ONCE
