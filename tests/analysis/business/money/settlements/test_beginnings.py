import numpy as np

from headwater.analysis.business.money.settlements import ledger_of
from headwater.analysis.business.money.settlements.beginnings import by_beginning


def ledger(*memos, currency="EUR"):
    rows = len(memos)
    dates = ["2025-01-01"] * rows
    columns = {"date": dates, "amount": [100.0] * rows, "currency": [currency] * rows}
    return ledger_of(columns | {"memo": list(memos)})


def test_memos_that_begin_alike_lie_in_one_place_and_short_ones_nowhere():
    left, right = ledger("Arben 1", "arb", "Milan"), ledger("ARBËN 2", "", "Zoran")
    (one, other), rows = by_beginning(left, right)
    assert [row.tolist() for row in rows] == [[0, 2], [0, 2]]
    assert one.place[0] == other.place[0]
    assert len({*one.place.tolist(), *other.place.tolist()}) == 3


def test_another_currency_is_another_place():
    (one, other), _ = by_beginning(ledger("arben"), ledger("arben", currency="GBP"))
    assert one.place[0] != other.place[0]
    assert np.isfinite(one.size).all()
