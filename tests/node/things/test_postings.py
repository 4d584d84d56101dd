"""What stands under a number."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from headwater.node.things.postings import Postings

NUMBERS = st.integers(-1, 5)


@given(st.lists(st.tuples(NUMBERS, st.integers(0, 5))))
def test_each_key_has_its_own_once_and_in_order(pairs):
    keys, values = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    postings = Postings(keys, values, 6)
    for key in range(6):
        assert postings.of(key).tolist() == sorted({v for k, v in pairs if k == key})
    assert not len(postings.of(-1))
