"""People."""

import pytest

from headwater.intake.reading import propose


def names(text: str) -> list[str]:
    found = (c.value for c in propose(text).claims if c.schema == "Person" and c.property == "name")
    return list(dict.fromkeys(found))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Interior Minister Besnik Tarova said so.", "Besnik Tarova"),
        ("Mr Tarova said so.", "Tarova"),
        ("The driver Besnik Tarova left.", "Besnik Tarova"),
        ("Vozač Milenko Stojkić je otišao.", "Milenko Stojkić"),
        ("Ministar unutrašnjih poslova Milenko Stojkić je rekao.", "Milenko Stojkić"),
        ("Возач Миленко Стојкић је отишао.", "Миленко Стојкић"),
        ("Премиерот Горан Митковски рече.", "Горан Митковски"),
        ("Шофьорът Иван Стойчев замина.", "Иван Стойчев"),
        ("Kryeministri Agim Beqollari tha.", "Agim Beqollari"),
        ("Milan Stojkić moved nine people.", "Milan Stojkić"),
        ("Besnik al-Tarova moved nine people.", "Besnik al-Tarova"),
    ],
)
def test_an_office_a_title_a_role_or_an_act_names_a_person(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Frontline Deployment Against Smuggling Rings",
        "International Cooperation Intensifies",
        "The Joint Border Task Force moved 12 people.",
        "The migrant Leila Farhad travelled to Calais by lorry.",
        "Leila Farhad, a 15-year-old migrant, was moved by van.",
        "The victim, Leila Farhad, said that her driver moved nine people.",
        "A witness named Leila Farhad met the police.",
        "HOME SECRETARY BESNIK TAROVA ANNOUNCED A DEAL",
        "Viktima Sara Ahmeti u transportua me furgon.",
        "Putnik Karim Saleh prevezen je kombijem, vozio ga je taksista.",
        "The driver of the Mercedes Sprinter left.",
        "Police in Novi Pazar arrested two men.",
    ],
)
def test_headings_bodies_places_and_people_being_moved_are_not_named(text: str) -> None:
    assert names(text) == []


def test_a_surname_is_the_person_introduced_before() -> None:
    text = "The organiser Besnik Tarova left. Later Tarova's van was seen."
    claims = [c for c in propose(text).claims if c.property == "name" and c.schema == "Person"]
    assert [text[c.start : c.end] for c in claims] == ["Besnik Tarova", "Tarova"]
    assert len({c.mention for c in claims}) == 1


def test_a_surname_that_two_people_bear_is_neither() -> None:
    text = "The driver Besnik Tarova and the driver Ilir Tarova left. Tarova came back."
    spans = {text[c.start : c.end] for c in propose(text).claims if c.property == "name"}
    assert "Tarova" not in spans


def test_public_office_is_marked() -> None:
    claims = propose("Prime Minister Besnik Tarova spoke.").claims
    told = {(c.property, c.value) for c in claims}
    assert {("position", "Prime Minister"), ("topics", "role.pep")} <= told


def test_a_name_in_arabic_script_in_brackets_is_a_name_of_the_same_person() -> None:
    claims = propose("The broker Karim Salehi (كريم صالحي) moved people.").claims
    assert ("name", "كريم صالحي") in {(c.property, c.value) for c in claims}


def test_a_name_in_another_case_is_the_same_person() -> None:
    text = "Vozač Marko Stojkić je viđen. Policija je uhapsila Marka Stojkića."
    assert names(text) == ["Marko Stojkić"]


def test_a_name_typed_with_look_alikes_is_told_in_one_script() -> None:
    text = "Полиција је ухапсила организатора Маркo Jовановић у Нишу."  # Latin o and J
    names = {c.value for c in propose(text, language="sr").claims if c.schema == "Person"}
    assert "Марко Јовановић" in names
