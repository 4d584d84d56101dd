"""A page speaks the reader's language, and English where nobody has translated a text."""

from headwater.desk.words import LANGUAGES, said, said_of


def test_a_text_without_a_translation_stays_english():
    for language in LANGUAGES:
        assert said(language, "no such text anywhere") == "no such text anywhere"


def test_one_thing_and_several_are_told_apart():
    assert said_of("en", "one report", "many reports", 1) == "one report"
    assert said_of("sr", "one thing", "many things", 2) == "many things"
