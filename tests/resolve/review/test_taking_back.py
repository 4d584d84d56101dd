"""Decisions on statements, and what takes them back."""

import pytest

from headwater.model import Review, Statement, WrongUse
from headwater.resolve.review import Decided

ONE = Statement("R", 1, 1, "e", "Person", "name", "Ana")
TABLE = ONE._replace(author="amy", status="accepted")


def said(id_, status, statement="R#1.1", *, made="t1", instead="", reason="r"):
    return Review(id_, statement, status, "amy", made, reason, instead)


def back(*reviews, stated=ONE):
    """Status and correction by statement when the decision on R#1.1 is taken back."""
    made = Decided(reviews).undo(stated, "amy", "t9", "oops")
    return {one.statement: (one.status, one.instead) for one in made}


def test_what_was_proposed_waits_again_and_what_a_table_said_holds_again():
    assert back(said("a", "rejected")) == {"R#1.1": ("proposed", "")}
    assert back(said("a", "rejected"), stated=TABLE) == {"R#1.1": ("accepted", "")}


def test_an_earlier_decision_comes_back():
    assert back(said("a", "accepted"), said("b", "rejected")) == {"R#1.1": ("accepted", "")}


def test_a_correction_goes_and_comes_back_with_its_decision():
    correction = said("a", "rejected", instead="R#1.2")
    gone = {"R#1.1": ("proposed", ""), "R#1.2": ("rejected", "")}
    assert back(correction) == gone
    undone = said("b", "proposed", made="t2"), said("c", "rejected", "R#1.2", made="t2")
    again = back(correction, *undone)
    assert again == {"R#1.1": ("rejected", "R#1.2"), "R#1.2": ("accepted", "")}


def test_what_was_corrected_twice_is_taken_back_from_the_end():
    first, second = (
        said("a", "rejected", instead="R#1.2"),
        said("b", "rejected", "R#1.2", made="t2", instead="R#1.3"),
    )
    with pytest.raises(WrongUse, match="itself corrected"):
        back(first, second)
    assert [one.id for one in Decided([first, second]).in_force()] == ["a", "b"]


def test_the_same_within_a_second_has_an_id_of_its_own():
    reviews = [said("a", "rejected")]
    for _ in range(3):
        reviews += Decided(reviews).undo(ONE, "amy", "t1", "r")
    assert len({one.id for one in reviews}) == len(reviews)


def test_an_id_stands_for_a_decision_a_statement_or_a_whole_stroke():
    several = [said("a", "rejected"), said("b", "rejected", "R#1.2"), said("c", "accepted", "R#2.1",
               made="t2")]  # fmt: skip
    decided = Decided(several)
    assert [one.id for one in decided.meant("a")] == ["a"]
    assert [one.id for one in decided.meant("R#1.2")] == ["b"]
    assert [one.id for one in decided.meant("a+")] == ["a", "b"]
    assert [[one.id for one in stroke] for stroke in decided.strokes()] == [["c"], ["a", "b"]]


def test_what_is_not_in_force_is_not_taken_back_and_says_what_is():
    decided = Decided([said("a", "rejected"), said("b", "proposed", made="t2")])
    with pytest.raises(WrongUse, match="not in force"):
        decided.meant("a")
    for one in ("R#1.1", "a+"):
        with pytest.raises(WrongUse, match="already undone"):
            decided.meant(one)
    with pytest.raises(WrongUse, match="no decision"):
        decided.meant("elsewhere")


def test_what_follows_from_an_undo_is_no_decision_of_its_own():
    correction = said("a", "rejected", instead="R#1.2")
    undone = [said("b", "proposed", made="t2"), said("c", "rejected", "R#1.2", made="t2")]
    assert Decided([correction, *undone]).in_force() == []
    alone = said("d", "rejected", "R#1.2", made="t3")
    assert Decided([correction, alone]).in_force() == [correction, alone]


ADDED = ONE._replace(entity="R#1@p01234567", author="amy", status="accepted", extractor="person/1")


def test_what_somebody_added_is_gone_when_it_is_taken_back_and_comes_back_with_it():
    assert back(said("a", "accepted"), stated=ADDED) == {"R#1.1": ("rejected", "")}
    gone = said("b", "rejected", made="t2")
    assert back(said("a", "accepted"), gone, stated=ADDED) == {"R#1.1": ("accepted", "")}


def test_what_was_added_in_one_go_is_one_decision_and_nothing_beside_it():
    beside = [
        ADDED,
        ADDED._replace(n=2, entity="R#1@p01234567-1"),
        ADDED._replace(n=3, entity="R#1@p76543210"),
        ONE._replace(n=4),
        ADDED._replace(n=5),
    ]
    decided = Decided(
        [said(f"d{n}", "accepted", f"R#1.{n}", made="t2" if n == 5 else "t1") for n in range(1, 6)]
    )
    assert decided.whole(beside[0], beside) == ["R#1.1", "R#1.2"]
    assert decided.whole(beside[3], beside) == ["R#1.4"]


def test_what_a_correction_put_there_stands_for_the_decision_that_put_it():
    correction = said("a", "rejected", instead="R#1.2")
    assert [one.id for one in Decided([correction]).meant("R#1.2")] == ["a"]
    undone = [said("b", "proposed", made="t2"), said("c", "rejected", "R#1.2", made="t2")]
    again = [said("d", "rejected", made="t3", instead="R#1.2"),
             said("e", "accepted", "R#1.2", made="t3")]  # fmt: skip
    assert [one.id for one in Decided([correction, *undone, *again]).meant("R#1.2")] == ["d"]
    since = said("f", "rejected", "R#1.2", made="t4")
    assert [one.id for one in Decided([correction, since]).meant("R#1.2")] == ["f"]
    with pytest.raises(WrongUse, match="no decision"):
        Decided([correction]).meant("R#1.3")
