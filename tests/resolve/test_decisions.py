from datetime import date

import pytest

from headwater.model import Basis, Status, Verdict, WrongUse, schema
from headwater.resolve import (
    category_report,
    decide_pair,
    decide_statement,
    standing_judgements,
    undo,
)
from headwater.resolve.clusters import by_person
from headwater.resolve.decisions import withdrawal

TODAY = date(2026, 11, 21)


def decided(category="suspect", reason="named by two sources: {x}", author="amy"):
    return category_report("e1", category, "Drava", reason, author, "North", TODAY, "C-1")


def test_a_pair_is_kept_in_one_order_and_needs_a_reason_and_a_name():
    one = decide_pair("b", "a", Verdict.SAME, "amy", "t1", "same face")
    assert (one.left, one.right) == ("a", "b")
    assert one == decide_pair("a", "b", Verdict.SAME, "amy", "t1", "same face")
    for author, reason in (("", "x"), ("amy", " ")):
        with pytest.raises(WrongUse, match="decision needs"):
            decide_pair("a", "b", Verdict.SAME, author, "t1", reason)
    with pytest.raises(WrongUse, match="one entity"):
        decide_pair("a", "a", Verdict.SAME, "amy", "t1", "x")


def test_a_statement_is_accepted_rejected_or_put_back_and_nothing_else():
    for status in Status:
        assert decide_statement("R#1.1", status, "amy", "t1", "read it").status == status
    with pytest.raises(WrongUse, match="no decision"):
        decide_statement("R#1.1", "maybe", "amy", "t1", "read it")


def test_an_undo_names_what_it_takes_back_and_joins_nothing():
    join = decide_pair("a", "b", Verdict.SAME, "amy", "t1", "same face")
    back = undo(join, "bob", "t2", "brothers")
    assert (back.undoes, back.verdict) == (join.id, Verdict.UNKNOWN)
    assert back.id != join.id


def test_a_withdrawal_is_a_rules_and_tells_nothing_of_what_changed():
    join = decide_pair("a", "b", Verdict.SAME, "amy", "t1", "same face")
    back = withdrawal(join, "t2")
    assert standing_judgements([join, back]) == []
    assert not by_person(back)
    assert (back.id, back.reason) == (withdrawal(join, "t3").id, withdrawal(join, "t3").reason)
    assert (back.evidence, back.explanation) == ((), "")


def test_a_category_decision_is_a_report_whose_every_statement_stands_in_its_words():
    report, statements = decided()
    (item,) = report.items
    properties = schema("CategoryDecision").properties
    for one in statements:
        assert item.text[one.start : one.end] == one.text == one.value
        assert one.property in properties
        assert (one.status, one.basis) == (Status.ACCEPTED, Basis.ASSESSMENT)
        assert (one.urn, one.item, one.author) == ("C-1", 1, "amy")
    values = {one.property: one.value for one in statements}
    assert values["subject"] == "e1"
    assert (values["category"], values["case"]) == ("suspect", "Drava")
    assert len({one.id for one in statements}) == len(statements)
    assert (report.originator, report.dates_assumed) == ("North", False)


def test_a_category_that_does_not_exist_or_has_no_reason_is_refused():
    with pytest.raises(WrongUse, match="no category"):
        decided(category="kingpin")
    with pytest.raises(WrongUse, match="reason"):
        decided(reason=" ")
    with pytest.raises(WrongUse, match="a name behind it"):
        decided(author="")
