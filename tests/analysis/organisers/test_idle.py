import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from headwater.analysis.organisers.idle import without_idle
from headwater.graph import Ties
from headwater.graph.removal import Removal, pairs_left

PAIRS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=20)
SOME = st.sets(st.integers(0, 7))


def problem_of(pairs, gone=()):
    flags = np.isin(np.arange(8), list(gone))
    return Removal.of(Ties.of([a for a, _ in pairs], [b for _, b in pairs], 8), 8, ~flags, flags)


def test_of_a_chain_taken_whole_only_who_cuts_it_stays_chosen():
    chain = problem_of([(0, 1), (1, 2), (2, 3), (3, 4)])
    assert without_idle(chain, np.array([1, 2, 3])).tolist() == [1, 3]


@given(PAIRS, SOME, SOME)
def test_no_pair_is_added_and_nobody_left_could_go_without_adding_one(pairs, chosen, gone):
    problem = problem_of(pairs, gone)
    out, given_up = np.array(sorted(gone), np.int64), np.array(sorted(chosen - gone), np.int64)
    kept = without_idle(problem, given_up)
    value = pairs_left(problem.ties, np.union1d(kept, out))
    assert value == pairs_left(problem.ties, np.union1d(given_up, out))
    for one in kept:
        assert pairs_left(problem.ties, np.union1d(kept[kept != one], out)) > value
