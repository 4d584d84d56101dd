"""The ledger as a timeline: each disruption once, by level, with what it was seen to change."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from headwater.draw.palette import BLUE, FAINT, INK, PAPER, QUIET, VERMILION
from headwater.draw.sheet import Sheet, shortened
from headwater.model import Finding, parse_period

_WIDTH, _TOP, _LANE = 860.0, 44.0, 56.0
_LEFT, _RIGHT = 96.0, 24.0
_LEVELS = ("major", "moderate", "minor", "undecided")
_COLOURS = {"fall": VERMILION, "rise": BLUE}
_NAMED = 14
_KEY = (
    "each disruption once, whoever took part; red: a fall was seen after it, blue: a rise",
    "hollow: no effect could be shown or sought (activity, not success)",
)

Row = Mapping[str, Any]


def ledger_told(finding: Finding) -> str:
    """Disruptions of a finding of impact.ledger on a line of time, a lane a level."""
    rows = [row for row in finding.rows if row["counted"]]
    sheet = Sheet(_WIDTH, _TOP + _LANE * len(_LEVELS) + 24 if rows else _TOP, "Disruptions",
                  _said(rows))  # fmt: skip
    sheet.write(10, 20, _said(rows), size=12, text_anchor="start", font_weight="bold")
    if rows:
        _draw(sheet, rows)
        for line in _KEY:
            sheet.write_below(line)
    return sheet.svg()


def _said(rows: Sequence[Row]) -> str:
    told = [f"{sum(row['level'] == level for row in rows)} {level}" for level in _LEVELS]
    return f"{len(rows)} disruptions, each counted once: {', '.join(told)}"


def _draw(sheet: Sheet, rows: Sequence[Row]) -> None:
    days = [_day(row) for row in rows]
    first, span = min(days), max((max(days) - min(days)).days, 1)

    def x(day: date) -> float:
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * (day - first).days / span

    for lane, level in enumerate(_LEVELS):
        y = _TOP + _LANE * (lane + 0.5)
        sheet.add("line", x1=_LEFT, y1=y, x2=_WIDTH - _RIGHT, y2=y, stroke=FAINT)
        sheet.write(10, y + 4, level, text_anchor="start")
        here = [(day, row) for day, row in zip(days, rows, strict=True) if row["level"] == level]
        for number, (day, row) in enumerate(here):
            colour = _COLOURS.get(row["verdict"])
            sheet.add("circle", cx=x(day), cy=y, r=5, fill=colour or PAPER, stroke=colour or INK)
            if len(here) <= _NAMED:
                sheet.write(x(day), y + (-10 if number % 2 else 20), shortened(row["id"], 16),
                            size=9.5)  # fmt: skip
    for day in dict.fromkeys((first, max(days))):
        end = "start" if day == first else "end"
        foot = _TOP + _LANE * len(_LEVELS) + 12
        sheet.write(x(day), foot, day.isoformat(), size=10, fill=QUIET, text_anchor=end)


def _day(row: Row) -> date:
    return parse_period(row["date"]).earliest
