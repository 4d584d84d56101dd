import xml.etree.ElementTree as ET

import pytest

from headwater.analysis import run
from headwater.draw import draw_finding
from headwater.picture import Picture
from tests.analysis.business.fixtures import fee, trade
from tests.analysis.business.money.fixtures import paid, picture_of

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg):
    root = ET.fromstring(svg)  # noqa: S314 - we drew it
    return [found.text or "" for found in root.iter(f"{SVG}text")]


def drawn(method, picture, **given):
    return texts(draw_finding(run(picture, method, given), picture))


def test_fees_are_drawn_by_leg_and_month():
    picture = trade(fee(500, 700, date="2025-01-05"), fee(600, 900, date="2025-02-05"))
    said = drawn("business.fees", picture, season="month")
    assert "EUR per person" in said
    assert "Horgos > Szeged (van), 2025-01" in said
    assert "2025-02" in said


def test_the_books_of_a_launch_are_drawn_from_income_to_profit():
    leg = {"mode": "boat", "persons": 50.0, "from_name": "Dunkirk", "to_name": "Dover"}
    said = drawn("business.economics", trade(fee(1200, 1500, **leg)))
    assert "income" in said
    assert "profit" in said
    assert any(text.startswith("One ") for text in said)


def test_money_is_drawn_with_names_and_customers_in_aggregate():
    payments = [paid(f"k{n}", "h1", 100, n) for n in range(6)]
    said = drawn("business.money", picture_of(*payments, paid("h1", "o", 550, 8)))
    assert {"customers", "H1", "O", "600 (6)"} <= set(said)
    assert not any(text.startswith("k") and text[1:].isdigit() for text in said)


def test_payments_of_fewer_than_five_customers_are_not_drawn_and_it_is_said():
    said = drawn("business.money", picture_of(paid("k", "h1", 100), paid("h1", "o", 550)))
    assert "customers" not in said
    assert "1 flows of fewer than 5 payments or people, of customers, are not shown" in said


@pytest.mark.parametrize("method", ["business.fees", "business.economics", "business.money"])
def test_an_empty_picture_can_be_drawn(method):
    assert drawn(method, Picture.of({}))
