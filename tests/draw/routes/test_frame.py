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


def test_a_leg_to_the_outside_ends_inside_the_map_on_its_way():
    frame = Frame([CALAIS, DOVER], 760)
    for latitude, longitude in ((46.0, 20.0), (70.0, 1.6), (51.0, -40.0), (30.0, 1.6)):
        far = Stop("f", "Far", latitude, longitude, outside=True)
        x, y = frame.edge(CALAIS, far)
        assert 0 < x < frame.width
        assert 0 < y < frame.height
        own, other = frame.of(CALAIS), frame.of(far)
        across, down = other[0] - own[0], other[1] - own[1]
        assert (x - own[0]) * down == pytest.approx((y - own[1]) * across, abs=1e-6)


def test_a_stop_outside_does_not_widen_the_map():
    far = Stop("f", "Far", 46.0, 20.0, outside=True)
    assert Frame([CALAIS, DOVER, far], 760).west == Frame([CALAIS, DOVER], 760).west
