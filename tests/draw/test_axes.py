from headwater.draw.axes import Frame, draw_axes, draw_line
from headwater.draw.palette import QUIET
from headwater.draw.sheet import Sheet


def axes():
    sheet = Sheet(200, 100, "", "")
    return sheet, draw_axes(sheet, Frame(20, 180, 10, 90), (5, 9), [0, 50, 100])


def test_first_and_last_moment_and_count_stand_at_the_edges():
    sheet, scales = axes()
    assert (scales.x(5), scales.x(9), scales.y(0), scales.y(100)) == (20, 180, 90, 10)
    assert sheet.svg().count("<line") == 3
    assert ">50<" in sheet.svg()


def test_one_moment_alone_has_a_place():
    assert draw_axes(Sheet(9, 9, "", ""), Frame(0, 9, 0, 9), (3, 3), [0, 1]).x(3) == 0


def test_a_line_is_broken_at_a_gap_and_a_lone_count_is_a_dot():
    sheet, scales = axes()
    draw_line(sheet, [(5, 1), (6, 2), (7, None), (8, 3)], scales, stroke=QUIET)
    assert sheet.svg().count("<polyline") == 1
    assert sheet.svg().count("<circle") == 1
