from headwater.analysis.organisers.evidence import gather
from headwater.analysis.organisers.sequence.replaceable import REPLACEABLE, places_of
from headwater.model import words
from tests.analysis.organisers.groups.test_method import picture_of
from tests.analysis.organisers.sequence.test_method import with_roles

ASKED = {"layers": "", "include_proposed": False, "drop_weak": False}
EASE = {"easy": 0.9, "medium": 0.5, "hard": 0.2}


def test_every_role_of_the_vocabulary_has_a_reading():
    assert set(REPLACEABLE) == set(words("role"))


def test_somebody_with_two_roles_is_as_hard_to_replace_as_the_harder_of_them():
    picture = with_roles(picture_of([("a", "b")]), {"a": "driver", "b": "organiser"})
    places = places_of(gather(picture, ASKED), EASE)
    assert places.word == ["easy", "hard"]
    assert places.chance.tolist() == [0.9, 0.2]


def test_without_a_role_the_place_is_unknown_and_medium():
    places = places_of(gather(picture_of([("a", "b")]), ASKED), EASE)
    assert (places.word, places.chance.tolist()) == (["unknown"] * 2, [0.5] * 2)
    assert places.role.tolist() == [-1, -1]
