import pytest

from headwater.model import Verdict, WrongUse
from headwater.resolve import decide_pair
from headwater.resolve.review import (
    Asked,
    among_ids,
    ids_of,
    people_to_categorise,
    queue,
    to_decide_alone,
    visible,
)
from headwater.resolve.strong import strong_judgements
from tests.resolve.scans import category, person, scan_of

PHONE = "+38164111222"
DOUBTFUL = [
    *person("a", phone=PHONE, birthDate="1980"),
    *person("b", phone=PHONE, birthDate="1990"),
]
ACCEPTED = {"status": "accepted"}


def waiting(scan, judgements=(), limit=99):
    return [(e.kind, e.id) for e in queue(scan, judgements, Asked(limit)).entries]


def test_pairs_in_doubt_come_first_and_say_why():
    scan = scan_of(*DOUBTFUL)
    judgements = strong_judgements(scan, "t1")
    first, *rest = queue(scan, judgements, Asked(99)).entries
    assert (first.kind, first.id, first.about) == ("pair", judgements[0].id, ("a", "b"))
    assert "years of birth differ" in first.why
    assert len(rest) == len(DOUBTFUL)
    assert first.as_dict()["evidence"] == list(judgements[0].evidence)
    assert judgements[0].id in first.lines()[0]


def test_a_pair_that_joins_more_statements_comes_before_one_that_joins_fewer():
    other = "+38164999888"
    scan = scan_of(
        *DOUBTFUL,
        *person("x", phone=other, birthDate="1980", name="X", alias="XX"),
        *person("y", phone=other, birthDate="1990"),
    )
    entries = queue(scan, strong_judgements(scan, "t1"), Asked(2)).entries
    assert [entry.about for entry in entries] == [("x", "y"), ("a", "b")]


def test_a_pair_a_person_decided_on_is_not_asked_again():
    scan = scan_of(*DOUBTFUL)
    judgements = strong_judgements(scan, "t1")
    for verdict in Verdict:
        decided = decide_pair("a", "b", verdict, "amy", "t2", "checked")
        assert "pair" not in dict(waiting(scan, [*judgements, decided]))


def test_a_viewer_who_may_not_see_the_grounds_learns_nothing_of_the_doubt():
    judgements = strong_judgements(scan_of(*DOUBTFUL), "t1")
    for hidden in range(len(DOUBTFUL)):
        seen = scan_of(*DOUBTFUL)
        part = seen.filter([n != hidden for n in range(len(DOUBTFUL))])
        assert "pair" not in dict(waiting(part, judgements))


def test_proposed_statements_come_in_the_order_the_rule_says():
    scan = scan_of(
        ("o", "Place", "name", "Drava"),
        ("l", "Leg", "mode", "van"),
        ("f", "Fee", "amountLow", "4000"),
        ("r", "NetworkRole", "role", "driver"),
        *category("s", "suspect", **ACCEPTED),
        ("s", "Person", "name", "Arben Test"),
        ("h", "HumanitarianStop", "ground", "rescue"),
        ("done", "Fee", "amountLow", "1", ACCEPTED),
    )
    entries = queue(scan, [], Asked(99)).entries
    assert [entry.about[0] for entry in entries] == ["h", "s", "r", "f", "l", "o"]
    assert waiting(scan, limit=2) == [(e.kind, e.id) for e in entries[:2]]


def test_an_empty_node_has_an_empty_queue():
    assert waiting(scan_of()) == []


def test_what_an_item_proposes_of_one_entity_is_one_entry_in_words():
    line = {"item": 1}
    scan = scan_of(
        ("f", "Fee", "amountLow", "3500", line | {"n": 1}),
        ("f", "Fee", "amountHigh", "5000", line | {"n": 2}),
        ("f", "Fee", "currency", "EUR", line | {"n": 3}),
        ("f", "Fee", "basis", "person", line | {"n": 4}),
        ("g", "Fee", "amountLow", "100", line | {"n": 5}),
    )
    first, second = queue(scan, [], Asked(99)).entries
    assert first.what == "Does it say a fee: EUR 3,500 to 5,000 per person?"
    assert (first.id, first.evidence) == ("R1#1.1+", ("R1#1.1", "R1#1.2", "R1#1.3", "R1#1.4"))
    assert (second.id, second.evidence) == ("R1#1.5", ("R1#1.5",))


