"""What is said of legs, each telling once."""

import pytest

from headwater.analysis import METHODS, run
from headwater.analysis.routes.route_map.sightings import sightings
from headwater.picture import from_plain_files
from tests.analysis.routes.route_map.fixtures import leg, legs

SETTLED = METHODS["routes.map"].method.settle({})


def told(*rows, **tables):
    found = sightings(legs(*rows, **tables), SETTLED)
    return found.told.to_pylist(), found


def test_the_order_of_tellings_stays_that_of_the_picture():
    rows, _ = told(*({"persons": float(n)} for n in range(9)))
    assert [row["persons"] for row in rows] == [float(n) for n in range(9)]


def test_spellings_of_one_place_make_one_leg():
    rows, found = told({}, leg("HORGOŠ", "Szeged"), {"mode": "foot"})
    assert [row["leg"] for row in rows] == [1, 1, 0]
    assert found.legs == [("Horgos", "Szeged", "foot"), ("Horgos", "Szeged", "van")]


@pytest.mark.parametrize(
    ("date", "month", "day"),
    [
        ("2025-03-04", "2025-03", 20151),
        ("2025-03", "2025-03", None),
        ("2025", "", None),
        ("2025-02-30", "2025-02", None),
        ("March", "", None),
        ("", "", None),
    ],
)
def test_a_date_counts_as_far_as_it_is_told(date, month, day):
    (row,), _ = told({"date": date})
    assert (row["month"], row["day"]) == (month, day)
    assert (row["date"] == "") == (date in ("", "March"))


def test_numbers_below_zero_say_nothing_and_are_counted():
    (row,), found = told({"persons": -4.0, "fee_min": -1.0, "fee_max": 3.0})
    assert (row["persons"], row["fee_min"], row["fee_max"]) == (None, None, 3.0)
    assert found.below_zero == 2


def statement(number, kind, name, value, **rest):
    about = {"id": f"R0#1.{number}", "urn": "R0", "item": 1, "entity": "L0", "schema": kind}
    return about | {"property": name, "value": value} | rest


def test_an_end_that_the_text_puts_near_a_place_is_near_it():
    text = "From Horgos to a wood near Szeged."
    said = [
        statement(1, "Leg", "from", "Horgos", start=5),
        statement(2, "Leg", "to", "Szeged", start=27),
    ]
    items = [{"urn": "R0", "item": 1, "text": text}]
    rows, _ = told({}, {}, statements=said, items=items)
    assert [(row["from_near"], row["to_near"]) for row in rows] == [(False, True), (False, False)]


def test_how_long_a_leg_took_is_read_from_what_is_said_of_it():
    said = [statement(3, "Leg", "durationHours", hours) for hours in ("5", "some", "-2")]
    rows, _ = told({}, {}, statements=said)
    assert [row["hours"] for row in rows] == [5.0, None]


def test_networks_of_one_name_are_one():
    called = [{"id": "N1", "caption": "Juniper Crew"}, {"id": "N2", "caption": "juniper crew"}]
    rows, _ = told({"network": "N1"}, {"network": "N2"}, entities=called)
    assert [row["network"] for row in rows] == ["Juniper Crew"] * 2


def test_a_person_is_no_network():
    somebody = [{"id": "P", "caption": "Somebody", "category": "suspect"}]
    (row,), _ = told({"network": "P"}, entities=somebody)
    assert row["network"] == ""


def test_people_of_a_plain_file_are_neither_places_nor_networks(tmp_path):
    legs, people = tmp_path / "legs.csv", tmp_path / "people.csv"
    legs.write_text(
        "from,to,mode,date,group,persons\n"
        "Anyone Moved,Szeged,van,2025-01-05,North,2\n"
        "Horgos,p9,van,2025-01-05,North,2\n"
        "Horgos,Szeged,van,2025-01-05,ANY  Bystander,2\n",
        encoding="utf-8",
    )
    people.write_text(
        "id,name,category\np4,Anyone Moved,being_moved\np5,Any Bystander,witness\np9,,\n",
        encoding="utf-8",
    )
    picture = from_plain_files(legs=legs, people=people)
    for method in ("routes.map", "routes.flow", "routes.risk"):
        told = str(run(picture, method)).casefold()
        assert "horgos" in told
        assert not [name for name in ("anyone", "bystander", "p9") if name in told]
