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
    return [evidence.ids[i] for i in targets_of(evidence, ties, allowed, parameters)]


def test_those_given_come_in_the_order_given_and_once():
    assert targets([("a", "b"), ("b", "c")], targets="c, a,c") == ["c", "a"]


def test_more_than_can_be_put_in_order_are_refused():
    pairs = [(f"p{i:02}", f"p{i + 1:02}") for i in range(MOST + 1)]
    names = ",".join(a for a, _ in pairs)
    with pytest.raises(WrongUse, match="cannot be put in order"):
        targets(pairs, targets=names)
