"""What an alert says: a sentence, and of a life at risk never a name."""

import pytest

from headwater.analysis.watch import question_told, told
from headwater.model import Statement
from headwater.safeguard.watching import DANGER, Alert, Kind, Urgency
from tests.analysis.watch.arriving import leg, says, watch

NAMES = {"place:x": "Subotica", "place:y": "Horgoš"}


def name(place: str) -> str:
    return NAMES.get(place, "")


def alert(why: str, *statements: str, urgency: Urgency = Urgency.ORDINARY) -> Alert:
    return Alert("a1", "w1", "2026-11-22T10:00:00Z", "U1", 1, urgency, why, statements)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (watch("w1", Kind.LEG, place="place:x"), "any new leg through Subotica"),
        (
            watch("w1", Kind.LEG, place="place:x", other="place:y", mode="van"),
            "any new leg between Subotica and Horgoš by van",
        ),
        (watch("w1", Kind.LEG, mode="foot"), "any new leg on foot"),
        (watch("w1", Kind.LEG, mode="taxi_boat"), "any new leg by taxi boat"),
        (watch("w1", Kind.IDENTIFIER, sort="phone", number="+3816"), "the phone +3816 anywhere"),
        (watch("w1", Kind.PERSON, name="Халим"), "a person called Халим, in any script"),
        (watch("w1", Kind.PLACE, place="place:z"), "anything on z"),
        (watch("w1", Kind.NETWORK, name="Plavi"), "anything on the network Plavi"),
        (DANGER, "danger to life"),
        (watch("w1", Kind.DANGER, place="place:y"), "danger to life at Horgoš"),
        (watch("w1", Kind.WORDS, words="life jackets"), "the words 'life jackets'"),
    ],
)
def test_every_question_can_be_told(asked, words):
    assert question_told(asked, name) == words


def test_a_leg_is_told_with_its_ends_and_mode():
    said = leg("U1", "place:x", "place:y")
    asked = watch("w1", Kind.LEG, place="place:x")
    assert told(asked, [alert("leg")], said, name) == "A leg from Subotica to Horgoš by van."
    assert told(asked, [alert("leg")], said[:1], name) == "A leg through Subotica."
    assert told(asked, [alert("leg")], [], name) == "New: any new leg through Subotica."


def test_a_life_at_risk_is_told_with_where_and_how_many_and_nobodys_name():
    said = [
        says("U1", 1, "Place", "name", "Dunkirk"),
        says("U1", 2, "Observation", "count", "40"),
        says("U1", 3, "Observation", "unit", "people"),
        Statement("U1", 1, 4, "U1#1@m2", "Incident", "dead", "2"),
        Statement("U1", 1, 5, "U1#1@m2", "Incident", "place", "place:y"),
        says("U1", 6, "Person", "name", "Somebody Moved"),
    ]
    alerts = [alert("sinking, cold", urgency=Urgency.LIFE_AT_RISK), alert("cold")]
    sentence = "A life may be at risk (sinking, cold) at Dunkirk, Horgoš; 40 people, 2 dead."
    assert told(DANGER, alerts, said, name) == sentence
    said[2] = says("U1", 3, "Observation", "unit", "људи")
    assert told(DANGER, alerts, said, name) == sentence  # whatever language the report is in
    said.insert(3, says("U1", 7, "Observation", "series", "boats"))
    said[2] = says("U1", 3, "Observation", "unit", "boats")
    assert told(DANGER, alerts, said, name) == sentence.replace("people", "boats")
    high = [alert("dead or missing", urgency=Urgency.HIGH)]
    assert told(DANGER, high, [], name) == "People may be in danger (dead or missing)."


def test_a_person_is_told_by_the_new_name_with_its_chance_or_as_a_match_without_names():
    asked = watch("w1", Kind.PERSON, name="Halim Demirović")
    said = [says("U1", 1, "Person", "name", "Халим Демировић")]
    new = told(asked, [alert("name 0.93", "U1#1.1")], said, name)
    assert new == "A person called Халим Демировић: chance 0.93 that it is the watched name."
    match = told(asked, [alert("match", "U1#1.1", "U0#1.1")], said, name)
    assert "Халим" not in match


def test_what_else_is_watched_is_told_by_its_question():
    asked = watch("w1", Kind.PLACE, place="place:y")
    assert told(asked, [alert("place")], [], name) == "Horgoš is named."
    phone = watch("w1", Kind.IDENTIFIER, sort="phone", number="+3816")
    assert told(phone, [alert("phone")], [], name) == "The phone +3816 is named."
    network = watch("w1", Kind.NETWORK, name="Plavi")
    assert told(network, [alert("network")], [], name) == "The network Plavi is named."
    words = watch("w1", Kind.WORDS, words="van")
    assert told(words, [alert("words")], [], name) == "The words 'van' stand in it."
