"""Offices: clerks of one office write alike."""

import pytest

from headwater.exercise.identities.names.offices import (
    Clerk,
    Office,
    bare,
    capitalised,
    clerk_for,
    typed,
)
from headwater.exercise.identities.names.parts import CULTURES, Part
from headwater.exercise.identities.names.sounds import read_sounds
from headwater.exercise.streams import Stream


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("al-baghdadi", "al-Baghdadi"),
        ("el baghdadi", "el Baghdadi"),
        ("'abd al-rahman", "'Abd al-Rahman"),
        ("gul muhammad", "Gul Muhammad"),
        ("El-basri", "El-Basri"),
        ("ел багдади", "ел Багдади"),
    ],
)
def test_capitals_stand_where_names_have_them(text: str, written: str) -> None:
    assert capitalised(text) == written


def test_without_diacritics_d_stroke_becomes_d_or_dj() -> None:
    assert {bare("Đorđević", habit) for habit in (0, 1)} == {"Dordevic", "Djordjevic"}
    assert bare("Çağlar Işık", 0) == "Caglar Isik"


def test_arabic_keyboards_lose_hamza_and_joins_but_never_letters_of_sound() -> None:
    written = {typed("أحمد عبد الرحمن", habit) for habit in range(12)}
    assert {"أحمد عبد الرحمن", "احمد عبد الرحمن"} <= written
    assert any("عبدالرحمن" in name for name in written)
    assert {typed("فاطمة", habit) for habit in range(12)} == {"فاطمة", "فاطمه"}


def test_ways_of_writing_use_their_own_source() -> None:
    part = Part("Đorđe", "Ђорђе", read_sounds("serbian", "Đorđe"))

    def write(way: str, table: str, script: str = "latn") -> str:
        return Clerk(Office("x", "en", script, way, table, capitals=False), 0).write(part)

    assert write("native", "", "cyrl") == "Ђорђе"
    assert write("home", "") == "Đorđe"
    assert write("bare", "") == "Dorde"
    assert write("letters", "icao_serbian") == "Dorde"
    assert write("sounds", "albanian") == "Gjorgje"


@pytest.mark.parametrize("culture", CULTURES)
def test_people_turn_up_at_offices_of_several_languages(culture: str) -> None:
    clerks = [clerk_for(Stream(turn, "clerk"), culture) for turn in range(300)]
    assert len({clerk.office.language for clerk in clerks}) >= 5
    assert len({clerk.office.script for clerk in clerks}) >= 2
