import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.graph import Ties
from headwater.model import WrongUse

PAIRS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=40)


def test_self_ties_and_repeats_vanish_without_direction_and_weights_add_up():
    simple = Ties.of([0, 1, 2, 0], [1, 0, 2, 2], 3, [1.0, 2.0, 9.0, 4.0]).undirected()
    assert simple.source.tolist() == [0, 0]
    assert simple.target.tolist() == [1, 2]
    assert simple.weight.tolist() == [3.0, 4.0]


def test_the_arrays_cannot_be_written_to():
    ties = Ties.of([0], [1], 2)
    with pytest.raises(ValueError, match="read-only"):
        ties.source[0] = 1


def test_changing_what_was_handed_in_changes_nothing():
    given_source = np.array([0, 1])
    ties = Ties.of(given_source, [1, 2], 3)
    given_source[0] = 2
    assert ties.source.tolist() == [0, 1]


@pytest.mark.parametrize(
    ("source", "target", "n", "weight"),
    [
        ([0], [2], 2, 1.0),
        ([-1], [0], 2, 1.0),
        ([0, 1], [1], 2, 1.0),
        ([0], [1], 2, -1.0),
        ([0], [1], 2, float("nan")),
    ],
)
def test_a_network_that_makes_no_sense_is_refused(source, target, n, weight):
    with pytest.raises(WrongUse):
        Ties.of(source, target, n, weight)


@given(PAIRS)
def test_reading_without_direction_twice_is_reading_it_once(pairs):
    once = Ties.of([a for a, _ in pairs], [b for _, b in pairs], 10).undirected()
    twice = once.undirected()
    assert once.source.tolist() == twice.source.tolist()
    assert once.target.tolist() == twice.target.tolist()
    assert once.weight.tolist() == twice.weight.tolist()


def test_kept_ties_leave_every_node_in_place():
    ties = Ties.of([0, 1], [1, 2], 3).kept(np.array([True, False]))
    assert len(ties) == 1
    assert ties.n == 3
