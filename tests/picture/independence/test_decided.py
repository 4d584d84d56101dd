from headwater.model import Regrouping
from headwater.picture.independence.decided import Decided, apart


def decision(number, joins, reports, others=(), undoes=""):
    return Regrouping(f"G{number}", joins, tuple(reports), tuple(others), "ana", "", "why", undoes)


def test_of_two_decisions_that_contradict_each_other_the_later_holds():
    split, join = decision(1, False, "a", "b"), decision(2, True, "ab")
    assert Decided([split, join], "ab").marks == {}
    assert Decided([split, join], "ab").joined == [("a", "b")]
    assert Decided([join, split], "ab").joined == []
    assert apart(*(Decided([join, split], "ab").marks[urn] for urn in "ab"))


def test_reports_that_are_not_to_be_seen_leave_no_trace():
    made = [decision(1, True, "abx"), decision(2, False, "y", "z")]
    assert Decided(made, "ab").joined == [("a", "b")]
    assert Decided(made, "ab").marks == {}


def test_an_undone_decision_is_as_if_it_had_not_been_made():
    made = [decision(1, True, "ab"), decision(2, True, "", undoes="G1")]
    assert Decided(made, "ab").joined == []
