import itertools

from hypothesis import given
from hypothesis import strategies as st

from headwater.graph import Ties, components

PAIRS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=15)


def test_what_hangs_together_bears_the_number_of_its_first_node():
    assert components(Ties.of([1, 3], [2, 4], 6)).tolist() == [0, 1, 1, 3, 3, 5]


@given(PAIRS)
def test_both_ends_of_a_tie_lie_in_one_component(pairs):
    found = components(Ties.of([a for a, _ in pairs], [b for _, b in pairs], 10))
    assert all(found[a] == found[b] for a, b in pairs)


@given(PAIRS)
def test_a_tie_joins_at_most_two_components(pairs):
    counts = []
    for size in range(len(pairs) + 1):
        part = pairs[:size]
        found = components(Ties.of([a for a, _ in part], [b for _, b in part], 10))
        counts.append(len(set(found.tolist())))
    assert all(0 <= before - after <= 1 for before, after in itertools.pairwise(counts))
