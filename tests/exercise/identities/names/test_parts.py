"""Name parts: large lists in their own script, split so that test names stay unseen."""

import re

import pytest

from headwater.exercise.identities.names.parts import ARABIC_SCRIPT, CULTURES, Part, part_list

KINDS = ("given_m", "given_f", "family")
CYRILLIC = {"serbian", "bosnian", "macedonian", "bulgarian"}
# Family names so bound to one holder of office or author that a chance bearer would mean them.
BOUND = {
    *("Thaçi", "Haradinaj", "Rugova", "Berisha", "Kurti", "Rama", "Meta", "Erdoğan", "Öcalan"),
    *("Vučić", "Karadžić", "Đinđić", "Груевски", "Заев", "Борисов", "Радев", "Barzanî", "Talabanî"),
}
ENGLISH = {"Smith", "Garcia", "Johnson", "Williams", "John", "Michael", "Jennifer", "Brown"}


def whole(culture: str, kind: str) -> list[Part]:
    return [part for half in (0, 1) for part in part_list(culture, kind, half).parts]


@pytest.mark.parametrize("culture", CULTURES)
def test_each_culture_has_enough_parts_in_both_halves(culture: str) -> None:
    for half in (0, 1):
        assert len(part_list(culture, "given_m", half).parts) >= 70
        assert len(part_list(culture, "family", half).parts) >= 75
        assert len(part_list(culture, "given_f", half).parts) >= 20


@pytest.mark.parametrize("culture", CULTURES)
def test_parts_stand_in_the_script_of_their_culture(culture: str) -> None:
    native = (
        r"[\u0600-\u06ff\u200c -]+" if culture in ARABIC_SCRIPT else r"[A-Za-zçëşğıİöüÇËŞĞÖÜâ]+"
    )
    native = r"[\u0400-\u04ff]+" if culture in CYRILLIC else native
    for kind in KINDS:
        for part in whole(culture, kind):
            assert re.fullmatch(native, part.native), part
            assert part.sounds.strip() == part.sounds != ""


def test_no_part_stands_in_both_halves() -> None:
    def words(half: int) -> set[str]:
        lists = (part_list(culture, kind, half) for culture in CULTURES for kind in KINDS)
        return {spelling for found in lists for p in found.parts for spelling in (p.form, p.native)}

    # Two forms of different sound may share an unvowelled spelling.
    assert len(words(0) & words(1)) <= 3, words(0) & words(1)


def test_lists_hold_no_name_that_means_one_person_and_no_english_filling() -> None:
    forms = {part.form for culture in CULTURES for kind in KINDS for part in whole(culture, kind)}
    assert not forms & BOUND
    assert not forms & ENGLISH
