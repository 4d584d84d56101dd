"""Pairs that wait for a person: what shares an identifier first, then what a score finds likely."""

from dataclasses import replace

import pytest

from headwater.model import Judgement, Verdict
from headwater.resolve import decide_pair
from headwater.resolve.clusters import LARGEST_BY_SCORE
from headwater.resolve.lookup.judging import apart
from headwater.resolve.review import Asked, queue
from headwater.resolve.review.doubts import MOST_OF_ONE
from headwater.resolve.strong import strong_judgements
from tests.resolve.scans import category, person, scan_of

PHONE = "+38164111222"


def likely(left, right, bits, *, author="resolve/score/1"):
    return Judgement(
        f"{left}{right}", left, right, Verdict.UNKNOWN, author, "t1", "Likely.", score=bits
    )


def pairs(scan, judgements):
    return [
        entry.about for entry in queue(scan, judgements, Asked(99)).entries if entry.kind == "pair"
    ]


@pytest.fixture
def scan():
    several = [row for one in "cdefghi" for row in person(one, name=f"Somebody {one}")]
    doubtful = [
        *person("a", phone=PHONE, birthDate="1980"),
        *person("b", phone=PHONE, birthDate="1990"),
    ]
    return scan_of(*doubtful, *several)


def test_a_likely_pair_takes_its_turn_behind_those_who_share_an_identifier(scan):
    waiting = queue(
        scan, [*strong_judgements(scan, "t1"), likely("c", "d", 99.0)], Asked(99)
    ).entries
    assert [entry.about for entry in waiting[:2]] == [("a", "b"), ("c", "d")]
    assert {entry.kind for entry in waiting[2:4]} == {"statement", "category"}


def test_the_likeliest_comes_first(scan):
    assert pairs(scan, [likely("c", "d", 3.0), likely("e", "f", 9.0)]) == [("e", "f"), ("c", "d")]


def test_what_follows_from_the_pairs_before_it_is_asked_only_when_one_of_them_is_denied(scan):
    doubts = [likely("c", "d", 9.0), likely("d", "e", 8.0), likely("c", "e", 7.0)]
    assert pairs(scan, doubts) == [("c", "d"), ("d", "e")]
    denied = decide_pair("d", "e", Verdict.DIFFERENT, "amy", "t2", "checked")
    assert pairs(scan, [*doubts, denied]) == [("c", "d"), ("c", "e")]


def test_of_one_person_a_few_pairs_wait_and_the_next_when_one_is_decided(scan):
    doubts = [likely("c", other, float(20 - n)) for n, other in enumerate("defgh")]
    assert pairs(scan, doubts) == [("c", other) for other in "def"]
    assert len(pairs(scan, doubts)) == MOST_OF_ONE
    decided = decide_pair("c", "d", Verdict.DIFFERENT, "amy", "t2", "checked")
    assert pairs(scan, [*doubts, decided]) == [("c", other) for other in "efg"]


def test_what_is_one_person_through_a_third_is_not_asked(scan):
    joins = [
        decide_pair("c", "d", Verdict.SAME, "amy", "t2", "checked"),
        decide_pair("d", "e", Verdict.SAME, "amy", "t2", "checked"),
    ]
    assert pairs(scan, [*joins, likely("c", "e", 9.0)]) == []


def sure(left, right):
    return replace(likely(left, right, 20.0), verdict=Verdict.SAME, reason="Sure.")


def test_a_join_that_a_contradiction_keeps_apart_is_asked_with_it(scan):
    joins = [sure("c", "d"), sure("d", "e")]
    against = apart(("c", "e"), ["the recorded sex differs"], [], "t1")
    assert pairs(scan, joins) == []
    (asked,) = [
        one for one in queue(scan, [*joins, against], Asked(99)).entries if one.kind == "pair"
    ]
    assert asked.about == ("d", "e")
    assert "the recorded sex differs" in asked.why
    answer = decide_pair("d", "e", Verdict.SAME, "amy", "t2", "checked")
    assert pairs(scan, [*joins, against, answer]) == [("c", "d")]  # now that one is apart
    settled = decide_pair("c", "e", Verdict.DIFFERENT, "amy", "t2", "met both")
    assert pairs(scan, [*joins, against, settled]) == []


def test_a_join_beyond_the_largest_cluster_is_asked():
    many = [f"p{n:02}" for n in range(LARGEST_BY_SCORE + 1)]
    scan = scan_of(*(row for one in many for row in person(one, name=f"Somebody {one}")))
    joins = [sure(many[0], other) for other in many[1:]]
    assert pairs(scan, joins[:-1]) == []
    (asked,) = [one for one in queue(scan, joins, Asked(99)).entries if one.kind == "pair"]
    assert asked.about == (many[0], many[-1])
    assert f"more than {LARGEST_BY_SCORE}" in asked.why


@pytest.mark.parametrize("word", ["being_moved", "victim", "witness"])
@pytest.mark.parametrize("who", ["a", "b"])
def test_who_became_a_victim_or_a_witness_leaves_the_questions_asked_before(who, word):
    lines = [
        *person("a", phone=PHONE, birthDate="1980", name="Goran Test"),
        *person("b", phone=PHONE, birthDate="1990", name="Ana Test"),
    ]
    asked = [*strong_judgements(scan_of(*lines), "t1"), likely("c", who, 9.0)]
    lines += person("c", name="Vera Kos")
    assert set(pairs(scan_of(*lines), asked)) == {("a", "b"), ("c", who)}
    assert pairs(scan_of(*lines, *category(who, word, status="accepted")), asked) == []
