"""Shifts as small multiples: each series that was called, before and after, with its alarm."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from headwater.draw.business import in_letters, round_marks
from headwater.draw.palette import BLUE, FAINT, INK, QUIET, VERMILION, width_of
from headwater.draw.sheet import Sheet, shortened
from headwater.model import Finding

_COLUMNS = 3
_WIDTH, _HEIGHT = 310.0, 196.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 46.0, 12.0, 62.0, 34.0
_MOST = 24
_MOST_EVENTS = 2
_LONGEST = 40
_MOST_ABOVE = 1.3  # times the largest count that an interval may reach up to
_BESIDE = 7.0  # from the middle of a mark to its words
_KEY = (
    "thin line: counts (broken where nobody counted); thick line: level since the shift",
    "dashed line and band: what these periods would have held had nothing changed, with its "
    "90% interval",
    "▲: the alarm, at the end of that period; ◆ and dotted line: an operation began, ◇: ended "
    "(a date beside a date, not a cause)",
)

Row = Mapping[str, Any]


class _Panel(NamedTuple):
    """The scales of one small picture."""

    x: Callable[[float], float]
    y: Callable[[float], float]
    periods: list[str]


def shifts_told(finding: Finding) -> str:
    """The latest alarms, one small picture each: counts, levels, interval, alarm, operations."""
    step = finding.certificate.get("step", "period")
    rows = sorted(finding.rows, key=lambda row: (row["alarm_on"], row["e_value"]), reverse=True)
    shown = rows[:_MOST]
    lines = -(-len(shown) // _COLUMNS)
    wide = _WIDTH * max(1, min(_COLUMNS, len(shown)))
    sheet = Sheet(
        max(wide, 620.0),
        lines * _HEIGHT or 34.0,
        "Shifts called, latest first",
        _words(shown, step),
    )
    if not shown:
        sheet.write(10, 22, _nothing(finding), text_anchor="start")
        return sheet.svg()
    for number, row in enumerate(shown):
        left, top = number % _COLUMNS * _WIDTH, number // _COLUMNS * _HEIGHT
        sheet.write(left + 10, top + 31, _change(row, step), size=10, text_anchor="start")
        _draw_shift(sheet, row, left, top)
    for line in _KEY:
        sheet.write_below(line)
    if len(rows) > len(shown):
        sheet.write_below(f"{len(rows) - len(shown):,} earlier alarms are not shown")
    return sheet.svg()


def _draw_shift(sheet: Sheet, row: Row, left: float, top: float) -> None:
    colour = VERMILION if row["change"] < 0 else BLUE
    name = shortened(row["series"], _LONGEST)
    look = {"text_anchor": "start", "font_weight": "bold"}
    sheet.write(left + 10, top + 16, name, size=11.5, **look)
    panel = _axes(sheet, row, left, top)
    _draw_events(sheet, row, panel, top)
    _draw_counts(sheet, row["counts"], panel)
    _draw_levels(sheet, row, panel, colour)
    _draw_alarm(sheet, row, panel)


def _axes(sheet: Sheet, row: Row, left: float, top: float) -> _Panel:
    """The scales, drawn: round numbers from nothing, the first and last period and the shift."""
    counts = [one["count"] for one in row["counts"] if one["count"] is not None]
    # A wide interval must not flatten the counts: it is cut at the top of the panel.
    expected = min(row["after"] - row["low"], _MOST_ABOVE * max([1.0, row["after"], *counts]))
    marks = round_marks(0, max([1.0, row["after"], expected, *counts]), most=3)
    periods = [one["period"] for one in row["counts"]]
    across = _WIDTH - _LEFT - _RIGHT
    down = _HEIGHT - _TOP - _BOTTOM

    def x(at: float) -> float:
        return left + _LEFT + across * at / max(len(periods) - 1, 1)

    def y(count: float) -> float:
        return top + _TOP + down * (1 - min(max(count, 0.0) / marks[-1], 1.0))

    for mark in marks:
        sheet.add("line", x1=x(0), y1=y(mark), x2=left + _WIDTH - _RIGHT, y2=y(mark), stroke=FAINT)
        sheet.write(x(0) - 6, y(mark) + 3.5, in_letters(mark), size=9, fill=QUIET,
                    text_anchor="end")  # fmt: skip
    sheet.write(x(0), y(0) + 26, periods[0], size=9, fill=QUIET, text_anchor="start")
    return _Panel(x, y, periods)


def _draw_counts(sheet: Sheet, counts: Sequence[Mapping[str, Any]], panel: _Panel) -> None:
    """A line through what was counted, broken at gaps."""
    known = [(at, one["count"]) for at, one in enumerate(counts)]
    for gap, run in groupby(known, key=lambda one: one[1] is None):
        points = [] if gap else [(panel.x(at), panel.y(count)) for at, count in run]
        if len(points) > 1:
            drawn = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
            sheet.add("polyline", points=drawn, fill="none", stroke=QUIET, stroke_width=1.1)
        elif points:
            sheet.add("circle", cx=points[0][0], cy=points[0][1], r=1.4, fill=QUIET)


def _draw_levels(sheet: Sheet, row: Row, panel: _Panel, colour: str) -> None:
    """Since the shift: what was counted, and what would have been with its interval."""
    since, last = panel.periods.index(row["date"]), len(panel.periods) - 1
    left, right = panel.x(since - 0.5), panel.x(last)
    high, low = (panel.y(row["after"] - row[end]) for end in ("low", "high"))
    sheet.add("rect", x=left, y=high, width=right - left, height=max(low - high, 1.0),
              fill=INK, fill_opacity=0.14)  # fmt: skip
    before, after = panel.y(row["before"]), panel.y(row["after"])
    sheet.add("line", x1=left, y1=before, x2=right, y2=before, stroke=INK, stroke_width=1.6,
              stroke_dasharray="6 3")  # fmt: skip
    sheet.add("line", x1=left, y1=after, x2=right, y2=after, stroke=colour, stroke_width=3.2)


def _draw_alarm(sheet: Sheet, row: Row, panel: _Panel) -> None:
    """A mark under the axis; the first period of the shift is written there too."""
    base = panel.y(0)
    if row["alarm_on"] in panel.periods:
        at = panel.periods.index(row["alarm_on"]) + 0.5  # the end of that period
        x = panel.x(min(at, len(panel.periods) - 1))
        sheet.add("polygon", points=f"{x:.1f},{base + 2:.1f} {x - 5:.1f},{base + 11:.1f} "
                  f"{x + 5:.1f},{base + 11:.1f}", fill=INK)  # fmt: skip
    said = f"since {row['date']}, alarm {row['alarm_on']}"
    right = panel.x(len(panel.periods) - 1)
    sheet.write(right, base + 26, said, size=9, text_anchor="end")


def _draw_events(sheet: Sheet, row: Row, panel: _Panel, top: float) -> None:
    """Operations about then, those at its places first: the mark stands on the day's own line."""
    base, right = panel.y(0), panel.x(len(panel.periods) - 1)
    for number, event in enumerate(row["operations"][:_MOST_EVENTS]):
        at = _place(event["date"], panel.periods)
        if at is None:
            continue
        x, high = panel.x(at), top + 43 + 11 * number
        sheet.add("line", x1=x, y1=high + 2, x2=x, y2=base, stroke=INK, stroke_width=1.2,
                  stroke_dasharray="1 3")  # fmt: skip
        sheet.write(x, high, "◆" if event["event"] == "began" else "◇", size=9)
        name = shortened(event["id"], 18)
        fits = x + _BESIDE + width_of(name, 9) <= right
        side = {"text_anchor": "start" if fits else "end"}
        sheet.write(x + (_BESIDE if fits else -_BESIDE), high, name, size=9, **side)


