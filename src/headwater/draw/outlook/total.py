"""The total of the year: how it grew, how it may grow, and the threshold it may pass."""

from collections.abc import Mapping
from typing import Any

from headwater.draw.axes import Frame, draw_axes, draw_line
from headwater.draw.business import round_marks
from headwater.draw.outlook.fan import draw_fan, moment, so_far_told
from headwater.draw.palette import INK, QUIET, VERMILION
from headwater.draw.sheet import Sheet, chance_told
from headwater.model import Finding

_WIDTH, _HEIGHT = 900.0, 300.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 64.0, 180.0, 34.0, 34.0


def total_told(finding: Finding) -> str:
    """The running total of the year as a fan, with the chance of the threshold at its end."""
    told = finding.certificate
    sheet = Sheet(_WIDTH, _HEIGHT, f"The total of {told['year']}", _words(told))
    sheet.write(10, 18, f"{told['series']}, total of {told['year']}", size=11, fill=QUIET,
                text_anchor="start")  # fmt: skip
    course, threshold = told["course"], told["threshold"]
    before, ahead = course["so_far"], course["ahead"]
    rows = [*before, *ahead]
    most = max([1.0, threshold or 0.0, ahead[-1]["q95"]])
    frame = Frame(_LEFT, _WIDTH - _RIGHT, _TOP, _HEIGHT - _BOTTOM)
    times = (moment(rows[0]), moment(rows[-1]))
    scales = draw_axes(sheet, frame, times, round_marks(0, most, most=5))
    for at, anchor in ((0, "start"), (-1, "end")):
        sheet.write(scales.x(times[at]), frame.bottom + 18, rows[at]["date"], size=10, fill=QUIET,
                    text_anchor=anchor)  # fmt: skip
    counted = [(moment(one), one["total"]) for one in before]
    draw_line(sheet, counted, scales, stroke=QUIET, stroke_width=2.0)
    draw_fan(sheet, ahead, scales)
    if told.get("steps_without_count"):
        sheet.write_below(" ".join(so_far_told(told)))
    if threshold:
        high = scales.y(threshold)
        sheet.add("line", x1=frame.left, y1=high, x2=frame.right, y2=high, stroke=VERMILION,
                  stroke_width=1.6, stroke_dasharray="6 3")  # fmt: skip
        for line, words in enumerate(
            (f"{threshold:,.0f}", f"passed in {chance_told(told['p_above'])} of futures")
        ):
            sheet.write(frame.right + 8, high + 4 + 15 * line, words, fill=(VERMILION, INK)[line],
                        text_anchor="start", font_weight="bold")  # fmt: skip
    return sheet.svg()


def _words(told: Mapping[str, Any]) -> str:
    last = told["course"]["ahead"][-1]
    said = f"By {last['date']} {last['q05']:,.0f} to {last['q95']:,.0f} in nine of ten futures."
    if told["threshold"]:
        said += f" {told['threshold']:,.0f} is passed in {chance_told(told['p_above'])} of them."
    return said
