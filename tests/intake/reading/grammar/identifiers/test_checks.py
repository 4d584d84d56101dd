"""Check digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.intake.reading.grammar.identifiers import checks


@pytest.mark.parametrize(
    ("check", "right"),
    [
        (checks.iban, "GB82WEST12345698765432"),
        (checks.iban, "DE89370400440532013000"),
        (checks.luhn, "490154203237518"),
        (checks.jmbg, "0101006500006"),
        (checks.egn, "7523169263"),
        (checks.oib, "33392005961"),
        (checks.tckn, "17291716060"),
        (checks.imo, "9074729"),
    ],
)
def test_a_number_with_one_digit_changed_fails(check: object, right: str) -> None:
    assert callable(check)
    assert check(right)
    for position in range(len(right)):
        if right[position].isdecimal():
            other = str((int(right[position]) + 1) % 10)
            wrong = right[:position] + other + right[position + 1 :]
            assert not check(wrong) or check is checks.jmbg


@given(st.text("0123456789", min_size=1, max_size=40))
def test_no_number_makes_a_check_fail_loudly(number: str) -> None:
    for check in (checks.iban, checks.luhn, checks.jmbg, checks.egn, checks.oib, checks.tckn):
        assert check(number) in (True, False)
    assert checks.imo(number) in (True, False)
    assert checks.base58(number.replace("0", "1")) in ("", "bitcoin", "tron")


def test_a_bitcoin_address_of_either_kind_is_known() -> None:
    assert checks.bech32("bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr")
    assert not checks.bech32("bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcp")
    assert checks.base58("3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy") == "bitcoin"
