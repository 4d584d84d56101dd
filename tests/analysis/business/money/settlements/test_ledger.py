import datetime

import numpy as np

from headwater.analysis.business.money.settlements import NO_DAY, days_of, ledger_of
from headwater.analysis.business.money.settlements.ledger import folded


def test_days_are_read_from_dates_and_from_text_and_a_month_is_no_day():
    ledger = ledger_of({"date": ["1970-01-03", "1970-01", "1970-02-30", ""], "amount": [1] * 4})
    assert ledger.day.tolist() == [2, NO_DAY, NO_DAY, NO_DAY]
    days = ledger_of({"date": [datetime.date(1970, 1, 3)], "amount": [1]})
    assert days.day.tolist() == [2]


def test_a_time_of_day_does_not_make_another_day():
    ledger = ledger_of({"date": ["1970-01-03T23:59:00"], "amount": [1]})
    assert ledger.day.tolist() == [2]


def test_what_is_no_amount_above_zero_cannot_be_matched():
    ledger = ledger_of({"date": ["2025-01-01"] * 4, "amount": [5.0, 0.0, -3.0, None]})
    assert ledger.usable.tolist() == [True, False, False, False]
    assert len(ledger) == 4


def test_memos_are_compared_without_case_accents_and_signs():
    ledger = ledger_of(
        {"date": ["2025-01-01"], "amount": [1], "memo": ["  ŽELJKO-K.  paid "], "currency": ["eur"]}
    )
    assert ledger.memo.to_pylist() == ["zeljko k paid"]
    assert ledger.currency.to_pylist() == ["EUR"]
    assert folded(ledger.memo).to_pylist() == ["zeljko k paid"]


def test_a_ledger_without_memos_or_currencies_has_empty_ones():
    ledger = ledger_of({"date": ["2025-01-01"], "amount": [1]})
    assert (ledger.memo.to_pylist(), ledger.currency.to_pylist()) == ([""], [""])
    assert np.isfinite(ledger.amount).all()
    assert days_of(ledger_of({"date": ["2025-01-01"], "amount": [1]}).memo).tolist() == [NO_DAY]
