import pytest

from headwater.model import Verdict
from headwater.resolve import (
    decide_pair,
    decide_statement,
    people_to_categorise,
    queue,
)
from headwater.resolve.strong import strong_judgements
from tests.resolve.scans import category, person, scan_of

PHONE = "+38164111222"
DOUBTFUL = [
    *person("a", phone=PHONE, birthDate="1980"),
    *person("b", phone=PHONE, birthDate="1990"),
]
ACCEPTED = {"status": "accepted"}


def waiting(scan, judgements=(), reviews=(), limit=99):
    return [(e.kind, e.id) for e in queue(scan, judgements, reviews, limit)]


def test_pairs_in_doubt_come_first_and_say_why():
    scan = scan_of(*DOUBTFUL)
    judgements = strong_judgements(scan, "t1")
    first, *rest = queue(scan, judgements, [], 99)
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
    entries = queue(scan, strong_judgements(scan, "t1"), [], 2)
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
    entries = queue(scan, [], [], 99)
    assert [entry.about[0] for entry in entries] == ["h", "s", "r", "f", "l", "o"]
    assert waiting(scan, limit=2) == [(e.kind, e.id) for e in entries[:2]]


def test_a_statement_somebody_decided_on_is_gone_until_it_is_put_back():
    scan = scan_of(("f", "Fee", "amountLow", "1"), ("g", "Fee", "amountLow", "2"))
    taken = decide_statement("R1#1.1", "accepted", "amy", "t1", "saw the note")
    back = decide_statement("R1#1.1", "proposed", "amy", "t2", "on second thoughts")
    assert waiting(scan, reviews=[taken], limit=1) == [("statement", "R1#2.1")]
    assert len(waiting(scan, reviews=[taken, back])) == 2


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
    first, second = queue(scan, [], [], 99)
    assert first.what == "Does it say a fee: EUR 3,500 to 5,000 per person?"
    assert (first.id, first.evidence) == ("R1#1.1+", ("R1#1.1", "R1#1.2", "R1#1.3", "R1#1.4"))
    assert (second.id, second.evidence) == ("R1#1.5", ("R1#1.5",))


def test_entities_are_called_by_their_names():
    scan = scan_of(
        ("p", "Person", "name", "Goran Perić", ACCEPTED),
        ("r", "NetworkRole", "member", "p"),
        ("l", "Leg", "from", "place:x"),
    )
    found = queue(scan, [], [], 99, place_name={"place:x": "Wimereux"}.get)
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
    found = people_to_categorise(scan, [], 99, find=words)
    assert [entry.id for entry in found] == ["a", "b"]
