"""What is left after each removal: curves with their band, or dots where few were tried."""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from headwater.draw.palette import BLUE, FAINT, GREEN, INK, QUIET, VERMILION, width_of
from headwater.draw.sheet import Sheet, shortened

_COLOURS = (VERMILION, BLUE, GREEN, INK)
_PATTERNS = (None, "9 4", "2 3", "9 3 2 3")
_LEFT, _TOP, _BOTTOM = 64.0, 56.0, 70.0
_HEIGHT = 362.0
_BOLD = 13.0  # bold letters of 12 are as wide as others of this size


class Curve(NamedTuple):
    """A line over removals.

    Attributes:
        name: What it shows.
        values: What is left after 0, 1, 2... removals.
        low: Lower edge of its band: a proved bound, or a quantile; empty for none.
        high: Upper edge; empty for the line itself.
        at: Number of removals of each value, where only some were tried: dots with their numbers
            and no line between them; empty for 0, 1, 2...
    """

    name: str
    values: Sequence[float]
    low: Sequence[float] = ()
    high: Sequence[float] = ()
    at: Sequence[int] = ()

    @property
    def steps(self) -> Sequence[int]:
        """Number of removals of each value."""
        return self.at or range(len(self.values))


def draw_curves(
    curves: Sequence[Curve],
    *,
    title: str,
    steps: Sequence[str] = (),
    unit: str = "pairs still connected",
    band: str = "",
    width: float = 760,
) -> str:
    """Draw up to four curves over the number of people removed.

    Args:
        curves: They may differ in length; each begins at no removal.
        title: What it shows, in words.
        steps: Who is removed at each step, written under the axis.
        unit: What is counted.
        band: What the bands mean, for the key.
        width: Width in pixels.

    Returns:
        One SVG element with a title and a description.
    """
    shown = list(curves)[: len(_COLOURS)]
    longest = 1 + max((step for curve in shown for step in curve.steps), default=0)
    marks = _round_values(max([1.0, *(v for c in shown for v in (*c.values, *c.high))]))
    sheet = Sheet(width, _HEIGHT + 16 * len(shown), title, _in_words(shown, steps, unit))

    def at(step: float, value: float) -> tuple[float, float]:
        x = _LEFT + (width - _LEFT - 30) * step / max(longest - 1, 1)
        return x, _TOP + (_HEIGHT - _TOP - _BOTTOM) * (1 - value / marks[-1])

    _draw_axes(sheet, at, longest, marks)
    _write_heading(sheet, title, unit)
    _write_steps(sheet, at, steps[: longest - 1], width / max(longest, 1))
    for curve, colour in zip(shown, _COLOURS, strict=False):
        _draw_band(sheet, at, curve, colour)
    for curve, colour, pattern in zip(shown, _COLOURS, _PATTERNS, strict=False):
        _draw_line(sheet, at, curve, colour, pattern, ring=curve is not shown[0])
    _draw_key(sheet, shown, band)
    return sheet.svg()


_At = Callable[[float, float], tuple[float, float]]


def _write_heading(sheet: Sheet, title: str, unit: str) -> None:
    longest = next((n for n in range(len(title), 0, -1) if _fits(sheet, title[:n])), 1)
    heading = shortened(title, longest)
    sheet.write(8, 18, heading, size=12, text_anchor="start", font_weight="bold")
    sheet.write(8, 36, unit, size=10, fill=QUIET, text_anchor="start")


def _fits(sheet: Sheet, heading: str) -> bool:
    return width_of(heading, _BOLD) < sheet.width - 16


def _draw_axes(sheet: Sheet, at: _At, longest: int, marks: Sequence[float]) -> None:
    for value in marks:
        (x1, y), (x2, _) = at(0, value), at(longest - 1, value)
        sheet.add("line", x1=x1, y1=y, x2=max(x2, x1 + 1), y2=y, stroke=FAINT)
        sheet.write(x1 - 8, y + 3.5, f"{value:,.0f}", size=10, fill=QUIET, text_anchor="end")
    for step in range(longest):
        x, y = at(step, 0)
        sheet.add("line", x1=x, y1=y, x2=x, y2=y + 4, stroke=QUIET)
        sheet.write(x, y + 16, str(step), size=10, fill=QUIET)
    sheet.write(_LEFT - 10, at(0, 0)[1] + 16, "removed", size=10, fill=QUIET, text_anchor="end")


