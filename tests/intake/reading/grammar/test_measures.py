"""Measures and makes."""

import pytest

from headwater.intake.reading.grammar import Measure, dates, identifiers, makes, measures, numbers
from headwater.intake.reading.passage import Passage


def read(text: str, language: str = "en") -> list[Measure]:
    passage = Passage(text, language, None)
    identifiers(passage)
    dates(passage)
    return measures(passage, numbers(passage))


@pytest.mark.parametrize(
    ("language", "text", "kind", "unit", "value"),
    [
        ("en", "a 9 m rubber boat", "length", "m", 9),
        ("en", "a 7.5-metre boat", "length", "m", 7.5),
        ("en", "a 40 hp outboard", "power", "hp", 40),
        ("en", "a 40hp outboard", "power", "hp", 40),
        ("en", "a 40-horsepower outboard", "power", "hp", 40),
        ("sr", "čamac dužine 9 metara", "length", "m", 9),
        ("sr", "motor snage 40 KS", "power", "hp", 40),
        ("mk", "мотор од 40 КС", "power", "hp", 40),
        ("bg", "двигател 40 к.с.", "power", "hp", 40),
        ("sq", "motor 40 kuaj fuqi", "power", "hp", 40),
        ("de", "Motor mit 40 PS", "power", "hp", 40),
        ("en", "12 kg of hashish", "weight", "kg", 12),
        ("en", "30 litres of petrol", "volume", "l", 30),
        ("en", "5 nautical miles out", "distance", "nmi", 5),
        ("en", "for three days", "duration", "day", 3),
        ("sr", "tri sata", "duration", "hour", 3),
        ("mk", "три часа", "duration", "hour", 3),
        ("bg", "два дни", "duration", "day", 2),
        ("sq", "tri orë", "duration", "hour", 3),
        ("tr", "üç saat", "duration", "hour", 3),
        ("en", "a 34-year-old man", "age", "year", 34),
        ("en", "aged 34", "age", "year", 34),
        ("sr", "star 34 godine", "age", "year", 34),
        ("mk", "34-годишен маж", "age", "year", 34),
        ("bg", "34-годишен мъж", "age", "year", 34),
        ("sq", "34 vjeç", "age", "year", 34),
    ],
)
def test_a_number_with_its_unit(
    language: str, text: str, kind: str, unit: str, value: float
) -> None:
    (measure,) = read(text, language)
    assert (measure.kind, measure.unit, measure.low, measure.high) == (kind, unit, value, value)


def test_a_range_and_a_bound_are_kept() -> None:
    assert [(m.low, m.high) for m in read("2-3 days, up to 5 hours")] == [(2, 3), (None, 5)]
    assert [(m.kind, m.low, m.high) for m in read("men aged 19 to 34")] == [("age", 19, 34)]


def test_a_duration_has_its_hours_where_they_are_known() -> None:
    assert [m.hours for m in read("three days, 90 minutes, 2 months")] == [72, 1.5, None]


@pytest.mark.parametrize("text", ["12 migrants", "5 m people"[:1], "on page 3"])
def test_a_count_is_no_measure(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [("sr", "u 23:45 časova"), ("sr", "u 22.30 časova"), ("bg", "в 22 часа"), ("en", "at 10:30")],
)
def test_a_time_of_day_is_no_length_of_time(language: str, text: str) -> None:
    assert read(text, language) == []


def test_makes_of_engines_and_vehicles_are_known() -> None:
    text = "A white VW Transporter with a Yamaha engine."
    found = makes(Passage(text, "en", None))
    assert [(text[m.start : m.end], m.value) for m in found] == [
        ("VW Transporter", "vehicle"),
        ("Yamaha", "engine"),
    ]
