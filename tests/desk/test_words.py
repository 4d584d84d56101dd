"""A page speaks the reader's language, and English where nobody has translated a text."""

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from headwater.desk import menu, trouble, words
from headwater.desk.words import LANGUAGES, said, said_of
from headwater.safeguard import Role

_DESK = Path(words.__file__).parent
_FIELD = re.compile(r"%\(\w+\)s")


@pytest.fixture(scope="module")
def texts():
    """Every text of pages, menu and refusals; of one and of many things, that of one."""
    found = [one[2] for one in extract_from_dir(_DESK / "templates", [("**.j2", "jinja2")])]
    shown = {one if isinstance(one, str) else one[0] for one in found}
    return shown | {entry.label for entry in menu.menu(Role)} | set(trouble.WORDS.values())


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"en"}))
def test_what_is_translated_is_a_text_of_the_pages_with_the_same_numbers_in_it(language, texts):
    with (_DESK / "languages" / f"{language}.po").open("rb") as lines:
        catalogue = read_po(lines, locale=language)
    assert "NOT REVIEWED" in catalogue.header_comment
    begun = [one for one in catalogue if one.id and one.string and all(one.string)]
    assert len(begun) > 50
    for one in begun:
        first = one.id if isinstance(one.id, str) else one.id[0]
        assert first in texts
        for said_so in [one.string] if isinstance(one.string, str) else one.string:
            assert set(_FIELD.findall(said_so)) == set(_FIELD.findall(first))


def test_the_menu_is_there_in_every_language():
    for language in set(LANGUAGES) - {"en"}:
        assert all(said(language, each.label) != each.label for each in menu.menu(Role))


def test_the_reader_chooses_the_language_and_the_browser_proposes_one(enter):
    ana = enter("ana")
    assert "Денес" in ana.get("/", headers={"Accept-Language": "mk, en"}).text
    ana.cookies.set("language", "sq")
    assert "Cilësimet" in ana.get("/", headers={"Accept-Language": "mk, en"}).text


def test_a_text_without_a_translation_stays_english():
    for language in LANGUAGES:
        assert said(language, "no such text anywhere") == "no such text anywhere"


def test_one_thing_and_several_are_told_apart():
    assert said_of("en", "one report", "many reports", 1) == "one report"
    assert said_of("sr", "one thing", "many things", 2) == "many things"
    came = "%(num)s report came in.", "%(num)s reports came in."
    assert said_of("sr", *came, 1) != said_of("sr", *came, 2) != said_of("sr", *came, 5)
