"""The fan: what was counted, what may come with its intervals, and the chance of a threshold."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from headwater.draw.axes import Frame, Scales, draw_axes, draw_line
from headwater.draw.business import round_marks
from headwater.draw.palette import BLUE, DASHES, INK, QUIET, VERMILION
from headwater.draw.sheet import Sheet, chance_told
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
    counted = [(moment(one), one["count"]) for one in recent]
    draw_line(sheet, counted, scales, stroke=QUIET, stroke_width=1.4)
    draw_fan(sheet, finding.rows, scales)
    _write_year(sheet, told)
    _draw_reliability(sheet, told)
    for line in _KEY:
        sheet.write_below(line)
    return sheet.svg()


def _axes(sheet: Sheet, recent: Sequence[Row], rows: Sequence[Row]) -> Scales:
    days = [moment(one) for one in (*recent, *rows)]
    counts = [one["count"] for one in recent if one["count"] is not None]
    marks = round_marks(0, max([1.0, *counts, *(row["q95"] for row in rows)]), most=5)
    frame = Frame(_LEFT, _WIDTH - _RIGHT, _TOP, _HEIGHT - _BOTTOM)
    scales = draw_axes(sheet, frame, (days[0], days[-1]), marks)
    first = (recent or rows)[0]["date"]
    for day, at, anchor in ((first, days[0], "start"), (rows[-1]["date"], days[-1], "end")):
        sheet.write(scales.x(at), scales.y(0) + 18, day, size=10, fill=QUIET, text_anchor=anchor)
    if recent and days[-1] - days[len(recent) - 1] > 0:
        x = scales.x(days[len(recent) - 1])
        sheet.add("line", x1=x, y1=_TOP, x2=x, y2=scales.y(0), stroke=INK, stroke_dasharray="1 3")
        sheet.write(x, scales.y(0) + 31, f"known to {recent[-1]['date']}", size=10)
    return scales


def moment(one: Row) -> float:
    """The day of a row as a number."""
    return float(date.fromisoformat(one["date"]).toordinal())


def draw_fan(sheet: Sheet, rows: Sequence[Row], scales: Scales) -> None:
    """Half, 80 % and 90 % of futures as bands, and the middle as a line."""
    across = [scales.x(moment(row)) for row in rows]
    for low, high, shade in _BANDS:
        upper = [(x, scales.y(row[high])) for x, row in zip(across, rows, strict=True)]
        lower = [(x, scales.y(row[low])) for x, row in zip(across, rows, strict=True)]
        corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in [*upper, *reversed(lower)])
        look = {"fill": BLUE, "fill_opacity": shade, "stroke": BLUE, "stroke_opacity": 0.35}
        sheet.add("polygon", points=corners, **look)
    middle = [(moment(row), row["q50"]) for row in rows]
    draw_line(sheet, middle, scales, stroke=BLUE, stroke_width=2.4)


def so_far_told(told: Mapping[str, Any]) -> list[str]:
    """What came in the year so far, and how much of it nobody counted."""
    said = f"so far {told['so_far']:,.0f}"
    gaps, step = told.get("steps_without_count"), told.get("step", "step")
    if not gaps:
        return [said]
    days = f"{gaps:,} {step}{'s' if gaps > 1 else ''}"
    return [
        f"{said}: {told['counted']:,.0f} counted; the rest for",
        f"{days} without a count, at the mean",
    ]


def _write_year(sheet: Sheet, told: Mapping[str, Any]) -> None:
    left = _WIDTH - _RIGHT + 24
    lines = [
        (f"The year {told['year']}", 13, "bold"),
        *((said, 11, None) for said in so_far_told(told)),
        (f"in 8 of 10 futures {told['year_q10']:,.0f} to {told['year_q90']:,.0f}", 11, None),
    ]
    if told["threshold"]:
        lines.append(
            (f"chance to pass {told['threshold']:,.0f}: {chance_told(told['p_above'])}", 13, "bold")
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
    left, base = _WIDTH - _RIGHT + 60, _HEIGHT - _BOTTOM
    sheet.add("rect", x=left, y=base - _SQUARE, width=_SQUARE, height=_SQUARE, fill="none",
              stroke=QUIET)  # fmt: skip
    sheet.add("line", x1=left, y1=base, x2=left + _SQUARE, y2=base - _SQUARE, stroke=INK,
              stroke_dasharray=DASHES)  # fmt: skip
    for share in (0.0, 0.5, 1.0):
        sheet.write(left + _SQUARE * share, base + 14, f"{share:.0%}", size=9, fill=QUIET)
        sheet.write(left - 6, base - _SQUARE * share + 3, f"{share:.0%}", size=9, fill=QUIET,
                    text_anchor="end")  # fmt: skip
    places = [(left + _SQUARE * one["said"], base - _SQUARE * one["came"]) for one in found]
    drawn = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    sheet.add("polyline", points=drawn, fill="none", stroke=VERMILION, stroke_width=1.6)
    for x, y in places:
        sheet.add("circle", cx=x, cy=y, r=3.0, fill=VERMILION)
    sheet.write(left + _SQUARE / 2, base + 28, "said to come below", size=10, fill=QUIET)
    sheet.write(left + _SQUARE / 2, base - _SQUARE - 7,
                f"came below it ({told['past_outcomes']:,} past outcomes)", size=10,
                fill=QUIET)  # fmt: skip


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
        said += f" The chance to pass {told['threshold']:,.0f} is {chance_told(told['p_above'])}."
    return said
