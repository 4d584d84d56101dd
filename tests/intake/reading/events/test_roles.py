"""Roles, networks, ties and belongings."""

import pytest

from headwater.intake.reading import propose


def told(text: str, schema: str) -> set[tuple[str, str]]:
    return {(c.property, c.value) for c in propose(text).claims if c.schema == schema}


@pytest.mark.parametrize(
    ("text", "network"),
    [
        ('Besnik Tarova runs the group known as "Kestrel".', "Kestrel"),
        ("Besnik Tarova works for the Kestrel network.", "Kestrel"),
        ("Milenko Stojkić radi za grupu „Sokol“.", "Sokol"),
        ("Миленко Стојкић ради за групу „Соко“.", "Соко"),
        ("Agim Beqollari punon për grupin “Shqiponja”.", "Shqiponja"),
    ],
)
def test_a_network_is_named(text: str, network: str) -> None:
    assert told(text, "Network") == {("name", network)}


def test_a_nation_is_no_network() -> None:
    assert told("The Albanian network moved people.", "Network") == set()


def test_words_for_being_give_a_role() -> None:
    text = 'Besnik Tarova acts as a driver for the group "Kestrel".'
    assert {("role", "driver"), ("member", "@m1"), ("network", "@m2")} <= told(text, "NetworkRole")


def test_two_people_seen_together_are_tied_without_more() -> None:
    text = "Besnik Tarova and Ilir Shenaj were seen together in Niš."
    assert ("kind", "seen together") in told(text, "Association")
    assert told(text, "Contact") == set()


def test_a_phone_beside_one_person_is_that_persons() -> None:
    assert ("phone", "+381641234567") in told("Besnik Tarova uses +381 64 123 4567.", "Person")


def test_a_phone_beside_two_people_is_nobodys() -> None:
    text = "Besnik Tarova met Ilir Shenaj and gave +381 64 123 4567."
    assert "phone" not in {prop for prop, _ in told(text, "Person")}
    assert ("phone", "+381641234567") in told(text, "LegalEntity")


@pytest.mark.parametrize(
    "text",
    [
        "The driver Agron Shembulli, phone +355 69 555 0142, was called by Zlatan Primerović.",
        "Vozač Agron Shembulli, telefon +355 69 555 0142, primio je poziv od Zlatana Primerovića.",
        "Возачот Агрон Шембули, телефон +355 69 555 0142, беше повикан од Златан Примеровски.",
        "Agron Shembulli (tel. +355 69 555 0142) u telefonua nga Zlatan Primeri më 3 maj 2024.",
    ],
)
def test_who_was_called_is_the_target_and_keeps_the_phone_beside_the_name(text: str) -> None:
    assert {("source", "@m2"), ("target", "@m1")} <= told(text, "Contact")
    assert ("phone", "+355695550142") in told(text, "Person")
    assert told(text, "LegalEntity") == set()


def test_each_of_two_people_has_the_phone_that_stands_behind_the_name() -> None:
    text = "Besnik Tarova (+355 69 555 0142) and Ilir Shenaj (+381 60 555 0142) were arrested."
    phones = {c.mention: c.value for c in propose(text).claims if c.property == "phone"}
    assert phones == {"m1": "+355695550142", "m2": "+381605550142"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The group led by Miloš Dabetić does not use boats any more.", "organiser"),
        ("Gang leader Predrag Mišljen was not at home.", "organiser"),
        ("Vozač Nenad Kuruc nije bio u vozilu.", "driver"),
        ("Возач Ненад Куруц није био у возилу.", "driver"),
        ("Shoferi Besnik Dervodeli nuk e dinte se kush ishin.", "driver"),
        ("Шофьорът Пламен Тошев не е знаел за хората.", "driver"),
    ],
)
def test_a_denial_of_something_else_denies_no_role(text: str, role: str) -> None:
    claims = [c for c in propose(text).claims if c.property == "role"]
    assert [(c.value, c.modality) for c in claims] == [(role, "done")]


