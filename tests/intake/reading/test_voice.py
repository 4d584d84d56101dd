"""How the text puts what it says."""

import pytest

from headwater.intake.reading.passage import Passage
from headwater.intake.reading.voice import voice_at


@pytest.mark.parametrize(
    ("language", "text", "modality"),
    [
        ("en", "Five men moved 20 people.", "done"),
        ("en", "They tried to move 20 people.", "attempted"),
        ("en", "They plan to move 20 people.", "planned"),
        ("en", "Numbers could reach 20 people.", "projected"),
        ("en", "He allegedly moved 20 people.", "alleged"),
        ("en", "He did not move 20 people.", "denied"),
        ("en", "On 1 May he moved 20 people.", "done"),
        ("sr", "Navodno je prevezao 20 osoba.", "alleged"),
        ("sr", "Наводно је превезао 20 особа.", "alleged"),
        ("sr", "Nije prevezao 20 osoba.", "denied"),
        ("mk", "Се очекува 20 лица.", "projected"),
        ("mk", "Може да дојдат 20 лица.", "projected"),
        ("mk", "Во чамецот 20 лица, едно не може да дише.", "done"),
        ("sr", "Петоро људи у чамцу не може да дише, 20 је на обали.", "done"),
        ("bg", "20 души не могат да дишат.", "done"),
        ("bg", "Той отрича, че е превозил 20 лица.", "done"),
        ("sq", "Ata tentuan të kalonin 20 persona.", "attempted"),
    ],
)
def test_cue_words_of_each_language_decide(language: str, text: str, modality: str) -> None:
    assert voice_at(Passage(text, language, None), text.index("20")).modality == modality


def test_a_denial_holds_for_its_own_clause() -> None:
    text = "He was not the driver, 20 people were found."
    assert voice_at(Passage(text, "en", None), text.index("20")).modality == "done"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Some 20 people will come, according to some projections.", "some projections"),
        ('"We found 20," a Home Office source revealed.', "a Home Office source"),
        ("Some 20 people came.", ""),
    ],
)
def test_whoever_says_so_is_kept_in_the_texts_words(text: str, who: str) -> None:
    assert voice_at(Passage(text, "en", None), text.index("20")).attribution == who


def test_an_assessment_is_not_a_fact() -> None:
    text = "It is believed that 20 people came."
    assert voice_at(Passage(text, "en", None), text.index("20")).basis == "assessment"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Odvezli su 20 ljudi prema Subotici.", ""),
        ("Odvezli su 20 ljudi prema mađarskoj granici.", ""),
        ("Возили су 20 људи према граници.", ""),
        ("Prema policiji, odvezli su 20 ljudi.", "policiji"),
    ],
)
def test_where_somebody_goes_is_nobody_who_says_so(text: str, who: str) -> None:
    assert voice_at(Passage(text, "sr", None), text.index("20")).attribution == who
