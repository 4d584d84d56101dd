"""Seizures, arrests, launches, supplies, deaths."""

import pytest

from headwater.intake.reading import propose


def told(text: str, schema: str) -> list[tuple[str, str]]:
    return [(c.property, c.value) for c in propose(text).claims if c.schema == schema]


def test_safety_gear_is_never_equipment() -> None:
    text = "Officers seized 40 life jackets and 2 engines at Dover."
    assert [v for p, v in told(text, "Seizure") if p == "article"] == ["engines"]
    assert told("Besnik Tarova supplied 40 life jackets.", "EquipmentSupply") == []


def test_migrants_held_are_counted_not_arrested() -> None:
    text = "Police detained 15 migrants near Horgoš."
    assert told(text, "Arrest") == []
    assert ("count", "15") in told(text, "Observation")


def test_the_dead_are_an_incident_not_an_observation() -> None:
    text = "Four people died off Gravelines on 1 May 2026."
    assert ("dead", "4") in told(text, "Incident")
    assert told(text, "Observation") == []


def test_up_to_so_many_is_never_a_count() -> None:
    text = "Up to 60,000 migrants could arrive this year."
    claims = [c for c in propose(text).claims if c.schema == "Observation"]
    assert {c.modality for c in claims} == {"projected"}
    assert "count" not in {c.property for c in claims}


def test_what_is_bought_names_its_supplier() -> None:
    text = "Besnik Tarova bought 10 engines in Istanbul."
    assert ("supplier", "@m1") in told(text, "EquipmentSupply")


@pytest.mark.parametrize(
    "text",
    [
        "Dušan Krtolica oduzeo pasoš i tražio 5.000 evra.",
        "Dušan Krtolica je iznudio 5.000 evra i zaplenio im 3 telefona.",
        "Ognjen Šolaja seized 5,000 euros from them.",
        "Горан Вукчевиќ им одзеде 5.000 евра и 3 телефони.",
        "Горан Вукчевиќ ги ограби и им одзеде 3 телефони.",
        "Горан Вукчевич им отне 5000 евро и 3 телефона.",
        "Горан Вукчевич ги ограби и иззе 3 телефона.",
        "Agron Krasniqi u mori 5.000 euro dhe 3 telefona.",
        "Agron Krasniqi i grabiti dhe sekuestroi 3 telefona.",
    ],
)
def test_robbery_by_suspects_is_no_seizure(text: str) -> None:
    assert "Seizure" not in {c.schema for c in propose(text).claims}


@pytest.mark.parametrize(
    "text",
    [
        "Policija je zaplenila 3 telefona u Nišu.",
        "Zaplenjena su 3 telefona u Nišu.",
        "Three phones were seized from Ognjen Šolaja in Niš.",
        "Запленети се 3 телефони во Скопје.",
        "Полицијата му одзеде 3 телефони на Горан Вукчевиќ во Скопје.",
        "Полицията иззе от Горан Вукчевич 3 телефона в София.",
        "Policia i sekuestroi Agron Krasniqit 3 telefona në Tiranë.",
    ],
)
def test_what_the_police_take_is_a_seizure(text: str) -> None:
    assert "Seizure" in {c.schema for c in propose(text).claims}


def supplied(text: str) -> list[tuple[str, ...]]:
    """Article, place and supplier of each supply, by name."""
    claims = propose(text).claims
    named = {c.mention: c.value for c in reversed(claims) if c.property == "name"}
    supplies: dict[str, dict[str, str]] = {}
    for claim in claims:
        if claim.schema == "EquipmentSupply":
            value = named.get(claim.value, named.get(claim.value[1:], claim.value))
            supplies.setdefault(claim.mention, {})[claim.property] = value
    wanted = ("article", "place", "supplier")
    return [tuple(one.get(each, "") for each in wanted) for one in supplies.values()]


@pytest.mark.parametrize(
    ("text", "place", "supplier"),
    [
        ("The boats are kept in a garage in Lille.", "Lille", ""),
        ("Marko Testic hides inflatable boats near Calais.", "Calais", "Marko Testic"),
        ("Миљан Тесторац држи чамце у магацину у Апатину.", "Apatin", "Миљан Тесторац"),
        ("Magacin sa čamcima je u Apatinu.", "Apatin", ""),
        ("Gumeni čamci pohranjeni su u Vukovaru.", "Vukovar", ""),
        ("Чамците се чуваат во гаража во Струга.", "Struga", ""),
        ("Складът с лодките се намира в Русе.", "Ruse", ""),
        ("Agron Testaj mban gomone në një depo në Vlorë.", "Vlorë", "Agron Testaj"),
    ],
)
def test_where_boats_are_stored_is_told_without_a_number(
    text: str, place: str, supplier: str
) -> None:
    assert supplied(text) == [("boats", place, supplier)]


