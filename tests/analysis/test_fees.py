from hypothesis import given
from hypothesis import strategies as st

from headwater.analysis.fees import fee_conflicts, fee_ranges


def fee(low, high, n=0, basis="person"):
    return {
        "fee_min": low,
        "fee_max": high,
        "currency": "EUR",
        "fee_basis": basis,
        "fee_statement": f"S{n}",
        "group": f"G{n % 2}",
    }


def test_an_open_end_stays_open_where_nobody_gives_it():
    upper, lower = fee_ranges([fee(None, 7000.0)])[0], fee_ranges([fee(600.0, None)])[0]
    assert (upper["low"], upper["high"]) == (None, 7000.0)
    assert (lower["low"], lower["high"]) == (600.0, None)
    assert fee_ranges([fee(None, None)])[0]["low"] is None


def test_ranges_that_do_not_meet_are_a_conflict_with_both_statements():
    (found,) = fee_conflicts([fee(500.0, 700.0, 1), fee(600.0, 900.0, 2), fee(2000.0, 2500.0, 3)])
    assert found["lower"] == {"low": 500.0, "high": 700.0, "statement": "S1"}
    assert found["higher"] == {"low": 2000.0, "high": 2500.0, "statement": "S3"}


def test_a_range_says_whether_its_sources_contradict_each_other():
    assert fee_ranges([fee(500.0, 700.0, 1), fee(2000.0, 2500.0, 3)])[0]["differ"]
    assert not fee_ranges([fee(500.0, 700.0, 1), fee(600.0, 900.0, 2)])[0]["differ"]


def test_fees_on_other_bases_do_not_contradict_each_other():
    assert fee_conflicts([fee(500.0, 700.0), fee(7000.0, 7000.0, basis="family")]) == []


AMOUNTS = st.lists(st.tuples(st.integers(1, 50), st.integers(0, 50)), max_size=8)


@given(AMOUNTS)
def test_there_is_a_conflict_exactly_where_two_ranges_do_not_meet(pairs):
    fees = [fee(float(a), float(a + d), i) for i, (a, d) in enumerate(pairs)]
    apart = any(x["fee_max"] < y["fee_min"] for x in fees for y in fees)
    assert bool(fee_conflicts(fees)) == apart
