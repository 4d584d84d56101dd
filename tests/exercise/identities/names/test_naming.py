"""Whole names: built as their culture builds them, and naming nobody well known."""

import pytest

from headwater.exercise.identities.names.naming import (
    avoided,
    draw_family,
    draw_name,
    feminine,
    patronymic,
)
from headwater.exercise.identities.names.parts import CULTURES, Part
from headwater.exercise.streams import Stream


def cyrillic(word: str) -> Part:
    return Part(word, word, "")


@pytest.mark.parametrize(
    ("father", "son", "daughter"),
    [
        ("Иван", "Иванов", "Иванова"),
        ("Георги", "Георгиев", "Георгиева"),
        ("Николай", "Николаев", "Николаева"),
        ("Никола", "Николов", "Николова"),
        ("Илия", "Илиев", "Илиева"),
        ("Петър", "Петров", "Петрова"),
    ],
)
def test_bulgarian_patronymics_follow_the_father(father: str, son: str, daughter: str) -> None:
    assert patronymic(cyrillic(father), "m").native == son
    assert patronymic(cyrillic(father), "f").native == daughter


def test_macedonian_and_bulgarian_women_bear_the_feminine_form() -> None:
    assert feminine("macedonian", cyrillic("Трајковски")).native == "Трајковска"
    assert feminine("bulgarian", cyrillic("Тодоров")).native == "Тодорова"
    assert feminine("serbian", cyrillic("Петровић")).native == "Петровић"


@pytest.mark.parametrize("half", [0, 1])
def test_nobody_well_known_comes_out_by_chance(half: int) -> None:
    assert len(avoided()) > 20
    for culture in CULTURES:
        for turn in range(1500):
            stream = Stream(turn, culture, half)
            name = draw_name(stream, draw_family(stream, culture, half), "m")
            assert (culture, name.given.form, name.home.family.form) not in avoided()
            assert name.given != name.home.father


def test_many_afghans_bear_no_family_name() -> None:
    homes = [draw_family(Stream(turn, "home"), "dari", 0) for turn in range(400)]
    assert 0.6 < sum(home.has_family for home in homes) / 400 < 0.8
