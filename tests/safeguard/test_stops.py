import pytest

from headwater.model import words
from headwater.safeguard import never_equipment, stands
from headwater.safeguard.stops import GROUNDS

LIFTED = {"lifted_by": "amy", "author": "amy", "reason": "charged a fee", "status": "accepted"}


def test_every_ground_of_the_model_has_its_law():
    assert set(GROUNDS) == set(words("stop"))


def test_a_stop_is_lifted_by_a_named_person_with_a_reason():
    assert stands()
    assert not stands(**LIFTED)


@pytest.mark.parametrize(
    "lacking", [{"lifted_by": ""}, {"author": " "}, {"reason": ""}, {"status": "proposed"}]
)
def test_anything_less_lifts_nothing(lacking):
    assert stands(**(LIFTED | lacking))


def test_life_jackets_and_blankets_are_never_smuggling_equipment():
    for article in (
        "Life jackets (60)",
        "lifejacket",
        "blankets",
        "distress flares",
        "First aid kit",
    ):
        assert never_equipment(article)
    for article in ("inflatable boat", "outboard engine 40 hp", "fuel", ""):
        assert not never_equipment(article)
