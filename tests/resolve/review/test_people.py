"""People of one name are asked about and never joined; people without a category wait."""

import pytest

from headwater.model import Verdict
from headwater.resolve import decide_pair
from headwater.resolve.review import Asked, people_to_categorise, persons_named, queue
from headwater.resolve.strong import strong_judgements
from tests.resolve.scans import category, person, scan_of

ACCEPTED = {"status": "accepted"}


def test_people_without_a_category_wait_those_of_most_reports_first():
    scan = scan_of(
        *person("a", name="Ana Ilić"),
        ("b", "Person", "name", "Vera Kos", {"urn": "R1"}),
        ("b", "Person", "name", "Vera Kos", {"urn": "R2"}),
        *person("c", name="Arben Test"),
        *category("c", "suspect", **ACCEPTED),
        ("n", "Network", "name", "Some House"),
    )
    found = people_to_categorise(scan, [], Asked(99)).entries
    assert [(entry.kind, entry.id) for entry in found] == [("category", "b"), ("category", "a")]
    assert "Vera Kos" in found[0].what
    assert "2 reports" in found[0].why
    assert {"b", "a"} <= {e.id for e in queue(scan, [], Asked(99)).entries if e.kind == "category"}


SAME_NAME = [*person("a", name="Zoran Kos"), *person("b", name="ЗОРАН КОС")]


def pairs(scan, judgements=()):
    return [e.about for e in queue(scan, judgements, Asked(99)).entries if e.kind == "pair"]


def test_persons_of_one_full_name_are_proposed_and_never_joined():
    scan = scan_of(*SAME_NAME, *person("c", name="Zoran"), *person("d", name="Zoran"))
    assert pairs(scan) == [("a", "b")]
    entry = next(e for e in queue(scan, [], Asked(99)).entries if e.kind == "pair")
    assert "a name alone never joins two persons" in entry.why
    assert entry.id == "a~b"
    assert strong_judgements(scan, "t") == []


@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_pair_of_one_name_that_a_person_judged_does_not_come_back(verdict):
    decided = decide_pair("a", "b", verdict, "amy", "t2", "checked")
    assert pairs(scan_of(*SAME_NAME), [decided]) == []


def test_a_third_of_that_name_is_still_asked_about():
    scan = scan_of(*SAME_NAME, *person("c", name="Zoran Kos"))
    apart = decide_pair("a", "b", Verdict.DIFFERENT, "amy", "t2", "checked")
    assert ("a", "c") in pairs(scan, [apart])


@pytest.mark.parametrize("word", ["being_moved", "victim", "witness"])
def test_nobody_who_is_being_moved_a_victim_or_a_witness_is_put_before_anybody(word):
    scan = scan_of(*SAME_NAME, *category("a", word, **ACCEPTED))
    assert pairs(scan) == []


def test_pairs_of_one_name_are_bounded():
    lines = [("p" + str(n), "Person", "name", "Zoran Kos") for n in range(500)]
    found = queue(scan_of(*lines), [], Asked(10_000)).entries
    assert sum(entry.kind == "pair" for entry in found) == 300


def test_the_name_that_one_person_bears_finds_that_person():
    scan = scan_of(*SAME_NAME, *person("c", name="Zoran Kos"))
    assert persons_named(scan, [], "ЗОРАН КОС") == ["b"]
    assert persons_named(scan, [], "Zoran Kos") == ["a", "c"]
    same = decide_pair("a", "c", Verdict.SAME, "amy", "t2", "checked")
    assert persons_named(scan, [same], "Zoran Kos") == ["a"]
