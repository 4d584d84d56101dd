"""A person's name as it is called, from its form in a sentence."""

import pytest

from headwater.intake.reading import propose
from headwater.intake.reading.people.cases import undone


@pytest.mark.parametrize(
    ("written", "called"),
    [
        ("Vesnu Petrović", "Vesna Petrović"),
        ("Vesnom Petrović", "Vesna Petrović"),
        ("Marka Ilića", "Marko Ilić"),
        ("Markom Ilićem", "Marko Ilić"),
        ("Petra Petrovića", "Petar Petrović"),
        ("Nikolu Ilića", "Nikola Ilić"),
        ("Nikoli Iliću", "Nikola Ilić"),
        ("Nikolom Ilićem", "Nikola Ilić"),
        ("Draganu Kostiću", "Dragan Kostić"),
        ("Ernesta Kovačića", "Ernest Kovačić"),
        ("Dejanu Kovaču", "Dejan Kovač"),
        ("Nikoli Kovaču", "Nikola Kovač"),
        ("Dejanom Kovačem", "Dejan Kovač"),
        ("Марка Илића", "Марко Илић"),
        ("Весну Петровић", "Весна Петровић"),
    ],
)
def test_a_south_slavic_name_is_undone_where_its_endings_leave_one_answer(
    written: str, called: str
) -> None:
    assert undone(written, "sr") == called
    assert undone(called, "sr") == called


@pytest.mark.parametrize(
    "name",
    ["Đorđe Petrović", "Rade Ilić", "Marija Petrović", "Dejana Kovač", "Maria Fonseca", "Baki"],
)
def test_what_may_be_the_name_itself_stays(name: str) -> None:
    assert undone(name, "sr") == name


def test_a_latin_word_in_a_cyrillic_name_is_never_half_transliterated() -> None:
    assert undone("Марку Wimereux", "sr") == "Марку Wimereux"


def test_an_albanian_surname_is_undone_where_the_word_before_tells() -> None:
    assert undone("Agron Krasniqit", "sq", "ni i ") == "Agron Krasniqi"
    assert undone("Agron Krasniqin", "sq", "ndaloi ") == "Agron Krasniqi"
    assert undone("Agron Hotit", "sq", "oni i ") == "Agron Hoti"
    assert undone("Ivan Martin", "sq", "nga ") == "Ivan Martin"


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "sr",
            "Policija je uhapsila Vesnu Petrović. Vesna Petrović je organizator.",
            "Vesna Petrović",
        ),
        ("sr", "Telefon Marka Ilića je +381641234567. Marko Ilić je vozač.", "Marko Ilić"),
        ("sq", "Telefoni i Agron Krasniqit u gjet. Agron Krasniqi është shofer.", "Agron Krasniqi"),
    ],
)
def test_a_person_is_one_person_under_one_name_in_every_case(
    language: str, text: str, name: str
) -> None:
    people = [c for c in propose(text, language=language).claims if c.property == "name"]
    named = [c for c in people if c.schema == "Person"]
    assert {c.value for c in named} == {name}
    assert len({c.mention for c in named}) == 1
    assert len({text[c.start : c.end] for c in named}) == 2  # each in its own words