def test_entities_are_called_by_their_names():
    scan = scan_of(
        ("p", "Person", "name", "Goran Perić", ACCEPTED),
        ("r", "NetworkRole", "member", "p"),
        ("l", "Leg", "from", "place:x"),
    )
    found = queue(scan, [], Asked(99), place_name={"place:x": "Wimereux"}.get).entries
    said = [entry.what for entry in found if entry.kind == "statement"]
    assert said == [
        "Does it say a network role: member Goran Perić?",
        "Does it say a leg: from Wimereux?",
    ]


@pytest.mark.parametrize("words", ["Goran Peric", "ГОРАН ПЕРИЋ", "goran perić"])
def test_words_are_found_in_any_case_and_script(words):
    scan = scan_of(
        ("a", "Person", "name", "Goran Perić"),
        ("b", "Person", "name", "Горан Перић"),
        ("c", "Person", "name", "Goran Petrović"),
    )
    found = people_to_categorise(scan, [], Asked(99, find=words)).entries
    assert [entry.id for entry in found] == ["a", "b"]


FEES = [(f"f{n}", "Fee", "amountLow", str(n)) for n in range(1, 8)]


def test_pages_follow_each_other_without_a_gap_and_say_what_is_left():
    scan = scan_of(*FEES, *person("p", name="Ana Kos"))
    whole = [entry.id for entry in queue(scan, [], Asked(99)).entries]
    seen, after = [], ""
    for _ in range(4):
        page = queue(scan, [], Asked(3, after=after))
        seen += [entry.id for entry in page.entries]
        after = seen[-1]
        assert page.more is (len(seen) < len(whole))
        assert page.waiting == {"pair": 0, "statement": 8, "category": 1}
        if not page.more:
            break
    assert seen == whole


def test_a_page_behind_what_no_longer_waits_is_refused():
    with pytest.raises(WrongUse, match="does not wait"):
        queue(scan_of(*FEES), [], Asked(3, after="R1#99.1"))


def test_one_kind_can_be_asked_for():
    scan = scan_of(*FEES, *person("p", name="Ana Kos"), *person("q", name="Ana Kos"))
    for kind in ("pair", "statement", "category"):
        entries = queue(scan, [], Asked(99, kind=kind)).entries
        assert {entry.kind for entry in entries} == {kind}


def test_statements_of_a_report_are_told_by_their_ids():
    scan = scan_of(*FEES)
    assert ids_of(scan)[:2] == ["R1#1.1", "R1#2.1"]
    assert visible(scan, {"R1#1.1", "R1#9.9", "R7#1.1"}) == {"R1#1.1"}
    assert among_ids(scan, {"R1#2.1", "R7#1.1"}).tolist() == [False, True] + [False] * 5
    assert visible(scan, set()) == set()


def test_what_protects_and_who_is_protected_are_decided_on_alone():
    scan = scan_of(
        ("h", "HumanitarianStop", "ground", "rescue"),
        ("h", "HumanitarianStop", "subject", "r"),
        ("r", "Person", "name", "Rescued"),
        *category("v", "victim", **ACCEPTED),
        ("v", "Person", "name", "Ana Kos"),
        ("t", "Contact", "source", "p"),
        ("t", "Contact", "target", "v"),
        ("p", "Person", "name", "Other"),
    )
    alone = to_decide_alone(scan, [])
    names = {one for one, held in zip(scan["entity"].to_pylist(), alone, strict=True) if held}
    assert names == {"h", "r", "v", "t", "d-v-victim"}
    assert not to_decide_alone(scan_of(), []).any()
