import numpy as np

from headwater.analysis.organisers.evidence import gather
from headwater.analysis.organisers.ranking.layered import layered
from tests.analysis.organisers.ranking.test_method import picture_of
from tests.analysis.organisers.ranking.test_worlds import GIVEN

CAMP = [(f"m{a}", f"m{b}") for a in range(6) for b in range(a)]
CALLS = [("m0", "x"), ("x", "y"), ("y", "z"), ("x", "z"), ("z", "q")]


def joined(pairs, **columns):
    evidence = gather(picture_of(pairs, **columns), GIVEN)
    return evidence, layered(evidence, evidence.ties)


def test_a_layer_made_of_memberships_is_known_and_a_large_group_makes_nobody_important():
    layer = ["camp"] * len(CAMP) + ["call"] * len(CALLS)
    evidence, found = joined(CAMP + CALLS, layer=layer)
    made = dict(zip(evidence.layer_words, found.memberships.tolist(), strict=True))
    assert made == {"call": False, "camp": True}
    assert found.given[evidence.ids.index("m5")] == 1
    assert found.given[evidence.ids.index("x")] == 3
    assert len(found.contacts) == len(CALLS)


def test_pairs_who_know_nobody_else_are_no_group():
    _, found = joined([("a", "b"), ("c", "d")])
    assert not found.memberships.any()


def test_the_layers_of_the_road_are_left_aside_unless_there_is_no_other():
    evidence, found = joined([("a", "b"), ("b", "c")], layer=["co_travel", "call"])
    assert found.road.tolist() == [word == "co_travel" for word in evidence.layer_words]
    assert len(found.joined) == 1
    _, alone = joined([("a", "b"), ("b", "c")], layer=["co_travel"] * 2)
    assert not alone.road.any()
    assert len(alone.joined) == 2


def test_direction_is_read_only_where_pairs_go_both_ways():
    star = [("hub", end) for end in "abcd"]
    one_way = joined(star, directed=[True] * 4)
    both = joined([*star, ("a", "hub")], directed=[True] * 5)
    at = {name: one_way[0].ids.index(name) for name in ("a", "b", "hub")}
    assert one_way[1].given[[at["hub"], at["b"]]].tolist() == [4, 1]
    assert both[1].given[[at["hub"], at["a"], at["b"]]].tolist() == [4, 1, 0]


def test_how_often_two_people_were_seen_together_changes_nothing():
    pairs = [("a", "b"), ("a", "b"), ("b", "c")]
    _, once = joined(pairs, group=["G"] * 3)
    _, heavy = joined(pairs, weight=[9.0, 9.0, 1.0])
    assert np.array_equal(once.joined.weight, heavy.joined.weight)
    assert once.joined.weight.tolist() == [1, 1]
