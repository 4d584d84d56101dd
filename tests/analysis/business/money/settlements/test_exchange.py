import numpy as np
import pytest

from headwater.analysis.business.money.settlements.exchange import rates_between
from headwater.analysis.business.money.settlements.ledger import ledger_of


def ledger(count, amounts, currency, memo="payment {}"):
    dates = [f"2025-01-{1 + n % 20:02d}" for n in range(count)]
    memos = [memo.format(f"k{n:03d}") for n in range(count)]
    columns = {"date": dates, "amount": list(amounts), "currency": [currency] * count}
    return ledger_of(columns | {"memo": memos})


def test_a_rate_is_read_from_movements_with_the_same_rare_memo():
    amounts = np.arange(100.0, 130.0)
    rates = rates_between(ledger(30, amounts, "EUR"), ledger(30, 61.5 * amounts, "MKD"), 0, 30)
    assert [(rate.origin, rate.target, rate.pairs) for rate in rates] == [("EUR", "MKD", 30)]
    assert np.exp(rates[0].log) == pytest.approx(61.5)


def test_there_is_no_rate_where_the_movements_contradict_each_other_or_are_few():
    amounts = np.arange(100.0, 130.0)
    wild = 61.5 * amounts * np.tile([0.5, 2.0, 1.0], 10)
    assert not rates_between(ledger(30, amounts, "EUR"), ledger(30, wild, "MKD"), 0, 30)
    few = amounts[:9]
    assert not rates_between(ledger(9, few, "EUR"), ledger(9, 61.5 * few, "MKD"), 0, 30)


def test_a_memo_that_many_bear_tells_no_rate():
    amounts = np.arange(100.0, 130.0)
    one, other = ledger(30, amounts, "EUR", "family"), ledger(30, 61.5 * amounts, "MKD", "family")
    assert not rates_between(one, other, 0, 30)


def test_amounts_without_a_currency_have_no_rate():
    amounts = np.arange(100.0, 130.0)
    assert not rates_between(ledger(30, amounts, ""), ledger(30, amounts, "MKD"), 0, 30)
