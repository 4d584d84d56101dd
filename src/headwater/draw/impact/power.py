"""The page to sign before an operation: what a look could show, what would help, by which test."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from headwater.draw.axes import Scales
from headwater.draw.palette import FAINT, INK, PAPER, QUIET
from headwater.draw.sheet import Sheet, shortened
from headwater.model import Finding

_WIDTH, _PANEL = 860.0, 330.0
_LEFT, _TOP, _ACROSS = 56.0, 84.0, 330.0
_BARS, _UNIT = 645.0, 600.0
_MOST = 9
_LONGEST = 128
_LEFT_OUT = ("a donor already",)

Row = Mapping[str, Any]


def power_told(finding: Finding) -> str:
    """The smallest fall seen by length, what each further series adds, and lines to sign."""
    rows = [row for row in finding.rows if row["periods"]]
    design = finding.certificate.get("design", {})
    sheet = Sheet(_WIDTH, _PANEL if rows else 60.0, "What a look could show", _said(finding))
    head = {"text_anchor": "start", "font_weight": "bold"}
    treated = shortened(str(finding.rows[0]["treated"]), 60) if finding.rows else "no series"
    sheet.write(10, 20, f"{treated}: what a look could show before it begins", size=13, **head)
    if not rows:
        why = finding.rows[0]["why"] if finding.rows else "There is no series."
        sheet.write(10, 40, shortened(why, _LONGEST), text_anchor="start")
        return sheet.svg()
    sheet.write(10, 38, _promise(finding), text_anchor="start")
    _lengths(sheet, [row for row in rows if not row["series"]], finding.parameters["change"])
    _extras(sheet, [row for row in rows if row["series"]], int(design.get("periods", 0)))
    _sign(sheet, finding, rows)
    return sheet.svg()


def _promise(finding: Finding) -> str:
    change, chance = finding.parameters["change"], finding.parameters["chance"]
    return f"Hoped for: {change:+.0%}. Seen means: called with a chance of {chance:.0%}."


def _said(finding: Finding) -> str:
    told = [
        f"{row['periods']} periods: {_fall(row['least'])}"
        for row in finding.rows
        if row["periods"] and not row["series"]
    ]
    return f"Smallest fall that would be seen. {'; '.join(told) or 'None can be told'}."


def _fall(share: float | None) -> str:
    return "none seen" if share is None else f"{-share:.0%}"


def _lengths(sheet: Sheet, rows: Sequence[Row], hoped: float) -> None:
    """Smallest fall seen against the length of the window, with donors and alone."""
    down = _PANEL - _TOP - 40

    def x(at: float) -> float:
        return _LEFT + _ACROSS * (at + 0.5) / len(rows)

    def y(fall: float) -> float:
        return _TOP + down * (1 - fall)

    scales, right = Scales(x, y), _LEFT + _ACROSS
    sheet.write(10, _TOP - 22, "smallest fall seen, by length of the window",
                text_anchor="start", font_weight="bold")  # fmt: skip
    for mark in (0.0, 0.25, 0.5, 0.75, 1.0):
        sheet.add("line", x1=_LEFT, y1=y(mark), x2=right, y2=y(mark), stroke=FAINT)
        sheet.write(_LEFT - 8, y(mark) + 4, f"{mark:.0%}", size=10, fill=QUIET, text_anchor="end")
    if hoped < 0:
        sheet.add("line", x1=_LEFT, y1=y(-hoped), x2=right, y2=y(-hoped), stroke=INK,
                  stroke_dasharray="1 3", stroke_width=1.6)  # fmt: skip
        sheet.write(right, y(-hoped) - 5, "hoped for", size=10, text_anchor="end")
    for at, row in enumerate(rows):
        sheet.write(x(at), y(0) + 18, str(row["periods"]), size=10, fill=QUIET)
    sheet.write(_LEFT + _ACROSS / 2, y(0) + 34, "periods", size=10, fill=QUIET)
    lone, with_donors = [row["least_alone"] for row in rows], [row["least"] for row in rows]
    _line(sheet, lone, with_donors, scales, alone=True)
    _line(sheet, with_donors, lone, scales, alone=False)


def _line(
    sheet: Sheet,
    falls: Sequence[float | None],
    others: Sequence[float | None],
    scales: Scales,
    *,
    alone: bool,
) -> None:
    """Points with their numbers, joined; a length at which nothing is seen has a cross on top."""
    look: dict[str, object] = {"stroke": QUIET if alone else INK, "fill": "none"}
    look |= {"stroke_width": 1.4 if alone else 2.6, "stroke_dasharray": "6 3" if alone else None}
    for unseen, run in groupby(enumerate(falls), key=lambda one: one[1] is None):
        points = [(scales.x(at), scales.y(-(fall or -1.0))) for at, fall in run]
        if unseen:
            for x, y in () if alone else points:
                sheet.write(x, y + 4, "none", size=10)
            continue
        joined = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        sheet.add("polyline", points=joined, **look)
        for x, y in points:
            fill = PAPER if alone else INK
            sheet.add("circle", cx=x, cy=y, r=4, fill=fill, stroke=look["stroke"], stroke_width=1.4)
    for at, fall in enumerate(falls):
        if fall is not None:
            # the label of the larger fall is above its point, so that no two meet
            other = others[at] or 0.0
            up = fall < other or (alone and fall == other)
            beside = scales.y(-fall) + (-9 if up else 17)
            sheet.write(scales.x(at), beside, f"{-fall:.0%}", size=10, fill=str(look["stroke"]))


def _extras(sheet: Sheet, rows: Sequence[Row], periods: int) -> None:
    """What each further series makes of the smallest fall seen, the most helpful first."""
    left = _LEFT + _ACROSS + 50
    title = f"what each series adds, in {periods} periods"
    sheet.write(left, _TOP - 22, title, text_anchor="start", font_weight="bold")
    if not rows:
        sheet.write(left, _TOP, "no further series could be tried", text_anchor="start")
    for at, row in enumerate(rows[:_MOST]):
        y = _TOP + 4 + 23 * at
        sheet.write(left, y, shortened(row["series"], 46), size=10, text_anchor="start")
        sheet.write(left, y + 10, row["kind"], size=8, fill=QUIET, text_anchor="start")
        width = max(min(abs(row["gain"]) * _UNIT, 40.0), 1.0)
        helps = row["gain"] >= 0
        sheet.add("rect", x=_BARS + 45 - (0 if helps else width), y=y - 8, width=width, height=12,
                  fill=INK if helps else PAPER, stroke=INK)  # fmt: skip
        by = "without" if row["kind"] in _LEFT_OUT else "with"
        told = f"{_points(row['gain'])} ({by} it {_fall(row['least'])})"
        sheet.write(_WIDTH - 10, y + 2, told, size=10, text_anchor="end")
    if len(rows) > _MOST:
        more = f"and {len(rows) - _MOST} more that add less"
        sheet.write(left, _TOP + 4 + 23 * _MOST, more, size=10, fill=QUIET, text_anchor="start")


def _points(gain: float) -> str:
    """Percentage points by which the smallest fall seen gets smaller, or larger."""
    return "nothing" if abs(gain) < 0.005 else f"{-gain * 100:+.0f} points"


def _sign(sheet: Sheet, finding: Finding, rows: Sequence[Row]) -> None:
    """The test, its error rate, the design with its digest, and lines to sign on."""
    design = finding.certificate.get("design", {})
    asked = next((row for row in rows if row["periods"] == design.get("periods")), rows[0])
    sheet.write_below(
        "thick line: with donors; dashed: one series alone; bars: by how many percentage "
        "points the smallest fall seen shrinks (black) or grows (white)"
    )
    sheet.write_below(
        "the test calls an effect in 5% of cases where nothing happened; at "
        f"{asked['placebos']:.0f} windows of {asked['periods']} periods it did in "
        f"{asked['rate']:.0%}"
    )
    for line in _design(design):
        sheet.write_below(shortened(line, _LONGEST))
    for row in rows:
        if row["why"] and not row["series"]:
            sheet.write_below(f"{row['periods']} periods: {row['why']}")
    sheet.write_below(f"SHA-256 of this page {finding.certificate.get('sha256', 'none')}")
    sheet.height += 34
    for at, word in enumerate(("Name", "Date", "Signature")):
        x, y = 10 + 285.0 * at, sheet.height - 14
        sheet.write(x, y + 13, word, size=10, text_anchor="start")
        sheet.add("line", x1=x, y1=y, x2=x + 260, y2=y, stroke=INK)


def _design(design: Mapping[str, Any]) -> list[str]:
    donors, routes = design.get("donors", ()), design.get("displacement", ())
    return [
        f"from {design.get('from')}, {design.get('periods')} periods of a {design.get('step')}; "
        f"{design.get('test')}",
        f"donors: {', '.join(donors) or 'none'}",
        f"displacement routes: {', '.join(routes) or 'none'}; "
        f"covariates: {design.get('covariates') or 'none'}",
    ]