def _place(day: str, periods: Sequence[str]) -> float | None:
    """Where a day stands among periods, each drawn at its middle; None before the first."""
    begins = [date.fromisoformat(f"{name}-01"[:10]).toordinal() for name in periods]
    number = date.fromisoformat(day).toordinal()
    at = bisect_right(begins, number) - 1
    if at < 0:
        return None
    following = min(at, len(begins) - 2) + 1  # the last period is as long as the one before it
    length = begins[following] - begins[following - 1]
    return at - 0.5 + min((number - begins[at]) / length, 1.0)


def _change(row: Row, step: str) -> str:
    sign = "↓" if row["change"] < 0 else "↑"
    numbers = [in_letters(row[end]) for end in ("change", "low", "high")]
    unclear = "; size unclear" if row["low"] <= 0 <= row["high"] else ""
    return f"{sign} {numbers[0]} a {step} ({numbers[1]} to {numbers[2]}{unclear})"


def _nothing(finding: Finding) -> str:
    told = finding.certificate
    if not told.get("series"):
        return "No shift is called: no series is long enough to be watched."
    return f"No shift is called in {told['series']} series over {told['periods']} periods."


def _words(rows: Sequence[Row], step: str) -> str:
    told = [
        f"{row['series']}: {_change(row, step)} since {row['date']}, alarm {row['alarm_on']}"
        for row in rows
    ]
    return f"{'; '.join(told)}." if told else "No shift is called."
