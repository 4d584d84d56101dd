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