@pytest.mark.parametrize(
    "text",
    [
        "The rescue boats are kept in a garage in Dover.",
        "Border Force keeps the boats in a store in Dover.",
        "The boat was kept under observation in Dover.",
        "Marko Testic hides migrants in a house in Lille near the boats.",
        "Držali su migrante u garaži u Šidu, a čamce u Apatinu.",
        "U magacinu u Apatinu nema čamaca.",
        "The coastguard stores its boats in Dover.",
        "They hid in a garage in Lille and waited for the boats.",
        "Policija je u Apatinu pronašla osam gumenih čamaca u garaži.",
        "The boats were taken from the garage in Lille to Calais.",
    ],
)
def test_what_is_no_store_of_the_trade_is_none(text: str) -> None:
    assert supplied(text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("bg", "На 9 май лодка с 40 души е отплавала към Довер."),
        ("bg", "На 9 май лодка с 40 души е отплавала в посока Довер."),
        ("en", "On 9 May a dinghy with 40 people put to sea in the direction of Dover."),
        ("en", "On 9 May a dinghy with 40 people put to sea towards Dover."),
        ("en", "On 9 May a dinghy with 40 people set sail for Dover."),
        ("en", "On 9 May a Dover-bound dinghy with 40 people put to sea."),
        ("hr", "Dana 9. svibnja gumenjak s 40 migranata isplovio je prema Doveru."),
        ("mk", "На 9 мај чамец со 40 лица исплови во правец на Довер."),
        ("mk", "На 9 мај чамец со 40 лица исплови кон Довер."),
        ("sq", "Më 9 maj një gomone me 40 veta lundroi drejt Doverit."),
        ("sq", "Më 9 maj një gomone me 40 veta lundroi në drejtim të Doverit."),
        ("sr", "Гумени чамац са 40 миграната испловио је до Довера."),
        ("sr", "Гумени чамац са 40 миграната испловио је ка Доверу."),
        ("sr", "Гумени чамац са 40 миграната испловио је у правцу Довера."),
        ("sr", "Gumeni čamac sa 40 migranata isplovio je ka Doveru."),
    ],
)
def test_where_a_boat_is_bound_for_is_never_where_it_set_out(language: str, text: str) -> None:
    launch = [c for c in propose(text, language=language).claims if c.schema == "Launch"]
    assert ("personsAboard", "40") in {(c.property, c.value) for c in launch}
    assert "place" not in {c.property for c in launch}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("bg", "Лодка с 40 души е отплавала от Кале към Довер."),
        ("bg", "Лодка с 40 души е отплавала от плажа във Виан (Calais) към Довер."),
        ("en", "A dinghy with 40 people put to sea at Calais, bound for Dover."),
        ("en", "A dinghy with 40 people put to sea from Calais towards Dover."),
        ("mk", "Чамец со 40 лица исплови од Кале кон Довер."),
        ("sq", "Një gomone me 40 veta lundroi nga Calais drejt Doverit."),
        ("sr", "Gumenjak sa 40 migranata isplovio je ka Doveru sa plaže u Calais."),
        ("sr", "Gumenjak sa 40 migranata porinut je na plaži u Calais."),
        ("sr", "Гумени чамац са 40 миграната испловио је са плаже код места Кале (Calais)."),
    ],
)
def test_a_boat_sets_out_where_it_is_said_to_leave(language: str, text: str) -> None:
    told = propose(text, language=language).claims
    places = [c.value for c in told if (c.schema, c.property) == ("Launch", "place")]
    assert places == ["=place:hw-calais"]


def test_a_launch_in_a_cyrillic_text_has_the_beach_that_is_spelt_in_latin_letters() -> None:
    text = (
        "У среду гумени чамац са 45 миграната испловио је са плаже у Вимреу (Wimereux) ка Доверу."
    )
    told = {(c.schema, c.property, c.value) for c in propose(text).claims}
    assert ("Launch", "place", "=place:hw-wimereux") in told
    assert {("Leg", "from", "=place:hw-wimereux"), ("Leg", "to", "=place:hw-dover")} <= told
    assert "Person" not in {schema for schema, *_ in told}
