"""Counts."""

import pytest

from headwater.intake.reading.grammar import Quantity, dates, identifiers, numbers, quantities
from headwater.intake.reading.passage import Passage


def read(text: str, language: str = "en") -> list[Quantity]:
    passage = Passage(text, language, None)
    identifiers(passage)
    dates(passage)
    return quantities(passage, numbers(passage))


@pytest.mark.parametrize(
    ("language", "text", "counts", "value"),
    [
        ("en", "They found 12 Afghan migrants.", "migrants", 12),
        ("en", "They found three large rubber boats.", "boats", 3),
        ("en", "Small boat arrivals potentially reaching 60,000 worry them.", "arrivals", 60000),
        ("sr", "Нађена су два ванбродска мотора.", "engines", 2),
        ("mk", "Пронајдени се 31 мигрант.", "migrants", 31),
        ("bg", "Открити са 11 души.", "persons", 11),
        ("sq", "U gjetën dy gomone.", "boats", 2),
    ],
)
def test_a_number_with_what_it_counts(language: str, text: str, counts: str, value: int) -> None:
    (quantity,) = read(text, language)
    assert (quantity.counts, quantity.low, quantity.high) == (counts, value, value)


def test_up_to_gives_no_lower_end() -> None:
    (quantity,) = read("Up to 60,000 people came.")
    assert (quantity.low, quantity.high) == (None, 60000)


def test_a_range_stays_a_range() -> None:
    (quantity,) = read("A group of 20-25 people came.")
    assert (quantity.low, quantity.high, quantity.exact) == (20, 25, False)


def test_the_dead_are_counted_as_dead() -> None:
    assert [q.kind for q in read("Four people died and 2 are missing.")] == ["dead", "missing"]


def test_a_number_that_counts_nothing_known_is_left() -> None:
    assert read("On page 12 of the book.") == []


@pytest.mark.parametrize(
    ("language", "text", "counts", "value"),
    [
        ("tr", "12 göçmen yakalandı", "migrants", 12),
        ("el", "12 μετανάστες", "migrants", 12),
        ("ar", "١٢ مهاجرا", "migrants", 12),
        ("fa", "۱۲ نفر", "persons", 12),
        ("fr", "12 migrants et deux bateaux", "migrants", 12),
        ("de", "zwei Schlauchboote", "boats", 2),
    ],
)
def test_counts_in_the_languages_read_for_figures_only(
    language: str, text: str, counts: str, value: int
) -> None:
    assert (counts, value) in [(q.counts, q.low) for q in read(text, language)]


def test_a_measure_is_no_count() -> None:
    assert read("A 9 m long boat left.") == []
    assert read("Two 34-year-old men left.") == []


def test_the_power_of_an_engine_stands_between_number_and_engine() -> None:
    assert [(q.counts, q.low) for q in read("Two 150 hp Mercury engines.")] == [("engines", 2)]


def test_about_is_kept_with_the_count() -> None:
    (quantity,) = read("Oko 30 migranata je stiglo.", "sr")
    assert (quantity.about, quantity.low) == (True, 30)


def test_a_multiplier_of_a_number_is_no_size_of_its_own() -> None:
    (quantity,) = read("Tu je 3 hiljade migranata.", "sr")
    assert (quantity.low, quantity.magnitude) == (3000, "")


def test_dozens_are_a_size_without_a_number() -> None:
    (quantity,) = read("Dozens of migrants came.")
    assert (quantity.magnitude, quantity.low, quantity.high) == ("dozens", None, None)
    assert quantity.counts == "migrants"
