import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.analysis.organisers.readings import READINGS, chance_of
from headwater.model import WrongUse

GRADES = [source + known for source in "123" for known in "ABCDE"]


def test_a_better_source_and_better_knowledge_never_count_for_less():
    chance = dict(zip(GRADES, chance_of(GRADES, "usual", ""), strict=True))
    assert all(chance["1" + k] >= chance["2" + k] >= chance["3" + k] for k in "ABCDE")
    for source in "123":
        row = [chance[source + known] for known in "ABCDE"]
        assert row == sorted(row, reverse=True)


def test_readings_lie_around_the_usual_one():
    low, usual, high, given_ = (
        chance_of(GRADES, name, "") for name in ("sceptical", "usual", "trusting", "as_given")
    )
    assert ((low > 0) & (low < usual) & (usual < high) & (high < given_)).all()
    assert set(given_) == {1.0}


def test_a_foreign_grade_lies_between_those_it_may_stand_for():
    (admiralty,) = chance_of(["admiralty F6"], "usual", "")
    assert 0 < admiralty < chance_of(["1A"], "usual", "")[0]


def test_a_learned_table_takes_the_place_of_the_reading():
    found = chance_of(["1A", "2D", "", "3E"], "usual", "1a=0.99, none=.25,2D = 0.4")
    assert found[:3].tolist() == [0.99, 0.4, 0.25]
    assert found[3] == chance_of(["3E"], "usual", "")[0]


@pytest.mark.parametrize("table", ["1A", "1A=", "1A=2", "1A=high", "=0.5", "1A=0.5.1"])
def test_a_table_that_cannot_be_read_is_told(table):
    with pytest.raises(WrongUse, match="no grade with its chance"):
        chance_of(["1A"], "usual", table)


@given(st.lists(st.sampled_from([*GRADES, "", "4x4 A1"])), st.sampled_from(READINGS))
def test_every_grade_has_a_chance(grades, reading):
    found = chance_of(grades, reading, "")
    assert found.shape == (len(grades),)
    assert ((found >= 0) & (found <= 1)).all()