@pytest.mark.parametrize(
    "text",
    [
        "Dušan Krtolica nije organizator, već samo vozač za Vesnu Popadić.",
        "Dušan Krtolica is only a driver for Vesna Popadić.",
        "Душан Кртолица е само возач за Весна Попадиќ.",
        "Besnik Dervodeli është vetëm shofer për Agron Thartorin.",
    ],
)
def test_who_is_driven_for_is_no_driver(text: str) -> None:
    claims = propose(text).claims
    names = {c.mention: c.value for c in claims if c.property == "name"}
    drivers = [names[c.value[1:]] for c in claims if c.property == "member"]
    assert not any(name.startswith(("Ves", "Вес", "Agron")) for name in drivers)


def test_kin_who_pay_are_tied_to_nobody() -> None:
    text = "Njegov brat Goran Petrić platio je 3.000 evra vozaču Ognjenu Šolaji."
    assert told(text, "Association") == set()


def named(text: str, schema: str, prop: str) -> list[str]:
    claims = propose(text).claims
    names = {f"@{c.mention}": c.value for c in reversed(claims) if c.property == "name"}
    return [names[c.value] for c in claims if (c.schema, c.property) == (schema, prop)]


@pytest.mark.parametrize(
    "text",
    [
        "Besnik Tarova (phone +355 69 555 0142) is the organiser.",
        "Besnik Tarova, born on 12 March 1981, is the organiser.",
        "Besnik Tarova lives in Durrës. He is the organiser.",
        "Besnik Tarova jeton në Durrës. Ai është organizatori.",
    ],
)
def test_what_stands_between_a_name_and_its_role_does_not_part_them(text: str) -> None:
    assert named(text, "NetworkRole", "member") == ["Besnik Tarova"]


def test_who_stands_in_brackets_has_not_the_role_behind_them() -> None:
    text = "Besnik Tarova (brother of Ilir Shenaj) is the organiser."
    assert named(text, "NetworkRole", "member") == ["Besnik Tarova"]


@pytest.mark.parametrize(
    "text",
    [
        "Besnik Tarova is a driver. He takes orders from Ilir Shenaj.",
        "Besnik Tarova is a driver. Takes orders from Ilir Shenaj.",
        "Ilir Shenaj është organizatori dhe Besnik Tarova merr urdhra prej tij.",
    ],
)
def test_who_takes_orders_and_from_whom(text: str) -> None:
    assert named(text, "Association", "source") == ["Besnik Tarova"]
    assert named(text, "Association", "target") == ["Ilir Shenaj"]


@pytest.mark.parametrize(
    "text",
    [
        "Besnik Tarova met Agron Hoti. He takes orders from Ilir Shenaj.",
        "Besnik Tarova is a driver. She takes orders from Ilir Shenaj.",
        "The victim fled from Besnik Tarova. He takes orders from Ilir Shenaj.",
        "Besnik Tarova is a driver. A man who works there takes orders from Ilir Shenaj.",
        "Besnik Tarova and Agron Hoti take orders from him.",
    ],
)
def test_who_he_is_among_several_is_not_guessed(text: str) -> None:
    assert named(text, "Association", "source") == []


def test_who_calls_a_number_is_in_contact_with_whoever_holds_it() -> None:
    text = "Besnik Tarova called +381 63 555 0142 on 3 May 2026."
    assert named(text, "Contact", "source") == ["Besnik Tarova"]
    holders = {f"@{c.mention}" for c in propose(text).claims if c.property == "phone"}
    assert {value for prop, value in told(text, "Contact") if prop == "target"} == holders


def test_the_number_at_which_a_victim_was_called_is_left_out() -> None:
    text = "Žrtvu je Besnik Tarova pozvao na broj +381 63 555 0142."
    assert not {"phone", "target"} & {c.property for c in propose(text).claims}
