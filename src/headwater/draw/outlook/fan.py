"""The fan: what was counted, what may come with its intervals, and the chance of a threshold."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from headwater.draw.business import in_letters, round_marks
from headwater.draw.palette import BLUE, FAINT, INK, QUIET, VERMILION
from headwater.draw.sheet import Sheet
from headwater.model import Finding

_WIDTH, _HEIGHT = 900.0, 380.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 64.0, 270.0, 34.0, 44.0
_SQUARE = 150.0  # side of the reliability diagram
_BANDS = (("q05", "q95", 0.16), ("q10", "q90", 0.16), ("q25", "q75", 0.26))
_KEY = (
    "grey: counted (broken where nobody counted); blue line: as likely above as below; bands: "
    "half, 80% and 90% of futures",
    "diagram: of what was said to be below a level, how much came below it over the past year; "
    "on the dashed line forecasts hold",
)

Row = Mapping[str, Any]


class _Scales(NamedTuple):
    """Where a day and a count lie on the sheet."""

    x: Callable[[str], float]
    y: Callable[[float], float]


def outlook_told(finding: Finding) -> str:
    """The last counts and the steps to come, with the year and past reliability beside."""
    told = finding.certificate
    recent = told.get("recent", [])
    sheet = Sheet(_WIDTH, _HEIGHT, f"What may come: {told.get('series', '')}", _words(finding))
    if not finding.rows:
        sheet.write(10, 22, "There is nothing to forecast.", text_anchor="start")
        return sheet.svg()
    scales = _axes(sheet, recent, finding.rows)
    sheet.write(10, 18, f"{told['series']} a {told['step']}", size=11, fill=QUIET,
                text_anchor="start")  # fmt: skip
    _draw_counts(sheet, recent, scales)
    _draw_fan(sheet, finding.rows, scales)
    _write_year(sheet, told)
    _draw_reliability(sheet, told)
    for line in _KEY:
        sheet.write_below(line)
    return sheet.svg()


def _axes(sheet: Sheet, recent: Sequence[Row], rows: Sequence[Row]) -> _Scales:
    days = [date.fromisoformat(one["date"]).toordinal() for one in (*recent, *rows)]
    counts = [one["count"] for one in recent if one["count"] is not None]
    marks = round_marks(0, max([1.0, *counts, *(row["q95"] for row in rows)]), most=5)
    across, down = _WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _BOTTOM

    def x(day: str) -> float:
        share = (date.fromisoformat(day).toordinal() - days[0]) / max(days[-1] - days[0], 1)
        return _LEFT + across * share

    def y(count: float) -> float:
        return _TOP + down * (1 - max(count, 0.0) / marks[-1])

    for mark in marks:
        sheet.add("line", x1=_LEFT, y1=y(mark), x2=_LEFT + across, y2=y(mark), stroke=FAINT)
        sheet.write(_LEFT - 8, y(mark) + 3.5, in_letters(mark), size=10, fill=QUIET,
                    text_anchor="end")  # fmt: skip
    first = (recent or rows)[0]["date"]
    for day, anchor in ((first, "start"), (rows[-1]["date"], "end")):
        sheet.write(x(day), y(0) + 18, day, size=10, fill=QUIET, text_anchor=anchor)
    return _Scales(x, y)


def _draw_counts(sheet: Sheet, recent: Sequence[Row], scales: _Scales) -> None:
    for gap, run in groupby(recent, key=lambda one: one["count"] is None):
        if not gap:
            points = [(scales.x(one["date"]), scales.y(one["count"])) for one in run]
            drawn = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
            sheet.add("polyline", points=drawn, fill="none", stroke=QUIET, stroke_width=1.4)


def _draw_fan(sheet: Sheet, rows: Sequence[Row], scales: _Scales) -> None:
    across = [scales.x(row["date"]) for row in rows]
    for low, high, shade in _BANDS:
        upper = [(x, scales.y(row[high])) for x, row in zip(across, rows, strict=True)]
        lower = [(x, scales.y(row[low])) for x, row in zip(across, rows, strict=True)]
        corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in [*upper, *reversed(lower)])
        look = {"fill": BLUE, "fill_opacity": shade, "stroke": BLUE, "stroke_opacity": 0.35}
        sheet.add("polygon", points=corners, **look)
    middle = " ".join(
        f"{x:.1f},{scales.y(row['q50']):.1f}" for x, row in zip(across, rows, strict=True)
    )
    sheet.add("polyline", points=middle, fill="none", stroke=BLUE, stroke_width=2.4)


def _write_year(sheet: Sheet, told: Mapping[str, Any]) -> None:
    left = _WIDTH - _RIGHT + 24
    lines = [
        (f"The year {told['year']}", 13, "bold"),
        (f"so far {told['so_far']:,.0f}", 11, None),
        (f"in 8 of 10 futures {told['year_q10']:,.0f} to {told['year_q90']:,.0f}", 11, None),
    ]
    if told["threshold"]:
        lines.append(
            (f"chance to pass {told['threshold']:,.0f}: {told['p_above']:.0%}", 13, "bold")
        )
        lines.append((f"asks for {told['needed_per_week']:,.0f} a week", 11, None))
        highest = told["highest_per_week_over_as_long"]
        if highest is not None:
            lines.append((f"highest over as long: {highest:,.0f}", 11, None))
    for number, (said, size, weight) in enumerate(lines):
        sheet.write(left, _TOP + 10 + 19 * number, said, size=size, text_anchor="start",
                    font_weight=weight)  # fmt: skip


def _draw_reliability(sheet: Sheet, told: Mapping[str, Any]) -> None:
    found = told.get("reliability") or []
    if not found:
        return
    left, base = _WIDTH - _RIGHT + 44, _HEIGHT - _BOTTOM
    sheet.add("rect", x=left, y=base - _SQUARE, width=_SQUARE, height=_SQUARE, fill="none",
              stroke=QUIET)  # fmt: skip
    sheet.add("line", x1=left, y1=base, x2=left + _SQUARE, y2=base - _SQUARE, stroke=INK,
              stroke_dasharray="5 4")  # fmt: skip
    places = [(left + _SQUARE * one["said"], base - _SQUARE * one["came"]) for one in found]
    drawn = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    sheet.add("polyline", points=drawn, fill="none", stroke=VERMILION, stroke_width=1.6)
    for x, y in places:
        sheet.add("circle", cx=x, cy=y, r=3.0, fill=VERMILION)
    sheet.write(left + _SQUARE / 2, base + 16, "said", size=10, fill=QUIET)
    sheet.write(left - 8, base - _SQUARE / 2, "came", size=10, fill=QUIET, text_anchor="end")


def _words(finding: Finding) -> str:
    """The same in sentences."""
    told = finding.certificate
    if not finding.rows:
        return "There is nothing to forecast."
    last = finding.rows[-1]
    said = (
        f"Until {last['date']}, a step holds {last['q50']:,.0f} in the middle and "
        f"{last['q05']:,.0f} to {last['q95']:,.0f} in nine of ten futures. "
        f"The year {told['year']}: {told['year_q10']:,.0f} to {told['year_q90']:,.0f} in "
        "eight of ten futures."
    )
    if told["threshold"]:
        said += f" The chance to pass {told['threshold']:,.0f} is {told['p_above']:.0%}."
    return said
