import re
import xml.etree.ElementTree as ET

import pytest

from headwater.draw.business import Books, Step, draw_waterfall

SVG = "{http://www.w3.org/2000/svg}"
LAUNCH = Books(
    "One launch",
    "EUR",
    [
        Step("income", 100_000, 60_000, 150_000, True),
        Step("boats", -30_000, -40_000, -20_000),
        Step("drivers", -10_000, -12_000, -8_000),
        Step("profit", 60_000, 20_000, 110_000, True),
    ],
)


def bars(svg):
    """Left and right end of each bar in its colour."""
    found = re.findall(
        r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="14" fill="#(?!fff)', svg
    )
    return [(float(x), float(x) + float(wide)) for x, wide in found]


def texts(svg):
    root = ET.fromstring(svg)  # noqa: S314 - we drew it
    return [found.text or "" for found in root.iter(f"{SVG}text")]


def test_every_cost_hangs_from_where_the_one_before_ended_and_profit_stands_on_the_ground():
    income, boats, drivers, profit = bars(draw_waterfall([LAUNCH], title="t"))
    assert boats[1] == pytest.approx(income[1], abs=0.2)
    assert drivers[1] == pytest.approx(boats[0], abs=0.2)
    assert profit[1] == pytest.approx(drivers[0], abs=0.2)
    assert profit[0] == pytest.approx(income[0], abs=0.2)


def test_items_and_numbers_are_written_out():
    said = texts(draw_waterfall([LAUNCH], title="t"))
    assert {"One launch, EUR", "income", "boats", "-30,000 (-40,000 to -20,000)"} <= set(said)


def test_income_costs_and_profit_differ_without_colour():
    svg = draw_waterfall([LAUNCH], title="t")
    assert svg.count('stroke-width="1" fill="none"') == 2  # only costs are hatched


def test_a_loss_lies_left_of_the_ground():
    loss = Books(
        "One lorry", "EUR", [Step("income", 5, 4, 6, True), Step("profit", -3, -4, -2, True)]
    )
    income, profit = bars(draw_waterfall([loss], title="t"))
    assert profit[1] == pytest.approx(income[0], abs=0.2)


def test_each_unit_has_its_own_part_and_no_books_can_be_drawn():
    said = texts(draw_waterfall([LAUNCH, LAUNCH._replace(unit="One group")], title="t"))
    assert {"One launch, EUR", "One group, EUR"} <= set(said)
    assert "No books are reckoned." in texts(draw_waterfall([], title="t"))
