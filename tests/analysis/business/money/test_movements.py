import numpy as np
import pytest

from headwater.analysis.business.money.movements import movements_of
from tests.analysis.business.money.fixtures import paid, picture_of, settled


def moved(*payments, **given):
    return movements_of(picture_of(*payments), settled(**given))


def test_the_same_movement_in_two_reports_counts_once_with_both_statements():
    found = moved(paid("a", "b", 900), paid("a", "b", 900, report="S", group="S"))
    assert len(found) == 1
    assert found.repeated(found.low > 0) == 1
    statements, groups = found.behind(np.array([0]))
    assert statements == ("R#1.1", "S#2.1")
    assert groups == 2
    assert not found.conflict.any()


def test_two_equal_lines_of_one_report_are_two_movements():
    assert len(moved(paid("a", "b", 900), paid("a", "b", 900))) == 2


def test_two_lines_here_and_two_there_are_two_movements():
    here = [paid("a", "b", 900), paid("a", "b", 900)]
    there = [one | {"report": "S"} for one in here]
    assert len(moved(*here, *there)) == 2
    assert len(moved(*here, *there, paid("a", "b", 900, report="S"))) == 3


def test_another_amount_under_the_same_memo_is_one_movement_with_a_conflict():
    found = moved(
        paid("a", "b", 900, text="for k17"), paid("a", "b", 950, text="for k17", report="S")
    )
    assert len(found) == 1
    assert found.conflict.tolist() == [True]
    assert (found.low[0], found.high[0]) == (900, 950)


@pytest.mark.parametrize(
    "other", [{"text": ""}, {"report": "R"}, {"date": "2025-01-02"}, {"currency": "GBP"}]
)
def test_it_is_no_conflict_where_the_memo_is_empty_or_anything_else_differs(other):
    first = paid("a", "b", 900, text="" if other.get("text") == "" else "for k17")
    second = paid("a", "b", 950, text="for k17", report="S") | other
    found = moved(first, second)
    assert len(found) == 2
    assert not found.conflict.any()


def test_statements_about_one_payment_are_one_movement_whatever_they_say_of_it():
    found = moved(
        paid("a", "b", 900, id="P"), paid("a", "b", 950, id="P", report="S", date="2025-01-09")
    )
    assert len(found) == 1
    assert found.conflict.tolist() == [True]


def test_what_cannot_be_counted_is_left_out_by_reason():
    found = moved(
        paid("a", "a", 5),
        paid("", "", 5),
        paid("a", "b", 5, modality="planned"),
        paid("a", "b", 5, status="proposed"),
        paid("a", "c", -5),
        paid("a", "d", 5, kind="fee"),
    )
    assert len(found) == 1
    assert [count for count in found.left_out.values() if count] == [1, 1, 1, 1, 1]
    assert np.isnan(found.low).all()


def test_proposed_payments_count_when_asked_for_and_weak_ones_may_be_dropped():
    both = [paid("a", "b", 5, status="proposed"), paid("a", "c", 5, grade="3D")]
    assert len(moved(*both)) == 1
    assert len(moved(*both, include_proposed=True)) == 2
    found = moved(*both, include_proposed=True, drop_weak=True)
    assert [found.ends[n] for n in found.target] == ["b"]


def test_a_movement_is_weak_only_where_every_telling_is():
    found = moved(paid("a", "b", 9, grade="3D"), paid("a", "b", 9, report="S"))
    assert found.weak.tolist() == [False]
    assert moved(paid("a", "b", 9, grade="3D")).weak.tolist() == [True]


def test_currencies_are_one_however_they_are_written():
    found = moved(paid("a", "b", 9, currency="eur "), paid("a", "b", 9, report="S"))
    assert (len(found), found.currencies) == (1, ["EUR"])


def test_no_payment_gives_no_movement():
    assert len(moved()) == 0
