"""One spelling for what is written in two alphabets, two standards, with or without marks."""

import pytest

from headwater.intake.reading.tagging.letters import folded, latin, shape, stem


def test_cyrillic_words_become_the_latin_words_they_are() -> None:
    assert [latin(word) for word in ("Ђаковица", "ЊУЈОРК", "Скопје")] == [
        "Đakovica",
        "NJUJORK",
        "Skopje",
    ]


def test_a_word_of_mixed_or_no_letters_stays() -> None:
    assert latin("B92") == "B92"
    assert latin("—") == "—"


@pytest.mark.parametrize("written", ["Đakovica", "Djakovica", "Dakovica", "ЂАКОВИЦА", "đakovica"])
def test_marks_capitals_and_alphabet_make_no_difference(written: str) -> None:
    assert folded(latin(written)) == "dakovica"


def test_case_endings_fall_off_and_what_hangs_on_an_acronym() -> None:
    assert stem("beogradu") == stem("beograda") == stem("beograd")
    assert stem("nato-a") == "nato"
    assert stem("ana") == "ana"


def test_two_standards_share_a_stem() -> None:
    assert stem(folded("predsjednika")) == stem(folded("predsednik"))


def test_a_shape_tells_names_acronyms_and_numbers() -> None:
    assert [shape(word) for word in ("Niš", "NATO-a", "12.5", "grad")] == ["Xx", "X-x", "d.d", "x"]
