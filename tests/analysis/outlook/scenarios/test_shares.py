import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.analysis.outlook.scenarios.shares import shapley

NUMBERS = st.floats(-100, 100)


@given(st.lists(NUMBERS, min_size=1, max_size=4), NUMBERS)
def test_shares_add_up_to_the_whole_difference(effects, together):
    names = "abcd"[: len(effects)]

    def value(some):
        alone = sum(effects[names.index(name)] for name in some)
        return alone + (together if len(some) == len(names) else 0.0)

    shares = shapley(names, value)
    whole = value(frozenset(names)) - value(frozenset())
    assert sum(shares.values()) == pytest.approx(whole, abs=1e-6)


def test_what_two_do_only_together_is_halved():
    shares = shapley("ab", lambda some: 10.0 * (len(some) == 2) + 4.0 * ("a" in some))
    assert shares == {"a": 9.0, "b": 5.0}


def test_one_that_does_nothing_has_no_share():
    assert shapley("abc", lambda some: 7.0 * ("a" in some))["b"] == 0.0
