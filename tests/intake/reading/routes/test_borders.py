"""Borders that a text names."""

import pytest

from headwater.intake.reading.passage import Passage
from headwater.intake.reading.routes import borders


def named(text: str, language: str) -> list[tuple[str, tuple[str, ...], str]]:
    found = borders(Passage(text, language, None), (0, len(text)))
    return [(text[slice(*one.span)], one.countries, one.part) for one in found]


@pytest.mark.parametrize(
    ("language", "text", "words", "countries", "part"),
    [
        ("en", "towards the Croatian border", "the Croatian border", ("HR",), "to"),
        ("en", "the Serbian-Hungarian border", "the Serbian-Hungarian border", ("HU", "RS"), ""),
        ("hr", "prema slovenskoj granici", "slovenskoj granici", ("SI",), "to"),
        ("sr", "od bugarske granice", "bugarske granice", ("BG",), "from"),
        ("sr", "do granice sa Mađarskom", "granice sa Mađarskom", ("HU",), "to"),
        ("mk", "до грчката граница", "грчката граница", ("GR",), "to"),
        ("bg", "от турската граница", "турската граница", ("TR",), "from"),
        ("sq", "afër kufirit me Serbinë", "kufirit me Serbinë", ("RS",), "at"),
        ("", "prema mađarskoj granici", "mađarskoj granici", ("HU",), "to"),
    ],
)
def test_a_border_is_that_of_its_countries(
    language: str, text: str, words: str, countries: tuple[str, ...], part: str
) -> None:
    assert named(text, language) == [(words, countries, part)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Hungarian border police stopped them"),
        ("en", "at a Hungarian border crossing"),
        ("en", "near the border"),
        ("sr", "blizu granice"),
        ("de", "an der ungarischen Grenze"),
    ],
)
def test_police_crossings_and_borders_of_nobody_are_none(language: str, text: str) -> None:
    assert named(text, language) == []
