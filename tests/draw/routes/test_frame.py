import pytest

from headwater.draw.routes.frame import Frame, draw_ground
from headwater.draw.routes.route import Stop
from headwater.draw.sheet import Sheet

CALAIS, DOVER = Stop("c", "Calais", 50.95, 1.85), Stop("d", "Dover", 51.13, 1.31)


def test_a_point_in_pixels_is_the_degrees_it_came_from():
    frame = Frame([CALAIS, DOVER], 760)
    east, north = frame.degrees(*frame.of(CALAIS))
    assert (north, east) == pytest.approx((50.95, 1.85))


def test_land_and_grid_lie_beneath():
    frame = Frame([CALAIS, DOVER], 760)
    sheet = Sheet(760, frame.height, "t", "d")
    draw_ground(sheet, frame)
    assert "<polyline" in sheet.svg()
    assert "°N" in sheet.svg()
