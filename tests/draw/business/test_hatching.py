import re
import xml.etree.ElementTree as ET

import pytest

from headwater.draw.business.hatching import HATCHES, draw_box
from headwater.draw.layout import Box
from headwater.draw.sheet import Sheet


@pytest.mark.parametrize("hatch", HATCHES)
@pytest.mark.parametrize("size", [(80, 14), (2, 14), (1.5, 300), (300, 2)])
def test_every_surface_can_be_drawn_and_its_lines_stay_inside(hatch, size):
    sheet = Sheet(400, 400, "t", "d")
    draw_box(sheet, Box(200, 200, *size), "#000000", hatch)
    svg = sheet.svg()
    ET.fromstring(svg)  # noqa: S314 - we drew it
    for data in re.findall(r'<path d="([^"]+)"', svg):
        for x, y in re.findall(r"[ML]([\d.]+) ([\d.]+)", data):
            assert abs(float(x) - 200) <= size[0] / 2 + 2.1
            assert abs(float(y) - 200) <= size[1] / 2 + 0.1


def test_surfaces_differ_without_their_colour():
    drawn = set()
    for hatch in HATCHES:
        sheet = Sheet(400, 400, "t", "d")
        draw_box(sheet, Box(200, 200, 80, 14), "#000000", hatch)
        drawn.add(sheet.svg())
    assert len(drawn) == len(HATCHES)
