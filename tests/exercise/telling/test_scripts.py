"""Cyrillic of three countries from one Latin spelling."""

import pytest

from headwater.exercise.telling.scripts import cyrillic


@pytest.mark.parametrize(
    ("latin", "language", "written"),
    [
        ("Ljubiša Džaf", "sr-Cyrl", "Љубиша Џаф"),
        ("Đorđe Ćirić", "sr-Cyrl", "Ђорђе Ћирић"),
        ("Đorđe Ćirić", "mk", "Ѓорѓе Ќириќ"),
        ("Đorđe Ćirić", "bg", "Джордже Чирич"),
        ("Jasmin Njegoš", "bg", "Ясмин Негош"),
        ("37 osoba", "sr-Cyrl", "37 особа"),
    ],
)
def test_latin_becomes_the_cyrillic_of_the_country(latin, language, written):
    assert cyrillic(latin, language) == written
