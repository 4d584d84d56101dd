import pytest

from headwater.model import WrongUse
from headwater.picture import build, sentence, things
from tests.fakes.store import ANALYST, GENERAL, FakeStore


@pytest.fixture
def picture():
    store = FakeStore()
    store.reported("R1", title="Vans", originator="Border Force")
    store.say("R1", "E", "Seizure", article="boats", quantity="3", text="Three boats were taken.")
    store.say("R1", "P", "Person", name="Ana", item=2, grade="3C")
    return build(store, ANALYST, GENERAL)


def test_things_of_a_schema_come_with_every_value_and_its_statement(picture):
    (seizure,) = things(picture, "Event")
    assert (seizure["id"], seizure["schema"]) == ("E", "Seizure")
    (quantity,) = seizure["properties"]["quantity"]
    assert (quantity["value"], quantity["statement"]) == ("3", "R1#1.2")


def test_a_schema_that_does_not_exist_is_refused(picture):
    with pytest.raises(WrongUse, match="Boat"):
        things(picture, "Boat")


def test_a_statement_leads_to_its_sentence_grade_and_report(picture):
    found = sentence(picture, "R1#1.1")
    assert found["item_text"] == "Three boats were taken."
    assert (found["text"], found["grade"], found["title"]) == ("boats", "1A", "Vans")
    assert (found["originator"], found["urn"], found["item"]) == ("Border Force", "R1", 1)
    assert sentence(picture, "R1#2.1")["grade"] == "3C"


@pytest.mark.parametrize("wrong", ["R1#1.9", "R9#1.1", "nothing"])
def test_a_statement_that_is_not_there_is_refused(picture, wrong):
    with pytest.raises(WrongUse):
        sentence(picture, wrong)
