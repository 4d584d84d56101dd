"""Lines of a map: the bend of each leg, how it is drawn, and the key that says what that means."""

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from headwater.draw.layout import Box
from headwater.draw.network import draw_arrow_head
from headwater.draw.palette import DASHES, PAPER, width_of
from headwater.draw.routes.frame import Frame
from headwater.draw.routes.route import LINES, Sign, Stop, Stretch
from headwater.draw.sheet import Sheet

LEG = "#3d3d3d"
_SAMPLE = 44.0


def bows_of(frame: Frame, drawn: Sequence[Stretch], known: dict[str, Stop]) -> list["Bow"]:
    """The bend of every leg; legs between the same two places lie side by side."""
    seen: Counter[tuple[str, str]] = Counter()
    bows = []
    for stretch in drawn:
        (x1, y1), (x2, y2) = _ends(frame, known[stretch.start], known[stretch.end])
        length = math.hypot(x2 - x1, y2 - y1) or 1.0
        bend = min(0.12 * length, 40.0) + 14.0 * seen[(stretch.start, stretch.end)]
        seen[(stretch.start, stretch.end)] += 1
        control = (
            (x1 + x2) / 2 - (y2 - y1) / length * bend,
            (y1 + y2) / 2 + (x2 - x1) / length * bend,
        )
        bows.append(Bow((x1, y1), control, (x2, y2)))
    return bows


def _ends(frame: Frame, start: Stop, end: Stop) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where a leg begins and ends on the map; at its edge where the other stop lies outside."""
    return (
        frame.edge(end, start) if start.outside else frame.of(start),
        frame.edge(start, end) if end.outside else frame.of(end),
    )


class Bow(NamedTuple):
    """A bent line: a quadratic curve from start to end, drawn towards its control point."""

    start: tuple[float, float]
    control: tuple[float, float]
    end: tuple[float, float]

    def at(self, t: float) -> tuple[float, float]:
        """The point at share `t` of the way."""
        ends = zip(self.start, self.control, self.end, strict=True)
        x, y = ((1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c for a, b, c in ends)
        return x, y

    def along(self) -> list[Box]:
        """Small boxes along the line, so that words keep off it."""
        steps = max(int(math.dist(self.start, self.end) / 8), 2)
        return [Box(*self.at(n / steps), 6, 6) for n in range(1, steps)]


def draw_bow(sheet: Sheet, stretch: Stretch, bow: Bow) -> None:
    """Draw a leg as a bent arrow."""
    (x1, y1), (cx, cy), (x2, y2) = bow
    dashes = LINES[stretch.line] if stretch.line else DASHES if stretch.tentative else ""
    path = f"M{x1:.1f} {y1:.1f} Q{cx:.1f} {cy:.1f} {x2:.1f} {y2:.1f}"
    look: dict[str, object] = {"d": path, "fill": "none", "stroke_dasharray": dashes or None}
    length = math.dist(bow.start, bow.end)
    width = min(stretch.width, max(length / 8, 1.2))  # else a short leg is all head
    sheet.add("path", **look, stroke=LEG, stroke_width=width)
    if stretch.line and stretch.tentative:
        sheet.add("path", **look, stroke=PAPER, stroke_width=max(width - 2.0, 0.8))
    draw_arrow_head(sheet, bow.control, bow.end, size=min(7 + width, max(length / 2, 5)), gap=5)


def draw_key(sheet: Sheet, signs: Sequence[Sign]) -> None:
    """Write what the lines mean under the map, as many in a row as fit."""
    x, row = sheet.width, 0.0
    for sign in signs:
        wide = _SAMPLE + width_of(sign.words, 10) + 24
        if x + wide > sheet.width:
            sheet.write_below("")
            x, row = 10.0, sheet.height - 6
        ends: dict[str, object] = {"x1": x, "y1": row, "x2": x + _SAMPLE, "y2": row}
        ends["stroke_dasharray"] = LINES[sign.line] or None
        sheet.add("line", **ends, stroke=LEG, stroke_width=sign.width)
        if sign.hollow:
            sheet.add("line", **ends, stroke=PAPER, stroke_width=max(sign.width - 2.0, 0.8))
        sheet.write(x + _SAMPLE + 6, row + 4, sign.words, size=10, text_anchor="start")
        x += wide
