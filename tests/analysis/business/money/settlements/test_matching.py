import numpy as np
import pytest

from headwater.analysis.business.money.settlements import Search, ledger_of, settlements
from headwater.model import WrongUse

NAMES = ("arben", "milan", "fatmir", "jovan", "zoran", "shpend", "goran", "besim")


def world(count=120, seed=0, partners=1.0):
    """Movements, and what was paid out for a share of them: cut memo, a fee, some days later."""
    rng = np.random.default_rng(seed)
    memo = [f"{NAMES[n % 8]} {n:03d}{rng.integers(0, 999):03d}" for n in range(count)]
    amount = np.round(np.exp(rng.normal(6.5, 1, count)), 2)
    day = rng.integers(0, 90, count)
    paid = np.flatnonzero(rng.random(count) < partners)
    fee = rng.choice([1.0, 0.98, 0.97], paid.size)
    out = {
        "date": [date(day[n] + rng.integers(0, 5)) for n in paid],
        "amount": np.round(amount[paid] * fee, 2),
        "memo": [memo[n][: rng.integers(9, 13)] + " paid" for n in paid],
    }
    order = rng.permutation(paid.size)
    into = {"date": [date(d) for d in day], "amount": amount, "memo": memo}
    return into, {name: [column[n] for n in order] for name, column in out.items()}, paid[order]


def date(day):
    return str(np.datetime64("2025-01-01") + int(day))


def right_ones(found, truth):
    rows, others = found.pairs["left"].to_numpy(), found.pairs["right"].to_numpy()
    return int((truth[others] == rows).sum())


def test_cut_memos_fees_and_delays_are_matched_without_labels():
    into, out, truth = world()
    found = settlements(ledger_of(into), ledger_of(out))
    assert right_ones(found, truth) >= 0.97 * truth.size
    assert right_ones(found, truth) >= 0.97 * found.pairs.num_rows
    assert found.told["days_median"] in (1, 2, 3)


def test_where_half_have_no_partner_few_are_made_up():
    into, out, truth = world(count=200, seed=1, partners=0.5)
    found = settlements(ledger_of(into), ledger_of(out))
    assert right_ones(found, truth) >= 0.9 * truth.size
    assert right_ones(found, truth) >= 0.9 * found.pairs.num_rows


def test_where_nothing_belongs_together_hardly_anything_is_found_and_it_is_said():
    into, _, _ = world(count=150, seed=2)
    other, _, _ = world(count=150, seed=3)
    found = settlements(ledger_of(into), ledger_of(other))
    assert found.pairs.num_rows <= 5
    assert any("look-alikes" in caveat for caveat in found.caveats)


def couples(pairs):
    """The left and right row of each pair."""
    return list(zip(pairs["left"].to_pylist(), pairs["right"].to_pylist(), strict=True))


def test_each_movement_settles_once_and_probabilities_are_some():
    into, out, _ = world(seed=4)
    pairs = settlements(ledger_of(into), ledger_of(out)).pairs
    one = pairs.filter([kind == "one" for kind in pairs["kind"].to_pylist()])
    for side in ("left", "right"):
        assert len(set(one[side].to_pylist())) == one.num_rows
    assert all(0.5 <= chance <= 1 for chance in pairs["probability"].to_pylist())


def test_the_order_of_the_rows_changes_nothing():
    into, out, _ = world(seed=5)
    turned = {name: list(column)[::-1] for name, column in out.items()}
    first = settlements(ledger_of(into), ledger_of(out)).pairs
    second = settlements(ledger_of(into), ledger_of(turned)).pairs
    last = len(out["memo"]) - 1
    told, again = set(couples(first)), {(a, last - b) for a, b in couples(second)}
    assert told == again


def test_another_currency_is_matched_at_the_rate_that_the_movements_show():
    into, out, truth = world(seed=6)
    out["amount"] = [61.5 * amount for amount in out["amount"]]
    out["memo"] = [into["memo"][n] for n in truth]
    into["currency"], out["currency"] = ["EUR"] * len(into["memo"]), ["MKD"] * truth.size
    found = settlements(ledger_of(into), ledger_of(out))
    assert [(rate.origin, rate.target) for rate in found.rates] == [("EUR", "MKD")]
    assert right_ones(found, truth) >= 0.95 * truth.size
    out["memo"] = ["paid"] * truth.size
    assert settlements(ledger_of(into), ledger_of(out)).pairs.num_rows == 0


def test_pairs_that_are_not_allowed_are_never_matched():
    into, out, truth = world(seed=7)
    forbidden = int(truth[0])
    found = settlements(ledger_of(into), ledger_of(out), allowed=lambda i, _: i != forbidden)
    assert forbidden not in found.pairs["left"].to_pylist()
    assert found.pairs.num_rows > 0


def test_a_ledger_with_itself_never_matches_a_movement_with_itself():
    into, out, _ = world(seed=8)
    both = ledger_of({name: [*into[name], *out[name]] for name in into})
    pairs = settlements(both, both).pairs
    assert pairs.num_rows > 50
    assert all(a != b for a, b in couples(pairs))


def test_movements_without_a_day_are_told_and_empty_ledgers_give_nothing():
    into, out, _ = world(seed=9)
    into["date"][0] = "2025"
    found = settlements(ledger_of(into), ledger_of(out))
    assert any(caveat.startswith("1 movements lack a day") for caveat in found.caveats)
    nothing = ledger_of({"date": [], "amount": [], "memo": []})
    assert settlements(nothing, nothing).pairs.num_rows == 0
    assert settlements(ledger_of(into), nothing).pairs.num_rows == 0


def test_where_too_many_are_near_the_nearest_are_taken_and_it_is_said():
    into, out, _ = world(count=200, seed=10)
    into["amount"], out["amount"] = [100.0] * 200, [100.0] * len(out["memo"])
    found = settlements(ledger_of(into), ledger_of(out), Search(looked_at=100))
    assert any("nearest" in caveat for caveat in found.caveats)


@pytest.mark.parametrize("wrong", [{"days": 1001}, {"before": -1}, {"change": 0.0}])
def test_a_window_that_cannot_be_searched_is_refused(wrong):
    with pytest.raises(WrongUse):
        Search(**wrong)


def test_in_a_crowd_of_equal_amounts_those_written_alike_are_still_found():
    into, out, truth = world(count=400, seed=13)
    into["amount"], out["amount"] = [500.0] * 400, [500.0] * truth.size
    found = settlements(ledger_of(into), ledger_of(out), Search(looked_at=100))
    assert right_ones(found, truth) >= 0.9 * truth.size
    assert right_ones(found, truth) >= 0.95 * found.pairs.num_rows
