import pytest

from headwater.analysis.organisers.evidence import gather
from headwater.model import WrongUse
from tests.analysis.organisers.ranking.test_method import STAR, picture_of, with_roles

GIVEN = {"layers": "", "include_proposed": False, "drop_weak": False}


def test_ties_of_the_same_item_belong_to_one_unit():
    picture = picture_of(STAR, statement=["R1#1.1", "R1#1.2", "R1#2.1", "R2#1.1"])
    evidence = gather(picture, GIVEN)
    assert evidence.units == 3
    assert sorted(evidence.ties.unit.tolist()) == [0, 0, 1, 2]


def test_a_tie_to_oneself_is_none():
    assert gather(picture_of([("a", "a"), ("a", "b")]), GIVEN).ties.person.size == 1


def test_a_role_of_somebody_who_may_not_be_ranked_is_not_there():
    picture = with_roles(
        picture_of(STAR, people=[("d", False)]),
        [("d", "pilot", "X1", "G7", "accepted"), ("a", "broker", "X2", "G7", "accepted")],
    )
    evidence = gather(picture, GIVEN)
    assert evidence.role_words == ["broker"]
    assert [evidence.ids[i] for i in evidence.roles.person] == ["a"]


def test_a_layer_that_is_not_there_is_refused_with_the_layers_there_are():
    picture = picture_of(STAR, layer=["calls", "calls", "meetings", "money"])
    with pytest.raises(WrongUse, match="layers here: calls, meetings, money"):
        gather(picture, GIVEN | {"layers": "phone"})
    assert gather(picture, GIVEN | {"layers": "calls, money"}).ties.person.size == 3