def _round_values(top: float) -> list[float]:
    """A few round numbers, from 0 to the first that is not below the top."""
    step = 1.0
    while top / step > 5:
        step *= 2.5 if str(int(step))[0] == "2" else 2
    return [step * i for i in range(math.ceil(top / step) + 1)]


def _write_steps(sheet: Sheet, at: _At, steps: Sequence[str], room: float) -> None:
    """Who goes at each step; in two heights by turns, so that long names do not meet."""
    most = max(3, int(2 * room / 6.5))
    for number, name in enumerate(steps):
        x, y = at(number + 1, 0)
        label = shortened(name, most)
        half = width_of(label, 9.5) / 2
        x = min(x, sheet.width - 8 - half)
        sheet.write(x, y + 29 + 11 * (number % 2), label, size=9.5)


def _draw_band(sheet: Sheet, at: _At, curve: Curve, colour: str) -> None:
    if not curve.low:
        return
    upper, lower = (
        [at(*one) for one in zip(curve.steps, edge, strict=True)]
        for edge in (curve.high or curve.values, curve.low)
    )
    if not curve.at:
        corners = _joined([*upper, *reversed(lower)])
        sheet.add("polygon", points=corners, fill=colour, fill_opacity=0.16)
        return
    for (x, top), (_, bottom) in zip(upper, lower, strict=True):
        look = {"stroke": colour, "stroke_width": 7, "stroke_opacity": 0.25}
        sheet.add("line", x1=x, y1=top, x2=x, y2=bottom, **look)


def _draw_line(
    sheet: Sheet, at: _At, curve: Curve, colour: str, pattern: str | None, *, ring: bool
) -> None:
    points = [at(*one) for one in zip(curve.steps, curve.values, strict=True)]
    if not curve.at:
        look = {"stroke": colour, "stroke_width": 2.2, "stroke_dasharray": pattern}
        sheet.add("polyline", points=_joined(points), fill="none", **look)
    for (x, y), value in zip(points, curve.values, strict=True):
        if not curve.at:
            sheet.add("circle", cx=x, cy=y, r=3.2, fill=colour)
        else:
            _draw_dot(sheet, x, y, colour, ring=ring)
            number = f"{value:,.0f}"
            fits = x + 11 + width_of(number, 11) < sheet.width
            aside, anchor = (11, "start") if fits else (-11, "end")
            sheet.write(x + aside, y + 4, number, fill=colour, text_anchor=anchor)


def _draw_dot(sheet: Sheet, x: float, y: float, colour: str, *, ring: bool) -> None:
    """A dot; of curves behind the first a ring, which hides no dot of the same number."""
    if ring:
        sheet.add("circle", cx=x, cy=y, r=7, fill="none", stroke=colour, stroke_width=2.2)
    else:
        sheet.add("circle", cx=x, cy=y, r=4.5, fill=colour)


def _joined(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _draw_key(sheet: Sheet, curves: Sequence[Curve], band: str) -> None:
    for number, (curve, colour, pattern) in enumerate(
        zip(curves, _COLOURS, _PATTERNS, strict=False)
    ):
        y = _HEIGHT + 16 * number - 4
        look = {"stroke": colour, "stroke_width": 2.2, "stroke_dasharray": pattern}
        if not curve.at:
            sheet.add("line", x1=14, y1=y, x2=50, y2=y, **look)
        else:
            _draw_dot(sheet, 32, y, colour, ring=number > 0)
        said = f"{curve.name}; {band}" if band and curve.low else curve.name
        said += "; only these numbers were tried" if len(curve.at) > 1 else ""
        sheet.write(58, y + 4, said, size=10, text_anchor="start")


def _in_words(curves: Sequence[Curve], steps: Sequence[str], unit: str) -> str:
    told = [f"{curve.name}: {_values(curve)}" for curve in curves]
    order = f" Removed, in order: {', '.join(steps)}." if steps else ""
    return f"{unit.capitalize()} after each removal. {'; '.join(told)}.{order}"


def _values(curve: Curve) -> str:
    """Values in words; with the number of removals where it is not plain."""
    if not curve.at:
        return ", ".join(f"{value:,.0f}" for value in curve.values)
    pairs = zip(curve.at, curve.values, strict=True)
    return ", ".join(f"{value:,.0f} after {step}" for step, value in pairs)
