import pytest

from headwater.analysis.organisers.evidence import gather
from headwater.analysis.organisers.groups.strength import line_strengths, network_of
from tests.analysis.organisers.groups.test_method import picture_of

ASKED = {"layers": "", "include_proposed": False, "drop_weak": False}


def strength(**columns):
    pairs = [("a", "b")] * len(next(iter(columns.values())))
    picture = picture_of(pairs, **columns)
    evidence = gather(picture, ASKED)
    network = network_of(evidence, evidence.ties, line_strengths(evidence.ties))
    return network.weight.tolist()


def test_two_independent_groups_tie_more_strongly_than_two_copies():
    assert strength(group=["G1", "G2"]) == [2.0]
    assert strength(group=["G1", "G1"]) == [1.0]


def test_a_weak_grade_counts_half():
    assert strength(grade=["3E"]) == [0.5]


@pytest.mark.parametrize(("counted", "expected"), [(1, 1.0), (8, 4.0), (0, 0.0), (None, 1.0)])
def test_eight_calls_tie_more_than_one_but_not_eight_times(counted, expected):
    assert strength(weight=[counted]) == [expected]
