import pytest

from headwater.resolve.review import Asked, explained, queue
from headwater.resolve.strong import strong_judgements
from tests.resolve.scans import category, person, scan_of

PHONE = "+38164111222"
PAIR = [
    *person("a", name="Goran Perić", phone=PHONE, birthDate="1980"),
    *person("b", name="Горан Перић", phone=PHONE, birthDate="1990"),
]


def shown(*statements):
    scan = scan_of(*statements)
    return explained(scan, queue(scan, strong_judgements(scan, "t1"), Asked(99)).entries)


def test_a_pair_is_shown_with_its_names_letter_by_letter_and_what_each_field_says():
    first, *rest = shown(*PAIR)
    lines = " ".join(first.explanation)
    assert "Perić" in lines
    assert "Перић" in lines
    assert "birth_date: " in lines
    assert any("Перић" in line for line in first.lines())
    assert first.as_dict()["explanation"] == list(first.explanation)
    assert not any(entry.explanation for entry in rest)


def test_a_judgement_that_is_kept_holds_none_of_it():
    judgement = strong_judgements(scan_of(*PAIR), "t1")[0]
    assert "Per" not in judgement.explanation + judgement.reason


@pytest.mark.parametrize("word", ["being_moved", "victim", "witness"])
def test_nobody_is_scored_who_is_being_moved_a_victim_or_a_witness(word):
    assert not shown(*PAIR, *category("a", word))[0].explanation
