import re
import xml.etree.ElementTree as ET

import pytest

from headwater.draw.organisers import Curve, draw_curves
from headwater.draw.palette import width_of

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg):
    root = ET.fromstring(svg)  # noqa: S314 - we drew it
    return [found.text or "" for found in root.iter(f"{SVG}text")]


def test_a_curve_falls_as_its_values_do_and_the_description_says_them():
    svg = draw_curves([Curve("found", [100, 40, 10])], title="t", steps=["A", "B"])
    points = re.findall(r'<polyline points="([^"]+)"', svg)[0].split()
    heights = [float(point.split(",")[1]) for point in points]
    assert heights == sorted(heights)
    assert "found: 100, 40, 10" in svg
    assert "Removed, in order: A, B." in svg


def test_what_the_bound_leaves_open_is_shaded_and_explained():
    svg = draw_curves([Curve("found", [9, 6], [9, 4])], title="t", band="down to the bound")
    assert "fill-opacity" in svg
    assert any("down to the bound" in text for text in texts(svg))
    plain = draw_curves([Curve("found", [9, 6])], title="t", band="down to the bound")
    assert "fill-opacity" not in plain
    assert not any("bound" in text for text in texts(plain))


def test_curves_are_told_apart_without_colour():
    svg = draw_curves([Curve(name, [2, 1]) for name in "abcd"], title="t")
    patterns = re.findall(r'<polyline [^>]*stroke-width="2.2"([^/]*)/>', svg)
    assert len(set(patterns)) == 4


@pytest.mark.parametrize("top", [0, 1, 3, 7, 36, 5995, 2_000_000_000])
def test_the_scale_has_few_round_numbers_and_none_of_the_curve_lies_above_it(top):
    svg = draw_curves([Curve("c", [top, 0])], title="t")
    marks = [int(t.replace(",", "")) for t in texts(svg) if re.fullmatch(r"[\d,]+", t)]
    assert max(marks) >= top
    assert len(marks) <= 9


def test_no_curve_and_no_removal_are_drawn_without_an_error():
    ET.fromstring(draw_curves([], title="t"))  # noqa: S314 - we drew it
    ET.fromstring(draw_curves([Curve("c", [5])], title="t"))  # noqa: S314 - we drew it


def test_where_few_numbers_were_tried_there_are_dots_with_their_values_and_no_line():
    svg = draw_curves([Curve("found", [9, 4, 2, 1], at=[0, 4, 5, 6])], title="t")
    assert "found: 9 after 0, 4 after 4, 2 after 5, 1 after 6" in svg
    assert "polyline" not in svg
    dots = [text for text in texts(svg) if text in "9421"]
    assert {"9", "4", "2", "1"} <= set(dots)
    bound = Curve("found", [9, 4, 2], [9, 3, 1], at=[0, 4, 5])
    assert draw_curves([bound], title="t").count("stroke-opacity") == 3


def test_a_single_value_is_a_dot_in_the_key_too():
    svg = draw_curves([Curve("found", [9, 4]), Curve("usual", [6], at=[1])], title="t")
    assert svg.count("<circle") == 2 + 1 + 1


def test_a_reader_sees_what_the_curves_are_of():
    assert "What is left" in texts(draw_curves([Curve("found", [9, 6])], title="What is left"))


def test_a_heading_too_long_for_the_drawing_ends_in_it():
    svg = draw_curves([Curve("found", [2, 1])], title="What removing " + "Mwamba Wm " * 20)
    heading = next(text for text in texts(svg) if text.startswith("What removing"))
    assert heading.endswith("…")
    assert width_of(heading, 12) < 760


def test_dots_of_the_same_number_are_both_seen():
    best, usual = Curve("best", [9, 4], at=[0, 2]), Curve("usual", [4], at=[2])
    svg = draw_curves([best, usual], title="t")
    circles = re.findall(r"<circle [^>]+>", svg)
    assert sum('fill="none"' in one for one in circles) == 2  # in the drawing and in its key
    assert sum('fill="none"' not in one for one in circles) == 3
