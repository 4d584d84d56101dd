"""Names: each clerk spells by the habits of the clerk's own language."""

import pytest

from headwater.exercise.names import bare, invent_name, passport_spelling, spell, spell_word
from headwater.exercise.streams import Stream


@pytest.mark.parametrize(
    ("word", "culture", "persona", "written"),
    [
        ("Shinwari", "af", "serbian", "Šinvari"),
        ("Shinwari", "af", "german", "Schinwari"),
        ("Khalid", "ku", "french", "Khalid"),
        ("Jamal", "ku", "french", "Djamal"),
        ("Jamal", "ku", "serbian", "Džamal"),
        ("Mohammad", "iq", "british", "Mohamed"),
        ("Al-Khafaji", "iq", "turkish", "Al-Hafaci"),
        ("Xhevahir", "al", "serbian", "Dževahir"),
        ("Đorđević", "rs", "british", "Djordjevic"),
        ("Şahin", "tr", "serbian", "Šahin"),
        ("Nguyễn", "vn", "german", "Nguyen"),
    ],
)
def test_a_clerk_spells_by_ear_of_the_own_language(word, culture, persona, written):
    assert spell_word(word, culture, persona) == written


def test_a_passport_has_plain_capitals_family_first():
    name = invent_name(Stream(1, "passport"), "rs")
    assert passport_spelling(name) == bare(f"{name.family}, {name.given}").upper()
    assert passport_spelling(name).isascii()


def test_some_habits_put_the_family_name_first():
    name = invent_name(Stream(1, "habit"), "af")
    assert spell(name, "british", 0).split()[0].isupper()
    assert spell(name, "british", 50) == spell(name, "british", 60)


def test_some_habits_add_the_name_of_the_father():
    name = invent_name(Stream(1, "father"), "rs")
    assert spell(name, "serbian", 18) == f"{name.given} ({name.father}) {name.family}"


def test_some_know_a_person_by_the_kunya_alone():
    names = [invent_name(Stream(1, "kunya", number), "iq") for number in range(60)]
    known = [spell(name, "british", 15) for name in names if name.byname]
    assert known
    assert all(written.startswith("Abu ") for written in known)


def test_women_of_bulgaria_bear_the_feminine_family_name():
    name = invent_name(Stream(1, "woman"), "bg", "f")
    assert name.family.endswith("a")
    assert name.native.endswith("а")


def test_one_person_is_spelled_in_several_ways_and_scripts(world):
    spelled: dict[str, set[str]] = {}
    scripts: dict[str, set[str]] = {}
    for row in world.rows("name_variants"):
        spelled.setdefault(row["person"], set()).add(row["spelling"])
        scripts.setdefault(row["person"], set()).add(row["script"])
    assert sum(len(found) >= 3 for found in spelled.values()) > 20
    assert sum(len(found) == 2 for found in scripts.values()) > 20
