"""Hatching: surfaces told apart without colour, drawn as plain lines inside an outline."""

import math

from headwater.draw.layout import Box
from headwater.draw.palette import PAPER
from headwater.draw.sheet import Sheet

HATCHES = ("plain", "falling", "rising", "crossed", "dotted", "hollow")
"""How a surface may be filled."""

_GAP = 6.0


def draw_box(sheet: Sheet, box: Box, colour: str, hatch: str) -> None:
    """An upright rectangle in a colour: filled, or pale with lines or dots in it."""
    left, top = box.x - box.width / 2, box.y - box.height / 2
    ground = {"plain": 0.85, "hollow": 0.0}.get(hatch, 0.12)
    place = {"x": left, "y": top, "width": box.width, "height": box.height}
    sheet.add("rect", **place, fill=PAPER)
    sheet.add("rect", **place, fill=colour, fill_opacity=ground, stroke=colour, stroke_width=1)
    lines = {"falling": (1,), "rising": (-1,), "crossed": (1, -1)}.get(hatch, ())
    drawn = " ".join(_lines(left, top, box.width, box.height, lean) for lean in lines)
    if drawn:
        sheet.add("path", d=drawn, stroke=colour, stroke_width=1, fill="none")
    if hatch == "dotted":
        middle = f"M{left + 2:.1f} {box.y:.1f} L{left + box.width - 1:.1f} {box.y:.1f}"
        look = {"stroke_width": min(3.0, box.height / 2), "stroke_dasharray": "0.1 6"}
        sheet.add("path", d=middle, stroke=colour, stroke_linecap="round", fill="none", **look)


def _lines(left: float, top: float, width: float, height: float, lean: int) -> str:
    """Slanting lines that end at the rectangle, as the data of a path."""
    drawn = []
    for n in range(math.ceil((width + height) / _GAP)):
        start = n * _GAP - height + 3  # where the line meets the upper (or lower) edge's level
        first, last = max(0.0, -start), min(height, width - start)
        if last <= first:
            continue
        ends = [
            (left + start + at, top + (at if lean > 0 else height - at)) for at in (first, last)
        ]
        drawn.append("M{:.1f} {:.1f} L{:.1f} {:.1f}".format(*ends[0], *ends[1]))
    return " ".join(drawn)
