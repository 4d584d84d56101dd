import numpy as np
import pytest

from headwater.resolve.linkage.population import overcount
from tests.resolve.linkage.worlds import person


def table(dated, undated):
    """Pairs of records: the odds of those with a date of birth on both sides, and of the others."""
    dates = [{"birth_date": "1980-05-17"}] * (2 * len(dated)) + [{}] * (2 * len(undated))
    records = [person(f"{number:05}", **date) for number, date in enumerate(dates)]
    pairs = np.arange(len(records)).reshape(-1, 2)
    return records, pairs, np.array([*dated, *undated], float)


def test_names_without_dates_may_not_tell_of_more_people_than_those_with():
    # Half of the records are dated, a quarter of the pairs: 400 matches there allow 1,600 in all.
    records, pairs, odds = table([20.0] * 400 + [-20.0] * 2600, [2.0] * 3000)
    assert overcount(records, pairs, odds) == pytest.approx(2 + np.log2(1.5), abs=0.1)


def test_where_names_and_dates_agree_nothing_is_taken_off():
    records, pairs, odds = table([20.0] * 400 + [-20.0] * 800, [20.0] * 400 + [-20.0] * 800)
    assert overcount(records, pairs, odds) == 0.0


def test_few_dates_say_nothing_about_the_rest():
    records, pairs, odds = table([20.0] * 10, [2.0] * 100)
    assert overcount(records, pairs, odds) == 0.0


def test_no_records_have_none_too_many():
    assert overcount([], np.zeros((0, 2), np.int64), np.zeros(0)) == 0.0
