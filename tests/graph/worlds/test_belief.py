import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.graph import Ties
from headwater.graph.worlds import Belief, draw_worlds
from headwater.model import WrongUse


def lines_in(worlds, row):
    """The pairs that are tied in one world."""
    first = worlds.first[row]
    return sorted(
        (node, int(other))
        for node in range(worlds.n)
        for other in worlds.end[first[node] : first[node + 1]]
        if node < other
    )


def test_a_pair_that_two_reports_state_holds_where_either_is_right():
    belief = Belief.of(Ties.of([0, 1, 0], [1, 0, 2], 3), [0.5, 0.5, 0.2])
    assert belief.chance == pytest.approx([0.75, 0.2])
    assert Belief.of(Ties.of([0, 0], [1, 1], 2), [1.0, 0.3]).chance.tolist() == [1.0]


@given(st.floats(0, 1), st.integers(1, 60))
def test_a_tie_holds_in_its_share_of_the_worlds(chance, count):
    belief = Belief.of(Ties.of([0], [1], 2), [chance])
    worlds = draw_worlds([belief], worlds=count, seed=4)
    held = sum(bool(lines_in(worlds, row)) for row in range(count))
    assert abs(held - chance * count) <= 1


def test_unseen_ties_hold_as_often_as_they_are_likely():
    unseen = Ties.of([0, 0, 1], [1, 2, 2], 3)
    belief = Belief(Ties.of([], [], 3), np.zeros(0), unseen, np.array([0.6, 0.1, 0.3]))
    worlds = draw_worlds([belief], worlds=3000, seed=1)
    held = [pair for row in range(3000) for pair in lines_in(worlds, row)]
    share = [held.count(pair) / 3000 for pair in ((0, 1), (0, 2), (1, 2))]
    assert share == pytest.approx([0.6, 0.1, 0.3], abs=0.03)


def test_two_beliefs_that_agree_see_the_same_worlds():
    ties = Ties.of([0, 1, 2], [1, 2, 3], 4)
    one, other = Belief.of(ties, [0.5, 0.5, 0.5]), Belief.of(ties, [0.5, 0.0, 0.5])
    worlds = draw_worlds([one, other], worlds=20, seed=0)
    assert worlds.scenario.tolist() == [0] * 20 + [1] * 20
    for row in range(20):
        seen = [pair for pair in lines_in(worlds, row) if pair != (1, 2)]
        assert seen == lines_in(worlds, row + 20)


def test_nodes_that_are_gone_have_no_ties():
    belief = Belief.of(Ties.of([0, 1], [1, 2], 3), [1.0, 1.0])
    gone = np.array([True, False, False])
    worlds = draw_worlds([belief], worlds=2, seed=0, gone=gone)
    assert lines_in(worlds, 0) == lines_in(worlds, 1) == [(1, 2)]


def test_a_network_without_ties_has_worlds_too():
    belief = Belief.of(Ties.of([], [], 3), [])
    assert lines_in(draw_worlds([belief], worlds=2, seed=0), 1) == []


def test_a_chance_beyond_certainty_is_told():
    with pytest.raises(WrongUse, match="outside 0 to 1"):
        Belief.of(Ties.of([0], [1], 2), [1.2])
