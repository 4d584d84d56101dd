"""Axes of a chart: counts upward from nothing with lines at round numbers, time to the right."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import NamedTuple

from headwater.draw.business import in_letters
from headwater.draw.palette import FAINT, QUIET
from headwater.draw.sheet import Sheet


class Frame(NamedTuple):
    """The edges of a chart on its sheet, in pixels."""

    left: float
    right: float
    top: float
    bottom: float


class Scales(NamedTuple):
    """Where a moment and a count lie on the sheet."""

    x: Callable[[float], float]
    y: Callable[[float], float]


def draw_axes(
    sheet: Sheet, frame: Frame, times: tuple[float, float], marks: Sequence[float], size: float = 10
) -> Scales:
    """The scales, with a line and a number at each mark.

    Args:
        sheet: The drawing.
        frame: Where the chart stands.
        times: First and last moment.
        marks: Counts to mark, ascending; the last is the top.
        size: Size of the letters.
    """
    first, last = times
    wide, high = frame.right - frame.left, frame.bottom - frame.top

    def x(at: float) -> float:
        return frame.left + wide * (at - first) / (last - first or 1.0)

    def y(count: float) -> float:
        return frame.top + high * (1 - max(count, 0.0) / marks[-1])

    for mark in marks:
        sheet.add("line", x1=frame.left, y1=y(mark), x2=frame.right, y2=y(mark), stroke=FAINT)
        sheet.write(frame.left - 8, y(mark) + 3.5, in_letters(mark), size=size, fill=QUIET,
                    text_anchor="end")  # fmt: skip
    return Scales(x, y)


def draw_line(
    sheet: Sheet,
    points: Sequence[tuple[float, float | None]],
    scales: Scales,
    **look: object,
) -> None:
    """A line through moments and counts, broken where nothing is known; a lone count is a dot.

    Args:
        sheet: The drawing.
        points: Moments and counts.
        scales: Where they lie.
        look: Attributes of the line; `stroke` also colours the dots.
    """
    for gap, run in groupby(points, key=lambda one: one[1] is None):
        if gap:
            continue
        places = [(scales.x(at), scales.y(count or 0.0)) for at, count in run]
        if len(places) == 1:
            sheet.add("circle", cx=places[0][0], cy=places[0][1], r=1.6, fill=look.get("stroke"))
        else:
            drawn = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
            sheet.add("polyline", points=drawn, fill="none", **look)
