"""Scenarios: the total of the year under each, as intervals beside the threshold."""

from collections.abc import Mapping
from typing import Any

from headwater.draw.business import in_letters, round_marks
from headwater.draw.palette import BLUE, FAINT, INK, QUIET, VERMILION
from headwater.draw.sheet import Sheet, chance_told, shortened
from headwater.model import Finding

_WIDTH, _LEFT, _RIGHT = 900.0, 250.0, 210.0
_TOP, _EACH = 52.0, 44.0
_LONGEST = 40
_KEY = (
    "thick bar: half of futures; thin bar: nine of ten; line: the middle; dashed line: threshold",
    "the assumptions are the user's; shares of the difference add up to that of all together",
)

Row = Mapping[str, Any]


def scenarios_told(finding: Finding) -> str:
    """One bar for each scenario, with its chance and its share of the difference."""
    rows, told = finding.rows, finding.certificate
    height = _TOP + _EACH * len(rows) + 26 if rows else 34.0
    sheet = Sheet(_WIDTH, height, f"The year {told.get('year', '')} under assumptions",
                  _words(finding))  # fmt: skip
    if not rows:
        sheet.write(10, 22, "There is nothing to forecast.", text_anchor="start")
        return sheet.svg()
    title = f"{told['series']} in {told['year']}, known to {told['origin']}"
    sheet.write(10, 20, title, size=13, text_anchor="start", font_weight="bold")
    threshold = told["threshold"]
    marks = round_marks(0, max([threshold or 0.0, *(row["q95"] for row in rows), 1.0]), most=6)
    base = _TOP + _EACH * len(rows)
    for mark in marks:
        x = _place(mark, marks[-1])
        sheet.add("line", x1=x, y1=_TOP - 10, x2=x, y2=base, stroke=FAINT)
        sheet.write(x, base + 16, in_letters(mark), size=10, fill=QUIET)
    if threshold:
        x = _place(threshold, marks[-1])
        sheet.add("line", x1=x, y1=_TOP - 12, x2=x, y2=base, stroke=VERMILION, stroke_width=1.6,
                  stroke_dasharray="6 3")  # fmt: skip
        sheet.write(x, _TOP - 16, f"{threshold:,.0f}", size=10, fill=VERMILION)
    for number, row in enumerate(rows):
        _draw_row(sheet, row, _TOP + _EACH * (number + 0.5), marks[-1])
    for line in _KEY:
        sheet.write_below(line)
    return sheet.svg()


def _place(total: float, most: float) -> float:
    return _LEFT + (_WIDTH - _LEFT - _RIGHT) * total / most


def _draw_row(sheet: Sheet, row: Row, middle: float, most: float) -> None:
    sheet.write(10, middle - 2, row["scenario"], size=11.5, text_anchor="start",
                font_weight="bold")  # fmt: skip
    if row["share"] is not None:
        factor = f"times {shortened(row['assumed'], _LONGEST)}"
        sheet.write(10, middle + 12, factor, size=9, fill=QUIET, text_anchor="start")
    for low, high, thick in (("q05", "q95", 7.0), ("q25", "q75", 17.0)):
        left, right = _place(row[low], most), _place(row[high], most)
        sheet.add("rect", x=left, y=middle - thick / 2, width=max(right - left, 1.0), height=thick,
                  fill=BLUE, fill_opacity=0.45)  # fmt: skip
    x = _place(row["q50"], most)
    sheet.add("line", x1=x, y1=middle - 12, x2=x, y2=middle + 12, stroke=INK, stroke_width=2.2)
    for line, words in enumerate(_said(row)):
        sheet.write(_WIDTH - _RIGHT + 16, middle - 2 + 14 * line, words, size=10.5 - line,
                    text_anchor="start")  # fmt: skip


def _said(row: Row) -> list[str]:
    middle = f"middle {in_letters(row['q50'])}"
    chance = "" if row["p_above"] is None else f", chance to pass {chance_told(row['p_above'])}"
    lines = [f"{middle}{chance}"]
    if row["share"] is not None:
        lines.append(f"its share of the difference: {row['share']:+,.0f}")
    elif row["difference"]:
        lines.append(f"difference: {row['difference']:+,.0f}")
    return lines


def _words(finding: Finding) -> str:
    told = [
        f"{row['scenario']}: {row['q05']:,.0f} to {row['q95']:,.0f}, {', '.join(_said(row))}"
        for row in finding.rows
    ]
    return f"{'; '.join(told)}." if told else "There is nothing to forecast."
