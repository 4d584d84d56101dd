import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.graph import Ties
from headwater.graph.reaction import Habits, Network, play, within_reach
from headwater.graph.removal import pairs_left

STILL = Habits(closing=0.0, quiet=0.0, inherit=0.0)


def network(pairs, n, *, chance=1.0, role=None, ease=0.0):
    ties = Ties.of([a for a, _ in pairs], [b for _, b in pairs], n).undirected()
    roles = np.full(n, -1) if role is None else np.array(role)
    return Network(ties, np.full(len(ties), chance), roles, np.full(n, ease))


def course(net, order, habits=STILL, worlds=30, seed=0):
    return play(net, np.array(order), habits, worlds=worlds, seed=seed)


STAR = [(0, i) for i in range(1, 7)]
CHAIN = [(i, i + 1) for i in range(5)]


@given(
    st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=20),
    st.permutations(range(9)),
    st.integers(1, 4),
)
def test_a_network_that_does_nothing_loses_what_removal_takes(pairs, nodes, steps):
    net = network(pairs, 9)
    order = list(nodes)[:steps]
    found = course(net, order, worlds=1).pairs
    left = [pairs_left(net.ties, np.array(order[: i + 1])) for i in range(steps)]
    assert found[0, 0].tolist() == found[1, 0].tolist() == found[2, 0].tolist() == left


def test_contacts_who_close_ranks_win_back_pairs():
    found = course(network(STAR, 7), [0], Habits(closing=1.0, quiet=0.0))
    assert found.pairs[0].max() == 0
    assert found.pairs[1].min() >= 3
    assert (found.pairs[1] == found.pairs[2]).all()


def test_going_quiet_loses_pairs_for_a_time_only():
    ring = [(i, (i + 1) % 8) for i in range(8)]
    found = course(network(ring, 8), [0], Habits(closing=0.0, quiet=1.0))
    assert found.pairs[1].max() < found.pairs[0].min()
    assert (found.pairs[2] == found.pairs[0]).all()


def test_a_place_filled_by_a_newcomer_who_takes_over_every_tie_restores_the_network():
    found = course(network(STAR, 7, ease=1.0), [0], Habits(closing=0.0, inherit=1.0))
    assert (found.pairs[2] == found.before[:, None]).all()
    assert found.reach[2] == pytest.approx(1.0)


def test_somebody_of_the_same_role_takes_the_place_before_a_newcomer_does():
    role = [3, -1, -1, -1, -1, -1, 3]
    found = course(network(STAR, 7, role=role, ease=1.0), [0], Habits(closing=0.0, inherit=1.0))
    # Six people stay and all of them are tied to the one who took the place: no seventh comes.
    assert (found.pairs[2] == 15).all()
    assert (found.reach[2] > 1).all()


def test_a_removal_can_bring_those_who_stay_closer_together():
    found = course(network(CHAIN, 6), [2], Habits(closing=1.0, quiet=0.0))
    assert (found.reach[1] > 1).all()
    assert (found.reach[0] < 1).all()


def test_ties_that_may_be_false_are_there_in_some_worlds_only():
    found = course(network([(0, 1)], 3, chance=0.5), [2], worlds=400)
    assert 0.4 < found.before.mean() < 0.6


def test_the_same_worlds_serve_every_order():
    net = network(CHAIN, 6, chance=0.7, ease=0.5)
    one, two = (course(net, order, Habits()) for order in ([1, 3], [3, 1]))
    assert (one.before == two.before).all()
    assert (one.pairs[0, :, -1] == two.pairs[0, :, -1]).all()
    again = course(net, [1, 3], Habits())
    assert (one.pairs == again.pairs).all()


def test_people_without_ties_and_empty_networks_are_played_too():
    assert course(network([], 3), [1]).pairs.max() == 0
    assert course(network([(0, 1)], 2), [0, 1]).pairs.max() == 0


def test_a_large_network_is_played_in_fewer_worlds_but_in_one_at_least():
    small = network(CHAIN, 6)
    assert within_reach(small, 5, 200, 4) == 200
    ring = np.arange(300_000)
    ties = Ties.of(ring, np.roll(ring, 1), ring.size).undirected()
    huge = Network(ties, np.ones(len(ties)), ring * 0 - 1, np.zeros(ring.size))
    assert within_reach(huge, 5, 200, 4) == 1
