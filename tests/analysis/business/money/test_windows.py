import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.analysis.business.money.windows import apart, different, totals, windows

ROWS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 30), st.integers(0, 4)), min_size=1)


@given(ROWS, st.integers(0, 9))
@settings(max_examples=80, deadline=None)
def test_each_window_holds_the_rows_of_its_place_and_days_and_counts_different_words(rows, days):
    place, day, word = (np.array(one, dtype=np.int64) for one in zip(*sorted(rows), strict=True))
    begin, end = windows(place, day, place, day, day + days)
    found = different(word, place, begin, end)
    sums = totals(word.astype(float), begin, end)
    for at in range(place.size):
        inside = (place == place[at]) & (day >= day[at]) & (day <= day[at] + days)
        assert end[at] - begin[at] == inside.sum()
        assert found[at] == len(set(word[inside].tolist()))
        assert sums[at] == word[inside].sum()


def test_the_earliest_window_counts_then_the_next_that_begins_after_it():
    assert apart(np.array([0, 1, 4, 6]), np.array([3, 4, 5, 5, 8, 9, 9])).tolist() == [0, 4]
    assert apart(np.array([], dtype=np.int64), np.array([])).size == 0
