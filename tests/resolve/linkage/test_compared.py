import numpy as np

from headwater.resolve.linkage.compared import Compared
from headwater.resolve.linkage.scale import Scale
from tests.resolve.linkage.worlds import FakeModel, person


def compared(weights, pairs, records):
    model = FakeModel(weights)
    held = Compared(records, model, Scale(model, records))
    places = np.array(pairs)
    held.take(places, model.weigh_pairs(records, places))
    return held


ABC = [person("a"), person("b"), person("c")]


def test_a_pair_given_twice_counts_once():
    held = compared({("a", "b"): 3.0}, [(0, 1), (1, 0)], ABC)
    assert held.pairs.tolist() == [[0, 1]]
    assert held.bits_of(0, 1) == 7.0


def test_nobody_is_compared_with_a_protected_person():
    records = [person("a"), person("b", "victim"), person("c")]
    held = compared({}, [(0, 1), (0, 2)], records)
    held.add([(1, 2)])
    assert held.pairs.tolist() == [[0, 2]]


def test_the_third_side_is_weighed_where_two_are_likely():
    weights = {("a", "b"): 3.0, ("a", "c"): 3.0}
    held = compared(weights, [(0, 1), (0, 2)], ABC)
    held.complete(1)
    assert held.pairs.tolist() == [[0, 1], [0, 2], [1, 2]]
    assert held.odds[2] < 0
