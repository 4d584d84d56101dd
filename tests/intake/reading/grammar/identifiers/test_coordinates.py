"""Coordinates."""

import pytest

from headwater.intake.reading.grammar.identifiers.coordinates import coordinates


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The boat was at 50.9950, 1.7530 at noon.", "50.995,1.753"),
        ("at N 44.8125 E 20.4612", "44.8125,20.4612"),
        ("at 44.812°N, 20.461°E", "44.812,20.461"),
        ("at 50.9950 N 1.7530 W", "50.995,-1.753"),
        ("at lat 44.81250, lon 20.46120", "44.8125,20.4612"),
        ("at 44,8125; 20,4612", "44.8125,20.4612"),
        ("at 50°58.123'N 001°51.2'E", "50.968717,1.853333"),
        ("at 50°54.6N 000°58.2E", "50.91,0.97"),
        ("at 44°48'30\"N 20°27'45\"E", "44.808333,20.4625"),
        ("at 44° 48’ 30” N, 20° 27’ 45” E", "44.808333,20.4625"),
    ],
)
def test_a_point_is_two_angles_in_degrees(text: str, value: str) -> None:
    (point,) = coordinates(text)
    assert (point.kind, point.value) == ("coordinates", value)
    assert text[slice(*point.span)].strip() == text[slice(*point.span)]


@pytest.mark.parametrize(
    "text",
    [
        "They paid 3.500, 4.000 and 5.000 euros.",
        "at 95.1234, 20.1234",
        "at 50°75'N 1°20'E",
        "a fall of 12.3456 percent",
    ],
)
def test_two_numbers_that_are_no_point_are_left(text: str) -> None:
    assert list(coordinates(text)) == []


def test_a_grid_reference_is_kept_as_written() -> None:
    (grid,) = coordinates("at 34T DQ 12345 67890 in the wood")
    assert (grid.kind, grid.value) == ("grid", "34TDQ1234567890")
    assert list(coordinates("at 34T DQ 1234 67890 in the wood")) == []
