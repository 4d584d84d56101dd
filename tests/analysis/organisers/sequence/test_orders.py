import numpy as np

from headwater.analysis.organisers.sequence.orders import (
    best_found,
    mean_left,
    usual_orders,
    with_ease,
)
from headwater.graph import Ties
from headwater.graph.reaction import Course, Habits, Network, play

CHAIN = Ties.of(np.arange(6), np.arange(1, 7), 7)


def network(ease=0.5):
    return Network(CHAIN, np.ones(6), np.full(7, -1), np.full(7, ease))


def test_orders_by_a_rule_hold_the_same_people():
    ease = np.array([0.0, 0.9, 0.0, 0.2, 0.0, 0.9, 0.0])
    orders = usual_orders(network(), np.array([5, 1, 3]), ease)
    assert all(sorted(order.tolist()) == [1, 3, 5] for order in orders.values())
    assert orders["as given"].tolist() == [5, 1, 3]
    assert orders["largest drop first"].tolist()[0] == 3
    assert orders["most between first"].tolist()[0] == 3
    assert orders["hardest to replace first"].tolist()[0] == 3
    assert orders["easiest to replace first"].tolist()[-1] == 3


def test_at_once_the_middle_of_a_chain_goes_first():
    found = best_found(network(), [np.array([1, 3, 5])], Habits(), aim="right_after", seed=0)
    assert found[0] == 3


def test_five_are_put_in_order_by_swaps_nobody_is_lost_and_no_rule_does_better():
    given = np.array([0, 1, 2, 3, 4])
    orders = usual_orders(network(), given, np.zeros(7))
    found = best_found(network(), [given], Habits(), aim="right_after", seed=0)
    assert sorted(found.tolist()) == given.tolist()
    assert left(found) <= min(map(left, orders.values()))


def left(order):
    course = play(network(), order, Habits(), worlds=1, seed=0, reach=False)
    return mean_left(course, "right_after")[0]


def test_the_share_left_is_of_each_world_s_own_pairs():
    course = Course(np.array([10.0, 0.0]), np.array([[[5.0, 0.0], [0.0, 0.0]]] * 3), np.zeros(3))
    assert mean_left(course, "rewired").tolist() == [0.25, 0.0]


def test_every_place_gets_the_same_ease():
    assert with_ease(network(), 1.0).ease.tolist() == [1.0] * 7


def test_in_a_large_network_orders_by_a_rule_are_compared_and_none_is_searched_for():
    ring = np.arange(30_000)
    ties = Ties.of(ring, np.roll(ring, 1), ring.size)
    large = Network(ties, np.ones(ring.size), ring * 0 - 1, np.full(ring.size, 0.5))
    orders = usual_orders(large, np.array([9, 5]), large.ease)
    assert "largest drop first" not in orders
    assert all(sorted(order.tolist()) == [5, 9] for order in orders.values())
    assert best_found(large, [np.array([9, 5])], Habits(), aim="replaced", seed=0).tolist() == [
        9,
        5,
    ]
