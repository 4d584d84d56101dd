"""Forms of names."""

import pytest

from headwater.intake.reading.names.inflection import (
    albanian_forms,
    bare,
    slavic_forms,
    to_cyrillic,
    to_latin,
)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Subotica", "Subotici"),
        ("Суботица", "Суботице"),
        ("Sombor", "Somboru"),
        ("Niš", "Nišem"),
        ("Maljevac", "Maljevca"),
        ("Sarajevo", "Sarajeva"),
        ("Rijeka", "Rijeci"),
        ("Novi Pazar", "Novom Pazaru"),
        ("Velika Kladuša", "Veliku Kladušu"),
        ("Banja Luka", "Banjoj Luci"),
    ],
)
def test_slavic_cases(name: str, form: str) -> None:
    assert form in slavic_forms(name)


@pytest.mark.parametrize(
    ("name", "form"),
    [("Tiranë", "Tirana"), ("Tirana", "Tiranës"), ("Shkodër", "Shkodra"), ("Durrës", "Durrësit")],
)
def test_albanian_definite_forms(name: str, form: str) -> None:
    assert form in albanian_forms(name)


def test_serbian_latin_in_cyrillic() -> None:
    assert to_cyrillic("Ljubovija") == "Љубовија"
    assert to_cyrillic("Hajdukovo") == "Хајдуково"


def test_serbian_cyrillic_in_latin() -> None:
    assert to_latin("Љубовија, Џеп и ХАЈДУКОВО") == "Ljubovija, Džep i HAJDUKOVO"


def test_names_without_their_marks() -> None:
    assert bare("Preševo Đala Tiranë") == "Presevo Djala Tirane"
    assert bare("Црнојевић й") == "Црнојевић й"
