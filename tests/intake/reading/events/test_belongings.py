"""Whose phone, document, vehicle and birthday it is."""

import pytest

from headwater.intake.reading import propose


def phones(text: str) -> dict[str, str]:
    """Number -> name of its person, or empty."""
    claims = propose(text).claims
    named = {c.mention: c.value for c in reversed(claims) if c.property == "name"}
    return {c.value: named.get(c.mention, "") for c in claims if c.property == "phone"}


@pytest.mark.parametrize(
    "text",
    [
        "The victim Leila Farhad (+385 91 555 0142) was held by Besnik Tarova.",
        "Besnik Tarova took money from the customer Leila Farhad, phone +385 91 555 0142.",
        "Žrtva Leila Farhad (+385 91 555 0142) prepoznala je vozača Zorana Gavrića.",
    ],
)
def test_the_phone_of_somebody_who_is_not_to_be_named_is_nobodys(text: str) -> None:
    assert phones(text) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Возач је Миљан Тесторац. Цена је 900 евра. Његов телефон је +381 64 555 01 23.", ""),
        ("Vođa grupe je Miljan Testorac. Koristi telefon +381 64 555 01 23.", "Miljan Testorac"),
        ("Возач је Миљан Тесторац. Телефон: +381 64 555 01 23.", ""),
        ("Возачот е Горан Петкоски. Неговиот број е +381 64 555 01 23.", "Горан Петкоски"),
        ("Водач е Петър Колевски. Телефонът му е +381 64 555 01 23.", "Петър Колевски"),
        ("Shoferi është Agron Testaj. Numri i tij është +381 64 555 01 23.", "Agron Testaj"),
        ("Jelena Testic runs it. She can be reached on +381 64 555 01 23.", "Jelena Testic"),
        ("Jelena Testic runs it and can be reached on +381 64 555 01 23.", "Jelena Testic"),
        ("Marko Testic runs it. He can be reached on +381 64 555 01 23.", "Marko Testic"),
        ("Миљан Тесторац (34), возач из Шида, моб. +381 64 555 01 23, и Бранко Пробић беже.", ""),
        ("Miljan Testorac je u Šidu. Miljanov telefon je +381 64 555 01 23.", "Miljan Testorac"),
        ("Marko Testic beat a boy. Marko uses +381 64 555 01 23.", "Marko Testic"),
        ("Marko Testic, 34, from Niš, uses +381 64 555 01 23; Branko Probic fled.", "Marko Testic"),
    ],
)
def test_a_phone_belongs_to_whom_the_words_or_the_sentence_before_tell(
    text: str, name: str
) -> None:
    assert phones(text) == {"+381645550123": name or "Миљан Тесторац"}


@pytest.mark.parametrize(
    "text",
    [
        "Miljan Testorac i Branko Probić su u Šidu. Njegov telefon je +381 64 555 01 23.",
        "Jelena Probić je u Šidu. Njegov telefon je +381 64 555 01 23.",
        "Marko Testic was arrested in Niš. Contact: +381 64 555 01 23.",
        "Marko Testic is wanted. Phone +381 64 555 01 23 with information.",
        "Marko Testic called +381 64 555 01 23.",
        "Miljan Testorac je zvao broj +381 64 555 01 23.",
    ],
)
def test_a_phone_that_may_be_anothers_is_nobodys(text: str) -> None:
    assert phones(text) == {"+381645550123": ""}


@pytest.mark.parametrize(
    "text",
    [
        "The victim Leila Farhad was in the van. Her phone is +381 64 555 01 23.",
        "Miljan Testorac je dovezao Leilu Farhad, žrtvu. Njen telefon je +381 64 555 01 23.",
        "Возач Миљан Тесторац је возио мигранта. Његов телефон је +381 64 555 01 23.",
        "Žrtva Amina Zolić je u Šidu. Aminin telefon je +381 64 555 01 23.",
        "The victim Amina Zolova was in the van. Amina uses +381 64 555 01 23.",
        "The number +381 64 555 01 23 belongs to the victim.",
        "Број +381 64 555 01 23 користи жртва.",
        "+381 64 555 01 23 je telefon migranta.",
    ],
)
def test_a_phone_is_left_out_where_it_may_be_that_of_somebody_being_moved(text: str) -> None:
    assert phones(text) == {}


def test_each_end_of_a_call_keeps_its_number() -> None:
    text = "Besnik Tarova (+381 60 555 0142) called Ilir Shenaj (+355 69 555 0142)."
    assert phones(text) == {"+381605550142": "Besnik Tarova", "+355695550142": "Ilir Shenaj"}


def test_the_number_a_call_came_from_is_the_callers() -> None:
    text = "Besnik Tarova called Ilir Shenaj from the number +381 60 555 0142."
    assert phones(text) == {"+381605550142": "Besnik Tarova"}


def test_a_number_that_belongs_to_somebody_named_after_it() -> None:
    text = "The number +381 60 555 0142 is used by Besnik Tarova, who met Ilir Shenaj."
    assert phones(text) == {"+381605550142": "Besnik Tarova"}


def test_a_birthday_is_the_persons_and_dates_no_leg() -> None:
    text = "The driver Besnik Tarova, born 17.05.1984, drove 12 people from Niš to Šid."
    claims = propose(text).claims
    assert ("birthDate", "1984-05-17") in {(c.property, c.value) for c in claims}
    assert not [c for c in claims if c.schema == "Leg" and c.property == "date"]


def test_a_vehicle_has_its_driver() -> None:
    text = "A van with plate NS 482-KL, driven by Besnik Tarova, was seen in Niš."
    told = {(c.schema, c.property, c.value) for c in propose(text).claims}
    assert ("Vehicle", "operator", "@m1") in told
    assert ("Sighting", "subject", "@m2") in told


@pytest.mark.parametrize(
    "text",
    [
        "Ognjen Šolaja, whose wife Dragica was born on 2 May 1985, was arrested in Niš.",
        "Ognjen Šolaja was arrested in Niš; his brother Rade was born on 9 June 1979.",
        "Ognjen Šolaja (1979) i njegova supruga Dragica, rođena 2. maja 1985, uhapšeni su u Nišu.",
        "Agron Thartori dhe vëllai i tij Luan, i lindur më 3 qershor 1990, u arrestuan në Kukës.",
        "Зоран Тасевски и брат му Љупчо, роден на 3.6.1990, се уапсени во Скопје.",
        "Ognjen Šolaja, born on 9 June 1979, was held. Ognjen Šolaja, born on 9 June 1989, left.",
    ],
)
def test_a_birth_date_of_kin_or_one_that_is_contradicted_is_nobodys(text: str) -> None:
    assert "birthDate" not in {c.property for c in propose(text).claims}


def test_a_persons_own_birth_date_is_kept() -> None:
    text = "Ognjen Šolaja, born on 9 June 1979, was arrested in Niš."
    assert [c.value for c in propose(text).claims if c.property == "birthDate"] == ["1979-06-09"]


def test_a_birthday_told_in_a_sentence_of_its_own_is_that_of_the_one_spoken_of() -> None:
    def born(text: str) -> list[str]:
        return [c.value for c in propose(text).claims if c.property == "birthDate"]

    assert born("Goran Testić je organizator. Rođen je 12. marta 1981.") == ["1981-03-12"]
    assert born("Goran Testić je organizator. Rođena je 12. marta 1981.") == []
    assert born("Goran Testić je organizator. Žrtva je pobegla. Rođen je 12. marta 1981.") == []
    assert born("Goran Testić is a driver. He met Ilir Shenaj. He was born on 2 May 1981.") == []
