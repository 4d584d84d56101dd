"""What of earlier judgements still holds, and what is said anew."""

from itertools import chain

import pytest

from headwater.model import Judgement, Review, Verdict
from headwater.resolve import clusters, decide_pair, undo
from headwater.resolve.lookup import resolve_news
from headwater.resolve.lookup.judging import Known, apart, changes, withdrawn
from headwater.resolve.lookup.verdict import Scored
from headwater.resolve.records import PersonRecord
from tests.resolve.lookup.reports import NOW, add, decided, person, told

SAME, UNKNOWN = Verdict.SAME, Verdict.UNKNOWN
LIKELY = "The records are likely to be of one person. A person has to decide: why."
SURE = "The records agree so well that 99 in 100 such pairs are one person."


def scored(verdict, doubt=""):
    return Scored(PersonRecord("a", {}), PersonRecord("b", {}), 9.0, verdict, doubt)


def before(verdict, reason):
    return Judgement("j1", "a", "b", verdict, "resolve/score/1", "t0", reason, 9.0)


def test_what_is_said_already_is_not_said_again():
    known = Known([before(UNKNOWN, LIKELY)])
    assert changes([scored(UNKNOWN, "why")], known, [("a", "b")]) == ([], [])


def test_a_doubt_that_is_settled_makes_way_for_a_join():
    known = Known([before(UNKNOWN, LIKELY)])
    gone, new = changes([scored(SAME)], known, [("a", "b")])
    assert [one.id for one in gone] == ["j1"]
    assert [one.verdict for one in new] == [SAME]


def test_a_pair_that_is_no_longer_likely_is_taken_back():
    known = Known([before(SAME, SURE)])
    gone, new = changes([], known, [("a", "b")])
    (back,) = withdrawn(gone, "t1")
    assert (back.undoes, new) == ("j1", [])
    assert clusters([before(SAME, SURE), back]) == {}


def test_what_a_person_or_an_identifier_settled_is_left():
    join = before(SAME, SURE)
    for judgements in (
        [decide_pair("a", "b", Verdict.DIFFERENT, "amy", "t1", "met both")],
        [join, undo(join, "amy", "t1", "two cousins")],
        [Judgement("p", "a", "b", SAME, "resolve/phone/1", "t0", "same phone")],
    ):
        assert changes([scored(SAME)], Known(judgements), [("a", "b")]) == ([], [])


def test_members_who_contradict_each_other_are_kept_apart_by_name_of_the_rule():
    one = apart(("b", "a"), ["the recorded sex differs"], ["R#1.1"], "t")
    assert (one.left, one.right, one.verdict) == ("a", "b", Verdict.DIFFERENT)
    joins = [before(SAME, SURE)]
    assert clusters([*joins, one]) == {"a": "a", "b": "a"}  # of one pair a join outweighs it


def one_cluster(store, model):
    list(chain.from_iterable(resolve_news(store, NOW, model)))
    return sorted(clusters(store.judgements()))


@pytest.mark.parametrize("word", ["being_moved", "victim", "witness"])
def test_whoever_becomes_a_victim_or_witness_leaves_what_a_phone_joined(store, model, word):
    for urn, name in (("U1", "Arben Test"), ("U2", "Test Arben"), ("U3", "Arben Test")):
        add(store, told(urn, name=name, phone="+38164111222"))
    everybody = [person(urn) for urn in ("U1", "U2", "U3")]
    assert one_cluster(store, model) == everybody
    add(store, decided("U1", word))
    assert one_cluster(store, model) == everybody[1:]
    add(store, told("U4", name="Arben Test", phone="+38164111222"))
    assert one_cluster(store, model) == [*everybody[1:], person("U4")]
    said = [s.id for s in decided("U1", word).statements]
    store.review([Review(f"r{n}", s, "rejected", "amy", NOW, "x") for n, s in enumerate(said)])
    assert one_cluster(store, model) == [*everybody, person("U4")]
