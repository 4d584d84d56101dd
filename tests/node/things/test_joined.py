"""How a thing was joined, and that a join is taken back."""

from headwater.node import decide
from headwater.node.things import ThingIndex, shield_for
from headwater.node.things.joined import merged
from tests.node.things.conftest import look

CYRILLIC, LATIN = "IR 2#1@m1", "IR 1#1@m1"


def joins(node, entity):
    picture = look(node).picture
    index = ThingIndex(picture)
    return merged(node, index, index.row(entity), shield_for(node, picture))


def test_a_join_shows_both_names_who_joined_them_and_why_until_it_is_taken_back(told):
    made = decide(told, "same", [CYRILLIC, LATIN], "one face")
    found = joins(told, min(CYRILLIC, LATIN))
    by_hand = [one for one in found.joins if one.by == "mira"]
    assert [(one.left, one.right, one.reason) for one in by_hand] == [
        ("Goran Izmišljeni", "Горан Измишљени", "one face")
    ]
    assert found.mentions >= 2
    decide(told, "undo", made, "two faces")
    assert not [one for one in joins(told, LATIN).joins if one.by == "mira"]
