import re

from headwater.draw.routes.lines import Bow, draw_bow, draw_key
from headwater.draw.routes.route import Sign, Stretch
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


def test_a_short_leg_is_not_all_head():
    bows = [Bow((0, 0), (end / 2, 1), (end, 0)) for end in (20.0, 200.0)]
    widths = []
    for bow in bows:
        sheet = Sheet(300, 100, "t", "d")
        draw_bow(sheet, Stretch("a", "b", weight=1.0), bow)
        widths.append(float(re.findall(r'<path[^>]*stroke-width="([\d.]+)"', sheet.svg())[0]))
    assert widths == [2.5, 8.0]
