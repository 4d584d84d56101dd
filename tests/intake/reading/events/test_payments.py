"""Money from one person to another."""

import pytest

from headwater.intake.reading import propose


def payment(text: str) -> dict[str, str]:
    claims = propose(text).claims
    named = {f"@{c.mention}": c.value for c in reversed(claims) if c.property == "name"}
    return {c.property: named.get(c.value, c.value) for c in claims if c.schema == "Payment"}


@pytest.mark.parametrize(
    "text",
    [
        "Besnik Tarova paid Ilir Shenaj EUR 2,000 on 3 May 2026.",
        "Ilir Shenaj received EUR 2,000 from Besnik Tarova on 3 May 2026.",
        "EUR 2,000 went from Besnik Tarova to Ilir Shenaj on 3 May 2026.",
        "Besnik Tarova handed Ilir Shenaj an envelope with EUR 2,000 on 3 May 2026.",
    ],
)
def test_who_paid_whom_in_any_order(text: str) -> None:
    assert payment(text) == {
        "payer": "Besnik Tarova",
        "beneficiary": "Ilir Shenaj",
        "amount": "2000",
        "currency": "EUR",
        "date": "2026-05-03",
    }


def test_a_price_for_each_person_is_no_payment() -> None:
    assert payment("Besnik Tarova takes EUR 2,000 per person from Niš to Šid.") == {}


def test_money_that_was_seized_is_no_payment() -> None:
    text = "Police seized EUR 12,000 from Besnik Tarova in Niš."
    assert payment(text) == {}
    told = {(c.property, c.value) for c in propose(text).claims if c.schema == "Seizure"}
    assert {("article", "cash"), ("amountLow", "12000"), ("currency", "EUR")} <= told


@pytest.mark.parametrize(
    "text",
    [
        "Navid Karimi called Reza Salimi, who paid 3,000 euros to Ognjen Šolaja.",
        "Navid Karimi je zvao Rezu Salimija, koji je platio 3.000 evra vozaču.",
        "Ognjen Šolaja and Goran Petrić paid Nenad Kuruc 3,000 euros.",
    ],
)
def test_nobody_is_named_on_a_payment_where_it_is_unsure_who_paid(text: str) -> None:
    assert not {"payer", "beneficiary"} & {c.property for c in propose(text).claims}


@pytest.mark.parametrize(
    "text",
    [
        "Besnik Tarova paid Ilir Shenaj 12,000 euros for a boat.",
        "Besnik Tarova paid 12,000 euros to Ilir Shenaj for a boat.",
        "Besnik Tarova i pagoi Ilir Shenaj 12.000 euro për një varkë.",
    ],
)
def test_a_boat_that_is_paid_for_is_supplied_by_who_is_paid(text: str) -> None:
    claims = propose(text).claims
    named = {f"@{c.mention}": c.value for c in reversed(claims) if c.property == "name"}
    told = {c.property: named.get(c.value, c.value) for c in claims if c.mention == "m4"}
    assert payment(text)["beneficiary"] == "Ilir Shenaj"
    assert (told["supplier"], told["recipient"]) == ("Ilir Shenaj", "Besnik Tarova")
    assert told["article"] == "boats"


@pytest.mark.parametrize(
    "text",
    [
        "Besnik Tarova paid Ilir Shenaj 2,000 euros for a seat in a boat.",
        "Besnik Tarova paid Ilir Shenaj 2,000 euros for a boat to Dover.",
        "Besnik Tarova paid Ilir Shenaj 12,000 euros per boat.",
        "Ilir Shenaj asks 12,000 euros for a boat.",
    ],
)
def test_a_fare_and_a_price_are_no_purchase(text: str) -> None:
    assert "EquipmentSupply" not in {c.schema for c in propose(text).claims}
