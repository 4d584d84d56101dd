import numpy as np

from headwater.analysis.business.money.settlements import ledger_of, settlements
from tests.analysis.business.money.settlements.test_matching import date, world


def with_parts(turned, **given):
    """A world in which one movement is paid out in two parts (or two in one)."""
    into, out, _ = world(count=100, seed=11)
    whole = {"date": [date(40)], "amount": [5000.0], "memo": ["vladan 555777 kofer"]}
    parts = {
        "date": [date(41), date(43)],
        "amount": [3100.0, 1900.0],
        "memo": ["vladan 555777 kofer"] * 2,
    }
    if turned:  # what comes in is in parts and earlier
        parts["date"] = [date(38), date(39)]
        whole, parts = parts, whole
    into = {name: [*into[name], *whole[name]] for name in into}
    out = {name: [*out[name], *parts[name]] for name in out}
    return settlements(ledger_of(into), ledger_of(out), **given).pairs, len(out["memo"])


def test_an_amount_paid_out_in_two_parts_is_one_settlement():
    pairs, count = with_parts(turned=False)
    rows = [row for row in pairs.to_pylist() if row["kind"] == "split"]
    assert [(row["left"], row["right"]) for row in rows] == [(100, count - 2), (100, count - 1)]
    assert len({row["settlement"] for row in rows}) == 1
    assert all(abs(row["change"]) < 1e-9 for row in rows)
    assert [row["days"] for row in rows] == [1, 3]


def test_two_amounts_that_are_paid_out_as_one_are_gathered():
    pairs, count = with_parts(turned=True)
    rows = [row for row in pairs.to_pylist() if row["kind"] == "gathered"]
    assert [(row["left"], row["right"]) for row in rows] == [(100, count - 1), (101, count - 1)]
    assert [row["days"] for row in rows] == [2, 1]


def test_parts_that_do_not_add_up_are_not_taken():
    into, out, _ = world(count=60, seed=12)
    into["date"].append(date(40))
    into["amount"] = np.append(into["amount"], 5000.0)
    into["memo"].append("vladan 555777 kofer")
    out["date"] += [date(41), date(42)]
    out["amount"] = [*out["amount"], 1000.0, 900.0]
    out["memo"] += ["vladan 555777 kofer"] * 2
    pairs = settlements(ledger_of(into), ledger_of(out)).pairs
    assert "split" not in pairs["kind"].to_pylist()


def test_parts_that_may_not_belong_to_the_whole_are_left_out():
    pairs, _ = with_parts(turned=False, allowed=lambda i, _: i != 100)
    assert "split" not in pairs["kind"].to_pylist()
