"""Where names begin and end."""

import pytest

from headwater.intake.reading.passage import Passage
from headwater.intake.reading.people.naming import father_in, name_ending, runs


def found(text: str, language: str = "en") -> list[str]:
    passage = Passage(text, language, None)
    return [
        text[slice(*span)] for sentence in passage.sentences for span in runs(passage, sentence)
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He met Besnik Tarova there.", ["Besnik Tarova"]),
        ("He met TAROVA Besnik there.", ["TAROVA Besnik"]),
        ("He met Besnik (Agim) Tarova there.", ["Besnik (Agim) Tarova"]),
        ("He met Mentor Korça there.", ["Mentor Korça"]),
        ("He met Besnik al-Tarova there.", ["Besnik al-Tarova"]),
        ("Yesterday Besnik left for Western Europe.", []),
        ("The Joint Border Task Force met them.", []),
        ("Root Causes and Their Effects", []),
        ("He met Besnik Agim Ilir (Baki) there.", ["Besnik Agim Ilir"]),
        ("He met Besnik (Baki) there.", []),
        ("Срео је Маркo Илића тамо.", ["Маркo Илића"]),
        ("Видели су га у Вимреу (Wimereux) ка мору.", []),
        ("Видели су га у Вимреу (Wimereux) Полиција каже.", []),
        ("Видели су га са Wимереуx Тарова тамо.", []),
    ],
)
def test_a_name_ends_where_its_words_end(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_the_fathers_name_stands_in_brackets() -> None:
    assert father_in("Petar (Milan) Petrović") == (7, 12)
    assert father_in("Petar Petrović") is None


def test_a_name_may_end_right_before_a_word() -> None:
    text = "It was Besnik Tarova, known as Doc."
    passage = Passage(text, "en", None)
    span = name_ending(passage, text.index("known"))
    assert span is not None
    assert text[slice(*span)] == "Besnik Tarova"


def test_a_name_never_has_one_bracket_alone() -> None:
    text = "It was (Milan) Petar Tarova, known as Doc."
    span = name_ending(Passage(text, "en", None), text.index("known"))
    assert span is not None
    assert text[slice(*span)] == "Petar Tarova"
