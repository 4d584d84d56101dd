"""Codes that are good once."""

import pyotp
import pytest

from headwater.node.access.one_time_codes import (
    RECOVERY_CODES,
    address_of,
    new_key,
    new_recovery_codes,
    spend_code,
    spend_recovery_code,
)

RFC_KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # RFC 6238, appendix B, SHA-1


def test_the_codes_of_the_standard_are_good_at_their_time(gate, clock):
    from datetime import UTC, datetime

    for seconds, code in ((59, "287082"), (1111111109, "081804"), (20000000000, "353130")):
        clock.time = datetime.fromtimestamp(seconds, UTC)
        assert spend_code(gate, "ana", RFC_KEY, code)


def test_a_code_is_good_once_even_in_its_neighbours_time(gate, clock):
    key = new_key()
    code = pyotp.TOTP(key).at(clock.time)
    assert spend_code(gate, "ana", key, f"{code[:3]} {code[3:]}")
    assert not spend_code(gate, "ANA", key, code)
    clock.later(seconds=30)
    assert not spend_code(gate, "ana", key, code)


@pytest.mark.parametrize(("late", "good"), [(-60, False), (-30, True), (30, True), (60, False)])
def test_a_clock_that_is_one_step_off_is_forgiven(gate, clock, late, good):
    key = new_key()
    code = pyotp.TOTP(key).at(clock.time)
    clock.later(seconds=late)
    assert spend_code(gate, "ana", key, code) is good


@pytest.mark.parametrize("code", ["", "abc", "000000000", "１２３４５６", "\ud800"])
def test_what_is_no_code_is_not_good(gate, code):
    assert not spend_code(gate, "ana", new_key(), code)


def test_an_authenticator_reads_the_address():
    key = new_key()
    read = pyotp.parse_uri(address_of(key, "ana b", "Drava Hub"))
    assert (read.secret, read.name, read.issuer) == (key, "ana b", "Headwater Drava Hub")


def test_a_recovery_code_is_good_once_and_for_its_owner_only(gate):
    first, *_, last = new_recovery_codes(gate, "ana")
    assert not spend_recovery_code(gate, "petra", first)
    assert spend_recovery_code(gate, "ana", first.lower().replace("-", " "))
    assert not spend_recovery_code(gate, "ana", first)
    fresh = new_recovery_codes(gate, "ana")
    assert len(set(fresh)) == RECOVERY_CODES
    assert not spend_recovery_code(gate, "ana", last)


def test_recovery_codes_are_kept_as_digests(gate):
    codes = new_recovery_codes(gate, "ana")
    kept = repr(gate.records.of("recovery"))
    assert not any(code in kept or code.replace("-", "") in kept for code in codes)
