"""Joins that are listed are in force, and an undo takes back nothing else."""

import pytest

from headwater.model import Verdict, WrongUse
from headwater.resolve import decide_pair, undo
from headwater.resolve.review import Asked, joined, queue, to_take_back
from headwater.resolve.strong import strong_judgements
from tests.resolve.scans import person, scan_of

PHONE = "+38164111222"
NAMED = [*person("a", name="Ana Kos"), *person("b", name="Ana Koš"), *person("c", name="A. Kos")]
DOUBTFUL = [
    *person("a", phone=PHONE, birthDate="1980"),
    *person("b", phone=PHONE, birthDate="1990"),
]


def said(left, right, verdict, made, reason="checked"):
    return decide_pair(left, right, verdict, "amy", made, reason)


def test_joins_are_listed_until_they_are_undone_and_only_with_their_grounds():
    lines = [*person("a", phone=PHONE, name="Ana Kos"), *person("b", phone=PHONE)]
    scan = scan_of(*lines)
    (join,) = strong_judgements(scan, "t1")
    (entry,) = joined(scan, [join], Asked(99)).entries
    assert (entry.id, entry.kind, entry.evidence) == (join.id, "joined", join.evidence)
    assert "Ana Kos (a)" in entry.what
    assert joined(scan, [join, undo(join, "amy", "t2", "wrong")], Asked(99)).entries == []
    for hidden in (0, 2):  # the two phones
        part = scan.filter([n != hidden for n in range(len(lines))])
        assert joined(part, [join], Asked(99)).entries == []


def test_a_join_that_a_later_word_overrules_is_not_listed():
    scan = scan_of(*person("a", phone=PHONE), *person("b", phone=PHONE))
    (rule,) = strong_judgements(scan, "t1")
    ours = said("a", "b", Verdict.SAME, "t2")
    apart = said("a", "b", Verdict.DIFFERENT, "t3")
    assert [one.id for one in joined(scan, [rule, ours], Asked(99)).entries] == [ours.id]
    assert joined(scan, [rule, ours, apart], Asked(99)).entries == []
    for stale in (rule, ours):
        with pytest.raises(WrongUse) as refused:
            to_take_back(scan, [rule, ours, apart], stale.id)
        assert apart.id in refused.value.do
    assert to_take_back(scan, [rule, ours, apart], apart.id) == apart


def test_a_join_that_its_clusters_do_not_hold_is_neither_listed_nor_undone():
    scan = scan_of(*NAMED)
    first, second = said("a", "b", Verdict.SAME, "t1"), said("b", "c", Verdict.SAME, "t1")
    every = [first, second, said("a", "c", Verdict.DIFFERENT, "t2")]
    (listed,) = joined(scan, every, Asked(99)).entries
    (left_out,) = {first.id, second.id} - {listed.id}
    with pytest.raises(WrongUse, match="joins nothing"):
        to_take_back(scan, every, left_out)


def test_the_id_of_a_question_undoes_nothing_and_its_answer_is_named():
    scan = scan_of(*DOUBTFUL)
    (question,) = strong_judgements(scan, "t1")
    with pytest.raises(WrongUse, match="is a question") as refused:
        to_take_back(scan, [question], question.id)
    assert "--joined" in refused.value.do
    answer = said("a", "b", Verdict.SAME, "t2")
    with pytest.raises(WrongUse, match="not in force") as refused:
        to_take_back(scan, [question, answer], question.id)
    assert answer.id in refused.value.do


@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_question_comes_back_when_its_answer_is_undone(verdict):
    scan = scan_of(*DOUBTFUL)
    (question,) = strong_judgements(scan, "t1")
    answer = said("a", "b", verdict, "t2")
    answered = [question, answer]
    assert question.id not in {entry.id for entry in queue(scan, answered, Asked(99)).entries}
    back = undo(to_take_back(scan, answered, answer.id), "amy", "t3", "in doubt")
    assert question.id in {entry.id for entry in queue(scan, [*answered, back], Asked(99)).entries}


def test_an_undo_is_taken_back_by_its_own_id_and_nothing_twice():
    scan = scan_of(*NAMED)
    join = said("a", "b", Verdict.SAME, "t1")
    back = undo(join, "amy", "t2", "wrong")
    with pytest.raises(WrongUse, match="already undone"):
        to_take_back(scan, [join, back], join.id)
    assert to_take_back(scan, [join, back], back.id) == back
    again = undo(back, "amy", "t3", "right after all")
    assert to_take_back(scan, [join, back, again], join.id) == join


def test_a_judgement_on_what_a_viewer_does_not_see_is_not_there():
    scan = scan_of(*person("a", name="Ana Kos"))
    with pytest.raises(WrongUse, match="no decision"):
        to_take_back(scan, [said("a", "b", Verdict.SAME, "t1")], said("a", "b", "same", "t1").id)


@pytest.mark.parametrize("reason", ["the same scar", "the same scar."])
def test_what_a_person_joined_shows_the_statements_that_name_both(reason):
    scan = scan_of(*NAMED)
    (entry,) = joined(scan, [said("a", "b", Verdict.SAME, "t1", reason)], Asked(99)).entries
    assert entry.evidence == ("R1#1.1", "R1#2.1")
    assert entry.why == "the same scar. By amy, t1."
