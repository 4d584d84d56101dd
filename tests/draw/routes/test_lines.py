import re

from headwater.draw.routes.lines import draw_key
from headwater.draw.routes.route import Sign
from headwater.draw.sheet import Sheet


def test_the_key_shows_each_line_as_it_is_drawn_and_goes_on_below_where_it_is_full():
    sheet = Sheet(200, 100, "t", "d")
    draw_key(sheet, [Sign("by foot", "dotted"), Sign("by boat, ship or ferry", "long dashes")])
    svg = sheet.svg()
    assert len(set(re.findall(r'stroke-dasharray="([^"]+)"', svg))) == 2
    assert len(set(re.findall(r'y1="([^"]+)"', svg))) == 2
    assert "by boat, ship or ferry" in svg


def test_a_hollow_line_is_pale_inside():
    sheet = Sheet(300, 100, "t", "d")
    draw_key(sheet, [Sign("planned", hollow=True)])
    assert sheet.svg().count("<line") == 2
