import pytest

from headwater.analysis.organisers.evidence import gather
from headwater.analysis.organisers.limits import LIMITS, limits
from headwater.analysis.organisers.sequence.targets import MOST, targets_of
from headwater.model import WrongUse
from tests.analysis.organisers.groups.test_method import picture_of

ASKED = {"layers": "", "include_proposed": False, "drop_weak": False}
ASKED |= {one.name: one.default for one in LIMITS} | {"k": 2, "seconds": 10.0, "seed": 0}


def targets(pairs, **asked):
    picture = picture_of(pairs)
    parameters = ASKED | {"targets": ""} | asked
    evidence = gather(picture, parameters)
    allowed = limits(evidence, picture, parameters)
    ties = evidence.network(evidence.ties).undirected()
    found = targets_of(evidence, ties, allowed, parameters)
    assert found.proved
    return [evidence.ids[i] for i in found.people]


def test_those_given_come_in_the_order_given_and_once():
    assert targets([("a", "b"), ("b", "c")], targets="c, a,c") == ["c", "a"]


def test_more_than_can_be_put_in_order_are_refused():
    pairs = [(f"p{i:02}", f"p{i + 1:02}") for i in range(MOST + 1)]
    names = ",".join(a for a, _ in pairs)
    with pytest.raises(WrongUse, match="cannot be put in order"):
        targets(pairs, targets=names)


def test_where_nobody_is_given_the_set_that_leaves_the_fewest_pairs_is_chosen():
    chain = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("e", "f"), ("f", "g")]
    assert targets(chain, k=1) == ["d"]
    assert "d" not in targets(chain, k=1, untouchable="d")


def test_more_removals_than_people_are_no_error():
    assert set(targets([("a", "b")], k=20)) <= {"a", "b"}
